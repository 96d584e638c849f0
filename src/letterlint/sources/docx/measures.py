"""Lengths, sizes and switches of WordprocessingML, read tolerantly: a value nobody can read is no value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letterlint.sources.docx.names import VAL

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9}(?:\.[0-9]{0,12})?)\s*(mm|cm|in|pt|pc|pi)?\s*", re.ASCII)

#: ISO Strict writes lengths with a unit.
_UNIT_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
TWIP_MM = 25.4 / 1440
EMU_MM = 25.4 / 914_400
POINT_MM = 25.4 / 72
_OFF = frozenset({"0", "false", "off"})


def number(value: str | None, plain: float) -> float | None:
    """A length in mm; ``plain`` is what one unit means where none is written. None where it is no length."""
    if value is None:
        return None
    match = _NUMBER.fullmatch(value)
    if match is None:
        return None
    return float(match[1]) * (_UNIT_MM[match[2]] if match[2] else plain)


def twips(value: str | None) -> float | None:
    """A length in mm, written in twentieths of a point or with a unit."""
    return number(value, TWIP_MM)


def emu(value: str | None) -> float | None:
    """A length in mm, written in English metric units."""
    return number(value, EMU_MM)


def half_points(value: str | None) -> float | None:
    """A size in points, written in half-points or with a unit; None where it is no size."""
    size = number(value, POINT_MM / 2)
    return round(size / POINT_MM, 2) if size else None


def whole(value: str | None) -> int | None:
    """A whole number, None where it is none."""
    size = number(value, 1.0)
    return None if size is None else int(size)


def on(element: _Element) -> bool:
    """Whether an on/off property is on: it is, unless it says 0, false or off."""
    return element.get(VAL) not in _OFF
