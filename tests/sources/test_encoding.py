"""Charsets: round trips, detection, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterlint.errors import ReadError
from letterlint.sources.encoding import decode

LETTER = """ООО «Свет»
101000, Москва, ул. Лесная, д. 5

Уважаемый Андрей Петрович!

В ответ на Ваше письмо от 28.05.2025 № 15-3/112 сообщаем, что показания за май внесены дважды.

С уважением,
Директор          О.И. Петрова
"""

DOS_LETTER = """╔══════════════════════════════╗
║ ОБЩЕСТВО С ОГРАНИЧЕННОЙ      ║
║ ОТВЕТСТВЕННОСТЬЮ "ВЕКТОР"    ║
╚══════════════════════════════╝
Тел. (383) 000-00-00, E-mail: office@vektor.example
"""

SHORT = (
    "Просим направить акт сверки.",
    "МИНИСТЕРСТВО СТРОИТЕЛЬСТВА",
    "ПАО РЕГИОНЭНЕРГО, ВОСТОЧНЫЙ ФИЛИАЛ",
    "Исх. 387 от 05.06.2025",
    "Invoice No. 12, MS Excel: оплачено 45 678,90",
    "П Р Е Т Е Н З И Я",
)

CHARSETS = (("cp1251", "windows-1251"), ("koi8_r", "KOI8-R"), ("cp866", "IBM866"))


@pytest.mark.parametrize(("codec", "name"), CHARSETS)
@pytest.mark.parametrize("text", SHORT)
def test_short_russian_texts_show_their_charset(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, name, True)


@pytest.mark.parametrize("codec", ["koi8_r", "cp866"])
def test_a_letterhead_in_a_frame(codec: str) -> None:
    assert decode(DOS_LETTER.encode(codec)).text == DOS_LETTER


def test_signs_of_windows_1251() -> None:
    decoded = decode(LETTER.encode("cp1251"))
    assert (decoded.text, decoded.encoding) == (LETTER, "windows-1251")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"", "utf-8", "UTF-8"),
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
        (b"", "utf-16-le", "UTF-16 LE"),
        (b"", "utf-16-be", "UTF-16 BE"),
    ],
)
def test_unicode_is_not_guessed(mark: bytes, codec: str, name: str) -> None:
    data = mark + LETTER.encode(codec)
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (LETTER, name, False)
    assert decoded.mark + decoded.text.encode(decoded.codec) == data


def test_line_ends_are_kept() -> None:
    text = "а\r\nб\rв\nг\u2028д\fе"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"text\x00text",
        bytes(range(1, 32)) * 4,
        codecs.BOM_UTF16_LE + "а\0б".encode("utf-16-le"),
        "Письмо".encode() + b"\x00",
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError, match="это не текст") as caught:
        decode(data)
    assert caught.value.reason_en.startswith("this is not text")
    assert caught.value.kind == "unreadable"


def test_a_few_control_characters_are_let_through() -> None:
    assert decode(b"Letter\x1a").text == "Letter\x1a"


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode()[:-1] + b"\xd0",
        LETTER.encode().replace("Директор".encode(), b"\xff\xfe"),
        codecs.BOM_UTF8 + b"\xff",
        codecs.BOM_UTF16_LE + b"a",
    ],
)
def test_broken_unicode_is_not_taken_for_another_charset(data: bytes) -> None:
    with pytest.raises(ReadError, match="повреждён"):
        decode(data)


russian = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ,.-0123456789\n", min_size=1)
printable = st.text(st.characters(exclude_categories=("Cs", "Cc")))


@given(printable, st.sampled_from([codec for _, codec in ((0, "utf-8"), (0, "utf-16-le"), (0, "utf-16-be"))]))
def test_marked_unicode_round_trips(text: str, codec: str) -> None:
    mark = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[codec]
    assert decode(mark + text.encode(codec)).text == text


@given(printable)
def test_utf8_round_trips(text: str) -> None:
    assert decode(b"\xd0\xb0 " + text.encode()).text == "а " + text


@given(russian, st.sampled_from(CHARSETS))
def test_any_guess_gives_back_the_bytes(text: str, charset: tuple[str, str]) -> None:
    data = text.encode(charset[0])
    try:
        decoded = decode(data)
    except ReadError:  # a lone "\xd0…" may look like broken UTF-8, bytes without letters like nothing
        return
    assert decoded.mark + decoded.text.encode(decoded.codec) == data


@given(st.binary())
def test_any_bytes_are_exact_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError:
        return
    assert decoded.mark + decoded.text.encode(decoded.codec) == data


@given(russian, st.sampled_from(CHARSETS))
def test_a_sentence_beside_any_letters_decides(text: str, charset: tuple[str, str]) -> None:
    whole = LETTER.replace("«", '"').replace("»", '"').replace("№", "N") + text[:40]
    assert decode(whole.encode(charset[0])).encoding == charset[1]
