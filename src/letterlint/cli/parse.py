"""``letterlint parse``: show the zones of one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from letterlint import api
from letterlint.cli import look as looks
from letterlint.cli.inputs import Input, collect
from letterlint.cli.streams import Output, say
from letterlint.cli.translated import LANGUAGES, Command, Wrong, choice
from letterlint.cli.writing import OutputFile, require_writable
from letterlint.errors import ReadError
from letterlint.model import Failure
from letterlint.reports import parse, text

if TYPE_CHECKING:
    from letterlint.letter import Letter

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
_ONE = ("Укажите одно письмо.", "Name one letter.")
_WRITTEN = ("Записано в «{path}».", "Written to “{path}”.")


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
        return _parse(paths, lang, given)

    return Command("parse", lang, params, callback=callback, help=words["command"])


def _parse(paths: tuple[str, ...], lang: str, given: dict[str, Any]) -> int:
    inputs = collect(paths, given["stdin_filename"], lang)
    if len(inputs) != 1:
        raise Wrong(_ONE[LANGUAGES.index(lang)])
    path = given["output"] if given["output"] != "-" else None
    if path is not None:
        require_writable(path, (item.path for item in inputs if item.data is None), force=given["force"], lang=lang)
    look = looks.for_output(lang, "never", to_file=path is not None)
    letter, failures = _read(inputs[0], lang)
    if letter is not None:
        as_json = given["output_format"] == "json"
        shown = parse.zones_document(letter, inputs[0].path) if as_json else parse.zones_text(letter, look)
        out = Output(utf8=as_json) if path is None else OutputFile(path)
        try:
            out.write(shown)
            out.commit()
        finally:
            out.abandon()
        if path is not None:
            say(_WRITTEN[LANGUAGES.index(lang)].format(path=path))
    for failure in failures:
        say(text.failure_lines(inputs[0].path, failure, look).rstrip())
    return 2 if failures else 0


def _read(item: Input, lang: str) -> tuple[Letter | None, tuple[Failure, ...]]:
    """The letter, and what of it could not be read; None where that is all of it."""
    if item.failure is not None:
        return None, (item.failure,)
    try:
        letter = api.parse(item.path) if item.data is None else api.parse(item.data, name=item.path)
    except ReadError as error:
        reason = error.reason if lang == "ru" else error.reason_en
        return None, (Failure(error.kind, reason, path=item.path),)
    return letter, tuple(note for note in letter.notes if note.kind != "note")
