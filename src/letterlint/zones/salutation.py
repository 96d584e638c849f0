"""Takes a salutation apart: its opener, titles, people, position, group and closing sign (standard, 2.5.9.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from letterlint.letter import Greeting, Paragraph, Person
from letterlint.model import Span
from letterlint.russian import lists, morphology, names, positions

#: A salutation longer than this is running text that happens to begin like one.
_LONGEST = 200
_END = re.compile(r"[!?]+|\n|(?<=[^\W\d_][^\W\d_])\.(?=\s|$)|$")
_COMMA = re.compile(r",\s*")
_WORD = re.compile(r"[А-ЯЁа-яёA-Za-z][\w.-]*")
_TITLE = re.compile(
    r"(?<![\w-])(?:господин(?:а|у|ом|е)?|госпож(?:а|и|е|у|ой)|господа|г-н(?:а|у|ом|е)?|г-ж(?:а|и|е|у|ой)|г-да|гг\.?|"
    r"г\.(?=\s*[А-ЯЁ])|гр\.|гражданин(?:у|а)?|гражданк[аеи]|товарищ(?:и|у|а)?|тов\.)(?![\w-])",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(r"[А-ЯЁ][а-яё-]{1,30}\s+[А-ЯЁ][а-яё-]{1,30}(?:вич|вна|чна|ьич|мич|кич|оглы|кызы)[!,](?:\s|$)")
_ALONE = re.compile(r"(?:дамы\s+и\s+)?господа|коллеги|друзья|товарищи?(?:\s+[а-яё-]+){0,2}", re.IGNORECASE)
_HELLO = re.compile(
    r"[,!]?\s*(?:добрый\s+(?:день|вечер)|доброе\s+утро|доброго\s+(?:дня|утра|вечера|времени\s+суток)|здравствуйте)\s*(?=[!.,\n]|$)",
    re.IGNORECASE,
)
_OPENER_WORD = re.compile(r"[\w-]+\.?(?:-[а-яё]{1,4})?")


@dataclass(frozen=True, slots=True)
class Shape:
    """A salutation as places in its own text: ``stop`` ends it with its sign, ``rest`` is where other text begins."""

    openers: tuple[tuple[int, int], ...]
    stop: int
    ending: str
    rest: int


def begins(text: str) -> bool:
    """Whether a text begins with a salutation that may stand as a zone of its own: nothing follows it in its sentence."""
    shape = shape_of(text)
    return shape is not None and (shape.rest >= len(text.rstrip()) or shape.ending in {"!", ".", "\n"})


@lru_cache(1024)
def shape_of(text: str) -> Shape | None:
    """The salutation at the start of ``text``, or None."""
    lead = len(text) - len(text.lstrip(" \t\u00a0«\"*"))
    opener = _opener(text, lead)
    named_first = opener is None and (_NAME_FIRST.match(text, lead) or _stands_alone(text, lead))
    if opener is None and not named_first:
        return None
    end = _END.search(text, lead, lead + _LONGEST)
    if end is None or (end.start() == lead + _LONGEST and len(text) > end.start()):
        return None
    if named_first:
        return _named_first(text, lead, end)
    parts = _parts(text, lead, end.start())
    openers = []
    stop = lead
    for number, (start, part_stop) in enumerate(parts):
        found = _opener(text, start)
        if number and not (found or _greeting_part(text[start:part_stop])):
            return Shape(tuple(openers), stop, ",", start)
        if number == 0 and not _greeting_part(text[found[1] if found else start : part_stop]):
            return None
        if found:
            openers.append(found)
        stop = part_stop
    return _closed(text, tuple(openers), stop, end)


def _closed(text: str, openers: tuple[tuple[int, int], ...], stop: int, end: re.Match[str]) -> Shape:
    sign = end[0][:1]
    if sign == "\n" or not sign:
        bare = text[:stop].rstrip()
        comma = bare.endswith(",") or text[stop : end.start()].strip() == ","
        return Shape(openers, end.start() if comma else stop, "," if comma else "", end.end() if sign else len(text))
    return Shape(openers, end.end(), sign, end.end())


def _named_first(text: str, lead: int, end: re.Match[str]) -> Shape | None:
    """«Андрей Петрович, добрый день!», «Андрей Петрович!», «Господа!»: the name or the group comes first."""
    hello = re.search(_HELLO, text[lead : end.start()])
    if hello is not None:
        stop = lead + hello.end()
        start = lead + hello.start() + len(hello[0]) - len(hello[0].lstrip(" ,!"))
        if stop < end.start():
            return Shape(((start, stop),), stop + 1, ",", stop + 1)
        return _closed(text, ((start, stop),), end.start(), end)
    if not end[0].startswith("!") or "," in text[lead : end.start()]:
        return None
    return Shape((), end.end(), "!", end.end())


def _stands_alone(text: str, lead: int) -> bool:
    match = _ALONE.match(text, lead)
    return match is not None and text[match.end() : match.end() + 1] == "!"


def _opener(text: str, start: int) -> tuple[int, int] | None:
    match = lists.starts_with("greetings").match(text, start, start + 60)
    if match is None:
        return None
    begin = match.start() + len(match[0]) - len(match[0].lstrip(" \t\u00a0«\"*,"))
    word = text[begin : match.end()]
    if word.lower().startswith("уважаем") and not re.fullmatch(r"уважаем(?:ый|ая|ые|ое|ый\(ая\)|ого|ой|ых|ому|ым)?", word.lower()):
        return None
    return begin, match.end()


def _parts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    parts = []
    at = start
    for comma in _COMMA.finditer(text, start, stop):
        parts.append((at, comma.start()))
        at = comma.end()
    if at < stop:
        parts.append((at, stop))
    return parts or [(start, stop)]


def _greeting_part(part: str) -> bool:
    """Whether a piece between commas names somebody greeted: no finite verb, few words."""
    words = _WORD.findall(part)
    if len(words) > 14:
        return False
    if _HELLO.fullmatch(part.strip()):
        return True
    return not any(_acts(word) for word in words if word[0].islower() or len(words) < 3)


def _acts(word: str) -> bool:
    return word.islower() and (morphology.has(word, "VERB") or morphology.has(word, "PRED")) and not morphology.has(word, "NOUN")


def take_apart(paragraph: Paragraph) -> Greeting | None:
    """The salutation at the start of a paragraph, or None; places are in ``Letter.text``."""
    text = paragraph.text
    shape = shape_of(text[: 2 * _LONGEST])
    if shape is None:
        return None
    base = paragraph.span.start
    lead = len(text) - len(text.lstrip())
    titles = [m.span() for m in _TITLE.finditer(text, lead, shape.stop)]
    masked = _mask(text[: shape.stop], [*shape.openers, *titles])
    people = [name for name in names.find_names(masked, bare=True) if not _is_group(masked[name.start : name.stop])]
    inner = _first_word(masked, 0)
    position = None if people and people[0].start <= inner else _position(masked, inner)
    collective = None if people or position else _collective(masked, inner)
    opener = shape.openers[0] if shape.openers else (lead, lead)

    def place(start: int, stop: int) -> Span:
        return Span(base + start, base + stop)

    return Greeting(
        span=place(lead, len(text[: shape.stop].rstrip())),
        paragraph=paragraph.index,
        opener=place(*opener),
        openers=tuple(place(*found) for found in shape.openers),
        titles=tuple(place(*title) for title in titles),
        people=tuple(person_of(name, base) for name in people),
        position=place(*position) if position else None,
        collective=place(*collective) if collective else None,
        ending=shape.ending if shape.ending != "\n" else "",
        glued=bool(text[shape.rest :].strip()),
    )


def person_of(name: names.Name, base: int) -> Person:
    """A name found in a text that begins at ``base`` of the letter, as a person of the letter."""
    return Person(
        name_span=Span(base + name.start, base + name.stop),
        surname=name.surname,
        given=name.given,
        patronymic=name.patronymic,
        initials=name.initials,
        gender=name.gender,
        case=name.case,
        parts=tuple((kind, Span(base + start, base + stop)) for kind, start, stop in name.parts),
    )


def _mask(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with ``spans`` blanked out, so that «Уважаемый» and «господин» are not taken for names."""
    for start, stop in spans:
        text = text[:start] + " " * (stop - start) + text[stop:]
    return text


def _first_word(text: str, start: int) -> int:
    word = _WORD.search(text, start)
    return word.start() if word else len(text)


def _position(text: str, start: int) -> tuple[int, int] | None:
    found = positions.find_position(text[start:])
    return (start + found.start, start + found.stop) if found else None


def _collective(text: str, start: int) -> tuple[int, int] | None:
    stop = len(text.rstrip(" !,.\n"))
    return (start, stop) if start < stop else None


def _is_group(text: str) -> bool:
    """«Коллеги», «Потребитель»: capitals do not make a name of them."""
    return bool(lists.whole("collectives").fullmatch(text.strip()))
