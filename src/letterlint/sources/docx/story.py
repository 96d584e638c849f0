"""Walks the stories of a document (body, headers, footers, text boxes) in reading order and delivers blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from letterlint.letter import IN_FLOW, Block, Container, PageStart, Place, Shown
from letterlint.sources.docx import geometry
from letterlint.sources.docx.inline import Draft, Inline, chosen, is_locked
from letterlint.sources.docx.names import (
    ALTCHUNK,
    ALTERNATE,
    DEL,
    DRAWING,
    MOVEFROM,
    PPR,
    RPR,
    SDT,
    SDTCONTENT,
    SECTPR,
    TBL,
    TRANSPARENT,
    WP,
    P,
    W,
)
from letterlint.sources.docx.tables import cells

if TYPE_CHECKING:
    from lxml.etree import _Element

    from letterlint.sources.docx.geometry import Section
    from letterlint.sources.docx.limits import Budget
    from letterlint.sources.docx.notes import Notes
    from letterlint.sources.docx.numbering import Numbering
    from letterlint.sources.docx.styles import StyleSheet, TableKey

#: So many empty paragraphs in a row are taken for a page made by hand. A guess: writers part the pieces of a sheet
#: by one to five empty lines, at most eight before a signature; twelve lines of 14 pt are 70-100 mm, a third of the
#: text area of an A4 sheet, and nothing on one sheet needs such a hole.
PADDING = 12


class Region(NamedTuple):
    """Where paragraphs stand: the innermost container, their place and the table style that holds there."""

    container: Container
    place: Place
    table: TableKey | None = None


class Walk:
    """What all stories of one document share: formatting, limits, notes, running numbers and the blocks so far."""

    def __init__(
        self, *, styles: StyleSheet, numbering: Numbering, budget: Budget, notes: Notes, sections: list[Section]
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.budget = budget
        self.notes = notes
        self.sections = sections
        self.blocks: list[Block] = []
        self.paragraphs = self.tables = self.boxes = 0

    def body(self, body: _Element, part: str) -> None:
        """Read the body of the main document."""
        story = Story(self, part, Region(Container.BODY, IN_FLOW), in_body=True)
        story.read(body)
        self._columns(story)

    def margin(self, root: _Element, part: str, container: Container, shown: Shown) -> None:
        """Read a header or footer part."""
        place = Place(shown=shown, flow=container.value)
        Story(self, part, Region(container, place)).read(root)

    def _columns(self, body: Story) -> None:
        """Number the columns of sections in which a break says where the next column begins."""
        told = {section for _, section, column in body.columns if column}
        for index, section, column in body.columns:
            if section in told:
                block = self.blocks[index]
                self.blocks[index] = block._replace(place=block.place._replace(column=column))


class Story:
    """One flow of paragraphs. Fields, page breaks and empty lines of a story are its own."""

    def __init__(self, walk: Walk, part: str, region: Region, *, in_body: bool = False) -> None:
        """``in_body`` is True for the body alone: only there are pages and sections."""
        self._walk = walk
        self._part = part
        self._region = region
        self._in_body = in_body
        in_margin = region.place.shown is not Shown.ONCE
        self._inline = Inline(walk.styles, walk.budget, walk.notes, part, in_margin=in_margin)
        self._draft: Draft | None = None
        self._page = False
        self._empty = 0
        self._begun = False
        self._section = 0
        self._column = 0
        self._frame: tuple[tuple[tuple[str, str], ...], Place] | None = None
        #: (number of the block, section, column) of the blocks in sections with several columns
        self.columns: list[tuple[int, int, int]] = []

    def read(self, root: _Element) -> None:
        """Deliver the blocks of the story."""
        self._blocks(root, self._region)
        self._flush(self._region)

    def _blocks(self, parent: _Element, region: Region) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, region)
            elif tag == TBL:
                self._flush(region, before_table=True)
                self._table(child, region)
            elif tag == SDT:
                before = self._inline.locked
                self._inline.locked = before or is_locked(child)
                for content in child.iterchildren(SDTCONTENT):
                    self._blocks(content, region)
                self._inline.locked = before
            elif tag in TRANSPARENT:
                self._blocks(child, region)
            elif tag == ALTERNATE:
                self._blocks(chosen(child), region)
            elif tag == ALTCHUNK:
                self._walk.notes.count("altchunk", self._part)

    def _paragraph(self, paragraph: _Element, region: Region) -> None:
        walk = self._walk
        walk.budget.paragraph()
        number = walk.paragraphs
        walk.paragraphs += 1
        properties = next(paragraph.iterchildren(PPR), None)
        look = walk.styles.paragraph(properties, region.table)
        if self._draft is None:
            self._draft = Draft(number, look)
        else:
            self._draft.look = look  # joined paragraphs take the looks of the surviving mark (ECMA-376, 17.13.5.15)
        self._inline.read(paragraph, self._draft)
        if self._inline.fields and not self._inline.fields.visible:
            self._inline.fields.code("\n")
        if properties is None or not _mark_deleted(properties):
            self._finish(region)
        if self._in_body and properties is not None and next(properties.iterchildren(SECTPR), None) is not None:
            self._next_section()

    def _flush(self, region: Region, *, before_table: bool = False) -> None:
        """Close a paragraph that has no successor to run into."""
        if self._draft is None:
            return
        if before_table and self._draft.blank and not self._draft.boxes:
            self._draft = None
        else:
            self._finish(region)

    def _finish(self, region: Region) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        walk, look = self._walk, draft.look
        text, blank = draft.text, draft.blank
        walk.budget.characters(len(text))
        place = self._place(draft, region)
        if self._in_body and self._frame is None:
            self._count_columns(draft)
        walk.blocks.append(
            Block(
                text=text,
                source=draft.number,
                container=region.container,
                style=look.style,
                runs=draft.runs,
                place=place,
                page_start=self._page_start(draft, blank, region) if self._in_body else PageStart.NO,
                label=None if look.number is None else walk.numbering.label(look.number, look.level),
                editable=draft.editable,
            )
        )
        for content, drawing in draft.boxes:
            self._box(content, drawing, region)

    def _count_columns(self, draft: Draft) -> None:
        if self._walk.sections[self._section].columns > 1:
            self._column += draft.column_before
            self.columns.append((len(self._walk.blocks), self._section, self._column))
            self._column += draft.column_after
        else:  # with one column only, the next column is on the next page
            draft.page_before = draft.page_before or draft.column_before > 0
            draft.page_after = draft.page_after or draft.column_after > 0

    def _page_start(self, draft: Draft, blank: bool, region: Region) -> PageStart:
        """Whether the paragraph begins a sheet; also keeps the account for the next one."""
        hard = self._page or draft.look.page_break or (draft.page_before and not blank)
        self._page = draft.page_after or (draft.page_before and blank)
        padded = not blank and self._begun and self._empty >= PADDING
        if hard or not blank:
            self._empty = 0
        if blank and region.container is Container.BODY:
            self._empty += 1
        self._begun = self._begun or not blank
        return PageStart.HARD if hard else PageStart.PADDED if padded else PageStart.NO

    def _place(self, draft: Draft, region: Region) -> Place:
        place = region.place
        frame = draft.look.frame
        if frame is None or place.table is not None or region.container is Container.TEXTBOX or _is_drop_cap(frame):
            self._frame = None
        elif self._frame is not None and self._frame[0] == frame:
            place = self._frame[1]
        else:
            horizontal, vertical = geometry.frame_place(frame, self._current)
            place = place._replace(horizontal=horizontal, vertical=vertical, flow=self._next_box())
            self._frame = (frame, place)
        if draft.last_page and region.place.shown is Shown.EVERY_PAGE:
            place = place._replace(shown=Shown.LAST_SECTION)
        return place

    @property
    def _current(self) -> Section | None:
        sections = self._walk.sections
        return sections[min(self._section, len(sections) - 1)] if sections else None

    def _next_box(self) -> str:
        number = self._walk.boxes
        self._walk.boxes += 1
        return f"box {number}"

    def _next_section(self) -> None:
        self._section = min(self._section + 1, len(self._walk.sections) - 1)
        self._column = 0
        self._page = self._page or self._walk.sections[self._section].new_page

    def _box(self, content: _Element, drawing: _Element, region: Region) -> None:
        section = self._current
        if drawing.tag == DRAWING:
            where = geometry.box_place(next(drawing.iterchildren(WP + "anchor"), None), section)
        else:
            where = geometry.vml_place(next(iter(drawing), None), section)
        place = Place(horizontal=where[0], vertical=where[1], shown=region.place.shown, flow=self._next_box())
        story = Story(self._walk, self._part, Region(Container.TEXTBOX, place))
        story._inline.locked = self._inline.locked
        story.read(content)

    def _table(self, table: _Element, region: Region) -> None:
        place = region.place
        nested = place.table is not None
        number = place.table[0] if place.table is not None else self._walk.tables
        if not nested:
            self._walk.tables += 1
        flow = f"table {number}" if self._in_body else place.flow
        for cell in cells(table, self._walk.styles):
            inside = place if nested else place._replace(table=(number, cell.row, cell.column), flow=flow)
            inner = Region(Container.TABLE, inside, cell.style)
            self._blocks(cell.element, inner)
            self._flush(inner)


def _mark_deleted(properties: _Element) -> bool:
    """Whether the paragraph mark is deleted or moved away in the final view, so that the next paragraph joins."""
    return any(child.tag in {DEL, MOVEFROM} for mark in properties.iterchildren(RPR) for child in mark)


def _is_drop_cap(frame: tuple[tuple[str, str], ...]) -> bool:
    return any(name == W + "dropCap" and value != "none" for name, value in frame)
