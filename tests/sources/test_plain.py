"""Bytes of a text file to blocks."""

from __future__ import annotations

import pytest

from letterlint.errors import ReadError
from letterlint.letter import Alignment, PageStart
from letterlint.model import Kind
from letterlint.sources.plain import LARGEST, layout, read_plain

LETTER = (
    "ООО «Свет»                      Генеральному директору\n"
    "г. Москва                       ООО «Ромашка»\n\n"
    "              Уважаемый Андрей Петрович!\n\n"
    "     Сообщаем, что расчёт выполнен, а исправленный счёт направлен.\n\f"
    "Приложение № 1"
)


def test_blocks_carry_place_style_and_page() -> None:
    source = read_plain(LETTER.encode())
    assert (source.kind, source.formatted, source.notes) == (Kind.DOC, False, ())
    assert [(block.source, block.place.column, block.style.left) for block in source.blocks] == [
        (0, 0, 0.0),
        (0, 1, 64.0),
        (1, None, 28.0),
        (2, None, 10.0),
        (3, None, 0.0),
    ]
    assert [block.page_start for block in source.blocks[-2:]] == [PageStart.NO, PageStart.HARD]
    assert [block.style.alignment for block in source.blocks] == [None, None, None, None, None]


def test_a_centred_line() -> None:
    block = read_plain(f"{' ' * 21}Уважаемый Андрей Петрович!\n\n{'ш' * 68}".encode()).blocks[0]
    assert block.style.alignment is Alignment.CENTER


@pytest.mark.parametrize(("codec", "name"), [("cp1251", "windows-1251"), ("koi8_r", "KOI8-R"), ("cp866", "IBM866")])
def test_a_guessed_charset_is_noted(codec: str, name: str) -> None:
    (note,) = read_plain("Просим направить акт сверки.".encode(codec)).notes
    assert (note.kind, note.message) == ("note", f"Кодировка определена по тексту: {name}")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\f\n", b"\xef\xbb\xbf", "\xa0\n".encode()])
def test_an_empty_file(data: bytes) -> None:
    with pytest.raises(ReadError, match="файл пуст"):
        read_plain(data)


def test_a_file_too_large() -> None:
    with pytest.raises(ReadError) as caught:
        read_plain(b"a" * (LARGEST + 1))
    assert caught.value.kind == "limit"


def test_blocks_are_what_layout_says() -> None:
    assert [block.text for block in read_plain(LETTER.encode()).blocks] == [laid.text for laid in layout(LETTER)]
