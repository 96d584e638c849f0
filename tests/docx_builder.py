"""Small Word packages made of XML strings, for tests: what Word and its kin write, in one line each."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W_NS}" xmlns:r="{R_NS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{_WORD}.document.main+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OVERRIDES = {
    "word/styles.xml": "styles",
    "word/numbering.xml": "numbering",
    "word/settings.xml": "settings",
    "word/footnotes.xml": "footnotes",
}
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)


def run(text: str, properties: str = "") -> str:
    """A run of text; ``properties`` is the inside of ``rPr``."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str = "", properties: str = "") -> str:
    """A paragraph; ``content`` is text or XML, ``properties`` the inside of ``pPr``."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    body = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p>{inside}{body}</w:p>"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """A table whose cells hold the given XML."""
    grid = '<w:gridCol w:w="4000"/>' * max(map(len, rows))
    lines = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def field(code: str, result: str) -> str:
    """A complex field: code and cached result, both XML or text."""
    inside = code if code.startswith("<") else f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    shown = result if result.startswith("<") or not result else run(result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"{inside}"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(content: str, position: str = "", fallback: str | None = None) -> str:
    """A run with an anchored text box and its VML twin, as Word writes them."""
    twin = content if fallback is None else fallback
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{position}<wp:extent cx="1800000" cy="720000"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        '</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute">'
        f"<v:textbox><w:txbxContent>{twin}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def document_xml(body: str, section: str = SECTION) -> str:
    """The main part around a body."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


def part_xml(root: str, content: str) -> str:
    """A part such as ``w:styles`` or ``w:hdr`` around its content."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def rels_xml(*entries: tuple[str, str, str]) -> str:
    """Relationships: (id, last word of the type, target); ``http:`` and ``file:`` targets are external."""
    lines = "".join(
        f'<Relationship Id="{identity}" Type="{R_NS}/{kind}" Target="{target}"'
        + (' TargetMode="External"' if target.startswith(("http:", "file:", "https:", "\\\\")) else "")
        + "/>"
        for identity, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def content_types(main: str = MAIN_TYPE, names: tuple[str, ...] = ()) -> str:
    """``[Content_Types].xml`` with the main part and those of ``names`` that need a line."""
    lines = [f'<Override PartName="/word/document.xml" ContentType="{main}"/>']
    for name in names:
        kind = _OVERRIDES.get(name) or next((k for k in ("header", "footer") if name.startswith(f"word/{k}")), None)
        if kind:
            lines.append(f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}+xml"/>')
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(lines)}</Types>'
    )


def zip_of(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of the parts, in order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def package(
    body: str,
    *,
    section: str = SECTION,
    styles: str = STYLES,
    parts: Mapping[str, str | bytes] | None = None,
    rels: tuple[tuple[str, str, str], ...] = (),
    main_type: str = MAIN_TYPE,
) -> dict[str, str | bytes]:
    """The parts of a whole document, ready to be changed and zipped. ``rels`` go beside those of the styles."""
    extra = dict(parts or {})
    own: list[tuple[str, str, str]] = [("rIdStyles", "styles", "styles.xml")]
    for name, kind in (
        ("word/numbering.xml", "numbering"),
        ("word/theme/theme1.xml", "theme"),
        ("word/settings.xml", "settings"),
    ):
        if name in extra:
            own.append((f"rId{kind}", kind, name.removeprefix("word/")))
    return {
        "[Content_Types].xml": content_types(main_type, ("word/styles.xml", *extra)),
        "_rels/.rels": rels_xml(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document_xml(body, section),
        "word/styles.xml": part_xml("styles", styles),
        "word/_rels/document.xml.rels": rels_xml(*own, *rels),
        **extra,
    }


def docx(body: str, **options: object) -> bytes:
    """The bytes of a document; options as for :func:`package`."""
    return zip_of(package(body, **options))  # type: ignore[arg-type]
