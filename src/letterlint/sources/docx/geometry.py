"""Where sections, frames and text boxes stand on the page, as far as the file says it. Lengths in mm."""

from typing import TYPE_CHECKING, NamedTuple

from letterlint.lazy import pattern
from letterlint.letter import Margins
from letterlint.sources.docx.measures import emu, number, on, twips, whole
from letterlint.sources.docx.names import REL_ID, TYPE, VAL, WP, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_A4 = (210.0, 297.0)
_WORD_MARGINS = Margins(left=30.0, right=15.0, top=20.0, bottom=20.0)
_SAME_PAGE = frozenset({"continuous", "nextColumn"})
_WIDE = 2 / 3  # of the page: a box that wide begins on the left, wherever its middle is
_ALIGNED = {"inside": "left", "outside": "right", "left": "left", "right": "right", "center": "center"}
_STACKED = {"top": "top", "inside": "top", "bottom": "bottom", "outside": "bottom"}


class Section(NamedTuple):
    """What a ``sectPr`` says. ``references`` maps (``header``|``footer``, ``default``|``first``|``even``) to ids."""

    width: float | None
    height: float | None
    margins: Margins | None
    columns: int
    new_page: bool
    title_page: bool
    references: dict[tuple[str, str], str]


def read_section(element: "_Element") -> "Section":
    """The values of one ``sectPr``; what it leaves out is None."""
    size, margins = _child(element, "pgSz"), _child(element, "pgMar")
    columns, kind, title = _child(element, "cols"), _child(element, "type"), _child(element, "titlePg")
    references = {
        (story, reference.get(TYPE) or "default"): reference.get(REL_ID) or ""
        for story in ("header", "footer")
        for reference in element.iterchildren(f"{W}{story}Reference")
    }
    return Section(
        width=None if size is None else twips(size.get(W + "w")),
        height=None if size is None else twips(size.get(W + "h")),
        margins=None if margins is None else _margins(margins),
        columns=1 if columns is None else whole(columns.get(W + "num")) or 1,
        new_page=kind is None or kind.get(VAL) not in _SAME_PAGE,
        title_page=title is not None and on(title),
        references=references,
    )


def _margins(element: "_Element") -> Margins | None:
    left, right, top, bottom = (twips(element.get(W + side)) for side in ("left", "right", "top", "bottom"))
    if left is None or right is None or top is None or bottom is None:
        return None
    # A negative top or bottom margin is one that headers and footers may not push (ECMA-376, 17.6.11).
    return Margins(round(left, 2), round(right, 2), round(abs(top), 2), round(abs(bottom), 2))


def frame_place(frame: tuple[tuple[str, str], ...], section: "Section | None") -> tuple[str | None, str | None]:
    """Horizontal and vertical place of a ``framePr``."""
    said = {name.rpartition("}")[2]: value for name, value in frame}
    horizontal = _across(
        said.get("xAlign"), twips(said.get("x", "0")), said.get("hAnchor", "text"), twips(said.get("w")), section
    )
    # Without vAnchor Word counts from the margin; beside text it moves with its paragraph and cannot be told.
    anchor = said.get("vAnchor", "margin")
    offset = twips(said.get("y")) if "y" in said else None
    return horizontal, _down(said.get("yAlign"), offset, anchor, twips(said.get("h")), section)


def box_place(anchor: "_Element | None", section: "Section | None") -> tuple[str | None, str | None]:
    """Horizontal and vertical place of a ``wp:anchor``; none for what stands in the line."""
    if anchor is None:
        return None, None
    extent = _child(anchor, "extent", WP)
    wide = None if extent is None else emu(extent.get("cx"))
    high = None if extent is None else emu(extent.get("cy"))
    across, down = _child(anchor, "positionH", WP), _child(anchor, "positionV", WP)
    horizontal = vertical = None
    if across is not None:
        origin = across.get("relativeFrom") or "column"
        horizontal = _across(_text(across, "align"), emu(_text(across, "posOffset")), origin, wide, section)
    if down is not None:
        origin = down.get("relativeFrom") or "paragraph"
        vertical = _down(_text(down, "align"), emu(_text(down, "posOffset")), origin, high, section)
    return horizontal, vertical


_DECLARATION = pattern(r"([a-z-]{1,60})\s{0,9}:\s{0,9}([^;\s]{1,60})")


def vml_place(shape: "_Element | None", section: "Section | None") -> tuple[str | None, str | None]:
    """Horizontal and vertical place of a VML shape, from its ``style`` attribute."""
    said = {} if shape is None else dict(_DECLARATION.findall((shape.get("style") or "")[:2000].lower()))
    if said.get("position") != "absolute":
        return None, None

    def length(name: str) -> float | None:
        return number(said.get(name), 25.4 / 72)

    horizontal = _across(
        said.get("mso-position-horizontal"),
        length("margin-left"),
        said.get("mso-position-horizontal-relative", "text"),
        length("width"),
        section,
    )
    vertical = _down(
        said.get("mso-position-vertical"),
        length("margin-top"),
        said.get("mso-position-vertical-relative", "text"),
        length("height"),
        section,
    )
    return horizontal, vertical


def _across(
    align: str | None, offset: float | None, origin: str, wide: float | None, section: "Section | None"
) -> str | None:
    if align in _ALIGNED:
        return {"leftMargin": "left", "rightMargin": "right"}.get(origin, _ALIGNED[align])
    page = (section.width if section else None) or _A4[0]
    margins = (section.margins if section else None) or _WORD_MARGINS
    starts = {
        "page": 0.0, "leftMargin": 0.0, "left-margin-area": 0.0, "rightMargin": page - margins.right,
        "right-margin-area": page - margins.right, "margin": margins.left, "column": margins.left, "text": margins.left,
    }  # fmt: skip
    if offset is None or origin not in starts:
        return None
    left = starts[origin] + offset
    middle = left if wide is None else left if wide >= page * _WIDE else left + wide / 2
    return "left" if middle < page / 3 else "right" if middle > page * 2 / 3 else "center"


def _down(
    align: str | None, offset: float | None, origin: str, high: float | None, section: "Section | None"
) -> str | None:
    page = (section.height if section else None) or _A4[1]
    margins = (section.margins if section else None) or _WORD_MARGINS
    starts = {
        "page": 0.0, "margin": margins.top, "topMargin": 0.0, "top-margin-area": 0.0,
        "bottomMargin": page - margins.bottom, "bottom-margin-area": page - margins.bottom,
    }  # fmt: skip
    if origin not in starts:
        return None
    if align is not None:
        return {"topMargin": "top", "bottomMargin": "bottom"}.get(origin, _STACKED.get(align))
    if offset is None:
        return None
    middle = starts[origin] + offset + (high or 0.0) / 2
    return "top" if middle < page / 3 else "bottom" if middle > page * 2 / 3 else None


def _child(parent: "_Element", name: str, space: str = W) -> "_Element | None":
    return next(parent.iterchildren(space + name), None)


def _text(parent: "_Element", name: str) -> str | None:
    child = _child(parent, name, WP)
    return None if child is None else (child.text or "").strip()
