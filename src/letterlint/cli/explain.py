"""``letterlint explain``: what its command line says."""

from __future__ import annotations

import click

from letterlint.cli.translated import LANGUAGES, Command, is_lang_given

_HELP = (
    "Объяснить одно правило, названное кодом (SAL005) или именем: что оно находит, почему и как исправить, примеры.",
    "Explain one rule, named by code (SAL005) or name: what it finds, why, how to mend it, examples.",
)
_CONFIG = (
    "Взять настройки и наборы правил из этого файла, а не из letterlint.toml в текущей папке и выше.",
    "Take settings and packs from this file, not from letterlint.toml in the current folder and above.",
)


def command(lang: str) -> Command:
    """The command in one language."""
    index = LANGUAGES.index(lang)
    params: list[click.Parameter] = [
        click.Argument(["words"], nargs=-1, metavar=("ПРАВИЛО", "RULE")[index]),
        click.Option(["--config"], metavar=("ФАЙЛ", "FILE")[index], help=_CONFIG[index]),
    ]

    def callback(words: tuple[str, ...], config: str | None) -> int:
        from letterlint.cli.listing import explain  # noqa: PLC0415 - help and wrong usage need no rules

        return explain(words, lang if is_lang_given() else None, config)

    return Command("explain", lang, params, callback=callback, help=_HELP[index])
