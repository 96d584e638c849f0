"""Takes a salutation apart: its opener, titles, people, position, group and closing sign (standard, 2.5.9.1)."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from letterlint.lazy import pattern
from letterlint.letter import Greeting, Paragraph, person_of
from letterlint.model import Span
from letterlint.russian import morphology, names, positions
from letterlint.russian.evenness import even_dashes
from letterlint.russian.phrases import phrases
from letterlint.zones import greeted

#: A salutation longer than this is running text that happens to begin like one.
_LONGEST = 200
_END = pattern(r"[!?]+|\n|(?<=[^\W\d_][^\W\d_])\.(?=\s|$)|$")
#: No salutation ends with the dot of «гг. Смирнов и Белов», «проф. Белов», «ув. Иван Сергеевич».
_SHORTENED = pattern(r"(?<!\w)(?:гг|гр|тов|проф|акад|доц|инж|ген|полк|ув|уваж|св)\.$", re.IGNORECASE)
_COMMA = pattern(r",\s*")
_WORD = pattern(r"[Ё-ёA-Za-z][\w.-]*")
_TITLE = pattern(
    r"(?<![\w-])(?:господин(?:а|у|ом|е)?|госпож(?:а|и|е|у|ой)|господа?|г-н(?:а|у|ом|е)?|г-ж(?:а|и|е|у|ой)|"
    r"г-да|гг\.?|г\.(?=\s*[А-ЯЁ])|гр\.|гр-н(?:у|а)?|гр-к(?:а|е|и)|гражданин(?:у|а)?|гражданк[аеи]|"
    r"товарищ(?:и|у|а)?|тов\.)(?![\w-])",
    re.IGNORECASE,
)
_FATHER = r"(?:вич|вна|чна|ьич|мич|кич|оглы|кызы)"
_NAME_FIRST = pattern(rf"[А-ЯЁ][а-ё-]{{1,30}}\s+[А-ЯЁ][а-ё-]{{1,30}}{_FATHER}(?:[!,](?:\s|$)|\s+и\s)")
_ALONE = pattern(r"(?:дамы\s+и\s+)?господа|коллеги|друзья|товарищи?(?:\s+[а-ё-]+){0,2}", re.IGNORECASE)
_GREETED = (
    r"(?:добрый\s+(?:день|вечер)|доброе\s+утро|доброго\s+(?:дня|утра|вечера|времени\s+суток)|здравствуйте|приветствую)"
)
_HELLO = pattern(rf"[,!]?\s*{_GREETED}\s*(?=[!.,\n]|$)", re.IGNORECASE)
_NAME_HELLO = pattern(rf"(?:[А-ЯЁ][а-ё-]{{1,30}}\s+){{0,2}}[А-ЯЁ][а-ё-]{{1,30}},\s*(?i:{_GREETED})\s*(?=[!.,\n]|$)")
_BY_RANK = pattern(r"ваше\s", re.IGNORECASE)
_ADJECTIVE = pattern(r"(?:\w*уважаем|дорог|ув|досточтим|милостив)", re.IGNORECASE)
_RESPECT = pattern(r"уважаем(?:ый|ая|ые|ое|ого|ой|ых|ому|ым)?", re.IGNORECASE)


class Shape(NamedTuple):
    """A salutation as places in its own text: ``stop`` ends it with its sign, ``rest`` is where other text begins."""

    openers: tuple[tuple[int, int], ...]
    stop: int
    ending: str
    rest: int


def begins(text: str) -> bool:
    """Whether a text begins with a salutation that may be a zone of its own: nothing follows it in its sentence."""
    shape = shape_of(text)
    return shape is not None and (shape.rest >= len(text.rstrip()) or shape.ending in {"!", ".", "\n"})


@lru_cache(1024)
def shape_of(text: str) -> Shape | None:
    """The salutation at the start of ``text``, or None."""
    lead = len(text) - len(text.lstrip(' \t\u00a0«"*'))
    opener = _opener(text, lead)
    named_first = opener is None and _is_named_first(text, lead)
    if opener is None and not named_first:
        return None
    end = _end(text, lead, opener)
    if end is None:
        return None
    if named_first:
        return _named_first(text, lead, end)
    openers: list[tuple[int, int]] = []
    stop = lead
    for number, (start, part_stop) in enumerate(_parts(text, lead, end.start())):
        found = _opener(text, start)
        if number and not (found or _names_somebody(text[start:part_stop])):
            return Shape(tuple(openers), stop, ",", start)
        if not _is_greeting(text[found[1] if found else start : part_stop]):
            return Shape(tuple(openers), stop, ",", start) if number else None
        if found:
            openers.append(found)
        stop = part_stop
    return _closed(text, tuple(openers), stop, end)


def _end(text: str, lead: int, opener: tuple[int, int] | None) -> re.Match[str] | None:
    """Where the salutation that begins at ``lead`` ends; None where it would be too long."""
    limit = lead + _LONGEST
    at = opener[1] if opener else lead
    for end in _END.finditer(text, at, limit):
        if end[0] == "." and _SHORTENED.search(text, max(lead, end.start() - 8), end.end()):
            continue
        if end[0] == "\n" and _goes_on(text, opener, end.start()):
            continue
        return end if end[0] or end.start() < limit or len(text) == limit else None
    return None


def _goes_on(text: str, opener: tuple[int, int] | None, at: int) -> bool:
    """Whether a salutation goes on after the line break at ``at``: «Уважаемая Анна Петровна,⏎уважаемый …»."""
    if opener is None:
        return False
    before = text[opener[1] : at].strip()
    after = text[at + 1 : at + _LONGEST].lstrip().partition("\n")[0]
    if not before:
        return bool(after) and bool(_ADJECTIVE.match(text, opener[0]))
    if before.endswith((",", " и")):
        return _opener(after, 0) is not None or _names_somebody(re.split(r"[,!]| и ", after, maxsplit=1)[0])
    return False


def _closed(text: str, openers: tuple[tuple[int, int], ...], stop: int, end: re.Match[str]) -> Shape:
    sign = end[0][:1]
    if sign == "\n" or not sign:
        bare = text[:stop].rstrip()
        comma = bare.endswith(",") or text[stop : end.start()].strip() == ","
        return Shape(openers, end.start() if comma else stop, "," if comma else "", end.end() if sign else len(text))
    return Shape(openers, end.end(), sign, end.end())


def _is_named_first(text: str, lead: int) -> bool:
    if _NAME_FIRST.match(text, lead) or _NAME_HELLO.match(text, lead):
        return True
    match = _ALONE.match(text, lead)
    return match is not None and text[match.end() : match.end() + 1] == "!"


def _named_first(text: str, lead: int, end: re.Match[str]) -> Shape | None:
    """«Андрей Петрович, добрый день!», «Андрей Петрович!», «Господа!»: the name or the group comes first."""
    hello = _HELLO.search(text[lead : end.start()])
    if hello is not None:
        stop = lead + hello.end()
        start = lead + hello.start() + len(hello[0]) - len(hello[0].lstrip(" ,!"))
        if stop < end.start():
            return Shape(((start, stop),), stop + 1, ",", stop + 1)
        return _closed(text, ((start, stop),), end.start(), end)
    if not end[0].startswith("!"):
        return None
    if any(not _names_somebody(text[start:stop]) for start, stop in _parts(text, lead, end.start())[1:]):
        return None
    return Shape((), end.end(), "!", end.end())


def _opener(text: str, start: int) -> tuple[int, int] | None:
    place = phrases("greetings").at_start(text[start : start + 60])
    if place is None:
        return None
    begin, stop = start + place[0], start + place[1]
    word = text[begin:stop]
    return None if word.lower().startswith("уважаем") and not _RESPECT.fullmatch(word) else (begin, stop)


def _parts(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    parts = []
    at = start
    for comma in _COMMA.finditer(text, start, stop):
        parts.append((at, comma.start()))
        at = comma.end()
    if at < stop:
        parts.append((at, stop))
    return parts or [(start, stop)]


def _is_greeting(part: str) -> bool:
    """Whether a piece between commas may belong to a salutation: no verb, few words."""
    words = _WORD.findall(part)
    return len(words) <= 14 and (_HELLO.fullmatch(part.strip()) is not None or not any(map(_acts, words)))


def _names_somebody(part: str) -> bool:
    """Whether a piece after the first comma greets somebody more, and is not the sentence that follows."""
    part = part.strip()
    if _HELLO.fullmatch(part) or _TITLE.match(even_dashes(part)):
        return True
    words = _WORD.findall(part)
    if not 0 < len(words) <= 8 or any(map(_acts, words)):
        return False
    if phrases("collectives").at_start(part):
        return True
    return words[0][0].isupper() and any(name.start == 0 for name in names.find_names(part, bare=True))


def _acts(word: str) -> bool:
    """Whether a word in small letters makes a sentence of what it stands in."""
    if not word.islower() or morphology.has(word, "NOUN"):
        return False
    return any(morphology.has(word, kind) for kind in ("VERB", "PRED", "INFN", "PRTS", "ADJS"))


def take_apart(paragraph: Paragraph) -> Greeting | None:
    """The salutation at the start of a paragraph, or None; places are in ``Letter.text``."""
    text = paragraph.text
    shape = shape_of(text[: 2 * _LONGEST])
    if shape is None:
        return None
    base = paragraph.span.start
    lead = len(text) - len(text.lstrip())
    titles = [m.span() for m in _TITLE.finditer(even_dashes(text), lead, shape.stop)]
    words = _mask(text[: shape.stop], shape.openers)
    inner = _first_word(_mask(words, titles))
    people = [] if _BY_RANK.match(text, lead) else greeted.find(words, titles)
    position = None if people and people[0].start <= inner else _position(words, inner)
    if not people and position is None:
        people = greeted.unlisted(words, inner, titled=bool(titles))
    opener = shape.openers[0] if shape.openers else (lead, lead)
    known = [*titles, *((name.start, name.stop) for name in people)]
    collective = _collective(words, inner, known, beside=bool(people)) if position is None else None

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


def _mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with ``spans`` blanked out, so that «Уважаемый» and «господин» are not taken for names."""
    for start, stop in spans:
        text = text[:start] + " " * (stop - start) + text[stop:]
    return text


def _first_word(text: str) -> int:
    word = _WORD.search(text)
    return word.start() if word else len(text)


def _position(text: str, start: int) -> tuple[int, int] | None:
    found = positions.find_position(text[start:])
    return (start + found.start, start + found.stop) if found else None


def _collective(words: str, start: int, known: list[tuple[int, int]], *, beside: bool) -> tuple[int, int] | None:
    """The group greeted: all that is no name, or ``beside`` names a word of the list («… и коллеги»)."""
    if beside:
        return phrases("collectives").search(_mask(words, known))
    stop = len(words.rstrip(" !,.:;\n"))
    return (start, stop) if start < stop else None
