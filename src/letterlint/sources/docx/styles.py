"""Effective formatting of paragraphs and runs: defaults, table, paragraph and character styles, numbering, theme.

Later wins, attribute by attribute: document defaults, table style, paragraph style from root to leaf, numbering level
(indents only), character style, direct formatting. Switches such as bold are XORed across the kinds of style
(ECMA-376, 17.7.3); a direct value is absolute. Everything is cached by the styles and the direct formatting, because
letters repeat a few looks hundreds of times.
"""

from typing import TYPE_CHECKING, NamedTuple

from letterlint.letter import Alignment, ParagraphStyle
from letterlint.sources.docx.layers import (
    NO_PARAGRAPH,
    NO_RUN,
    PARAGRAPH_TAGS,
    RUN_TAGS,
    ParagraphLayer,
    RunLayer,
    paragraph_over,
    read_paragraph,
    read_run,
    run_over,
)
from letterlint.sources.docx.names import (
    BASEDON,
    DEFAULT,
    NUMPR,
    PPR,
    PSTYLE,
    RPR,
    RSTYLE,
    STYLE,
    STYLEID,
    TYPE,
    VAL,
    W,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from letterlint.sources.docx.numbering import Numbering
    from letterlint.sources.docx.theme import Theme

#: What Word uses where nothing is set anywhere (ECMA-376, 17.7.5).
_FACE, _SIZE = "Times New Roman", 10.0

_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "center": Alignment.CENTER,
    "both": Alignment.JUSTIFY,
    "distribute": Alignment.JUSTIFY,
    "lowKashida": Alignment.JUSTIFY,
    "mediumKashida": Alignment.JUSTIFY,
    "highKashida": Alignment.JUSTIFY,
    "thaiDistribute": Alignment.JUSTIFY,
}
_MIRRORED = {Alignment.LEFT: Alignment.RIGHT, Alignment.RIGHT: Alignment.LEFT}

#: A table style and the conditional formats (``firstRow``…) that hold in one cell, in order of application.
TableKey = tuple[str, tuple[str, ...]]
Signature = tuple[object, ...]


class RunLook(NamedTuple):
    """Effective looks of a run; ``font`` is what Cyrillic uses, None where unknown; ``size`` in points."""

    font: str | None
    size: float
    bold: bool
    vanish: bool


class ParagraphLook(NamedTuple):
    """Effective looks of a paragraph. ``base`` names its styles and is the key to the looks of its runs."""

    style: ParagraphStyle
    page_break: bool
    number: str | None
    level: int
    frame: tuple[tuple[str, str], ...] | None
    base: tuple[str | None, TableKey | None]


