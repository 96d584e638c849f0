"""What stands inside one Word paragraph: text in the final view of changes, breaks, fields, anchored boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.letter import Run
from letterlint.sources.docx import symbols
from letterlint.sources.docx.fields import Fields
from letterlint.sources.docx.names import (
    ALTERNATE,
    BR,
    CHOICE,
    CR,
    DRAWING,
    FALLBACK,
    FLDCHAR,
    FLDCHARTYPE,
    FLDSIMPLE,
    INSTR,
    INSTRTEXT,
    LOCK,
    NO_BREAK_HYPHEN,
    OBJECT,
    PICT,
    PTAB,
    RPR,
    RUBY,
    RUBYBASE,
    RUN,
    SDT,
    SDTCONTENT,
    SDTPR,
    SOFT_HYPHEN,
    SPACE,
    SYM,
    TAB,
    TRANSPARENT,
    TXBXCONTENT,
    TYPE,
    VAL,
    M,
    T,
    W,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from letterlint.sources.docx.limits import Budget
    from letterlint.sources.docx.notes import Notes
    from letterlint.sources.docx.styles import ParagraphLook, RunLook, StyleSheet

_XML_BLANKS = " \t\r\n"
#: Characters that mean a break in ``Letter.text`` but nothing of the kind inside ``w:t``, and line separators.
_STRAY = {0x0A: " ", 0x0D: " ", 0x0B: "\n", 0x0C: " ", 0x85: " ", 0x2028: "\n", 0x2029: "\n"}
_SIGNS = {TAB: "\t", PTAB: "\t", CR: "\n", NO_BREAK_HYPHEN: "\u2011", SOFT_HYPHEN: "\u00ad"}
_COUNTED = {
    W + "footnoteReference": "footnotes",
    W + "endnoteReference": "endnotes",
    W + "commentReference": "comments",
}
_FORMULAS = frozenset({M + "oMath", M + "oMathPara"})
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


class Draft:
    """A paragraph being read. Several Word paragraphs may run into one where a paragraph mark was deleted."""

    __slots__ = (
        "_gap",
        "_length",
        "_pieces",
        "_runs",
        "boxes",
        "column_after",
        "column_before",
        "editable",
        "last_page",
        "look",
        "number",
        "page_after",
        "page_before",
        "seen",
    )  # fmt: skip

    def __init__(self, number: int, look: ParagraphLook) -> None:
        self.number = number
        self.look = look
        self.boxes: list[tuple[_Element, _Element]] = []  #: the box's content, and the drawing it hangs in
        self.page_before = self.page_after = False
        self.column_before = self.column_after = 0
        self.editable = True
        self.last_page = False
        self.seen = 0  #: runs so far
        self._gap = False
        self._length = 0
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, RunLook]] = []

    def add(self, text: str, look: RunLook) -> None:
        """Append printed text."""
        if self._gap:
            text, self._gap = "\n" + text, False
        start, self._length = self._length, self._length + len(text)
        self._pieces.append(text)
        if self._runs and self._runs[-1][2] == look:
            start = self._runs.pop()[0]
        self._runs.append((start, self._length, look))

    def turn(self, *, page: bool) -> None:
        """A page or column break. Between words it parts them like a line break."""
        begun = not self.blank
        self._gap = begun
        if page:
            self.page_after, self.page_before = self.page_after or begun, self.page_before or not begun
        elif begun:
            self.column_after += 1
        else:
            self.column_before += 1

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read so far."""
        return not self._length or all(piece.isspace() for piece in self._pieces)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Stretches of equal looks."""
        return tuple(Run(start, stop, look.font, look.size, look.bold) for start, stop, look in self._runs)


class Inline:
    """Reads the contents of paragraphs of one story; holds its open fields."""

    __slots__ = ("_budget", "_in_margin", "_notes", "_part", "_styles", "fields", "locked")

    def __init__(self, styles: StyleSheet, budget: Budget, notes: Notes, part: str, *, in_margin: bool) -> None:
        """``in_margin`` is True for headers and footers, where a field may hide the text of the last page."""
        self._styles = styles
        self._budget = budget
        self._notes = notes
        self._part = part
        self._in_margin = in_margin
        self.fields = Fields()
        self.locked = False

    def read(self, parent: _Element, draft: Draft) -> None:
        """Append what stands in a ``w:p`` or another inline container."""
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, draft)
            elif tag in TRANSPARENT:
                self.read(child, draft)
            elif tag == SDT:
                self._control(child, draft)
            elif tag == FLDSIMPLE:
                self.fields.begin(child.get(INSTR) or "")
                self.fields.separate()
                self.read(child, draft)
                self._end_field(draft, self._styles.run(draft.look, None))
            elif tag == ALTERNATE:
                self.read(chosen(child), draft)
            elif tag in _FORMULAS:
                self._notes.count("formulas", self._part)

    def _control(self, control: _Element, draft: Draft) -> None:
        before = self.locked
        self.locked = before or is_locked(control)
        for content in control.iterchildren(SDTCONTENT):
            self.read(content, draft)
        self.locked = before

    def _run(self, run: _Element, draft: Draft) -> None:
        draft.seen += 1
        self._budget.runs(draft.seen)
        look: RunLook | None = None
        for leaf in run:
            if look is None:  # ``rPr`` is the first child, where there is one
                properties = leaf if leaf.tag == RPR else None
                look = self._styles.run(draft.look, properties)
                if properties is not None:
                    continue
            self._leaf(leaf, draft, look)

    def _leaf(self, leaf: _Element, draft: Draft, look: RunLook) -> None:
        tag = leaf.tag
        if tag == T:
            self._put(_text(leaf), draft, look)
        elif tag in _SIGNS:
            self._put(_SIGNS[tag], draft, look)
        elif tag == BR:
            self._break(leaf, draft, look)
        elif tag == FLDCHAR:
            self._field(leaf, draft, look)
        elif tag == INSTRTEXT:
            if not self.fields.visible:
                self.fields.code(leaf.text or "")
        else:
            self._rare_leaf(leaf, draft, look)

    def _rare_leaf(self, leaf: _Element, draft: Draft, look: RunLook) -> None:
        tag = leaf.tag
        if tag == SYM:
            self._put(symbols.unicode_of(leaf.get(W + "font"), leaf.get(W + "char")), draft, look)
        elif tag in _COUNTED:
            self._notes.count(_COUNTED[tag], self._part)
        elif tag in {DRAWING, PICT, OBJECT}:
            if not look.vanish and self.fields.visible:
                draft.boxes.extend((content, leaf) for content in boxes(leaf))
        elif tag == ALTERNATE:
            for inner in chosen(leaf):
                self._leaf(inner, draft, look)
        elif tag == RUBY:
            for base in leaf.iterchildren(RUBYBASE):
                self.read(base, draft)

    def _put(self, text: str, draft: Draft, look: RunLook) -> None:
        if not text:
            return
        if look.vanish:
            if self.fields.visible and not text.isspace():
                self._notes.count("hidden", self._part)
            return
        if self.fields:
            if not self.fields.visible:
                self.fields.code(text)
                return
            self.fields.result(text)
            draft.last_page = draft.last_page or self.fields.on_last_page
        draft.add(text, look)
        if self.locked:
            draft.editable = False

    def _break(self, leaf: _Element, draft: Draft, look: RunLook) -> None:
        kind = leaf.get(TYPE)
        if kind in {"page", "column"}:
            if self.fields.visible and not look.vanish:
                draft.turn(page=kind == "page")
        else:
            self._put("\n", draft, look)

    def _field(self, leaf: _Element, draft: Draft, look: RunLook) -> None:
        kind = leaf.get(FLDCHARTYPE)
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._end_field(draft, look)

    def _end_field(self, draft: Draft, look: RunLook) -> None:
        literal = self.fields.end()
        if literal and self._in_margin and self.fields.visible and not look.vanish:
            draft.add(literal.translate(_STRAY), look)
            draft.last_page = True
            draft.editable = False  # the words stand in the code of the field


def _text(leaf: _Element) -> str:
    text = leaf.text or ""
    if leaf.get(SPACE) != "preserve":
        text = text.strip(_XML_BLANKS)  # as Word shows it
    return text if text.isprintable() else text.translate(_STRAY)


def is_locked(control: _Element) -> bool:
    """Whether the words in a content control must not be changed."""
    return any(
        lock.get(VAL) in _LOCKED for properties in control.iterchildren(SDTPR) for lock in properties.iterchildren(LOCK)
    )


def chosen(alternate: _Element) -> _Element:
    """The branch of ``mc:AlternateContent`` to read: the first choice, never also the fallback, which repeats it."""
    choice = next(alternate.iterchildren(CHOICE), None)
    if choice is not None:
        return choice
    fallback = next(alternate.iterchildren(FALLBACK), None)
    return alternate if fallback is None else fallback


def boxes(drawing: _Element) -> Iterator[_Element]:
    """The contents of the text boxes in a drawing, outermost only, each once."""
    if next(drawing.iter(TXBXCONTENT), None) is None:
        return
    for child in drawing:
        if child.tag == TXBXCONTENT:
            yield child
        elif child.tag == ALTERNATE:
            yield from boxes(chosen(child))
        else:
            yield from boxes(child)
