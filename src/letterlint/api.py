"""Paths, bytes and documents in, letters and reports out: what programs call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from letterlint import config, engine, packs, sources, zones
from letterlint.errors import ReadError
from letterlint.letter import Letter, Report
from letterlint.model import Failure

if TYPE_CHECKING:
    from docx.document import Document

    from letterlint.packs import Rule


def parse(source: str | PathLike[str] | bytes | Document | Letter, *, name: str | None = None) -> Letter:
    """The letter with its zones and people.

    ``name`` is the file name of bytes or of a document; its extension tells the format (without one, it is told by
    content). Raises ``ReadError`` where the source is no letter that can be read.
    """
    if isinstance(source, Letter):
        return source
    if isinstance(source, str | PathLike):
        path = fspath(source)
        return zones.assemble(sources.read(sources.load(Path(path)), path), name or path)
    if isinstance(source, bytes):
        return zones.assemble(sources.read(source, name or ""), name or "")
    return zones.assemble(sources.read_document(source), name or "")


def check(  # noqa: PLR0913 - the options of the command, by keyword
    source: str | PathLike[str] | bytes | Document | Letter,
    *,
    name: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    lang: str = "ru",
) -> Report:
    """The report of one letter.

    Rules are chosen as by ``--select``, ``--ignore``, ``--extend-select`` (contract, «Commands»). Raises ``ReadError``
    where the source cannot be read, ``ConfigError`` for an unknown rule. A rule that crashed is in ``Report.failures``.
    """
    rules = config.choose(packs.standard(), select, ignore, extend_select)
    return engine.lint(parse(source, name=name), rules, lang)


def check_file(path: str, rules: Iterable[Rule], lang: str = "ru", data: bytes | None = None) -> Report:
    """The report of one file; an unreadable one gives a report without a letter, whose failure says why.

    ``data`` are its bytes where they were read already (standard input).
    """
    try:
        letter = parse(path) if data is None else parse(data, name=path)
    except ReadError as error:
        return Report(path, None, failures=(Failure(error.kind, error.say(lang), path=path),))
    return engine.lint(letter, rules, lang)


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """The letters that ``paths`` name, folders walked in order of name.

    A path that does not exist is handed on, so that its report says so; a folder without letters raises ``ReadError``.
    """
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        letters = sources.walk(Path(path))
        if not letters:
            raise ReadError(
                f"в папке «{path}» нет писем ({', '.join(sources.EXTENSIONS)})",
                f"no letters in folder “{path}” ({', '.join(sources.EXTENSIONS)})",
            )
        yield from (str(letter) for letter in letters)
