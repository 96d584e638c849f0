"""Days of the week beside a date: «в понедельник, 14.05.2024», «14 мая 2024 г. (пн)».

Only what stands so close that it means the same day: not «в понедельник мы получили письмо от 14.05.2024», not a list
of days, not «охраны окружающей среды 14.05.2024».
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from letterlint import data
from letterlint.lazy import pattern

#: What may lead to a weekday that a date explains: nothing, a sign, a preposition, «ближайший».
_LEAD = pattern(
    r"(?:^|[(,:;.!?«\"]|\n|\s-|(?<!\w)(?:в|во|на|с|со|до|к|ко|по|от|после)"
    r"(?:\s(?:эт|следующ|ближайш|прошл|прошедш|минувш|будущ)\w{1,3})?)\s*$",
    re.IGNORECASE,
)
_GAP_BEFORE_DATE = r"(?P<gap>\s?,\s|\s?\(|\s-\s|\s)"
_GAP_AFTER_DATE = (
    r"(?:\s?(?:г\.|года|г(?!\w)))?(?:(?P<bracket>\s?\((?:во?\s)?)|(?P<comma>\s?,\s)(?P<into>во?\s)?|\s(?P<to>во?\s)?)"
)
_LIST = r"\s?(?:,|и|-|или|на|по|до|либо|/)\s?(?:(?:во?|на|по|до)\s)?"
_CLOSES = pattern(r"\s?(?:[,.;)!?]|$|\n|(?:в|с|до|к|на)\s\d)")
_CLOSES_BRACKET = pattern(r"\s?[,;)]")
#: Any word: its look-up costs less than the alternatives of 40 forms, 4 ms at every start.
_NAME = r"(?<![\w-])(?P<name>[А-Яа-я]{2,11})(?![\w-])(?P<dot>\.?)"
_BEFORE_DATE = pattern(rf"{_NAME}{_GAP_BEFORE_DATE}$")
_AFTER_DATE = pattern(rf"{_GAP_AFTER_DATE}{_NAME}")
#: «понедельник и вторник, 14 мая», «с понедельника на вторник 14 мая».
_LIST_BEFORE = pattern(rf"{_NAME}{_LIST}$")
_LIST_AFTER = pattern(rf"{_LIST}{_NAME}")
#: «ср. 14.05.2024» is «сравни», «сб. 14» a collection, «ВС» the Supreme Court.
_OTHER_ABBREVIATIONS = frozenset(["ср", "сб"])
#: As far back as the longest lead, two weekdays and their signs reach.
_REACH = 60


class Weekday(NamedTuple):
    """A day of the week and its place; ``number`` counts from Monday, which is 0."""

    start: int
    stop: int
    number: int


def weekday_before(text: str, start: int) -> Weekday | None:
    """The weekday that stands right before a date; ``text`` has even dashes."""
    base = max(0, start - _REACH)
    found = _BEFORE_DATE.search(text[base:start])
    if found is None or not _is_weekday(found, found["gap"]):
        return None
    lead = text[base : base + found.start("name")]
    if not _LEAD.search(lead) or _is_listed(_LIST_BEFORE.search(lead)):
        return None
    return _weekday(found, base)


def weekday_after(text: str, start: int, stop: int) -> Weekday | None:
    """The weekday that stands right after a date from ``start`` to ``stop``; ``text`` has even dashes."""
    found = _AFTER_DATE.match(text, stop)
    if found is None or not _is_weekday(found, ","):
        return None
    if found["bracket"]:
        return _weekday(found, 0) if _CLOSES_BRACKET.match(text, found.end()) else None
    named_apart = found["name"][0].isupper() and not found["comma"]
    received = (found["into"] or found["to"]) and text[max(0, start - 3) : start].lower() == "от "
    listed = _is_listed(_LIST_AFTER.match(text, found.end()))
    if named_apart or received or listed or not _CLOSES.match(text, found.end()):
        return None
    return _weekday(found, 0)


def _weekday(found: re.Match[str], base: int) -> Weekday:
    stop = found.end("dot") if len(found["name"]) == 2 else found.end("name")
    return Weekday(base + found.start("name"), base + stop, _numbers()[found["name"].lower()])


def _is_weekday(found: re.Match[str], gap: str) -> bool:
    name = found["name"]
    if name.lower() not in _numbers():
        return False
    if len(name) > 2:
        return True
    return not name.isupper() and (name.lower() not in _OTHER_ABBREVIATIONS or not found["dot"] or "," in gap)


def _is_listed(found: re.Match[str] | None) -> bool:
    return found is not None and found["name"].lower() in _numbers()


@cache
def _numbers() -> dict[str, int]:
    return {
        form: number
        for number, (name, cases, short, _) in enumerate(data.table("weekday_forms"))
        for form in (name, *cases.split(), short)
    }
