r"""The notation in which rule pages and tests write a letter: zones beside the text, offences in brackets.

    salutation{align=center}| Уважаемый [[г-н]] Смирнов!
    preamble| Сообщаем о результатах
            | проверки.

A line ``zone| text`` begins a paragraph, a line with blanks before ``|`` goes on with a line break. Braces hold looks;
«\t» is a tab. What the looks mean is told in ``zones.notation``, which makes a letter of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from letterlint.errors import RuleError
from letterlint.lazy import pattern
from letterlint.model import Span, Zone

_LINE = pattern(r"(?P<zone>[a-z]*)(?:\{(?P<looks>[^}\n]*)\})?\s*\| ?(?P<text>.*)")
_MARK = pattern(r"\[\[(.{0,2000}?)\]\]", re.DOTALL)
_BRACKETS = 4  #: signs that a mark adds to its words


class Piece(NamedTuple):
    """One paragraph as it is written: its zone, its looks («size=14, font=Arial») and its words."""

    zone: Zone
    looks: str
    words: str


def pieces(lines: Iterable[str]) -> Iterator[Piece]:
    """The paragraphs that the lines describe. Raises ``RuleError`` for a line it cannot read."""
    current: Piece | None = None
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if (
            match is None
            or (match["zone"] and match["zone"] not in list(Zone))
            or (not match["zone"] and current is None)
        ):
            raise RuleError(
                f"Строка разметки не читается: «{line}»; образец: «salutation| Уважаемый Андрей Петрович!».",
                f"Not a line of the notation: “{line}”; a specimen: “salutation| Уважаемый Андрей Петрович!”.",
            )
        words = match["text"].replace("\\t", "\t")
        if match["zone"]:
            if current is not None:
                yield current
            current = Piece(Zone(match["zone"]), match["looks"] or "", words)
        elif current is not None:
            current = current._replace(words=f"{current.words}\n{words}")
    if current is not None:
        yield current


def looks(text: str) -> dict[str, str]:
    """The looks of a piece by name. Raises ``RuleError`` for one without a value."""
    given = [look.strip().partition("=") for look in text.split(",") if look.strip()]
    for name, sign, value in given:
        if not sign or not value:
            raise RuleError(f"У свойства разметки «{name}» нет значения.", f"The look “{name}” has no value.")
    return {name: value for name, _, value in given}


def unmarked(words: str) -> str:
    """``words`` without the brackets around what is marked."""
    return _MARK.sub(r"\1", words)


def marked(words: str) -> list[Span]:
    """The places of the [[marked]] words in ``unmarked(words)``."""
    return [
        Span(mark.start() - _BRACKETS * number, mark.end() - _BRACKETS * (number + 1))
        for number, mark in enumerate(_MARK.finditer(words))
    ]
