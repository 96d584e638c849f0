"""What LibreOffice understood: paragraphs of a flat ODT with the looks of their first letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SKIPPED = {_TEXT + "tracked-changes", _OFFICE + "annotation", _DRAW + "frame", _DRAW + "custom-shape", _TEXT + "note"}
_ALIGNMENTS = {
    "start": "left",
    "left": "left",
    "end": "right",
    "right": "right",
    "center": "center",
    "justify": "justify",
}


Styles = dict[tuple[str | None, str | None], etree._Element]


class Looks(NamedTuple):
    """One paragraph: its text and what LibreOffice would do with its first letter."""

    text: str
    alignment: str
    size: float
    font: str
    bold: bool
    left: float
    first_line: float


def paragraphs(data: bytes) -> list[Looks]:
    """The body's paragraphs with words in document order; boxes come where they stand in the file."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    styles = {
        (style.get(_STYLE + "family"), style.get(_STYLE + "name")): style for style in root.iter(_STYLE + "style")
    }
    defaults = {style.get(_STYLE + "family"): style for style in root.iter(_STYLE + "default-style")}
    faces = {
        face.get(_STYLE + "name"): face.get("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family")
        for face in root.iter(_STYLE + "font-face")
    }
    body = root.find(f".//{_OFFICE}body/{_OFFICE}text")
    assert body is not None
    words = _Words(root)
    found: list[Looks] = []
    joins = False
    for paragraph in body.iter(_TEXT + "p", _TEXT + "h"):
        if any(parent.tag == _TEXT + "tracked-changes" for parent in paragraph.iterancestors()):
            continue
        text = words.of(paragraph).rstrip("\r")  # LibreOffice leaves one after a block content control
        if joins:
            found[-1] = found[-1]._replace(text=found[-1].text + text)
        elif text.strip():
            found.append(_looks(paragraph, text, styles, defaults["paragraph"], faces))
        joins = words.deleting and bool(found)
    return found


def _looks(
    paragraph: etree._Element, text: str, styles: Styles, default: etree._Element, faces: dict[str | None, str | None]
) -> Looks:
    chain = [*_chain(styles, "paragraph", paragraph.get(_TEXT + "style-name")), default]
    span = next((s for s in paragraph.iter(_TEXT + "span") if "".join(s.itertext()).strip()), None)
    lead = (paragraph.text or "").strip()
    inner = [] if span is None or lead else list(_chain(styles, "text", span.get(_TEXT + "style-name")))
    font = _first([*inner, *chain], "text-properties", _STYLE + "font-name") or "?"
    return Looks(
        text,
        _ALIGNMENTS[_first(chain, "paragraph-properties", _FO + "text-align") or "start"],
        float((_first([*inner, *chain], "text-properties", _FO + "font-size") or "0pt").removesuffix("pt")),
        (faces.get(font) or font).strip("'"),
        _first([*inner, *chain], "text-properties", _FO + "font-weight") == "bold",
        _mm(_first(chain, "paragraph-properties", _FO + "margin-left")),
        _mm(_first(chain, "paragraph-properties", _FO + "text-indent")),
    )


class _Words:
    """The text that is left when all changes are accepted; a deletion may go on into the next paragraph."""

    def __init__(self, root: etree._Element) -> None:
        self._deletions = {
            region.get(_TEXT + "id")
            for region in root.iter(_TEXT + "changed-region")
            if region.find(_TEXT + "deletion") is not None
        }
        self.deleting = False

    def of(self, element: etree._Element) -> str:
        """The text of a paragraph."""
        return "".join(self._walk(element))

    def _walk(self, element: etree._Element) -> Iterator[str]:
        if element.tag in _SKIPPED:
            return
        yield self._kept(element.text)
        for child in element:
            if child.tag in {_TEXT + "change-start", _TEXT + "change-end"}:
                if child.get(_TEXT + "change-id") in self._deletions:
                    self.deleting = child.tag == _TEXT + "change-start"
            elif child.tag == _TEXT + "s":
                yield self._kept(" " * int(child.get(_TEXT + "c") or "1"))
            elif child.tag == _TEXT + "tab":
                yield self._kept("\t")
            elif child.tag == _TEXT + "line-break":
                yield self._kept("\n")
            else:
                yield from self._walk(child)
            yield self._kept(child.tail)

    def _kept(self, text: str | None) -> str:
        return "" if self.deleting else text or ""


def _chain(styles: Styles, family: str, name: str | None) -> Iterator[etree._Element]:
    while (style := styles.get((family, name))) is not None:
        yield style
        name = style.get(_STYLE + "parent-style-name")


def _first(chain: list[etree._Element], group: str, attribute: str) -> str | None:
    for style in chain:
        for properties in style.iterchildren(_STYLE + group):
            if (value := properties.get(attribute)) is not None:
                return value
    return None


def _mm(value: str | None) -> float:
    if value is None or value.endswith("%"):
        return 0.0
    for unit, size in (("cm", 10.0), ("mm", 1.0), ("in", 25.4), ("pt", 25.4 / 72)):
        if value.endswith(unit):
            return float(value.removesuffix(unit)) * size
    return 0.0
