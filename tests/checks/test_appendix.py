"""Which headings of appendices must begin a sheet."""

import pytest

from letterlint import checks
from letterlint.model import Safety, Severity, StyleEdit
from letterlint.zones import notation

LETTER = "preamble| Направляем расчёт выплаты.\nsignature| Директор                 Л.Л. Трюк\n"


def found(sheets: str, *, formatted: bool = True) -> list[str]:
    letter = notation.read(LETTER + sheets, formatted=formatted)
    return [letter.text[slice(*match.span)] for match in checks.run("appendix_sheet", letter, {}) if match.span]


@pytest.mark.parametrize(
    ("heading", "mark"),
    [
        ("Приложение", "Приложение"),
        ("Приложение № 1", "Приложение № 1"),
        ("Приложение №1", "Приложение №1"),
        ("ПРИЛОЖЕНИЕ 2", "ПРИЛОЖЕНИЕ 2"),
        ("Приложение А", "Приложение А"),
        ("Приложение N 1", "Приложение N 1"),
        ("Приложение № 1 к письму ООО «Свет» от 05.06.2025 № 387", "Приложение № 1"),
        ("Приложение к исх. № 387 от 05.06.2025", "Приложение"),
        ("Приложение. Расчёт", "Приложение"),
    ],
)
def test_headings(heading: str, mark: str) -> None:
    assert found(f"appendix| {heading}\nappendix| Расчёт") == [mark]
    assert found(f"appendix{{page=hard}}| {heading}\nappendix| Расчёт") == []
    assert found(f"appendix| {heading}\nappendix| Расчёт", formatted=False) == []


@pytest.mark.parametrize(
    "line",
    [
        "Приложение № 1 содержит расчёт выплаты.",
        "Приложения хранятся в архиве",
        "Продолжение приложения 1",
        "Приложение № 2 к договору от 01.02.2024 № 112",
        "Приложение № 2 к приказу Минфина",
    ],
)
def test_lines_that_head_no_sheet(line: str) -> None:
    assert found(f"appendix{{page=hard}}| Приложение\nappendix| {line}") == []


def test_second_on_one_sheet() -> None:
    assert found("appendix{page=hard}| Приложение № 1\nappendix| Расчёт\nappendix| Приложение № 2") == [
        "Приложение № 2"
    ]
    assert found("appendix{page=hard}| Приложение № 1\nappendix{page=hard}|\nappendix| Приложение № 2") == []


def test_padding_counts_as_no_page() -> None:
    letter = notation.read(LETTER + "appendix{page=padded}| Приложение", formatted=True)
    (match,) = checks.run("appendix_sheet", letter, {})
    assert (match.variant, match.severity, match.safety) == ("padded", Severity.WARNING, Safety.UNSAFE)
    assert match.edits == (StyleEdit(2, "page_break_before", value=True),)


def test_no_edit_where_the_heading_shares_its_paragraph_with_the_signature() -> None:
    letter = notation.read(
        "preamble| Направляем расчёт.\nsignature{source=7}| Директор   Л.Л. Трюк\nappendix{source=7}| Приложение",
        formatted=True,
    )
    (match,) = checks.run("appendix_sheet", letter, {})
    assert match.edits == ()


def test_a_list_of_appendices_in_a_box_is_none() -> None:
    assert found("appendix{flow=box 0,container=textbox}| Приложение") == []
