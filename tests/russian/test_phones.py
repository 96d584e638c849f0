"""Telephone numbers and their look-alikes."""

import pytest
from tests.russian.marked import unmarked

from letterlint.russian.phones import find_phones

WITH_CODE = [
    "[[8 (495) 000-45-67]]",
    "тел. [[8 (495) 000-45-67 доб. 123]]",
    "тел. [[8 (495) 000-45-67 (вн. 1234)]]",
    "[[8 (495) 000-45-67*123]]",
    "[[8 800 000-00-00, доб. 5-12]]",
    "([[(4012)00-12-34]])"[1:-1],
    "Иванова М.П., [[(4012)00-12-34]]",
    "[[+7 495 000 45 67]]",
    "[[+74950004567]]",
    "[[+7 (383) 000-00-00]] (многоканальный)",
    "[[8-495-000-45-67]]",
    "[[8(495)0004567]]",
    "тел.:[[8(495)0001122]]",
    "[[84950004567]]",
    "[[8 (38822) 0-22-22]]",
    "[[(8-383) 000-00-00]]",
    "[[8.495.000.45.67]]",
    "[[383-000-00-00]]",
    "моб. [[8-916-000-45-67]]",
    "тел./факс [[(383) 000-00-00]]",
    "[[+375 17 000-00-00]]",
    "[[8\u00a0(495)\u00a0000-45-67]]",
    "[[8 (495) 000–45–67]]",
    "[[(495) 000-45-67]], [[000-45-68]]",
    "[[8 (495) 000-45-67]], [[(495) 000-45-68]] и [[000-45-69]]",
    "[[8 (495) 000-45-67]]. Просим",
]
WITHOUT_CODE = [
    "т. [[000-45-67]]",
    "[[000-45-67]]",
    "Исп. Иванова М.П., [[23-00-67]]",
    "тел. [[23-45-00 (вн. 21-07)]]",
    "тел. [[12345]]",
    "телефон: [[2-00-45]]",
    "[[вн. 12-34]]",
    "[[доб. 5-12]]",
    "Сомова Т.Н., [[внутр. тел. 12-34]]",
]
NO_PHONES = [
    "от 05.06.2025 № 12-34-56",
    "№ 112-45-67",
    "договор 112-45-67",
    "05-06-25",
    "2025-06-05",
    "05.06.2025",
    "ИНН 5400000000",
    "ИНН/КПП 5400000000/540001001",
    "ОКПО 12345678, ОГРН 1025400000000",
    "р/с 40702810000000000000",
    "л/с 81234567890",
    "СНИЛС 123-456-789 01",
    "630000, г. Новосибирск",
    "380 000 000 руб.",
    "80 000 000 000",
    "8 10 12 14 16 18",
    "10:15-12:30",
    "с 8-00 до 17-00",
    "42:24:0101001:12",
    "ГОСТ Р 7.0.97-2016",
    "12345",
    "2025",
    "п. 4.2.1",
    "вн. давление",
]


@pytest.mark.parametrize(("marked", "has_code"), [*((m, True) for m in WITH_CODE), *((m, False) for m in WITHOUT_CODE)])
def test_found(marked: str, has_code: bool) -> None:
    text, words, places = unmarked(marked)
    phones = find_phones(text)
    assert [text[phone.start : phone.stop] for phone in phones] == words
    assert [(phone.start, phone.stop) for phone in phones] == places
    assert {phone.has_area_code for phone in phones} == {has_code}


@pytest.mark.parametrize("text", NO_PHONES)
def test_no_phone(text: str) -> None:
    assert find_phones(text) == []


def test_digits_and_extension() -> None:
    (phone,) = find_phones("8 (495) 000-45-67, доб. 5-12")
    assert (phone.digits, phone.extension, phone.internal) == ("84950004567", "512", False)
    (internal,) = find_phones("вн. 12-34")
    assert (internal.digits, internal.extension, internal.internal) == ("1234", "1234", True)


def test_short_numbers_only_where_a_phone_is_due() -> None:
    text = "Иванова\n12345"
    assert find_phones(text) == []
    (phone,) = find_phones(text, bare=True)
    assert text[phone.start : phone.stop] == "12345"
