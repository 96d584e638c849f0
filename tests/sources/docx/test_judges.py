"""Other programs as judges: LibreOffice for text and looks, python-docx for what it knows."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from tests.docx_builder import SECTION, STYLES, docx, field, para, part_xml, run, table, text_box
from tests.sources.docx.fodt import Looks, paragraphs

from letterlint.sources.docx.reader import read_document, read_docx

if TYPE_CHECKING:
    from letterlint.letter import Source

CHANGE = 'w:author="А" w:date="2024-01-01T00:00:00Z"'
Convert = Callable[[bytes, str], bytes]

STYLED = STYLES + (
    '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="Base"/><w:basedOn w:val="a"/><w:pPr>'
    '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:left="567" w:firstLine="709"/><w:jc w:val="both"/></w:pPr>'
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="leaf"><w:name w:val="Leaf"/><w:basedOn w:val="base"/><w:pPr>'
    '<w:ind w:left="1134"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/>'
    '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="tn"><w:name w:val="Normal Table"/></w:style>'
)
NUMBERING = part_xml(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


def num(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


STRUCTURES = docx(
    para("<w:r><w:t> край </w:t></w:r>" + run("встык"))
    + para("<w:r><w:t>до</w:t><w:tab/><w:t>после</w:t><w:br/><w:t>строка</w:t><w:cr/><w:t>ещё</w:t></w:r>")
    + para(
        f"<w:sdt><w:sdtContent>{run('поле')}</w:sdtContent></w:sdt>"
        f'<w:smartTag w:uri="urn:x" w:element="e">{run(" метка")}</w:smartTag>'
        f'<w:hyperlink w:anchor="x">{run(" ссылка")}</w:hyperlink>'
    )
    + f"<w:sdt><w:sdtContent>{para('блок')}</w:sdtContent></w:sdt>"
    + para(
        f'<w:del w:id="1" {CHANGE}><w:r><w:delText>старое</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {CHANGE}>{run("новое")}</w:ins>{run(" слово")}'
    )
    + para("Прошу", f'<w:rPr><w:del w:id="3" {CHANGE}/></w:rPr>')
    + para(" ответить")
    + para("<w:r><w:t>кто</w:t><w:noBreakHyphen/><w:t>то, согла</w:t><w:softHyphen/><w:t>сие</w:t></w:r>")
    + para(field(' MERGEFIELD "Имя" ', "Иванову") + run(" И.И."))
    + table((para("а1"), para("б1") + table((para("в1"), para("в2"))) + para("г1")), (para("а2"), para("б2")))
    + para("после таблицы")
)


def words(source: Source) -> list[str]:
    return [block.text for block in source.blocks if block.text.strip()]


def test_text_as_libreoffice_has_it(office: Convert) -> None:
    assert words(read_docx(STRUCTURES)) == [one.text for one in paragraphs(office(STRUCTURES, "fodt"))]


def test_text_box_as_libreoffice_has_it(office: Convert) -> None:
    data = docx(para(run("Хозяин") + text_box(para("Штамп") + para("№ 5"))) + para("дальше"))
    theirs = [one.text for one in paragraphs(office(data, "fodt"))]
    assert sorted(theirs) == sorted(words(read_docx(data)))


LOOKS = docx(
    para("обычный")
    + para("база", '<w:pStyle w:val="base"/>')
    + para("лист", '<w:pStyle w:val="leaf"/>')
    + para("вправо", '<w:pStyle w:val="leaf"/><w:jc w:val="right"/>')
    + para(run("крепко", '<w:rStyle w:val="strong"/>'))
    + para(run("крепко наоборот", '<w:rStyle w:val="strong"/>'), '<w:pStyle w:val="base"/>')
    + para(
        run("своё", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/><w:sz w:val="21"/>'),
        '<w:pStyle w:val="base"/>',
    )
    + para("начало", '<w:jc w:val="start"/>')
    + para("конец", '<w:jc w:val="end"/>')
    + para("метка не красит", '<w:rPr><w:sz w:val="60"/></w:rPr>')
    + para("висячий", '<w:ind w:left="1134" w:hanging="567"/>')
    + para("отступ поверх стиля", '<w:pStyle w:val="leaf"/><w:ind w:firstLine="0"/>')
    + para("не жирный", '<w:pStyle w:val="leaf"/>').replace("<w:r>", '<w:r><w:rPr><w:b w:val="0"/></w:rPr>')
    + table((para("ячейка", '<w:pStyle w:val="base"/>'), para("вторая", '<w:jc w:val="center"/>'))),
    styles=STYLED,
)  # fmt: skip


def summary(source: Source) -> list[Looks]:
    return [
        Looks(
            block.text,
            str(block.style.alignment),
            block.runs[0].size or 0.0,
            block.runs[0].font or "?",
            block.runs[0].bold,
            block.style.left,
            block.style.first_line,
        )
        for block in source.blocks
        if block.text.strip()
    ]


def test_looks_as_libreoffice_has_them(office: Convert) -> None:
    ours, theirs = summary(read_docx(LOOKS)), paragraphs(office(LOOKS, "fodt"))
    assert [one[:5] for one in ours] == [one[:5] for one in theirs]
    for mine, yours in zip(ours, theirs, strict=True):
        assert (mine.left, mine.first_line) == pytest.approx((yours.left, yours.first_line), abs=0.1), mine.text


@pytest.mark.parametrize("name", ["STRUCTURES", "LOOKS"])
def test_what_libreoffice_writes_reads_the_same(office: Convert, name: str) -> None:
    data = globals()[name]
    ours, theirs = summary(read_docx(data)), summary(read_docx(office(data, "docx")))
    assert [one[:5] for one in ours] == [one[:5] for one in theirs]


def test_labels_as_libreoffice_prints_them(office: Convert) -> None:
    body = "".join(para(f"п{index}", num(level)) for index, level in enumerate((0, 1, 1, 0, 1)))
    data = docx(body, parts={"word/numbering.xml": NUMBERING})
    printed = office(data, "txt:Text (encoded):UTF8").decode("utf-8-sig").split("\n")
    assert [f"{block.label} {block.text}" for block in read_docx(data).blocks] == [
        line.strip() for line in printed if line
    ]


def test_header_and_footer_as_libreoffice_keeps_them(office: Convert) -> None:
    section = SECTION.replace(
        "<w:sectPr>",
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/>',
    )
    data = docx(
        para("текст"),
        section=section,
        parts={"word/header1.xml": part_xml("hdr", para("верх")), "word/footer1.xml": part_xml("ftr", para("низ"))},
        rels=(("h", "header", "header1.xml"), ("f", "footer", "footer1.xml")),
    )
    again = read_docx(office(data, "docx"))
    assert [(block.text, block.container) for block in again.blocks] == [
        (block.text, block.container) for block in read_docx(data).blocks
    ]


def test_python_docx_knows_the_same() -> None:
    document = Document()
    for section in document.sections:
        section.left_margin, section.right_margin = Mm(30), Mm(10)
    for alignment, size, bold in (
        (WD_ALIGN_PARAGRAPH.CENTER, 12, True),
        (WD_ALIGN_PARAGRAPH.RIGHT, 13.5, False),
        (WD_ALIGN_PARAGRAPH.JUSTIFY, 14, None),
        (WD_ALIGN_PARAGRAPH.LEFT, 10, True),
    ):
        paragraph = document.add_paragraph("Обычный ")
        paragraph.alignment = alignment
        paragraph.paragraph_format.left_indent = Mm(15)
        paragraph.paragraph_format.first_line_indent = Mm(-5)
        added = paragraph.add_run(f"особый\t{size}\n")
        added.font.size, added.font.name, added.font.bold = Pt(size), "Arial", bold
    document.add_paragraph("Заголовок", style="Heading 1")
    source = read_document(document)
    assert [block.text for block in source.blocks] == [paragraph.text for paragraph in document.paragraphs]
    names = {"left": 0, "center": 1, "right": 2, "justify": 3}
    for block, paragraph in zip(source.blocks[:4], document.paragraphs, strict=False):
        assert paragraph.alignment == names[str(block.style.alignment)]
        assert block.style.left == pytest.approx(15, abs=0.05)
        assert block.style.first_line == pytest.approx(-5, abs=0.05)
        special, known = block.runs[-1], paragraph.runs[-1].font
        assert (special.font, special.size, special.bold) == (known.name, known.size.pt, bool(known.bold))
    margins = source.sheet.margins
    assert margins is not None
    assert (margins.left, margins.right) == pytest.approx((30, 10), abs=0.05)


def test_reading_a_document_changes_nothing_in_it() -> None:
    document = Document()
    document.add_paragraph("текст")
    before, after = io.BytesIO(), io.BytesIO()
    document.save(before)
    read_document(document)
    document.save(after)
    assert read_docx(before.getvalue()) == read_docx(after.getvalue())
