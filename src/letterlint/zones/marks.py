"""A piece of a letter becomes a set of marks: what its words and its looks say, without a word about its neighbours."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from letterlint import data
from letterlint.lazy import pattern
from letterlint.letter import Alignment, Block, Container
from letterlint.russian import morphology, names, organisations, phones, positions
from letterlint.russian.phrases import phrases
from letterlint.zones import salutation, signs

#: Longer pieces are running text whatever they begin with; names and positions are not looked for in them.
_LONG = 160
_SHORT = 70

_SENTENCE_SIGN = pattern(r"[а-ё][.!]\s*$")
_CLAUSE_END = pattern(r"[.!?;:]\s*$")
_LOWER_WORD = pattern(r"(?<![\w.])[а-ё]{2,}")
_ANY_WORD = pattern(r"[Ё-ё]{2,}")
_CAPITAL = pattern(r"(?<!\w)[А-ЯЁ][а-ё]+")
#: What stands before a name or a position without being part of it.
_PREFACE = pattern(
    r"[\W_]*(?:\d{1,2}[.)]\s*)?(?:(?:кому|куда|адресат|получатель|копия|исп\w*|отв\w*\.?\s*исп\w*|подготовил\w?)\s*[.:]\s*)?",
    re.IGNORECASE,
)
_ACTING = pattern(r"(?:и\.?\s?о\.?|вр\.?\s?и\.?\s?о\.?|врио|за|/)\s+(?=[а-ё])", re.IGNORECASE)
#: «С любовью и уважением,», «С самыми добрыми пожеланиями»
_WITH_RESPECT = pattern(
    r"с(?:о)?\s(?:[а-ё]{1,20}\s){0,4}(?:уважением|почтением|благодарностью|признательностью|пожелани(?:ем|ями))(?!\w)",
    re.IGNORECASE,
)
_CALL = pattern(r"тел(?:ефон)?\.?:?|доб\.?|вн\.?|моб\.?|[,;]", re.IGNORECASE)
_QUOTE = pattern(r"[«»\"“”]")
_NOT_LETTERS = pattern(r"[\W_]+")
_UNDERLINE = pattern(r"[_.]{3,}|\s{3,}|\t+")
_ITEM = pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[а-яa-zА-ЯA-Z]\)|[–—•*●▪·-])\s")


def of(text: str, block: Block) -> frozenset[str]:
    """The marks of a piece of ``block``."""
    found = _words(text.strip()) | _looks(text, block)
    return found - {"page number", "small"} if block.place.table is not None else found


def _looks(text: str, block: Block) -> frozenset[str]:
    found = set()
    style, place = block.style, block.place
    if _pushed_right(text, block):
        found.add("right")
    elif style.alignment is Alignment.CENTER:
        found.add("centred")
    elif place.column == 0:
        found.add("left column")
    if place.table is not None and place.table[2] > 0:
        found.add("right cell")
    if block.container is not Container.BODY:
        found.add(f"in {block.container.value}")
    if block.label is not None or _ITEM.match(text.lstrip()):
        found.add("item")
    size = max((run.size or 0 for run in block.runs), default=0)
    if 0 < size <= 11:
        found.add("small")
    return frozenset(found)


def _pushed_right(text: str, block: Block) -> bool:
    """Whether a piece stands in the right half of the sheet: by alignment, indent, column, frame, tabs or blanks."""
    style, place = block.style, block.place
    if style.alignment is Alignment.RIGHT or style.left >= 60 or place.horizontal == "right" or place.column == 1:
        return True
    lead = text[: len(text) - len(text.lstrip())]
    return sum(8 if sign == "\t" else 1 for sign in lead) >= 24


@lru_cache(4096)
def _words(text: str) -> frozenset[str]:
    """What the words say. Cached: letters of one office share their letterheads, positions and formulas."""
    found = set(_signs(text))
    if len(text) <= _LONG:
        found |= _short(text, found)
    if _is_prose(text, found):
        found.add("prose")
    return frozenset(found)


def _signs(text: str) -> set[str]:
    """Marks that patterns and lists see."""
    head = text[:300]
    found = signs.of(text)
    if salutation.begins(head):
        found.add("salutation")
    if len(text) <= _LONG:
        found |= _lines_of_forms(text)
    if phrases("conclusions").at_start(head):
        found.add("concludes")
    return found


def _lines_of_forms(text: str) -> set[str]:
    """Marks of short lines: formulas, registration lines, visas, stamps, titles of genres."""
    found = set()
    if len(text) <= 90:
        if (phrases("closings").at_start(text) or _WITH_RESPECT.match(text)) and not _has_verb(text):
            found.add("closing")
        if phrases("genres").at_start(text) or _squeezed(text) in _squeezed_genres():
            found.add("genre")
    number = signs.own_number(text)
    if signs.reply_line(text) and not _has_verb(text):
        found.add("reply line")
    elif number is not None:
        found.add(number)
    if phrases("visas").at_start(text):
        found.add("visa")
    if phrases("estamp").at_start(text):
        found.add("stamp")
    return found


def _squeezed(text: str) -> str:
    """«П Р Е Т Е Н З И Я» and «Претензия» alike: letter-spaced headings are common."""
    return "".join(text.split()).lower().rstrip(".!:")


@cache
def _squeezed_genres() -> frozenset[str]:
    return frozenset(_squeezed(entry) for entry in data.words("genres"))


def _short(text: str, found: set[str]) -> set[str]:
    """Marks that need names and positions."""
    marks: set[str] = set()
    preface = _PREFACE.match(text)
    rest = text[preface.end() :] if preface else text
    acting = _ACTING.match(rest)
    if acting:
        rest = rest[acting.end() :]
    plain = _UNDERLINE.sub(lambda gap: " " * len(gap[0]), rest)
    position = positions.find_position(plain)
    if position is not None:
        marks.add("position")
        marks.add(f"position {position.case}" if position.case else "position")
    bare = (
        len(plain) <= 40 and "salutation" not in found and not _QUOTE.search(plain) and len(_CAPITAL.findall(plain)) > 1
    )
    people = names.find_names(plain, expected_case="datv", bare=bare)
    if people:
        marks.add("name")
        cases = {person.case for person in people}
        marks |= {f"name {case}" for case in cases if case}
        numbers = phones.find_phones(plain)
        spans = [(part.start, part.stop) for part in people] + [(part.start, part.stop) for part in numbers]
        rest = _without(plain, [*spans, (position.start, position.stop)] if position is not None else spans)
        if len(_NOT_LETTERS.sub("", _CALL.sub("", rest))) <= 0.3 * len(_NOT_LETTERS.sub("", plain)):
            marks.add("only person" if position is None else "person with position")
            if numbers and position is None:
                marks.add("name with phone")
        if any(person.surname and person.given and person.patronymic for person in people):
            marks.add("full name")
            if people[0].start == 0 and position is None and plain[people[0].stop : people[0].stop + 1] == ",":
                marks.add("name, more")
    if organisations.find_organisations(plain):
        marks.add("organisation")
    if phones.find_phones(text):
        marks.add("phone")
    if position is None and len(text) <= _SHORT and _starts_in_dative(plain):
        marks.add("datv start")
    if text.isupper() and len(_ANY_WORD.findall(text)) * 2 > len(text.split()):
        marks.add("capitals")
    return marks


_SENTENCE_MAKERS = frozenset({"VERB", "PRED", "ADJS", "PRTS"})


def _has_verb(text: str) -> bool:
    """Whether a finite verb, or a word that does its work, stands in the text."""
    return any(_acts(word) for word in _ANY_WORD.findall(text[:200]) if len(word) > 2)


def _acts(word: str) -> bool:
    """Whether the likeliest reading of a word is one that makes a sentence: «парка» is rarely a short adjective."""
    readings = morphology.parses(word)
    return bool(readings) and not _SENTENCE_MAKERS.isdisjoint(readings[0].grammemes)


def _is_prose(text: str, found: set[str]) -> bool:
    """Running text: sentences rather than lines of a form."""
    if found & _NEVER_PROSE:
        return False
    words = _ANY_WORD.findall(text[:400])
    lower = len(_LOWER_WORD.findall(text[:400]))
    if len(text) > _LONG and lower >= 0.6 * len(words):
        return True
    if len(words) < 3 or not lower:
        return bool(words) and _SENTENCE_SIGN.search(text) is not None and _has_verb(text)
    if found & {"subject", "subject label"} and not _SENTENCE_SIGN.search(text):
        return False  # «О вывозе спила со сквера»: many nouns look like verbs
    if lower >= 5 and len(words) >= 7 and _CLAUSE_END.search(text):
        return True
    return _has_verb(text) and (lower >= 2 or bool(_CLAUSE_END.search(text)))


_NEVER_PROSE = frozenset(
    {"salutation", "closing", "number", "date", "reply line", "seal", "caption", "rule", "page number"}
)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, stop in sorted(spans, reverse=True):
        text = text[:start] + text[stop:]
    return text


def _starts_in_dative(text: str) -> bool:
    """«Родителям учеников 5 класса», «Потребителю по л/с …»: the first noun is in the dative and in nothing else."""
    words = text.split()[:3]
    if not words or not words[0][0].isupper():
        return False
    for word in words:
        readings = morphology.parses(word.strip("«»,.:;()"))
        if any(reading.has("NOUN") for reading in readings):
            return all(reading.case == "datv" for reading in readings if reading.has("NOUN")) and readings[0].has(
                "NOUN"
            )
        if not readings or readings[0].case != "datv":
            return False
    return False


def is_appendix_title(text: str) -> bool:
    """«Приложение № 1 / к письму ООО «Свет» / от 05.06.2025 № 387»: one thing on several lines."""
    return len(text) <= _LONG and "appendix title" in signs.opening(text.strip())


def opens_plainly(text: str) -> bool:
    """Whether a text opens with a salutation, a closing formula or a labelled zone: no name is needed to see it."""
    head = text[:_LONG].strip()
    if not signs.opening(head).isdisjoint(_LABELLED) or salutation.begins(head):
        return True
    return phrases("closings").at_start(head[:90]) is not None and "closing" in _words(head)


def opens_zone(text: str) -> bool:
    """Whether a text begins with words that stand at the head of a zone other than running text."""
    found = _words(text[:_LONG].strip())
    if found & _OPENERS:
        return True
    return "person with position" in found or ("position datv" in found and "prose" not in found)


def ends_zone(text: str) -> bool:
    """Whether a text is, as a whole, a zone other than running text."""
    if len(text) > _LONG:
        return False
    found = _words(text.strip())
    return bool(found & _WHOLE_ZONES) or ("organisation" in found and "prose" not in found and len(text) <= _SHORT)


def one_thing(line: str) -> bool:
    """Whether a line with gaps is one thing for all that: a number line, a signature, a note, a salutation."""
    if len(line) > 2 * _LONG:
        return True
    parts = [part for part in _COLUMN.split(line.strip()) if part]
    if any(opens_zone(part) for part in parts[1:]):
        return False
    found = _words(_UNDERLINE.sub(" ", line.strip()))
    if found & {"salutation", "number", "date", "attachment note", "copy", "executor"}:
        return not found & {"position datv", "organisation"}
    if "reply line" in found:
        return not found & {"position", "name"}
    return "person with position" in found and "position datv" not in found


_COLUMN = pattern(r"\t[\t \u00a0]*|[ \u00a0]{3,}\t*")
_OPENERS = frozenset({"salutation", "closing", "attachment note", "copy", "executor", "to", "reply line", "number"})
_LABELLED = frozenset({"attachment note", "copy", "executor"})
_WHOLE_ZONES = frozenset({"salutation", "closing", "number", "reply line", "date"})
