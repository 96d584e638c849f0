"""What is text: the structures of Word letters, one by one."""

from __future__ import annotations

import pytest
from tests.docx_builder import docx, field, para, part_xml, rels_xml, run, table, text_box

from letterlint.letter import Block, Container
from letterlint.sources.docx.reader import read_docx

CHANGE = 'w:author="А" w:date="2024-01-01T00:00:00Z"'


def texts(body: str, **options: object) -> list[str]:
    return [block.text for block in read_docx(docx(body, **options)).blocks]


def blocks(body: str, **options: object) -> tuple[Block, ...]:
    return read_docx(docx(body, **options)).blocks


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Уважаемый ") + run("Иван!"), "Уважаемый Иван!"),
        ("<w:r><w:t> край </w:t></w:r>" + run("встык"), "крайвстык"),
        ("<w:r><w:t>до</w:t><w:tab/><w:t>после</w:t></w:r>", "до\tпосле"),
        ("<w:r><w:t>до</w:t><w:ptab/><w:t>после</w:t></w:r>", "до\tпосле"),
        ("<w:r><w:t>адрес</w:t><w:br/><w:t>дом</w:t><w:cr/><w:t>кв</w:t></w:r>", "адрес\nдом\nкв"),
        ("<w:r><w:t>кто</w:t><w:noBreakHyphen/><w:t>то</w:t></w:r>", "кто\u2011то"),
        ("<w:r><w:t>согла</w:t><w:softHyphen/><w:t>сие</w:t></w:r>", "согла\u00adсие"),
        ('<w:r><w:t>20</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t></w:r>', "20°C"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Webdings" w:char="F0FE"/></w:r>', "\ufffd"),
        ('<w:r><w:sym w:font="Arial" w:char="00A7"/></w:r>', "§"),
        ('<w:r><w:sym w:font="Symbol" w:char="zz"/></w:r>', "\ufffd"),
        (f'<w:hyperlink w:anchor="x">{run("a@b.example")}</w:hyperlink>', "a@b.example"),
        (f'<w:smartTag w:uri="u" w:element="e">{run("12 мая")}</w:smartTag>', "12 мая"),
        (f'<w:customXml w:uri="u" w:element="e">{run("текст")}</w:customXml>', "текст"),
        (f"<w:sdt><w:sdtContent>{run('№ 5')}</w:sdtContent></w:sdt>", "№ 5"),
        (
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Введите дату')}</w:sdtContent></w:sdt>",
            "Введите дату",
        ),
        (f'<w:fldSimple w:instr=" DATE ">{run("01.02.2024")}</w:fldSimple>', "01.02.2024"),
        (field(" MERGEFIELD x ", "Иванову"), "Иванову"),
        (field(field(" PAGE ", "1"), "итог"), "итог"),
        (field(" IF a ", field(" QUOTE ", "внутри")), "внутри"),
        (run("видно") + run("скрыто", "<w:vanish/>") + run("снова"), "видноснова"),
        (run("есть", '<w:vanish w:val="0"/>'), "есть"),
        (run("печатается", "<w:webHidden/>"), "печатается"),
        (f'<w:ins w:id="1" {CHANGE}>{run("новое")}</w:ins>', "новое"),
        (f'<w:del w:id="1" {CHANGE}><w:r><w:delText>старое</w:delText></w:r></w:del>{run("есть")}', "есть"),
        (f'<w:moveFrom w:id="1" {CHANGE}>{run("отсюда")}</w:moveFrom>{run("тут")}', "тут"),
        (f'<w:moveTo w:id="1" {CHANGE}>{run("сюда ")}</w:moveTo>{run("тут")}', "сюда тут"),
        (f'<w:ins w:id="1" {CHANGE}><w:del w:id="2" {CHANGE}>{run("оба")}</w:del></w:ins>{run("нет")}', "нет"),
        (
            "<w:r><w:ruby><w:rt>" + run("верх") + "</w:rt><w:rubyBase>" + run("низ") + "</w:rubyBase></w:ruby></w:r>",
            "низ",
        ),
        ('<w:r><w:t xml:space="preserve">а&#10;б\u2029в\u2028г</w:t></w:r>', "а б\nв\nг"),
        ("<w:r><w:t>А<!-- заметка -->Б</w:t></w:r>", "АБ"),
        ("<w:r><w:t><![CDATA[А&Б]]></w:t></w:r>", "А&Б"),
    ],
)
def test_inline_structures(content: str, expected: str) -> None:
    assert texts(para(content)) == [expected]


