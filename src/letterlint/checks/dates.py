"""Dates that no calendar has, and dates beside the wrong day of the week (standard, 2.5.3)."""

from collections.abc import Iterator

from letterlint import data
from letterlint.checks.quotes import quoted
from letterlint.lazy import pattern
from letterlint.letter import Container, Letter, Paragraph
from letterlint.model import TEXT_ZONES, Match, Span, Zone
from letterlint.russian.dates import Date, dates, days_of
from letterlint.russian.evenness import even_dashes
from letterlint.russian.phrases import phrases
from letterlint.russian.weekdays import Weekday, weekday_after, weekday_before

#: Where the author's own dates stand: the signature's are of its stamp, the letterhead's of the form.
_ZONES = (*TEXT_ZONES, Zone.REFERENCE, Zone.SUBJECT, Zone.ATTACHMENTS, Zone.APPENDIX)
#: How far from a date a word may stand that calls it wrong.
_NEAR = 100
_SENTENCE_END = pattern(r"[.!?…]\s+(?=[«\"(]?[A-ZА-ЯЁ])")
_CLOSING = pattern(r"(?:\s?(?:г\.|г|года))?\s?\)")
#: Before 14 February 1918 Russia counted by another calendar: 29.02.1900 was a day.
_OUR_CALENDAR = 1919
_MONTHS = 12
#: «31» апреля stands in the message in quotes of its own.
_NO_QUOTES = dict.fromkeys(map(ord, '«»"“”'))


def impossible_date(letter: Letter) -> Iterator[Match]:
    """A date that does not exist, or whose day of the week is another; one match for each.

    Not in «…», not where the sentence itself calls the date wrong, not in the tables of an appendix. A day without
    year is wrong only if no year has it.
    """
    for paragraph in letter.zone(*_ZONES):
        if paragraph.zone is Zone.APPENDIX and paragraph.block.container is Container.TABLE:
            continue
        found = dates(paragraph.text)
        if found:
            yield from (_no_such_day(paragraph, day) for day in found if not _exists(day) and _is_own(paragraph, day))
            yield from _on_other_weekdays(paragraph, found)


def _exists(day: Date) -> bool:
    old = day.year is not None and day.year < _OUR_CALENDAR
    return (day._replace(year=None) if old else day).exists


def _is_own(paragraph: Paragraph, day: Date) -> bool:
    """Whether a date is meant: not cited in «…», not called a mistake in its sentence."""
    text = paragraph.text
    if any(left <= day.start and day.stop <= right for left, right in quoted(text)):
        return False
    before = text[max(0, day.start - _NEAR) : day.start]
    after = text[day.stop : day.stop + _NEAR]
    begins = max((end.end() for end in _SENTENCE_END.finditer(before)), default=0)
    ends = _SENTENCE_END.search(after)
    sentence = f"{before[begins:]}—{after[: ends.start()] if ends else after}"
    return phrases("misdatings").search(sentence) is None


def _no_such_day(paragraph: Paragraph, day: Date) -> Match:
    span = _span(paragraph, day.start, day.stop)
    if not 1 <= day.month <= _MONTHS:
        return Match(span, variant="month", words={"month": str(day.month)})
    genitive, month, month_en = data.table("month_forms")[day.month - 1]
    days = days_of(day.month, day.year)
    in_year = f" {day.year} года" if day.year and day.month == 2 else ""
    in_year_en = f" {day.year}" if day.year and day.month == 2 else ""
    most = "не больше " if day.year is None and day.month == 2 else ""
    written = paragraph.text[day.start : day.stop].translate(_NO_QUOTES)
    words = {
        "text": f"{written} {genitive}" if written.isdecimal() else written,
        "right": f"в {month}{in_year} {most}{days} {'день' if days == 31 else 'дней'}",
        "right_en": f"{month_en}{in_year_en} has {'at most ' if most else ''}{days} days",
    }
    return Match(span, words=words)


def _on_other_weekdays(paragraph: Paragraph, found: list[Date]) -> Iterator[Match]:
    """Weekdays that no date beside them falls on; a weekday between two dates may belong to either."""
    text = even_dashes(paragraph.text)
    beside: dict[Weekday, list[Date]] = {}
    for day in found:
        if day.real is None or day.real.year < _OUR_CALENDAR:
            continue
        for weekday in (weekday_before(text, day.start), weekday_after(text, day.start, day.stop)):
            if weekday is not None:
                beside.setdefault(weekday, []).append(day)
    for weekday, days in beside.items():
        agrees = any(day.real and day.real.weekday() == weekday.number for day in days)
        if not agrees and _is_own(paragraph, days[-1]):
            yield _other_weekday(paragraph, text, days[-1], weekday)


def _other_weekday(paragraph: Paragraph, text: str, day: Date, weekday: Weekday) -> Match:
    start, stop = min(day.start, weekday.start), max(day.stop, weekday.stop)
    if "(" in text[start:stop] and (closing := _CLOSING.match(text, stop)):
        stop = closing.end()
    table = data.table("weekday_forms")
    right = table[day.real.weekday() if day.real else 0]
    said = table[weekday.number]
    words = {
        "date": paragraph.text[day.start : day.stop],
        "right": right[0],
        "right_en": right[-1],
        "said": said[0],
        "said_en": said[-1],
    }
    return Match(_span(paragraph, start, stop), variant="weekday", words=words)


def _span(paragraph: Paragraph, start: int, stop: int) -> Span:
    return Span(paragraph.span.start + start, paragraph.span.start + stop)
