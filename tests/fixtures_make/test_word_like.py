"""The Word-like writer, judged by python-docx, by LibreOffice and by its own promise of equal bytes."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
import pytest
from fixtures.make.word_like import (
    BlockControl,
    Bookmark,
    Break,
    Control,
    Deleted,
    Document,
    Field,
    Frame,
    Inserted,
    Look,
    Section,
    Table,
    Tag,
    Text,
    TextBox,
    para,
    paras,
    write,
)
from lxml import etree

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LINES = "Генеральному директору\nООО «Ромашка»\nСмирнову А.П."
LONG = "Просим рассмотреть предложение о поставке 15 т цемента марки М500 и сообщить решение до 10.06.2025."


def everything(seed: int = 1) -> Document:
    return Document(
        body=(
            *paras(LINES, align="right", frame=Frame(110, 20, 80)),
            para("левая колонка"),
            para(Break("column"), "правая колонка", section=Section(columns=2, continuous=True)),
            para(TextBox(paras("Первая строка надписи\nВторая строка надписи"), 110, 0, 80, 20)),
            para("Уважаемый Андрей Петрович!", align="center"),
            para(LONG, first_line=12.5, style="a7"),
            para("первый пункт", number=1, style="a8"),
            para("Итого ", Tag("15 т", "metricconverter"), " по ", Bookmark("Договор", "договору"), Inserted(" № 7")),
            para("Дата ", Control("Дата", "05.06.2025"), Field("PAGE", "2"), Field("DATE", "6", simple=True)),
            para("Видно", Text(" скрыто", Look(hidden=True))),
            BlockControl("Подпись", (para("Директор\tИ.О. Петров", tabs=((165, "right"),)),)),
            Table(((paras("Ячейка А"), paras("Ячейка Б")), (paras("Ячейка В"), ())), (60, 60), borders=True),
            para("Приложение", page_break_before=True),
        ),
        seed=seed,
        first_header=paras("Бланк на первом листе"),
        header=(para(Field("PAGE", "2"), align="center"),),
        footer=paras("Исполнитель"),
        section=Section(continuous=True),
    )


def tree(document: Document, part: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(write(document))) as package:
        return etree.fromstring(package.read(part))


def words(element: etree._Element) -> str:
    return "".join(element.itertext(f"{W}t"))


def test_same_tree_and_seed_give_the_same_bytes() -> None:
    assert write(everything()) == write(everything())


def test_seed_moves_the_cuts_and_keeps_the_words() -> None:
    one, two = everything(1), everything(2)
    assert write(one) != write(two)
    assert words(tree(one)) == words(tree(two))


def test_python_docx_reads_paragraphs_tables_and_headers() -> None:
    document = docx.Document(BytesIO(write(everything())))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:3] == LINES.split("\n")
    assert LONG in texts
    assert [cell.text for row in document.tables[0].rows for cell in row.cells] == [
        "Ячейка А",
        "Ячейка Б",
        "Ячейка В",
        "",
    ]
    assert document.sections[0].first_page_header.paragraphs[0].text == "Бланк на первом листе"
    assert document.sections[0].different_first_page_header_footer
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_every_part_is_well_formed_and_dated_alike() -> None:
    with ZipFile(BytesIO(write(everything()))) as package:
        assert package.testzip() is None
        for info in package.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            etree.fromstring(package.read(info))


def test_words_are_cut_into_runs_with_rsids_and_proofing_marks() -> None:
    root = tree(everything())
    paragraph = next(p for p in root.iter(f"{W}p") if words(p) == LONG)
    runs = paragraph.findall(f"{W}r")
    assert len(runs) > 3
    assert all(run.get(f"{W}rsidR") for run in runs)
    assert root.find(f".//{W}proofErr") is not None


def test_text_box_has_the_same_words_in_both_copies() -> None:
    copies = [words(content) for content in tree(everything()).iter(f"{W}txbxContent")]
    assert copies == ["Первая строка надписиВторая строка надписи"] * 2


def test_theme_font_stands_where_no_font_is_given() -> None:
    document = Document(body=paras("Текст"), seed=3, font=None, theme_font="Arial")
    assert b"Times" not in etree.tostring(tree(document, "word/styles.xml"))
    assert b'typeface="Arial"' in etree.tostring(tree(document, "word/theme/theme1.xml"))


def test_revisions_keep_deleted_words_out_of_text_leaves() -> None:
    root = tree(Document(body=(para("Срок ", Deleted("пять"), Inserted("десять"), " дней"),), seed=4))
    assert words(root) == "Срок десять дней"
    assert "".join(root.itertext(f"{W}delText")) == "пять"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_exports_the_same_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(write(everything()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "letter.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    lines = [line.strip() for line in (tmp_path / "letter.txt").read_text(encoding="utf-8-sig").splitlines()]
    for line in (
        "левая колонка",
        "правая колонка",
        "Уважаемый Андрей Петрович!",
        LONG,
        "1. первый пункт",
        "Итого 15 т по договору № 7",
        "Директор\tИ.О. Петров",
        "Ячейка В",
        "Приложение",
    ):
        assert line in lines
