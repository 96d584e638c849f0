"""``letterlint check``: what its command line says."""

from __future__ import annotations

from typing import Any

import click

from letterlint.cli.look import COLOURS
from letterlint.cli.translated import LANGUAGES, Command, choice, is_lang_given
from letterlint.model import Severity

_FORMATS = ("text", "json", "jsonl")
_HELP = {
    "command": (
        "Проверить письма (.docx, .txt) и папки с письмами; «-» – стандартный ввод.",
        "Check letters (.docx, .txt) and folders of letters; “-” is standard input.",
    ),
    "output_format": ("Вид отчёта.", "Kind of report."),
    "select": (
        "Проверять только эти правила: код, начало кода (SAL), имя или пункт (2.5.9.5), через запятую.",
        "Check only these rules: a code, a prefix (SAL), a name or a clause (2.5.9.5), separated by commas.",
    ),
    "ignore": ("Не проверять эти правила.", "Do not check these rules."),
    "extend_select": ("Проверять и эти правила.", "Check these rules as well."),
    "profile": (
        "Профиль: standard (по умолчанию), gost2016 или файл .toml.",
        "Profile: standard (default), gost2016 or a file .toml.",
    ),
    "config": (
        "Взять настройки из этого файла, а не из letterlint.toml рядом с письмом и выше.",
        "Take the configuration from this file, not from letterlint.toml beside the letter and above.",
    ),
    "fail_on": (
        "С какой строгости замечание даёт код возврата 1 (по умолчанию warning).",
        "From which severity a finding gives exit status 1 (default: warning).",
    ),
    "strict": (
        "Считать сбоем и то, что прочитано с оговоркой.",
        "Take what was read with a reserve for a failure.",
    ),
    "output": ("Записать отчёт в файл.", "Write the report to a file."),
    "force": ("Заменить файл отчёта, если он есть.", "Replace the report file if it exists."),
    "show": (
        "info: показать каждый совет, а не строку на правило.",
        "info: list every suggestion, not a line per rule.",
    ),
    "stdin_filename": ("Имя файла, поданного на стандартный ввод.", "Name of the file given on standard input."),
    "color": ("Цвет в тексте: auto – если вывод идёт на терминал.", "Colour in text: auto = on a terminal."),
}


def command(lang: str) -> Command:
    """The command in one language."""
    words = {name: both[LANGUAGES.index(lang)] for name, both in _HELP.items()}
    metavars = {
        "path": ("ПУТЬ…", "PATH…"),
        "codes": ("ПРАВИЛА", "RULES"),
        "file": ("ФАЙЛ", "FILE"),
        "name": ("ИМЯ", "NAME"),
        "profile": ("standard|gost2016|ФАЙЛ", "standard|gost2016|FILE"),
    }
    path, codes, file, name, profile = (both[LANGUAGES.index(lang)] for both in metavars.values())
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, metavar=path),
        choice("--output-format", _FORMATS, lang, words["output_format"], "text"),
        click.Option(["--select"], multiple=True, metavar=codes, help=words["select"]),
        click.Option(["--ignore"], multiple=True, metavar=codes, help=words["ignore"]),
        click.Option(["--extend-select"], multiple=True, metavar=codes, help=words["extend_select"]),
        click.Option(["--profile"], metavar=profile, help=words["profile"]),
        click.Option(["--config"], metavar=file, help=words["config"]),
        choice("--fail-on", [severity.value for severity in Severity], lang, words["fail_on"], None),
        click.Option(["--strict"], is_flag=True, help=words["strict"]),
        click.Option(["-o", "--output"], metavar=file, help=words["output"]),
        click.Option(["--force"], is_flag=True, help=words["force"]),
        choice("--show", (Severity.INFO.value,), lang, words["show"], None),
        click.Option(["--stdin-filename"], metavar=name, help=words["stdin_filename"]),
        choice("--color", COLOURS, lang, words["color"], "auto"),
    ]

    def callback(paths: tuple[str, ...], **given: Any) -> int:  # one value per option above
        from letterlint.cli.checking import check  # noqa: PLC0415 - help and wrong usage need no reader

        return check(paths, lang if is_lang_given() else None, given)

    return Command("check", lang, params, callback=callback, help=words["command"])