class StyleSheet:
    """The styles of one document; resolves only what the text uses."""

    def __init__(self, root: "_Element | None", theme: "Theme", numbering: "Numbering") -> None:
        """``root`` is styles.xml, None where the document has none."""
        self._theme = theme
        self._numbering = numbering
        self._styles: dict[tuple[str, str], _Element] = {}
        self._defaults: dict[str, str] = {}
        self._document = (NO_PARAGRAPH, NO_RUN)
        if root is not None:
            self._index(root)
        self._paragraphs: dict[tuple[object, ...], ParagraphLook] = {}
        self._runs: dict[tuple[object, ...], RunLook] = {}
        self._layers: dict[tuple[object, ...], tuple[ParagraphLayer, RunLayer]] = {}

    def _index(self, root: "_Element") -> None:
        for style in root.iterchildren(STYLE):
            kind, name = style.get(TYPE) or "paragraph", style.get(STYLEID) or ""
            self._styles.setdefault((kind, name), style)
            if style.get(DEFAULT) in {"1", "true", "on"}:
                self._defaults[kind] = name
        defaults = next(root.iterchildren(W + "docDefaults"), None)
        if defaults is not None:
            paragraph = next(defaults.iter(PPR), None)
            run = next(defaults.iter(RPR), None)
            self._document = (read_paragraph(paragraph), read_run(run, self._theme.font))

    def paragraph(self, properties: "_Element | None", table: TableKey | None) -> "ParagraphLook":
        """The effective looks of a paragraph with these ``pPr``, inside a table with that style or none."""
        style: str | None = None
        direct: Signature = ()
        if properties is not None:
            style, direct = _signature(properties, PSTYLE, PARAGRAPH_TAGS)
        key = (style, table, direct)
        look = self._paragraphs.get(key)
        if look is None:
            look = self._paragraphs[key] = self._resolve_paragraph(style, table, properties)
        return look

    def run(self, paragraph: "ParagraphLook", properties: "_Element | None") -> "RunLook":
        """The effective looks of a run with these ``rPr`` inside ``paragraph``."""
        style: str | None = None
        direct: Signature = ()
        if properties is not None:
            style, direct = _signature(properties, RSTYLE, RUN_TAGS)
        key = (paragraph.base, style, direct)
        look = self._runs.get(key)
        if look is None:
            look = self._runs[key] = self._resolve_run(paragraph.base, style, properties)
        return look

    def table_conditions(self, style: str | None) -> tuple[str, frozenset[str]]:
        """The id of the table style in force and the conditional formats it knows."""
        name = style if ("table", style or "") in self._styles else self._defaults.get("table", "")
        known = {
            condition.get(TYPE) or ""
            for element in self._chain("table", name or "")
            for condition in element.iterchildren(W + "tblStylePr")
        }
        return name or "", frozenset(known)

    def _resolve_paragraph(
        self, style: str | None, table: TableKey | None, direct: "_Element | None"
    ) -> "ParagraphLook":
        if ("paragraph", style or "") not in self._styles:
            style = self._defaults.get("paragraph")
        under, _ = self._base((style, table))
        over = read_paragraph(direct)
        if over.number is not None or over.level is not None:
            number = over.number if over.number is not None else under.number
            if number is not None:
                under = paragraph_over(self._numbering.indents(number, over.level, style), under)
        seen = paragraph_over(over, under)
        number = None if seen.number in {None, "0"} else seen.number
        level = self._numbering.level(number, seen.level, style) if number is not None else 0
        return ParagraphLook(_style(seen), bool(seen.page_break), number, level, seen.frame, (style, table))

    def _resolve_run(
        self, base: tuple[str | None, TableKey | None], style: str | None, direct: "_Element | None"
    ) -> "RunLook":
        _, under = self._base(base)
        if style is not None and ("character", style) in self._styles:
            _, layer = self._chain_layers("character", style)
            under = _stack(layer, under)
        over = read_run(direct, self._theme.font)
        seen = run_over(over, under)
        defaults = self._document[1]
        face = seen.cs if seen.complex else seen.eastasia if seen.east else seen.hansi
        named = seen.hansi or seen.cs or seen.eastasia
        return RunLook(
            font=face or (None if named else _FACE),
            size=seen.size or _SIZE,
            bold=over.bold if over.bold is not None else bool(under.bold or defaults.bold),
            vanish=over.vanish if over.vanish is not None else bool(under.vanish or defaults.vanish),
        )

    def _base(self, base: tuple[str | None, TableKey | None]) -> tuple[ParagraphLayer, RunLayer]:
        """Defaults, table style and paragraph style; switches of the defaults are left out, they are no style."""
        if base in self._layers:
            return self._layers[base]
        style, table = base
        paragraph, run = self._document
        run = run._replace(bold=None, vanish=None)
        if table is not None:
            over = self._table_layers(table)
            paragraph, run = paragraph_over(over[0], paragraph), _stack(over[1], run)
        if style is not None:
            over = self._chain_layers("paragraph", style)
            paragraph, run = paragraph_over(over[0], paragraph), _stack(over[1], run)
        return self._layers.setdefault(base, (paragraph, run))

    def _chain_layers(self, kind: str, name: str) -> tuple[ParagraphLayer, RunLayer]:
        """What a style says together with the styles it is based on."""
        key = ("chain", kind, name)
        if key in self._layers:
            return self._layers[key]
        paragraph, run = NO_PARAGRAPH, NO_RUN
        for element in self._chain(kind, name):
            own = read_paragraph(next(element.iterchildren(PPR), None))
            if own.number is not None:
                indents = self._numbering.indents(own.number, own.level, element.get(STYLEID))
                paragraph = paragraph_over(indents, paragraph)
            paragraph = paragraph_over(own, paragraph)
            run = run_over(read_run(next(element.iterchildren(RPR), None), self._theme.font), run)
        return self._layers.setdefault(key, (paragraph, run))

    def _table_layers(self, table: TableKey) -> tuple[ParagraphLayer, RunLayer]:
        name, conditions = table
        paragraph, run = self._chain_layers("table", name)
        for condition in conditions:
            for element in self._chain("table", name):
                for part in element.iterchildren(W + "tblStylePr"):
                    if part.get(TYPE) == condition:
                        paragraph = paragraph_over(read_paragraph(next(part.iterchildren(PPR), None)), paragraph)
                        layer = read_run(next(part.iterchildren(RPR), None), self._theme.font)
                        run = run_over(layer, run)
        return paragraph, run

    def _chain(self, kind: str, name: str) -> "list[_Element]":
        """The style and its bases, root first; a loop is cut where it closes."""
        chain: list[_Element] = []
        seen: set[str] = set()
        while name not in seen and (kind, name) in self._styles:
            seen.add(name)
            element = self._styles[kind, name]
            chain.append(element)
            name = next((base.get(VAL) or "" for base in element.iterchildren(BASEDON)), "")
        chain.reverse()
        return chain


def numbering_of(root: "_Element | None", style: str) -> str | None:
    """The ``numId`` that a numbering style of styles.xml holds."""
    for element in () if root is None else root.iterchildren(STYLE):
        if element.get(STYLEID) == style and element.get(TYPE) == "numbering":
            return read_paragraph(next(element.iterchildren(PPR), None)).number
    return None


def _stack(upper: RunLayer, lower: RunLayer) -> RunLayer:
    """Two kinds of style over each other: values replace, switches are XORed."""
    return run_over(upper, lower)._replace(bold=_xor(upper.bold, lower.bold), vanish=_xor(upper.vanish, lower.vanish))


def _xor(upper: bool | None, lower: bool | None) -> bool | None:
    return lower if upper is None else upper != bool(lower)


def _style(seen: ParagraphLayer) -> ParagraphStyle:
    alignment = _ALIGNMENTS.get(seen.jc or "left", Alignment.LEFT)
    left, right = seen.left or 0.0, seen.right or 0.0
    if seen.bidi:
        alignment = _MIRRORED.get(alignment, alignment)
        left, right = right, left
    return ParagraphStyle(
        alignment=alignment,
        left=round(left, 2),
        right=round(right, 2),
        first_line=round(seen.first or 0.0, 2),
        line_spacing=1.0 if seen.line is None else seen.line or None,
    )


def _signature(properties: "_Element", reference: str, tags: frozenset[str]) -> tuple[str | None, Signature]:
    """The style that an ``rPr`` or ``pPr`` refers to, and all that it says itself, as a key."""
    style: str | None = None
    said: list[object] = []
    for child in properties:
        tag = child.tag
        if tag == reference:
            style = child.get(VAL)
        elif tag in tags:
            said.append(tag)
            said.extend(child.items())
            if tag == NUMPR:
                said.extend((part.tag, part.get(VAL)) for part in child)
    return style, tuple(said)