def test_every_word_paragraph_is_a_block_with_its_number() -> None:
    body = para("один") + para() + para("три")
    assert [(block.text, block.source) for block in blocks(body)] == [("один", 0), ("", 1), ("три", 2)]


def test_tab_stops_are_no_tabs() -> None:
    assert texts(para("текст", '<w:tabs><w:tab w:val="left" w:pos="5000"/></w:tabs>')) == ["текст"]


def test_deleted_paragraph_mark_joins() -> None:
    mark = f'<w:rPr><w:del w:id="1" {CHANGE}/></w:rPr>'
    joined = blocks(para("Прошу ", mark) + para("", mark) + para("ответить", '<w:jc w:val="right"/>') + para("Конец"))
    assert [(block.text, block.source) for block in joined] == [("Прошу ответить", 0), ("Конец", 3)]
    assert joined[0].style.alignment == "right"


def test_deleted_mark_at_the_end_of_a_container_joins_nothing() -> None:
    mark = f'<w:rPr><w:del w:id="1" {CHANGE}/></w:rPr>'
    assert texts(table((para("ячейка", mark), para("вторая")))) == ["ячейка", "вторая"]
    assert texts(para("", mark) + table((para("ячейка"),)) + para("конец")) == ["ячейка", "конец"]


def test_deleted_row_is_gone() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1" {CHANGE}/></w:trPr><w:tc>{para("нет")}</w:tc></w:tr>'
    assert texts(table((para("есть"),)).replace("</w:tbl>", row + "</w:tbl>")) == ["есть"]


def test_table_goes_row_by_row_and_nested_tables_count_with_the_outermost() -> None:
    nested = table((para("в1"), para("в2")))
    body = table((para("а"), para("б") + nested + para("г")), (para("д"), para("е"))) + table((para("ж"),))
    found = [(block.text, block.place.table, block.place.flow) for block in blocks(body)]
    assert found == [
        ("а", (0, 0, 0), "table 0"),
        ("б", (0, 0, 1), "table 0"),
        ("в1", (0, 0, 1), "table 0"),
        ("в2", (0, 0, 1), "table 0"),
        ("г", (0, 0, 1), "table 0"),
        ("д", (0, 1, 0), "table 0"),
        ("е", (0, 1, 1), "table 0"),
        ("ж", (1, 0, 0), "table 1"),
    ]
    assert {block.container for block in blocks(body)} == {Container.TABLE}


def test_spanned_cells_count_grid_columns() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{para("широкая")}</w:tc>'
    row = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{wide}<w:tc>{para("узкая")}</w:tc></w:tr>'
    body = f"<w:tbl><w:tblPr/><w:tblGrid/>{row}</w:tbl>"
    assert [block.place.table for block in blocks(body)] == [(0, 0, 1), (0, 0, 3)]


