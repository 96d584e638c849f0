"""Effective formatting: inheritance, theme, tables, numbering indents, tolerance."""

from __future__ import annotations

import pytest
from tests.docx_builder import STYLES, docx, para, part_xml, run, table

from letterlint.letter import Alignment, Block, Run
from letterlint.sources.docx.reader import read_docx

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="O">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def style(identity: str, inside: str, *, kind: str = "paragraph", based: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{base}{inside}</w:style>'


def block(body: str, styles: str = STYLES, **options: object) -> Block:
    return next(b for b in read_docx(docx(body, styles=styles, **options)).blocks if b.text)


def looks(body: str, styles: str = STYLES, **options: object) -> tuple[str | None, float | None, bool]:
    run_ = block(body, styles, **options).runs[0]
    return run_.font, run_.size, run_.bold


def test_nothing_set_anywhere() -> None:
    assert looks(para("а"), "") == ("Times New Roman", 10.0, False)
    assert block(para("а"), "").style.alignment is Alignment.LEFT
    assert block(para("а"), "").style.line_spacing == 1.0


def test_later_levels_win() -> None:
    styles = (
        STYLES
        + style("base", '<w:rPr><w:sz w:val="24"/><w:rFonts w:hAnsi="Arial"/></w:rPr>')
        + style("leaf", '<w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val="center"/></w:pPr>', based="base")
        + style("char", '<w:rPr><w:sz w:val="22"/></w:rPr>', kind="character")
    )
    leaf = '<w:pStyle w:val="leaf"/>'
    assert looks(para("а"), styles) == ("Times New Roman", 14.0, False)
    assert looks(para("а", leaf), styles) == ("Arial", 12.0, True)
    assert looks(para(run("а", '<w:rStyle w:val="char"/>'), leaf), styles) == ("Arial", 11.0, True)
    assert looks(para(run("а", '<w:rStyle w:val="char"/><w:sz w:val="20"/><w:b w:val="0"/>'), leaf), styles) == ("Arial", 10.0, False)  # fmt: skip  # noqa: E501
    assert block(para("а", leaf), styles).style.alignment is Alignment.CENTER
    assert block(para("а", leaf + '<w:jc w:val="right"/>'), styles).style.alignment is Alignment.RIGHT


def test_paragraph_mark_does_not_format_the_text() -> None:
    assert looks(para("а", '<w:rPr><w:sz w:val="60"/><w:b/></w:rPr>')) == ("Times New Roman", 14.0, False)


def test_switches_are_xored_across_kinds_of_style_and_direct_is_absolute() -> None:
    styles = STYLES + style("p", "<w:rPr><w:b/></w:rPr>") + style("c", "<w:rPr><w:b/></w:rPr>", kind="character")
    bold = '<w:pStyle w:val="p"/>'
    assert looks(para("а", bold), styles)[2] is True
    assert looks(para(run("а", '<w:rStyle w:val="c"/>'), bold), styles)[2] is False
    assert looks(para(run("а", '<w:rStyle w:val="c"/><w:b/>'), bold), styles)[2] is True


def test_hidden_by_a_style() -> None:
    styles = STYLES + style("h", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    body = para(run("видно") + run("нет", '<w:rStyle w:val="h"/>'))
    assert block(body, styles).text == "видно"


@pytest.mark.parametrize(
    ("fonts", "expected"),
    [
        ('w:ascii="Arial"', "Times New Roman"),
        ('w:hAnsi="Arial"', "Arial"),
        ('w:ascii="Courier" w:hAnsi="Arial" w:cs="Tahoma"', "Arial"),
        ('w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"', "Calibri"),
        ('w:hAnsi="Arial" w:hAnsiTheme="majorHAnsi"', "Cambria"),
        ('w:eastAsia="SimSun" w:hint="eastAsia"', "SimSun"),
        ('w:hAnsi="Arial" w:hAnsiTheme="unknown"', "Arial"),
    ],
)
def test_font_of_cyrillic(fonts: str, expected: str) -> None:
    parts = {"word/theme/theme1.xml": THEME}
    assert looks(para(run("а", f"<w:rFonts {fonts}/>")), parts=parts)[0] == expected


def test_explicit_name_at_a_later_level_replaces_an_earlier_theme_font() -> None:
    styles = STYLES + style("p", '<w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/></w:rPr>')
    body = para(run("а", '<w:rFonts w:hAnsi="Arial"/>'), '<w:pStyle w:val="p"/>')
    assert looks(body, styles, parts={"word/theme/theme1.xml": THEME})[0] == "Arial"


def test_theme_font_without_a_theme_is_unknown() -> None:
    styles = style("p", '<w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi" w:cs="X"/></w:rPr>')
    source = read_docx(docx(para("а", '<w:pStyle w:val="p"/>'), styles=styles))
    assert source.blocks[0].runs[0].font is None
    assert [note.message for note in source.notes] == ["Тема документа не прочитана: шрифты темы неизвестны."]


def test_complex_script_uses_its_own_slot() -> None:
    assert looks(para(run("а", '<w:rFonts w:hAnsi="Arial" w:cs="Tahoma"/><w:rtl/>')))[0] == "Tahoma"


@pytest.mark.parametrize(
    ("size", "expected"),
    [("27", 13.5), ("27.5", 13.75), ("14pt", 14.0), ("abc", 14.0), ("0", 14.0), ("", 14.0), ("9" * 400, 14.0)],
)
def test_sizes_are_read_tolerantly(size: str, expected: float) -> None:
    assert looks(para(run("а", f'<w:sz w:val="{size}"/><w:szCs w:val="40"/>')))[1] == expected


@pytest.mark.parametrize(
    ("jc", "bidi", "expected"),
    [
        ("start", "", "left"),
        ("end", "", "right"),
        ("both", "", "justify"),
        ("distribute", "", "justify"),
        ("left", "<w:bidi/>", "right"),
        ("end", "<w:bidi/>", "left"),
        ("numTab", "", "left"),
        ("center", "<w:bidi/>", "center"),
    ],
)
def test_alignment(jc: str, bidi: str, expected: str) -> None:
    assert block(para("а", f'{bidi}<w:jc w:val="{jc}"/>')).style.alignment == expected


@pytest.mark.parametrize(
    ("indents", "expected"),
    [
        ('w:left="567" w:right="284" w:firstLine="709"', (10.0, 5.01, 12.51)),
        ('w:start="567" w:end="284"', (10.0, 5.01, 0.0)),
        ('w:left="567" w:hanging="567" w:firstLine="709"', (10.0, 0.0, -10.0)),
        ('w:left="566.9"', (10.0, 0.0, 0.0)),
        ('w:left="1cm" w:firstLine="12.5mm"', (10.0, 0.0, 12.5)),
        ('w:left="far"', (0.0, 0.0, 0.0)),
    ],
)
def test_indents(indents: str, expected: tuple[float, float, float]) -> None:
    style_ = block(para("а", f"<w:ind {indents}/>")).style
    assert (style_.left, style_.right, style_.first_line) == expected


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        ('w:line="360" w:lineRule="auto"', 1.5),
        ('w:line="276"', 1.15),
        ('w:line="360" w:lineRule="exact"', None),
        ('w:after="120"', 1.0),
    ],
)
def test_line_spacing(spacing: str, expected: float | None) -> None:
    assert block(para("а", f"<w:spacing {spacing}/>")).style.line_spacing == expected


