"""Paragraphs of a text: the three layouts, columns, lists, indents; and that nothing is lost or doubled."""

from __future__ import annotations

from textwrap import dedent, fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterlint.errors import ReadError
from letterlint.sources.layout import Laid, layout
from letterlint.sources.lines import MOST


def texts(text: str) -> list[str]:
    return [laid.text for laid in layout(text)]


def numbered(text: str) -> list[tuple[int, int | None, str]]:
    return [(laid.source, laid.column, laid.text) for laid in layout(text)]


SAMPLE = """\
ООО «Свет»                                    Генеральному директору
101000, Москва, ул. Лесная, д. 5              ООО «Ромашка»
тел. +7 (495) 000-45-67                       Смирнову А.П.
05.06.2025 № 12-04/387
На № 15-3/112 от 28.05.2025

                     Уважаемый Андрей Петрович!

     В ответ на Ваше письмо от 28.05.2025 № 15-3/112 сообщаем результат проверки начислений за май.
     Проверка показала, что показания за май внесены дважды по ошибке нашего специалиста.

Приложение: 1. Акт сверки на 2 л. в 1 экз.
            2. Счёт на 1 л. в 1 экз.

С уважением,
Заместитель генерального директора                    О.И. Петрова
Главный бухгалтер                                     В.М. Котова

Иванова Мария Петровна
8 (495) 000-45-67
"""


def test_a_letter_with_blank_lines() -> None:
    assert numbered(SAMPLE) == [
        (
            0,
            0,
            (
                "ООО «Свет»\n101000, Москва, ул. Лесная, д. 5\nтел. +7 (495) 000-45-67\n"
                "05.06.2025 № 12-04/387\nНа № 15-3/112 от 28.05.2025"
            ),
        ),
        (0, 1, "Генеральному директору\nООО «Ромашка»\nСмирнову А.П."),
        (1, None, "Уважаемый Андрей Петрович!"),
        (2, None, "В ответ на Ваше письмо от 28.05.2025 № 15-3/112 сообщаем результат проверки начислений за май."),
        (2, None, "Проверка показала, что показания за май внесены дважды по ошибке нашего специалиста."),
        (3, None, "Приложение: 1. Акт сверки на 2 л. в 1 экз.\n2. Счёт на 1 л. в 1 экз."),
        (
            4,
            None,
            (
                "С уважением,\nЗаместитель генерального директора                    О.И. Петрова\n"
                "Главный бухгалтер                                     В.М. Котова"
            ),
        ),
        (5, None, "Иванова Мария Петровна\n8 (495) 000-45-67"),
    ]


def test_a_letter_without_blank_lines_has_a_paragraph_a_line() -> None:
    lines = [
        'Исх.№ 45 от 05.06.25г.                Директору ООО "Ромашка" Смирнов А.П.',
        "Уважаемый г-н Смирнов А.П.!",
        "Вам необходимо в кратчайшие сроки предоставить копии договора. Явиться в офис с паспортом.",
        "С ув. Нач. отд. Петрова О.И.",
        "исп. Иванова М.П. 000-45-67",
    ]
    assert numbered("\n".join(lines)) == [(number, None, line) for number, line in enumerate(lines)]


HEAD = (
    "ООО «Свет»",
    "101000, Москва, ул. Лесная, д. 5",
    "ОГРН 1025400000000, ИНН/КПП 5400000000/540001001",
    "Генеральному директору",
    "ООО «Ромашка»",
    "Смирнову А.П.",
    "О перерасчёте платы",
    "Уважаемый Андрей Петрович!",
)
BODY = (
    (
        "В ответ на Ваше письмо от 28.05.2025 № 15-3/112 сообщаем, что показания за май внесены дважды по ошибке "
        "нашего специалиста, за что приносим извинения."
    ),
    (
        "Перерасчёт выполнен; исправленный счёт будет направлен до 16 июня 2025 г. почтой и по адресу, который указан "
        "в договоре энергоснабжения, заключённом с Вашей организацией."
    ),
    "Будем рады ответить на вопросы.",
)
TAIL = (
    "Приложение: акт сверки от 04.06.2025 № 17 на 2 л. в 1 экз.",
    "С уважением,",
    "Заместитель генерального директора                    О.И. Петрова",
    "Иванова Мария Петровна",
    "8 (495) 000-45-67",
)


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("indent", ["", "     "])
def test_lines_wrapped_at_a_column_are_joined(width: int, indent: str) -> None:
    body = [fill(paragraph, width, initial_indent=indent, break_on_hyphens=False) for paragraph in BODY]
    wrapped = [paragraph.lstrip() for paragraph in body]
    assert texts("\n".join((*HEAD, *body, *TAIL))) == [*HEAD, *wrapped, *TAIL]