def test_rows_and_cells_inside_content_controls() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{para('б')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{para('а')}</w:tc>{cell}</w:tr></w:sdtContent></w:sdt>"
    assert texts(f"<w:tbl><w:tblPr/>{row}</w:tbl>") == ["а", "б"]


def test_text_box_is_read_once_after_the_paragraph_that_anchors_it() -> None:
    body = para(run("Перед ") + text_box(para("Штамп") + para()) + run("после")) + para("дальше")
    found = [(block.text, block.container.value, block.place.flow) for block in blocks(body)]
    assert found == [
        ("Перед после", "body", "body"),
        ("Штамп", "textbox", "box 0"),
        ("", "textbox", "box 0"),
        ("дальше", "body", "body"),
    ]


def test_box_in_a_cell_is_a_box_and_a_table_in_a_box_is_a_table() -> None:
    inside = table((para("таблица в рамке"),)) + para("рамка")
    found = {block.text: block for block in blocks(table((para(run("ячейка") + text_box(inside)),)))}
    assert found["ячейка"].container is Container.TABLE
    assert found["рамка"].container is Container.TEXTBOX
    assert found["рамка"].place.table is None
    assert found["таблица в рамке"].container is Container.TABLE


def test_vml_text_box_without_a_modern_twin() -> None:
    shape = (
        '<w:r><w:pict><v:shape style="position:absolute;mso-position-horizontal:right;'
        'mso-position-horizontal-relative:margin;margin-top:700pt;mso-position-vertical-relative:page">'
        f"<v:textbox><w:txbxContent>{para('старая рамка')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    box = blocks(para(shape))[1]
    assert (box.text, box.container) == ("старая рамка", Container.TEXTBOX)
    assert (box.place.horizontal, box.place.vertical) == ("right", "bottom")


def test_deleted_or_hidden_box_is_gone() -> None:
    deleted = f'<w:del w:id="1" {CHANGE}>{text_box(para("нет"))}</w:del>'
    hidden = text_box(para("нет")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert texts(para(deleted) + para(hidden)) == ["", ""]


def test_field_over_several_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF x "</w:instrText></w:r>'
    middle = '<w:r><w:instrText>" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("да")
    end = run("и ещё") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" вне")
    assert texts(para(begin) + para("код") + para(middle) + para(end)) == ["", "", "да", "и ещё вне"]


def test_block_content_control_and_its_lock() -> None:
    locked = "<w:sdt><w:sdtPr><w:lock w:val='{}'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = locked.format("contentLocked", para("нельзя")) + locked.format("sdtLocked", para("можно"))
    inline = para(run("часть ") + locked.format("sdtContentLocked", run("нельзя")))
    found = [(block.text, block.editable) for block in blocks(body + inline + para("можно"))]
    assert found == [("нельзя", False), ("можно", True), ("часть нельзя", False), ("можно", True)]


def test_alternate_content_takes_the_first_choice_also_between_blocks() -> None:
    body = f"<mc:AlternateContent><mc:Choice Requires='w14'>{para('выбор')}</mc:Choice><mc:Fallback>{para('запас')}</mc:Fallback></mc:AlternateContent>"  # noqa: E501
    assert texts(body) == ["выбор"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('<w:r><w:footnoteReference w:id="2"/></w:r>' * 3, "Сноски не проверяются: 3."),
        ('<w:r><w:endnoteReference w:id="2"/></w:r>', "Концевые сноски не проверяются: 1."),
        ('<w:r><w:commentReference w:id="2"/></w:r>', "Примечания Word не проверяются: 1."),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "Формулы не проверяются: 1."),
        (run("тайна", "<w:vanish/>"), "Скрытый текст не проверяется, фрагментов: 1."),
    ],
)
def test_what_is_not_read_is_noted_once(content: str, message: str) -> None:
    notes = read_docx(docx(para(content))).notes
    assert [(note.kind, note.message, note.where) for note in notes] == [("note", message, "word/document.xml")]


def test_attached_things_are_noted() -> None:
    rels = (
        ("r1", "image", "media/missing.png"),
        ("r2", "image", "http://pictures.example/1.png"),
        ("r3", "hyperlink", "http://site.example/"),
        ("r4", "aFChunk", "chunk.html"),
    )
    settings = {
        "word/settings.xml": part_xml("settings", ""),
        "word/_rels/settings.xml.rels": rels_xml(("r1", "attachedTemplate", "file:///C:/letters.dotx")),
    }
    notes = read_docx(docx(para("текст") + '<w:altChunk r:id="r4"/>', rels=rels, parts=settings)).notes
    assert [note.message for note in notes] == [
        "Вставленные файлы (altChunk) не читаются: 1.",
        "Рисунки не найдены в файле: 1.",
        "Внешний шаблон не открывается.",
        "Внешнее содержимое не загружается: 1.",
    ]
