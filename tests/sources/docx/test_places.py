"""Where blocks stand: page starts, sections, columns, frames, boxes, headers and footers, the sheet."""

from __future__ import annotations

import pytest
from tests.docx_builder import SECTION, STYLES, docx, field, para, part_xml, run, text_box

from letterlint.letter import Block, Container, Margins, PageStart, Shown
from letterlint.sources.docx.reader import read_docx
from letterlint.sources.docx.story import PADDING

BREAK = '<w:r><w:br w:type="page"/></w:r>'
HIDDEN_BREAK = BREAK.replace("<w:br", "<w:rPr><w:vanish/></w:rPr><w:br")
COLUMN = '<w:r><w:br w:type="column"/></w:r>'


def blocks(body: str, **options: object) -> tuple[Block, ...]:
    return read_docx(docx(body, **options)).blocks


def starts(body: str, **options: object) -> list[tuple[str, str]]:
    return [(block.text, block.page_start.value) for block in blocks(body, **options)]


def section(kind: str | None = None, *, columns: int = 1, extra: str = "") -> str:
    """The inside of a paragraph's properties that closes a section."""
    inside = f'<w:type w:val="{kind}"/>' if kind else ""
    return f'<w:sectPr>{extra}{inside}<w:cols w:num="{columns}"/></w:sectPr>'


def last(kind: str | None = None, *, columns: int = 1, extra: str = "") -> str:
    return section(kind, columns=columns, extra=extra)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (para("а") + para(BREAK + run("б")), [("а", "no"), ("б", "hard")]),
        (para(run("а") + BREAK) + para("б"), [("а", "no"), ("б", "hard")]),
        (para("а") + para(BREAK) + para("б"), [("а", "no"), ("", "no"), ("б", "hard")]),
        (para(run("а") + BREAK + run("б")) + para("в"), [("а\nб", "no"), ("в", "hard")]),
        (para("а") + para("б", "<w:pageBreakBefore/>"), [("а", "no"), ("б", "hard")]),
        (para("а") + para("б", '<w:pageBreakBefore w:val="0"/>'), [("а", "no"), ("б", "no")]),
        (para("а") + para(HIDDEN_BREAK) + para("б"), [("а", "no"), ("", "no"), ("б", "no")]),
        (para("а") + para('<w:r><w:lastRenderedPageBreak/><w:t>б</w:t></w:r>'), [("а", "no"), ("б", "no")]),
    ],
)  # fmt: skip
def test_page_breaks(body: str, expected: list[tuple[str, str]]) -> None:
    assert starts(body) == expected


def test_page_break_before_comes_from_the_style_too() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="app"><w:basedOn w:val="base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:pageBreakBefore/></w:pPr></w:style>'
    )
    body = para("а") + para("б", '<w:pStyle w:val="app"/>')
    assert starts(body, styles=STYLES + style) == [("а", "no"), ("б", "hard")]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (None, "hard"),
        ("nextPage", "hard"),
        ("oddPage", "hard"),
        ("evenPage", "hard"),
        ("continuous", "no"),
        ("nextColumn", "no"),
    ],
)
def test_the_section_that_starts_decides(kind: str | None, expected: str) -> None:
    # The section that ends always says the opposite.
    ending = "continuous" if expected == "hard" else "nextPage"
    body = para("а", section(ending)) + para("б") + para("в")
    assert starts(body, section=last(kind)) == [("а", "no"), ("б", expected), ("в", "no")]


def test_empty_paragraphs_make_a_page() -> None:
    enough, few = para() * PADDING, para() * (PADDING - 1)
    found = [block.page_start for block in blocks(para("а") + few + para("б") + enough + para("в")) if block.text]
    assert found == [PageStart.NO, PageStart.NO, PageStart.PADDED]


def test_empty_paragraphs_before_any_text_make_no_page() -> None:
    assert blocks(para() * PADDING + para("а"))[-1].page_start is PageStart.NO


def test_a_page_break_ends_the_count_of_empty_paragraphs() -> None:
    body = para("а") + para() * PADDING + para(BREAK) + para() * 3 + para("б")
    assert blocks(body)[-1].page_start is PageStart.NO


def test_columns_are_split_at_the_column_break() -> None:
    body = (
        para("шапка")
        + para("дата")
        + para(COLUMN + run("кому"))
        + para("адрес", section("continuous", columns=2))
        + para("текст")
    )
    found = [(block.text, block.place.column) for block in blocks(body, section=last("continuous"))]
    assert found == [("шапка", 0), ("дата", 0), ("кому", 1), ("адрес", 1), ("текст", None)]


def test_column_break_at_the_end_of_a_paragraph() -> None:
    body = para(run("дата") + COLUMN) + para("кому", section("continuous", columns=2)) + para("текст")
    assert [block.place.column for block in blocks(body, section=last("continuous"))] == [0, 1, None]