def test_items_of_a_wrapped_list_are_paragraphs() -> None:
    text = dedent("""\
        Уважаемый Андрей Петрович!
        В связи с проверкой просим Вас направить до 16 июня 2025 г. следующие
        документы и сведения:
        1. копию договора энергоснабжения, заключённого в 2024 году, и все
           дополнительные соглашения к нему;
        2. акт сверки.
        С уважением,
        Директор ____________ /О.И. Петрова/""")
    assert texts(text) == [
        "Уважаемый Андрей Петрович!",
        "В связи с проверкой просим Вас направить до 16 июня 2025 г. следующие\nдокументы и сведения:",
        "1. копию договора энергоснабжения, заключённого в 2024 году, и все\nдополнительные соглашения к нему;",
        "2. акт сверки.",
        "С уважением,",
        "Директор ____________ /О.И. Петрова/",
    ]


def test_a_list_without_labels_is_not_joined() -> None:
    lines = [
        "Просим направить:",
        "акт сверки взаимных расчётов за первый квартал 2025 года и договор,",
        "счёт на оплату электрической энергии за май 2025 года,",
        "копию доверенности представителя на получение документов.",
    ]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("block", "paragraphs"),
    [
        ("Просим:\n1. направить акт\nсверки;\n2. ответить.", ["Просим:\n1. направить акт\nсверки;\n2. ответить."]),
        ("– копия договора\n– акт сверки", ["– копия договора\n– акт сверки"]),
        ("а) первое;\nб) второе", ["а) первое;\nб) второе"]),
        ("Причина задержки проста\n– повреждён кабель", ["Причина задержки проста\n– повреждён кабель"]),
        ("Письмо от\n05.06.2025 № 5", ["Письмо от\n05.06.2025 № 5"]),
        ("Директор\nА.П. Смирнов", ["Директор\nА.П. Смирнов"]),
        ("Приложение:\n1. Акт.\n2. Счёт.", ["Приложение:\n1. Акт.\n2. Счёт."]),
    ],
)
def test_a_list_without_blank_lines_is_one_block(block: str, paragraphs: list[str]) -> None:
    assert numbered(f"Первый блок.\n\n{block}\n\nПоследний блок.") == [
        (0, None, "Первый блок."),
        *((1, None, paragraph) for paragraph in paragraphs),
        (2, None, "Последний блок."),
    ]


def test_columns_without_blank_lines_are_cut_line_by_line() -> None:
    text = dedent("""\
        ООО «Свет»                                       Смирновой Анне Петровне
        101000, Москва, ул. Лесная, д. 5, оф. 1          ул. Речная, д. 7, кв. 3
        На № 455 от 28.05.2025                           г. Энск, Энская обл., 100000""")
    assert numbered(text) == [
        (0, 0, "ООО «Свет»"),
        (1, 0, "101000, Москва, ул. Лесная, д. 5, оф. 1"),
        (2, 0, "На № 455 от 28.05.2025"),
        (0, 1, "Смирновой Анне Петровне"),
        (1, 1, "ул. Речная, д. 7, кв. 3"),
        (2, 1, "г. Энск, Энская обл., 100000"),
    ]