def test_runs_of_equal_looks_are_merged() -> None:
    body = para(
        run("Уважа", '<w:spacing w:val="5"/>')
        + run("емый ", '<w:spacing w:val="-3"/>')
        + run("", '<w:sz w:val="60"/>')
        + run("Иван", "<w:b/>")
        + run("!")
    )
    assert block(body).runs == (
        Run(0, 10, "Times New Roman", 14.0),
        Run(10, 14, "Times New Roman", 14.0, bold=True),
        Run(14, 15, "Times New Roman", 14.0),
    )


def test_style_loops_and_unknown_styles() -> None:
    styles = STYLES + style("x", '<w:rPr><w:sz w:val="30"/></w:rPr>', based="y") + style("y", "", based="x")
    assert looks(para("а", '<w:pStyle w:val="x"/>'), styles)[1] == 15.0
    assert looks(para(run("а", '<w:rStyle w:val="no"/>'), '<w:pStyle w:val="no"/>'), styles)[1] == 14.0


TABLE_STYLE = style(
    "T",
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
    kind="table",
)


def test_table_style_lies_under_the_paragraph_style() -> None:
    bare = STYLES.replace('<w:sz w:val="28"/>', "")
    body = table((para("а"),), properties='<w:tblStyle w:val="T"/>')
    assert looks(body, bare + TABLE_STYLE) == ("Times New Roman", 9.0, False)
    assert block(body, bare + TABLE_STYLE).style.alignment is Alignment.CENTER
    paragraph = style("p", '<w:rPr><w:sz w:val="26"/></w:rPr>')
    body = table((para("а", '<w:pStyle w:val="p"/>'),), properties='<w:tblStyle w:val="T"/>')
    assert looks(body, bare + TABLE_STYLE + paragraph)[1] == 13.0


@pytest.mark.parametrize("look", ['w:firstRow="1"', 'w:val="0020"', 'w:val="04A0"'])
def test_conditional_format_of_the_first_row(look: str) -> None:
    body = table((para("а"),), (para("б"),), properties=f'<w:tblStyle w:val="T"/><w:tblLook {look}/>')
    found = read_docx(docx(body, styles=STYLES + TABLE_STYLE)).blocks
    assert [one.runs[0].bold for one in found] == [True, False]


NUMBERING = part_xml(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
NUM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def indents(body: str, styles: str = STYLES) -> tuple[float, float]:
    found = block(body, styles, parts={"word/numbering.xml": NUMBERING}).style
    return found.left, found.first_line


def test_numbering_indents_beat_the_style_and_lose_to_direct_ones() -> None:
    styles = STYLES + style("p", '<w:pPr><w:ind w:left="100" w:right="0"/></w:pPr>')
    assert indents(para("а", NUM)) == (12.7, -6.35)
    assert indents(para("а", '<w:pStyle w:val="p"/>' + NUM), styles) == (12.7, -6.35)
    assert indents(para("а", NUM + '<w:ind w:left="0" w:firstLine="0"/>')) == (0.0, 0.0)


def test_numbering_indents_lose_to_indents_of_the_same_style() -> None:
    styles = STYLES + style("p", f'<w:pPr>{NUM}<w:ind w:left="100"/></w:pPr>')
    assert indents(para("а", '<w:pStyle w:val="p"/>'), styles) == (1.76, -6.35)