def test_column_break_in_a_single_column_turns_the_page() -> None:
    assert starts(para("а") + para(COLUMN + run("б"))) == [("а", "no"), ("б", "hard")]


def test_columns_without_a_break_cannot_be_told() -> None:
    assert [block.place.column for block in blocks(para("а") + para("б"), section=last(columns=2))] == [None, None]


def test_frame_is_a_box_of_its_own_in_the_body() -> None:
    low = '<w:framePr w:w="3000" w:hAnchor="page" w:vAnchor="page" w:x="1701" w:y="15400"/>'
    right = '<w:framePr w:w="3000" w:xAlign="right" w:yAlign="top" w:vAnchor="margin"/>'
    body = para("Исп. Иванов", low) + para("тел. 000", low) + para("штамп", right) + para("текст")
    found = [
        (block.container.value, block.place.flow, block.place.horizontal, block.place.vertical)
        for block in blocks(body)
    ]
    assert found == [
        ("body", "box 0", "left", "bottom"),
        ("body", "box 0", "left", "bottom"),
        ("body", "box 1", "right", "top"),
        ("body", "body", None, None),
    ]


def test_frame_beside_the_text_has_no_height_to_tell() -> None:
    block = blocks(para("а", '<w:framePr w:x="8000" w:hAnchor="page" w:vAnchor="text" w:y="100"/>'))[0]
    assert (block.place.horizontal, block.place.vertical) == ("right", None)


def test_drop_cap_is_no_box() -> None:
    assert blocks(para("В", '<w:framePr w:dropCap="drop" w:lines="3" w:vAnchor="text"/>'))[0].place.flow == "body"


@pytest.mark.parametrize(
    ("across", "down", "expected"),
    [
        ("<wp:align>left</wp:align>", "<wp:align>bottom</wp:align>", ("left", "bottom")),
        ("<wp:align>right</wp:align>", "<wp:align>top</wp:align>", ("right", "top")),
        ("<wp:align>center</wp:align>", "<wp:align>center</wp:align>", ("center", None)),
        ("<wp:posOffset>0</wp:posOffset>", "<wp:posOffset>8640000</wp:posOffset>", ("left", "bottom")),
        ("<wp:posOffset>4500000</wp:posOffset>", "<wp:posOffset>0</wp:posOffset>", ("right", "top")),
        ("<wp:posOffset>far</wp:posOffset>", "<wp:posOffset/>", (None, None)),
    ],
)
def test_anchored_box(across: str, down: str, expected: tuple[str | None, str | None]) -> None:
    position = (
        f'<wp:positionH relativeFrom="margin">{across}</wp:positionH>'
        f'<wp:positionV relativeFrom="margin">{down}</wp:positionV>'
    )
    box = blocks(para(text_box(para("рамка"), position)))[1]
    assert (box.place.horizontal, box.place.vertical) == expected


def test_box_that_moves_with_its_paragraph_has_no_height_to_tell() -> None:
    position = (
        '<wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>9000000</wp:posOffset></wp:positionV>'
    )
    box = blocks(para(text_box(para("рамка"), position)))[1]
    assert (box.place.horizontal, box.place.vertical) == ("right", None)


def margins(*references: tuple[str, str, str], title: bool = False) -> str:
    """References to headers and footers for a ``sectPr``: (header|footer, type, id)."""
    lines = "".join(f'<w:{story}Reference w:type="{kind}" r:id="{identity}"/>' for story, kind, identity in references)
    return lines + ("<w:titlePg/>" if title else "")


PARTS = {f"word/header{n}.xml": part_xml("hdr", para(f"верх {n}")) for n in (1, 2)} | {
    f"word/footer{n}.xml": part_xml("ftr", para(f"низ {n}")) for n in (1, 2, 3)
}
RELS = tuple((f"h{n}", "header", f"header{n}.xml") for n in (1, 2)) + tuple(
    (f"f{n}", "footer", f"footer{n}.xml") for n in (1, 2, 3)
)


def shown(body: str, final: str) -> list[tuple[str, str, str]]:
    found = blocks(body, section=final, parts=PARTS, rels=RELS)
    return [(block.text, block.place.flow, block.place.shown.value) for block in found]


def test_headers_first_footers_last() -> None:
    final = last(extra=margins(("header", "default", "h1"), ("footer", "default", "f1")))
    assert shown(para("текст"), final) == [
        ("верх 1", "header", "every page"),
        ("текст", "body", "once"),
        ("низ 1", "footer", "every page"),
    ]


def test_title_page_has_its_own_header_and_both_footers_may_be_on_the_last_page() -> None:
    refs = (
        ("header", "default", "h1"),
        ("header", "first", "h2"),
        ("footer", "default", "f1"),
        ("footer", "first", "f2"),
    )
    assert shown(para("текст"), last(extra=margins(*refs, title=True))) == [
        ("верх 2", "header", "first page"),
        ("текст", "body", "once"),
        ("низ 2", "footer", "first page"),
        ("низ 1", "footer", "every page"),
    ]


