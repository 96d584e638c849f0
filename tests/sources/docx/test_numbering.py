"""Labels of automatic numbering."""

from __future__ import annotations

import pytest
from tests.docx_builder import STYLES, docx, para, part_xml

from letterlint.sources.docx.numbering import counted
from letterlint.sources.docx.reader import read_docx


def level(index: int, fmt: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return part_xml("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}')


def item(depth: int = 0, number: str = "1", text: str = "п") -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, part: str, styles: str = STYLES) -> list[str | None]:
    return [block.label for block in read_docx(docx(body, styles=styles, parts={"word/numbering.xml": part})).blocks]


THREE = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "russianLower", "%3)"))


def test_levels_count_and_restart() -> None:
    body = item() + item(1) + item(1) + item(2) + item() + item(1) + para("нет") + item()
    assert labels(body, THREE) == ["1.", "1.1.", "1.2.", "а)", "2.", "2.1.", None, "3."]


def test_empty_items_count_too() -> None:
    assert labels(item() + item(text="") + item(), THREE) == ["1.", "2.", "3."]


def test_two_uses_of_one_list_go_on_and_an_override_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    part = numbering(level(0, "decimal", "%1."), nums=nums)
    assert labels(item() + item(number="2") + item(number="3") + item(number="3"), part) == ["1.", "2.", "5.", "6."]


def test_overrides_of_deeper_and_upper_levels() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>'
        '</w:lvlOverride><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    part = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), nums=nums)
    assert labels(item() + item(1) + item(1) + item() + item(1), part) == ["3.", "3.7.", "3.8.", "4.", "4.7."]
    assert labels(item(1) + item(1), part) == ["3.7.", "3.8."]


def test_no_restart_and_legal_numbers() -> None:
    part = numbering(
        level(0, "upperRoman", "Раздел %1"),
        level(1, "decimal", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>'),
    )
    assert labels(item() + item(1) + item() + item(1), part) == ["Раздел I", "1.1", "Раздел II", "2.2"]


@pytest.mark.parametrize(("text", "label"), [("\uf0b7", "•"), ("o", "•"), ("–", "–"), ("-", "-")])
def test_bullets(text: str, label: str) -> None:
    assert labels(item(), numbering(level(0, "bullet", text))) == [label]


def test_numbering_from_a_style_and_switched_off() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="li"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    part = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.", '<w:pStyle w:val="li"/>'))
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = item() + para("а", '<w:pStyle w:val="li"/>') + para("б", f'<w:pStyle w:val="li"/>{off}')
    assert labels(body, part, STYLES + style) == ["1.", "1.1.", None]


def test_list_defined_by_a_numbering_style() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="ns"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
    )
    linked = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="ns"/>{level(0, "decimal", "%1)")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="ns"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels(item() + item(), part_xml("numbering", linked), STYLES + style) == ["1)", "2)"]


def test_unknown_list_and_missing_part() -> None:
    assert labels(item(number="77") + item(5), THREE) == [None, None]
    assert [block.label for block in read_docx(docx(item())).blocks] == [None]


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (1, "lowerLetter", "a"),
        (27, "upperLetter", "AA"),
        (10, "russianLower", "к"),
        (29, "russianUpper", "Я"),
        (30, "russianLower", "аа"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (5, "decimalZero", "05"),
        (0, "lowerLetter", "0"),
        (10**9, "russianLower", "1000000000"),
        (10**9, "upperRoman", "1000000000"),
        (3, "none", ""),
        (3, "ordinalText", "3"),
    ],
)
def test_number_formats(value: int, style: str, text: str) -> None:
    assert counted(value, style) == text
