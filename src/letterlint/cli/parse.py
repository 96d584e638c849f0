"""``letterlint parse``: what its command line says."""

from __future__ import annotations

from typing import Any

import click

from letterlint.cli.translated import LANGUAGES, Command, choice

_HELP = {
    "command": (
        "Показать части (зоны) одного письма и названных в нём людей; «-» – стандартный ввод.",
        "Show the zones of one letter and the people it names; “-” is standard input.",
    ),
    "output_format": ("Вид вывода.", "Kind of output."),
    "output": ("Записать в файл.", "Write to a file."),
    "force": ("Заменить файл, если он есть.", "Replace the file if it exists."),
    "stdin_filename": ("Имя файла, поданного на стандартный ввод.", "Name of the file given on standard input."),
}


def command(lang: str) -> Command:
    """The command in one language."""
    index = LANGUAGES.index(lang)
    words = {name: both[index] for name, both in _HELP.items()}
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, metavar=("ПУТЬ", "PATH")[index]),
        choice("--output-format", ("text", "json"), lang, words["output_format"], "text"),
        click.Option(["-o", "--output"], metavar=("ФАЙЛ", "FILE")[index], help=words["output"]),
        click.Option(["--force"], is_flag=True, help=words["force"]),
        click.Option(["--stdin-filename"], metavar=("ИМЯ", "NAME")[index], help=words["stdin_filename"]),
    ]

    def callback(paths: tuple[str, ...], **given: Any) -> int:  # one value per option above
        from letterlint.cli.parsing import parse  # noqa: PLC0415 - help and wrong usage need no reader

        return parse(paths, lang, given)

    return Command("parse", lang, params, callback=callback, help=words["command"])