def test_first_header_without_title_page_does_not_show() -> None:
    refs = (("header", "first", "h2"), ("footer", "first", "f2"))
    assert shown(para("текст"), last(extra=margins(*refs))) == [("текст", "body", "once")]


def test_footer_of_the_last_section_and_its_inheritance() -> None:
    first = section(extra=margins(("header", "default", "h1"), ("footer", "default", "f1")))
    own = last(extra=margins(("header", "default", "h2"), ("footer", "default", "f2")))
    body = para("письмо", first) + para("приложение")
    assert [one[0] for one in shown(body, own)] == ["верх 1", "письмо", "приложение", "низ 2"]
    assert shown(body, own)[-1][2] == "last section"
    assert shown(body, last())[-1] == ("низ 1", "footer", "every page")


def test_one_part_is_read_once() -> None:
    refs = (("footer", "default", "f1"), ("footer", "first", "f1"))
    assert len(shown(para("текст"), last(extra=margins(*refs, title=True)))) == 2


@pytest.mark.parametrize("cached", ["", "Исп. Петров"])
def test_footer_that_prints_on_the_last_page_only(cached: str) -> None:
    page, pages = field(" PAGE ", "1"), field(" NUMPAGES ", "2")
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    code += page + "<w:r><w:instrText> = </w:instrText></w:r>" + pages
    code += '<w:r><w:instrText xml:space="preserve"> "Исп. Петров" "" </w:instrText></w:r>'
    footer = part_xml("ftr", para(field(code, cached)) + para("стр."))
    found = blocks(
        para("текст"),
        section=last(extra=margins(("footer", "default", "f1"))),
        parts={"word/footer1.xml": footer},
        rels=RELS,
    )
    assert [(block.text, block.place.shown) for block in found[1:]] == [
        ("Исп. Петров", Shown.LAST_SECTION),
        ("стр.", Shown.EVERY_PAGE),
    ]
    assert found[1].editable is bool(cached)


def test_empty_condition_in_the_body_stays_empty() -> None:
    code = '<w:r><w:instrText> IF PAGE = NUMPAGES "нет" "" </w:instrText></w:r>'
    assert blocks(para(field(code, "")))[0].text == ""


def test_table_and_box_in_a_header_keep_its_sheets() -> None:
    header = part_xml(
        "hdr", f"<w:tbl><w:tblPr/><w:tr><w:tc>{para('ООО')}</w:tc></w:tr></w:tbl>" + para(text_box(para("лого")))
    )
    final = last(extra=margins(("header", "default", "h1")))
    found = blocks(para("текст"), section=final, parts={"word/header1.xml": header}, rels=RELS)
    summary = [(block.text, block.container, block.place.flow, block.place.shown) for block in found]
    assert summary == [
        ("ООО", Container.TABLE, "header", Shown.EVERY_PAGE),
        ("", Container.HEADER, "header", Shown.EVERY_PAGE),
        ("лого", Container.TEXTBOX, "box 0", Shown.EVERY_PAGE),
        ("текст", Container.BODY, "body", Shown.ONCE),
    ]


@pytest.mark.parametrize("broken", [b"<w:ftr", b"", b"<w:p/>", None])
def test_unreadable_footer_is_a_failure_and_the_rest_is_read(broken: bytes | None) -> None:
    parts = {} if broken is None else {"word/footer1.xml": broken}
    source = read_docx(
        docx(para("текст"), section=last(extra=margins(("footer", "default", "f1"))), parts=parts, rels=RELS)
    )
    assert [block.text for block in source.blocks] == ["текст"]
    assert [(note.kind, note.where) for note in source.notes] == [("part", "word/footer1.xml")]
    assert "Нижний колонтитул не прочитан" in source.notes[0].message


def test_sheet() -> None:
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Pages>3</Pages></Properties>"
    )
    sheet = read_docx(docx(para("текст"), section=SECTION, parts={"docProps/app.xml": app})).sheet
    assert (sheet.margins, sheet.width, sheet.pages) == (Margins(30.0, 14.99, 20.0, 20.0), 210.01, 3)


def test_sheet_that_says_nothing_or_nonsense() -> None:
    assert read_docx(docx(para("а"), section="")).sheet.margins is None
    size = '<w:sectPr><w:pgSz w:w="wide"/><w:pgMar w:left="x" w:right="1" w:top="1" w:bottom="1"/></w:sectPr>'
    sheet = read_docx(docx(para("а"), section=size, parts={"docProps/app.xml": "<x/>"})).sheet
    assert (sheet.margins, sheet.width, sheet.pages) == (None, None, None)