@pytest.mark.parametrize(
    ("head", "left", "right"),
    [
        pytest.param(
            "Исх. № 5                        Генеральному директору\n"
            "                                ООО «Ромашка»\n"
            "                                Смирнову А.П.",
            "Исх. № 5",
            "Генеральному директору\nООО «Ромашка»\nСмирнову А.П.",
            id="only the addressee goes on",
        ),
        pytest.param(
            "ООО «Свет»\tИсполнительному директору\nг. Москва, ул. Лесная, д. 5\tООО «Ромашка»\n\tСмирнову А.П.",
            "ООО «Свет»\nг. Москва, ул. Лесная, д. 5",
            "Исполнительному директору\nООО «Ромашка»\nСмирнову А.П.",
            id="tabs",
        ),
        pytest.param(
            "ООО «Свет»                      Генеральному директору\n"
            "г. Москва                                ООО «Ромашка»\n"
            "Исх. № 5                                 Смирнову А.П.",
            "ООО «Свет»\nг. Москва\nИсх. № 5",
            "Генеральному директору\nООО «Ромашка»\nСмирнову А.П.",
            id="flush right",
        ),
        pytest.param(
            "   ООО «Свет»                   Генеральному директору\n На № ____    от ____           ООО «Ромашка»",
            "ООО «Свет»\nНа № ____    от ____",
            "Генеральному директору\nООО «Ромашка»",
            id="a smaller gap in the left column",
        ),
    ],
)
def test_two_columns(head: str, left: str, right: str) -> None:
    laid = layout(f"{head}\n\nУважаемый Андрей Петрович!\n\nСообщаем.")
    assert [(one.text, one.column) for one in laid[:2]] == [(left, 0), (right, 1)]
    assert len(laid) == 4


def test_a_centred_letterhead_stays_above_the_columns() -> None:
    text = (
        "             МИНИСТЕРСТВО СТРОИТЕЛЬСТВА ЭНСКОЙ ОБЛАСТИ\n"
        "05.06.2025 № 12-04/387                Генеральному директору\n"
        "На № 15-3/112 от 28.05.2025           ООО «Ромашка»\n\n"
        "Уважаемый Андрей Петрович!"
    )
    assert [one.column for one in layout(text)] == [None, 0, 1, None]


def test_columns_go_on_below_a_blank_line() -> None:
    text = (
        "ООО «Свет»                      Генеральному директору\n"
        "г. Москва                       ООО «Ромашка»\n\n"
        "Исх. № 5                        Смирнову А.П.\n\n"
        "Уважаемый Андрей Петрович!"
    )
    assert numbered(text)[2:4] == [(1, 0, "Исх. № 5"), (1, 1, "Смирнову А.П.")]


@pytest.mark.parametrize(
    "block",
    [
        "Директор             А.П. Смирнов\nГл. бухгалтер        О.И. Петрова",
        "И.о. директора       __________ /О.И. Петрова/\nЗа директора         __________ /А.П. Смирнов/",
        "Установка счётчика         3 400,00\nПоверка                      500,00",
        "Исх. № 5         от 05.06.2025\nНа № 7           от 28.05.2025",
        "Приложение:  1. Акт на 2 л.\n             2. Счёт на 1 л.",
        "Акт сверки ...............   Лист 1\nСчёт .....................   Лист 2",
        "05.06.2025 № 5          Генеральному директору",
    ],
)
@pytest.mark.parametrize("before", ["", "Уважаемый Андрей Петрович!\n\n"])
def test_what_is_no_pair_of_columns(block: str, before: str) -> None:
    laid = layout(f"{before}{block}\n\nКонец.")
    assert "\n".join(line.strip() for line in block.split("\n")) in [one.text for one in laid]
    assert {one.column for one in laid} == {None}


def test_a_signature_of_two_after_the_text_is_no_pair_of_columns() -> None:
    text = (
        "Уважаемый Андрей Петрович!\n\nДиректор ООО «А»         Директор ООО «Б»\nА.П. Смирнов             Б.Б. Белов"
    )
    assert {one.column for one in layout(text)} == {None}


