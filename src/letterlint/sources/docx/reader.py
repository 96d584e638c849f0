"""The door of the Word reader: bytes of a letter into blocks with effective formatting."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from letterlint.errors import ReadError
from letterlint.letter import Container, Sheet, Shown, Source
from letterlint.model import Kind
from letterlint.sources.docx.geometry import Section, read_section
from letterlint.sources.docx.limits import DEFAULT_LIMITS, Budget, Limits
from letterlint.sources.docx.markup import BrokenPartError
from letterlint.sources.docx.measures import whole
from letterlint.sources.docx.names import EXTENDED, PPR, SECTPR, W
from letterlint.sources.docx.notes import Notes
from letterlint.sources.docx.numbering import Numbering
from letterlint.sources.docx.package import Package
from letterlint.sources.docx.parts import Parts, optional, relations
from letterlint.sources.docx.story import Walk
from letterlint.sources.docx.styles import StyleSheet, numbering_of
from letterlint.sources.docx.theme import Theme

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_NO_SECTION = Section(None, None, None, 1, new_page=True, title_page=False, references={})


def read_docx(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Read a Word letter: every Word paragraph is one block, in reading order.

    Raises ``ReadError`` where the bytes are no Word document, are damaged, or pass ``limits``. Parts that hold
    letter text and could not be read are failures of kind ``part`` among the notes.
    """
    budget = Budget(limits)
    try:
        with Package(data, limits) as package:
            return _read(package, budget)
    except MemoryError as error:
        raise ReadError(
            "не хватает памяти, чтобы прочитать файл", "not enough memory to read the file", "limit"
        ) from error
    except RecursionError as error:
        raise ReadError("слишком глубокая вложенность", "nested too deeply", "limit") from error


def read_document(document: Document) -> Source:
    """Read a python-docx document as it would be saved now. Raises ``ReadError`` like :func:`read_docx`."""
    stream = io.BytesIO()
    document.save(stream)
    return read_docx(stream.getvalue())


def _read(package: Package, budget: Budget) -> Source:
    notes = Notes()
    parts = Parts(package)
    sections = _sections(parts.body)
    walk = _walk(parts, budget, notes, sections)
    headers, footers = _margins(sections)
    read: set[str] = set()
    _read_margins(walk, parts, Container.HEADER, headers, read)
    walk.body(parts.body, parts.main)
    _read_margins(walk, parts, Container.FOOTER, footers, read)
    _note_relations(parts, notes)
    for name in package.charsets:
        notes.count("charset", name)
    first = sections[0]
    width = None if first.width is None else round(first.width, 2)
    return Source(
        kind=Kind.DOC,
        blocks=tuple(walk.blocks),
        formatted=True,
        sheet=Sheet(first.margins, width, _pages(parts)),
        notes=notes.all(),
    )


def _walk(parts: Parts, budget: Budget, notes: Notes, sections: list[Section]) -> Walk:
    """The formatting of the document; numbering and theme are loaded when first asked for."""
    package = parts.package
    styles_name = parts.named("styles")
    styles: _Element | None = None
    if styles_name is not None and styles_name in package:
        styles = package.xml(styles_name)
    else:
        notes.count("styles", styles_name or parts.main)

    def numbering() -> _Element | None:
        name = parts.named("numbering")
        return package.xml(name) if name is not None and name in package else None

    def theme() -> _Element | None:
        name = parts.named("theme")
        root = optional(package, name)
        if root is None:
            notes.count("theme", name or parts.main)
        return root

    lists = Numbering(numbering, lambda style: numbering_of(styles, style))
    return Walk(
        styles=StyleSheet(styles, Theme(theme), lists), numbering=lists, budget=budget, notes=notes, sections=sections
    )


def _sections(body: _Element) -> list[Section]:
    """The sections in order; the last is that of the body itself, with Word's defaults where it is missing."""
    elements = [
        element
        for element in body.iter(SECTPR)
        if (parent := element.getparent()) is not None and (parent is body or parent.tag == PPR)
    ]
    sections = [read_section(element) for element in elements]
    if not elements or elements[-1].getparent() is not body:
        sections.append(_NO_SECTION)
    return sections


_Margins = list[tuple[str, Shown]]


def _margins(sections: list[Section]) -> tuple[_Margins, _Margins]:
    """Ids of the headers that show on the first page, and of the footers of the last."""
    first, last = sections[0], sections[-1]
    kind, shown = ("first", Shown.FIRST_PAGE) if first.title_page else ("default", Shown.EVERY_PAGE)
    headers = [(identity, shown)] if (identity := first.references.get(("header", kind))) else []
    footers: _Margins = []
    if len(sections) == 1 and first.title_page and (identity := first.references.get(("footer", "first"))):
        footers.append((identity, Shown.FIRST_PAGE))
    own = last.references.get(("footer", "default"))
    if own and len(sections) > 1:
        footers.append((own, Shown.LAST_SECTION))
    else:  # a section without a footer of its own goes on with the one before
        inherited = (section.references.get(("footer", "default")) for section in reversed(sections))
        footers.extend((identity, Shown.EVERY_PAGE) for identity in [next(filter(None, inherited), None)] if identity)
    return headers, footers


def _read_margins(walk: Walk, parts: Parts, container: Container, margins: _Margins, read: set[str]) -> None:
    """Read headers or footers, each part once; one that cannot be read is a failure that reaches the caller."""
    title = "Верхний" if container is Container.HEADER else "Нижний"
    for identity, shown in margins:
        relation = parts.relations.get(identity)
        name = identity if relation is None else relation.target
        if name in read:
            continue
        read.add(name)
        try:
            root = parts.package.xml(name)
        except BrokenPartError as error:
            walk.notes.lost(
                f"{title} колонтитул не прочитан: {error.reason}.", f"{name} cannot be read: {error.reason_en}.", name
            )
            continue
        if root.tag in {W + "hdr", W + "ftr"}:
            walk.margin(root, name, container, shown)
        else:
            walk.notes.lost(
                f"{title} колонтитул не прочитан: в части {name} другое содержимое.",
                f"{name} is no header or footer.",
                name,
            )


def _note_relations(parts: Parts, notes: Notes) -> None:
    """Note what hangs on the document and is not there or not inside the file; nothing is ever fetched."""
    for relation in parts.relations.values():
        if relation.external:
            if relation.kind != "hyperlink":
                notes.count("external", parts.main)
        elif relation.kind == "image" and relation.target not in parts.package:
            notes.count("pictures", parts.main)
    settings = parts.named("settings")
    if settings is not None and any(
        relation.kind == "attachedTemplate" and relation.external
        for relation in relations(parts.package, settings).values()
    ):
        notes.count("template", settings)


def _pages(parts: Parts) -> int | None:
    """The number of pages that the writing program last counted."""
    root = optional(parts.package, parts.properties)
    if root is None:
        return None
    pages = whole(next((element.text for element in root.iterchildren(EXTENDED + "Pages")), None))
    return pages if pages is not None and pages > 0 else None
