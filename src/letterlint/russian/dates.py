"""Dates as people write them in letters, those that no calendar has included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from letterlint import data
from letterlint.lazy import pattern
from letterlint.russian.evenness import even_dashes
from letterlint.russian.weekdays import weekday_after, weekday_before

#: Written with figures alone; what the last two groups find is a date only where something beside it says so.
_FIGURES = pattern(
    r"(?<![\w№])(?<!\d[.,:/])(?:"
    r"(?P<iso>(?P<y1>(?:19|20)\d\d)-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01]))"
    r"|(?P<full>(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>(?:19|20)\d\d))"
    r"|(?P<brief>(?P<d3>\d{1,2})(?:\.(?P<m3>\d{1,2})\.(?P<y3>\d\d)|/(?P<m4>0?[1-9]|1[0-2])/(?P<y4>(?:19|20)\d\d)))"
    r"|(?P<bare>(?P<d5>0[1-9]|[12]\d|3[01])\.(?P<m5>0[1-9]|1[0-2]))"
    r")(?=(?:г|года)?(?!\w))(?![.,:]\d|/\w|\.[a-z]|-(?!\d{1,2}\.\d|\s|$))"
)
#: Before these a figure is the number of something: «№ 31.02.2024», «версия 31.02.2024», «п. 3, 4 мая».
_NUMBERED = pattern(
    r"(?:№|#|(?<!\w)(?:n|no|номер\w{0,3}|пп?|пункт\w{0,3}|ст|статья|статьи|код\w{0,3}|шифр\w{0,2}|арт|артикул\w{0,2}|"
    r"верси\w{1,3}|вер|ver|v|гост(?: р)?|сп|ту|ок[а-я]{2,4} ?2?|тел|телефон\w{0,2}|факс\w{0,2}|ip|дел[оау]|"
    r"договор\w{0,3}|контракт\w{0,3}))[.:]?\s*$",
)
_DAY = r"\d{1,2}(?:-?(?:го|е|ого|ое|му))?"
#: «31 апреля», «28, 29 и 31 апреля 2025», «с 28-го по 31-е апреля 25 г.», «"31" апреля 2025»; the month may be any
#: word: its look-up costs less than twelve alternatives, 1 ms at every start.
_WORDS = pattern(
    r"(?<![\w/№-])(?<!\d[.,:])(?:(?P<opened>[«\"“])(?=\d\d?[»\"”]))?"
    rf"(?P<days>{_DAY}(?:(?:\s?[,-]\s?|,?\s(?:и|или|по|до)\s){_DAY}){{0,9}})[»\"”]?\s{{1,2}}(?P<month>[А-Яа-я]{{3,8}})(?!\w)"
    r"(?:\s{1,2}(?:(?P<year>(?:19|20)\d\d)(?=(?:г|года)?(?!\w))(?![.,]\d|\s(?:руб|₽|коп|тыс|чел|шт|экз|кВт|кг|тонн))"
    r"|(?P<short>\d\d)(?=\s?г(?:\.|од))))?"
)
#: Codes and clauses near by: «код по ОКПД 2: 31.02.10, 31.09.12».
_CODES = pattern(
    r"ок(?:вэд|пд|оф|еи|ато|тмо)|тн вэд|кбк"
    r"|(?<!\w)(?:код|верси|раздел|пункт|подпункт|стать|глав|параграф|артикул|пп?\.)",
)
_BEFORE_DATE = pattern(r"(?<!\w)(?:от|до|с|со|по|к|ко|на|за|дат[аыуе]:?)\s+$")
_BEFORE_DAY = pattern(r"(?<!\w)(?:от|до|с|со|по|к|ко)\s+$")
_AFTER_DATE = pattern(r"\s?(?:г\.|г(?!\w)|год[ау](?!\w)|№)|\s(?:в|с) \d{1,2}[:.-]\d\d(?!\d)")
#: «31.02 руб.», «тариф вырос до 31.04»: a number with a decimal point.
_MEASURE = pattern(
    r"(?<!\w)(?:руб|коп|тыс|млн|млрд|цен[аеоуы]|стоимост|тариф|сумм|ставк|курс|коэффициент|процент|индекс|балл|температур|давлени|объ[её]м|площад)"
    r"|[%₽$€°]",
)
_UNIT = pattern(
    r"\s?(?!вкл|[ст]\.\s?г)(?:[а-я]{1,4}[./²³]|(?:м|мм|см|км|кг|г|т|л|ч|га|шт|кВт\S{0,3}|Гкал|метр\w{0,3}|час\w{0,3}|тонн\w{0,2})(?!\w))"
)
_FIGURE = pattern(r"(?<!\d)\d{1,2}")
_JOINT = pattern(r"\s?(?:г\.?|года)?\s?(?:-|,|и|или|по|до)\s?")
#: How far a word may stand that says what a number is.
_NEAR = 40
_LABEL = 20
_LEAP = 2024


class Date(NamedTuple):
    """A day as the text names it, whether or not there is one, and its place.

    A year of two figures is 20YY; None where no year is written. Of «13 и 14 мая» each day is a date, the
    place of the first one being its figures. «г.» after the year is not part of the place.
    """

    start: int
    stop: int
    day: int
    month: int
    year: int | None

    @property
    def real(self) -> date | None:
        """The day of the calendar; None where there is none, or no year is written."""
        return _day(self.year, self.month, self.day) if self.year is not None else None

    @property
    def exists(self) -> bool:
        """Whether there is such a day, in some year where no year is written."""
        return _day(self.year or _LEAP, self.month, self.day) is not None


def dates(text: str) -> list[Date]:
    """The dates in ``text`` from left to right, impossible ones too; a number that only looks like one is none.

    Found are «31.02.2024», «31.6.25», «31/02/2024», «2025-02-30», «31 апреля 2025 г.», «с 28 по 31 апреля» and, after a
    preposition, «до 31.04».
    """
    text = even_dashes(text)
    return sorted([*_with_figures(text), *_with_words(text)])


def days_of(month: int, year: int | None) -> int:
    """How many days a month has; the most that it may have where no year is given."""
    return next(day for day in (31, 30, 29, 28) if _day(year or _LEAP, month, day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_figures(text: str) -> Iterator[Date]:
    previous = 0
    for found in _FIGURES.finditer(text):
        start, stop = found.span()
        joined = 0 < previous < start and _JOINT.fullmatch(text, previous, start) is not None
        if not joined and (text[start - 1 : start] == "-" or _is_numbered(text, start)):
            continue
        if found["brief"] and not joined and not _is_brief_date(text, start, stop):
            continue
        if found["bare"] and not _is_day_and_month(text, start, stop, joined=joined):
            continue
        previous = stop
        yield Date(start, stop, *_parts(found))


def _parts(found: re.Match[str]) -> tuple[int, int, int | None]:
    day = found["d1"] or found["d2"] or found["d3"] or found["d5"]
    month = found["m1"] or found["m2"] or found["m3"] or found["m4"] or found["m5"]
    year = found["y1"] or found["y2"] or found["y3"] or found["y4"]
    return int(day), int(month), _year(year) if year else None


def _year(figures: str) -> int:
    return int(figures) + (2000 if len(figures) == 2 else 0)


def _is_numbered(text: str, start: int) -> bool:
    return _NUMBERED.search(text[max(0, start - _LABEL) : start].lower()) is not None


def _is_brief_date(text: str, start: int, stop: int) -> bool:
    """«до 31.6.25», «31.6.25 г.», «(пт) 31.6.25», but not a code or a clause."""
    before = text[max(0, start - _NEAR) : start].lower()
    if _CODES.search(before):
        return False
    return bool(
        _BEFORE_DATE.search(before)
        or _AFTER_DATE.match(text, stop)
        or weekday_before(text, start)
        or weekday_after(text, start, stop)
    )


def _is_day_and_month(text: str, start: int, stop: int, *, joined: bool) -> bool:
    """«до 31.04», but not a sum, a measure or a clause."""
    near = text[max(0, start - _NEAR) : start].lower(), text[stop : stop + _NEAR].lower()
    if not (joined or _BEFORE_DAY.search(near[0])) or _UNIT.match(text, stop):
        return False
    return not any(_CODES.search(side) or _MEASURE.search(side) for side in near)


def _with_words(text: str) -> Iterator[Date]:
    for found in _WORDS.finditer(text):
        month = _months().get(found["month"].lower())
        if month is None:
            continue
        year = found["year"] or found["short"]
        if found["month"].istitle() and not year:
            continue  # «ул. 8 Марта»
        days = list(_FIGURE.finditer(text, *found.span("days")))
        if _is_numbered(text, found.start()):
            days = days[1:]
        for number, day in enumerate(days, 1):
            stop = day.end()
            if number == len(days):
                stop = max(found.end("month"), found.end("year"), found.end("short"))
            elif int(day[0]) >= int(days[number][0]):
                continue  # «с 28 по 3 апреля»: 28 is of the month before
            start = day.start() - (found["opened"] is not None)
            yield Date(start, stop, int(day[0]), month, _year(year) if year else None)


@cache
def _months() -> dict[str, int]:
    return {row[0]: number for number, row in enumerate(data.table("month_forms"), 1)}
