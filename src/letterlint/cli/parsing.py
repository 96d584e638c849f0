"""Shows the zones of one letter: what ``letterlint parse`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from letterlint import api
from letterlint.cli import look as looks
from letterlint.cli.inputs import collect
from letterlint.cli.streams import Output, say
from letterlint.cli.translated import LANGUAGES, Wrong
from letterlint.cli.writing import OutputFile, require_writable
from letterlint.errors import ReadError
from letterlint.model import Failure
from letterlint.reports import text
from letterlint.reports.parse import zones_document, zones_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterlint.cli.inputs import Input
    from letterlint.letter import Letter

_ONE = ("Укажите одно письмо.", "Name one letter.")
_WRITTEN = ("Записано в «{path}».", "Written to “{path}”.")


def parse(paths: Sequence[str], lang: str, given: Mapping[str, Any]) -> int:
    """Show the zones of the one letter that ``paths`` name; the exit status.

    Raises ``click.UsageError`` before anything is written, ``WriteError`` where the output cannot be written.
    """
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
        shown = zones_document(letter, inputs[0].path) if as_json else zones_text(letter, look)
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
        return None, (item.failure.spoken(lang),)
    try:
        letter = api.parse(item.path) if item.data is None else api.parse(item.data, name=item.path)
    except ReadError as error:
        reason = error.reason if lang == "ru" else error.reason_en
        return None, (Failure(error.kind, reason, path=item.path),)
    return letter, tuple(note.spoken(lang) for note in letter.notes if note.kind != "note")
