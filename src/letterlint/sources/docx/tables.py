"""The cells of a table that are left in the final view, with their place in the grid and their table style."""

from typing import TYPE_CHECKING, NamedTuple

from letterlint.sources.docx.measures import whole
from letterlint.sources.docx.names import (
    DEL,
    SDT,
    TBLLOOK,
    TBLPR,
    TBLSTYLE,
    TC,
    TCPR,
    TR,
    TRANSPARENT,
    TRPR,
    VAL,
    W,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from letterlint.sources.docx.styles import StyleSheet, TableKey

#: Conditional formats of table styles that are honoured, in order of application: their bit in ``tblLook`` and
#: their attribute there. Banded rows and columns paint; they set neither size nor alignment in practice.
_CONDITIONS = (
    ("firstRow", 0x20, "firstRow"),
    ("lastRow", 0x40, "lastRow"),
    ("firstCol", 0x80, "firstColumn"),
    ("lastCol", 0x100, "lastColumn"),
)
_WIDEST = 63  # columns of a Word table


class Cell(NamedTuple):
    """A cell with its row and its column in the grid, counted from 0, and the style that holds in it."""

    element: "_Element"
    row: int
    column: int
    style: "TableKey"


def cells(table: "_Element", styles: "StyleSheet") -> "Iterator[Cell]":
    """The cells row by row, without deleted rows and cells; nested tables are left to whoever reads the cells."""
    name, conditions = _style(table, styles)
    rows = [row for row in _children(table, TR) if not _is_deleted(row)]
    for row_number, row in enumerate(rows):
        elements = list(_children(row, TC))
        column = _count(row, TRPR, "gridBefore", 0)
        for number, element in enumerate(elements):
            edges = {
                "firstRow": row_number == 0,
                "lastRow": row_number == len(rows) - 1,
                "firstCol": number == 0,
                "lastCol": number == len(elements) - 1,
            }
            if not _is_deleted(element):
                yield Cell(element, row_number, column, (name, tuple(one for one in conditions if edges[one])))
            column += _count(element, TCPR, "gridSpan", 1)


def _style(table: "_Element", styles: "StyleSheet") -> tuple[str, tuple[str, ...]]:
    """The table style in force and the conditional formats that the table asks for."""
    properties = next(table.iterchildren(TBLPR), None)
    style = look = None
    if properties is not None:
        style = next((one.get(VAL) for one in properties.iterchildren(TBLSTYLE)), None)
        look = next(properties.iterchildren(TBLLOOK), None)
    name, known = styles.table_conditions(style)
    if look is None or not known:
        return name, ()
    try:
        bits = int(look.get(VAL) or "0", 16)
    except ValueError:
        bits = 0
    asked = []
    for condition, bit, attribute in _CONDITIONS:
        said = look.get(W + attribute)
        if condition in known and (bits & bit if said is None else said in {"1", "true", "on"}):
            asked.append(condition)
    return name, tuple(asked)


def _is_deleted(element: "_Element") -> bool:
    return any(
        child.tag in {DEL, W + "cellDel"} for properties in element.iterchildren(TRPR, TCPR) for child in properties
    )


def _children(parent: "_Element", tag: str) -> "Iterator[_Element]":
    """Rows or cells, also those inside content controls and other transparent elements."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT or child.tag in TRANSPARENT:
            yield from _children(child, tag)


def _count(element: "_Element", properties: str, name: str, default: int) -> int:
    """A count of grid columns that a row skips or a cell spans."""
    for holder in element.iterchildren(properties):
        for child in holder.iterchildren(W + name):
            return min(max(whole(child.get(VAL)) or default, default), _WIDEST)
    return default
