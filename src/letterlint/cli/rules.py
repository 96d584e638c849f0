"""``letterlint rules``: what the command lines of ``rules list`` and ``rules test`` say."""

from __future__ import annotations

from typing import Any

import click

from letterlint.cli.translated import LANGUAGES, Command, Group, choice, is_lang_given

_COMMANDS = {
    "list": ("Показать правила (если команда не названа).", "List the rules (where no command is named)."),
    "test": ("Проверить примеры на страницах набора правил.", "Test the examples on the pages of a pack."),
}
_FORMATS = ("text", "json")
_HELP = {
    "group": (
        "Показать правила или проверить примеры набора правил. Одно правило объясняет letterlint explain.",
        "List the rules, or test the examples of a pack. One rule is told by letterlint explain.",
    ),
    "list": (
        "Показать правила: код, имя, степень, пункт стандарта, есть ли правка, что находит.",
        "List the rules: code, name, severity, clause, whether there is a fix, what they find.",
    ),
    "test": (
        "Проверить примеры на страницах правил в папке. Код возврата: 0 – все верны, 1 – есть недочёты, 2 – сбой.",
        "Test the examples on the rule pages in a folder. Exit status: 0 all pass, 1 some fail, 2 failure.",
    ),
    "output_format": ("Вид вывода.", "Kind of output."),
    "select": (
        "Только эти правила: код, начало кода (SAL), имя или пункт (2.5.9.5), через запятую.",
        "Only these rules: a code, a prefix (SAL), a name or a clause (2.5.9.5), separated by commas.",
    ),
    "ignore": ("Кроме этих правил.", "But these rules."),
    "extend_select": ("И эти правила.", "These rules as well."),
    "profile": (
        "Профиль: standard (по умолчанию), gost2016 или файл .toml.",
        "Profile: standard (default), gost2016 or a file .toml.",
    ),
    "config": (
        "Взять настройки из этого файла, а не из letterlint.toml в текущей папке и выше.",
        "Take the configuration from this file, not from letterlint.toml in the current folder and above.",
    ),
}
_METAVARS = {
    "codes": ("ПРАВИЛА", "RULES"),
    "profile": ("standard|gost2016|ФАЙЛ", "standard|gost2016|FILE"),
    "file": ("ФАЙЛ", "FILE"),
    "folder": ("ПАПКА", "FOLDER"),
}


def command(lang: str) -> Group:
    """The group of commands in one language."""
    index = LANGUAGES.index(lang)
    made = {"list": _list, "test": _test}
    return Group(
        "rules",
        lang,
        {name: helps[index] for name, helps in _COMMANDS.items()},
        lambda name: made[name](lang),
        help=_HELP["group"][index],
        default="list",
    )


def _choosing(lang: str) -> list[click.Option]:
    """The options that choose rules, as ``check`` has them."""
    index = LANGUAGES.index(lang)
    codes, profile, file = (_METAVARS[name][index] for name in ("codes", "profile", "file"))
    return [
        click.Option(["--select"], multiple=True, metavar=codes, help=_HELP["select"][index]),
        click.Option(["--ignore"], multiple=True, metavar=codes, help=_HELP["ignore"][index]),
        click.Option(["--extend-select"], multiple=True, metavar=codes, help=_HELP["extend_select"][index]),
        click.Option(["--profile"], metavar=profile, help=_HELP["profile"][index]),
        click.Option(["--config"], metavar=file, help=_HELP["config"][index]),
    ]


def _list(lang: str) -> Command:
    index = LANGUAGES.index(lang)

    def callback(extra: tuple[str, ...], output_format: str, **given: Any) -> int:  # one value per option
        from letterlint.cli.listing import list_rules  # noqa: PLC0415 - help and wrong usage need no rules

        return list_rules(extra, output_format, lang if is_lang_given() else None, given)

    params = [
        click.Argument(["extra"], nargs=-1, metavar=""),
        choice("--output-format", _FORMATS, lang, _HELP["output_format"][index], "text"),
        *_choosing(lang),
    ]
    return Command("list", lang, params, callback=callback, help=_HELP["list"][index])


def _test(lang: str) -> Command:
    index = LANGUAGES.index(lang)

    def callback(folders: tuple[str, ...], output_format: str) -> int:
        from letterlint.cli.testing import test_rules  # noqa: PLC0415 - help and wrong usage need no engine

        return test_rules(folders, output_format, lang)

    params = [
        click.Argument(["folders"], nargs=-1, metavar=_METAVARS["folder"][index]),
        choice("--output-format", _FORMATS, lang, _HELP["output_format"][index], "text"),
    ]
    return Command("test", lang, params, callback=callback, help=_HELP["test"][index])
