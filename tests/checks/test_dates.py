"""Dates that no calendar has, dates on the wrong day of the week, and their look-alikes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterlint import checks, data
from letterlint.model import Zone
from letterlint.russian.dates import dates
from letterlint.zones import notation

_MONTHS = [row[0] for row in data.table("month_forms")]
_WEEKDAYS = data.table("weekday_forms")
_FORMATS = [
    "в {weekday}, {d:%d.%m.%Y}",
    "до {d:%d.%m.%y} ({weekday})",
    "от {d.day}.{d.month}.{d.year} г.",
    "до {d.day}/{d.month}/{d.year}",
    "по состоянию на {d:%Y-%m-%d} ({short})",
    "{short}. {d.day} {month} {d.year} года",
    "в {weekday} {d:%d} {month} {d.year} г.",
    "«{d:%d}» {month} {d.year} г., {weekday}",
    "{d.day}-го {month} {d:%y} г. в {weekday}",
    "с {d.day} {month}",
    "до {d:%d.%m}",
]


def found(words: str, zone: Zone = Zone.BODY) -> list[str]:
    letter = notation.skeleton(zone, words)
    return [letter.text[slice(*match.span)] for match in checks.run("impossible_date", letter, {}) if match.span]


def written(form: str, day: date, weekday: int) -> str:
    name, cases, short, _ = _WEEKDAYS[weekday]
    accusative = next((case for case in cases.split() if case.endswith("у") and name.endswith("а")), name)
    return "Ответ ждём " + form.format(d=day, month=_MONTHS[day.month - 1], weekday=accusative, short=short) + "."


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(_FORMATS))
def test_real_days_on_their_weekday_are_silent(day: date, form: str) -> None:
    words = written(form, day, day.weekday())
    assert found(words) == []
    assert [(d.day, d.month) for d in dates(words)] == [(day.day, day.month)]


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from([form for form in _FORMATS if "weekday" in form]),
    st.integers(1, 6),
)
def test_other_weekdays_are_found(day: date, form: str, shift: int) -> None:
    assert len(found(written(form, day, (day + timedelta(shift)).weekday()))) == 1


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("С 28.04.2025–31.04.2025 и с 28.04.25-31.04.25.", ["31.04.2025", "31.04.25"]),
        ("С 31 апреля по 2 мая 2025 года.", ["31 апреля"]),
        ("Занятия 28, 29 и 30 февраля 2023 года.", ["29", "30 февраля 2023"]),
        ("До 31.04, 15.05 и 31.06 с. г.", ["31.04", "31.06"]),
        ("Акт от 31.11.2025г., 31-го июня, 31 СЕНТЯБРЯ.", ["31.11.2025", "31-го июня", "31 СЕНТЯБРЯ"]),
        ("Ждём в среду,\n14 мая\n2024 г.", ["среду,\n14 мая\n2024"]),
        ("С понедельника, 13 мая 2024, по среду, 16 мая 2024 г.", ["среду, 16 мая 2024"]),
        ("Приём в ближайший понедельник (14.05.2024 г.).", ["понедельник (14.05.2024 г.)"]),
        ("Сверка в понедельник, 14.05.2024 (вторник).", ["понедельник, 14.05.2024"]),
        ("В четверг, 31 апреля 2025 г.", ["31 апреля 2025"]),
    ],
)
def test_places(words: str, places: list[str]) -> None:
    assert found(words) == places


@pytest.mark.parametrize(
    "words",
    [
        "Совещание 14.05.2024, в понедельник подведём итоги.",
        "Просим ответить до 14 мая 2024 г. Понедельник – выходной день.",
        "Собрания: 13 (понедельник) и 14 (вторник) мая 2024 года.",
        "С 13 по 17 мая 2024 г. (понедельник – пятница), с понедельника 13 по пятницу 17 мая 2024 г.",
        "Определение ВС, 14.05.2024; сб. 14.05.2024.",
        "Дело 31/04/2024, исх. № 2025-02-30, А-31.02.2024, счёт № 31 апреля 2025 г.",
        "Площадь от 30.02 до 31.04 кв. м, разделы с 30.02 по 31.04.",
        "С 28 по 3 апреля, в доме на 31 м.",
        "По 29 февраля 2023 руб.",
        "Ошибочно указан понедельник, 14.05.2024.",
    ],
)
def test_look_alikes(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("zone", "places"),
    [
        (Zone.REFERENCE, ["31.04.2025"]),
        (Zone.ATTACHMENTS, ["31.04.2025"]),
        (Zone.SUBJECT, ["31.04.2025"]),
        (Zone.SIGNATURE, []),
        (Zone.LETTERHEAD, []),
        (Zone.QUOTE, []),
    ],
)
def test_by_zone(zone: Zone, places: list[str]) -> None:
    assert found("Акт от 31.04.2025 № 5", zone) == places
