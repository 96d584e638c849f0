"""Paths, bytes and documents in, letters and reports out: what programs call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from letterlint import engine, sources, zones
from letterlint.config import Config, Finder, settle
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
    profile: str | PathLike[str] | None = None,
    config: str | PathLike[str] | None = None,
    lang: str | None = None,
) -> Report:
    """The report of one letter.

    Rules are chosen as by ``--select``, ``--ignore``, ``--extend-select``, ``--profile`` (contract, «Commands»).
    ``config`` is the path of a configuration file, which is trusted as one named by ``--config``. Without it no file
    but the letter is looked at: what a program finds does not depend on what lies beside the letter. ``"auto"`` looks
    as the command line does, upward from the letter (from ``name`` where the source has no path), else in the user's
    configuration folder. ``lang`` is ``ru`` unless given here or in the configuration.

    Raises ``ReadError`` where the source cannot be read, ``ConfigError`` for an unknown rule and for what is wrong in a
    configuration, ``RuleError`` for a broken pack. A rule that crashed is in ``Report.failures``.
    """
    found = _config(source, name, config)
    rules = settle(
        found,
        profile=None if profile is None else fspath(profile),
        select=select,
        ignore=ignore,
        extend_select=extend_select,
    )
    return engine.lint(parse(source, name=name), rules, lang or found.lang or "ru")


def _config(source: object, name: str | None, wanted: str | PathLike[str] | None) -> Config:
    if wanted is None:
        return Config()
    if wanted != "auto":
        return Finder().named(fspath(wanted))
    return Finder().for_letter(fspath(source) if isinstance(source, str | PathLike) else name or "")


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