def test_a_form_feed_begins_a_sheet() -> None:
    laid = layout("\fПисьмо.\nТекст.\n\fПриложение № 1\nк письму\n\f\n")
    assert [(one.text, one.page) for one in laid] == [
        ("Письмо.", False),
        ("Текст.", False),
        ("Приложение № 1", True),
        ("к письму", False),
    ]


def test_indents_and_centred_lines() -> None:
    laid = layout(SAMPLE)
    greeting = next(one for one in laid if one.text.startswith("Уважаемый"))
    assert (greeting.indent, greeting.centred) == (21, True)
    assert [one.indent for one in laid if one.source == 2] == [5, 5]
    assert layout("Письмо.\n\n\tТекст.")[1].indent == 8
    pushed = layout(f"{'ш' * 70}\n\n{' ' * 40}Директору\n{' ' * 40}ООО «Ромашка»")[1]
    assert (pushed.indent, pushed.centred) == (40, False)


def test_trailing_blanks_stay_leading_ones_go() -> None:
    assert texts("  Письмо  \n  и текст \n\nКонец") == ["Письмо  \nи текст ", "Конец"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n", "\u2028", "\v", "\x85"])
def test_every_line_end_ends_a_line(ending: str) -> None:
    assert texts(ending.join(("Один", "два", "", "Три"))) == ["Один\nдва", "Три"]


def test_too_many_lines() -> None:
    with pytest.raises(ReadError) as caught:
        layout("\n" * (MOST + 1))
    assert caught.value.kind == "limit"


def test_a_line_of_five_million_characters() -> None:
    line = "Просим направить акт сверки.   " * 160_000
    assert texts(f"{line}\n{' ' * 100_000}x") == [line, "x"]


def is_exact(text: str, laid: tuple[Laid, ...]) -> None:
    """Every slice is right, and every character that is no blank lies in exactly one."""
    seen: set[int] = set()
    for one in laid:
        assert one.text == "\n".join(text[start:stop] for start, stop in one.slices)
        assert one.text.strip()
        for start, stop in one.slices:
            assert start < stop
            assert not seen.intersection(range(start, stop))
            seen.update(range(start, stop))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= seen


fragments = st.sampled_from(
    [
        *HEAD,
        *(line for paragraph in BODY for line in fill(paragraph, 70).split("\n")),
        *TAIL,
        "1. акт;",
        "– счёт",
        "а) письмо",
        "Генеральному директору",
        "Директор",
        "____",
        "....",
        "х" * 500,
    ]
)
gaps = st.sampled_from(["", " ", "   ", "     ", " " * 20, " " * 40, "\t", "\t\t", "\xa0"])
endings = st.sampled_from(["\n", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "\u2029", "\n \n", "\n\f\n"])
written = st.lists(st.tuples(gaps, fragments, gaps, fragments | st.just(""), gaps, endings), max_size=30).map(
    lambda parts: "".join(map("".join, parts))
)


@given(written)
def test_nothing_is_lost_or_doubled_in_letters(text: str) -> None:
    is_exact(text, layout(text))


@given(st.text(st.sampled_from("аБ1.– \t\n\r\f\v\u2028\u2029\xa0_,")))
def test_nothing_is_lost_or_doubled_in_any_text(text: str) -> None:
    is_exact(text, layout(text))


@given(written)
def test_reading_order_is_kept_outside_columns(text: str) -> None:
    starts = [one.slices[0][0] for one in layout(text) if one.column is None]
    assert starts == sorted(starts)


@given(st.lists(st.sampled_from(BODY), min_size=1, max_size=6), st.sampled_from(["\n\n", "\r\n\r\n", "\n \t\n\n"]))
def test_blocks_are_what_lies_between_blank_lines(paragraphs: list[str], ending: str) -> None:
    wrapped = [fill(paragraph, 72) for paragraph in paragraphs]
    assert texts(ending.join(wrapped)) == (wrapped if len(wrapped) > 1 else texts(wrapped[0]))
