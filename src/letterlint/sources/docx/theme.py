"""Typefaces of the theme (theme1.xml)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.sources.docx.names import A

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_SLOTS = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}


class Theme:
    """From theme references such as ``minorHAnsi`` to typefaces; the part is loaded when first asked."""

    def __init__(self, load: Callable[[], _Element | None]) -> None:
        self._load = load
        self._fonts: dict[str, str | None] | None = None

    def font(self, reference: str) -> str | None:
        """The typeface a theme reference stands for, None where the theme names none."""
        if self._fonts is None:
            self._fonts = _read(self._load())
        return self._fonts.get(reference)


def _read(root: _Element | None) -> dict[str, str | None]:
    fonts: dict[str, str | None] = {}
    for weight in ("major", "minor"):
        group = None if root is None else next(root.iter(f"{A}{weight}Font"), None)
        for suffix, name in _SLOTS.items():
            face = None if group is None else next(group.iterchildren(A + name), None)
            fonts[weight + suffix] = None if face is None else face.get("typeface") or None
    return fonts
