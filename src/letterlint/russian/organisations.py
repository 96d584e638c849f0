"""Organisations by their legal form: «ООО «Ромашка»», «Муниципальное унитарное предприятие «Водоканал»»."""

from __future__ import annotations

import re
from functools import cache

from letterlint import data
from letterlint.lazy import pattern
from letterlint.russian.evenness import even

_GAP = "[ \n]{1,3}"
#: What may stand between the form and the name in quotes: «ФГБУ НИИ «…»», «ООО УК «…»», «АО «НПО «…»»».
_MIDDLE = pattern(r"(?:[ \n]{1,2}[Ё-ЯA-Z][\w.-]{0,30}){1,4}")
_OPENING = {"«": "»", '"': '"', "“": "”", "„": "“”"}
_QUOTE = pattern(r'[ \n]{0,2}[«"“„]')
_WORD = pattern(r"[ ]{1,2}[Ё-ЯA-Z][\w-]{0,40}(?![.\w-])")
_AND_COMPANY = pattern(r"[ ]и[ ][Кк]о?(?!\w)\.?")
#: After «ООО»: initials, or a first name and patronymic; the word before them is a person's surname.
_NAME_GOES_ON = pattern(
    r"[ ]{1,2}[А-ЯЁ]\.|(?:[ ][А-ЯЁ][а-ё]{1,20})?[ ][А-ЯЁ][а-ё]{1,20}"
    r"(?:вич|ьич|вича|вичу|вичем|вна|чна|вны|чны|вне|чне|вну|чну|вной|чной)(?!\w)"
)
_MOST_WORDS = 3
_LONGEST_NAME = 160
_CAPITALS = pattern(r"[А-ЯЁ]{2,9}(?![\w-])")


def find_organisations(text: str) -> list[tuple[int, int]]:
    """The places of organisations written with their legal form, left to right, not overlapping.

    A place reaches from the form to the closing quote of the name, or over the capitalised words after the form.
    """
    text = even(text)
    found: list[tuple[int, int]] = []
    for start, stop in _forms(text):
        if not found or start >= found[-1][1]:
            found.append((start, _end_of_name(text, stop)))
    return found


def is_legal_form(word: str) -> bool:
    """Whether ``word`` is a legal form in capitals («ООО»)."""
    return word in _short_forms()


def quoted_name(text: str, start: int) -> int | None:
    """Where the quoted name that opens at ``start`` (blanks before it allowed) ends, nested quotes counted; or None."""
    opening = _QUOTE.match(text, start)
    if not opening:
        return None
    closing = _OPENING[opening[0][-1]]
    depth, inner = 1, None
    for place in range(opening.end(), min(len(text), opening.end() + _LONGEST_NAME)):
        sign = text[place]
        if sign in closing and not (sign == '"' and _opens(text, place)):
            depth -= 1
            inner = inner or place + 1
            if depth == 0:
                return place + 1
        elif sign in _OPENING and (sign != '"' or _opens(text, place)):
            if inner is not None:
                break
            depth += 1
        elif text.startswith("\n\n", place):
            break
    return inner  # «ООО «НПО «Свет» и»: two names often share one closing sign


def _forms(text: str) -> list[tuple[int, int]]:
    """The places of legal forms, short (in capitals) and in full words, in order."""
    places = [
        match.span()
        for match in _CAPITALS.finditer(text)
        if match[0] in _short_forms() and not _is_joined(text[max(0, match.start() - 1) : match.start()])
    ]
    small = _small(text)
    for stem in _full_forms():
        if stem in small:
            places += [match.span() for match in _pattern(stem).finditer(small) if _is_whole(small, *match.span())]
    return sorted(places, key=lambda place: (place[0], -place[1]))


def _is_whole(text: str, start: int, stop: int) -> bool:
    return not (_is_joined(text[max(0, start - 1) : start]) or _is_joined(text[stop : stop + 1]))


def _is_joined(sign: str) -> bool:
    return sign.isalnum() or sign in {"-", "_"}


def _small(text: str) -> str:
    """``text`` in small letters, «ё» as «е», letter for letter (a few foreign capitals grow when made small)."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return small.replace("ё", "е")


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(entry for entry in data.words("legal_forms") if "~" not in entry)


@cache
def _full_forms() -> dict[str, list[str]]:
    """The forms in full words, by the stem of their first word: a text without the stem needs no search."""
    by_stem: dict[str, list[str]] = {}
    for entry in data.words("legal_forms"):
        if "~" in entry:
            by_stem.setdefault(entry.partition("~")[0].replace("ё", "е"), []).append(entry.replace("ё", "е"))
    return by_stem


@cache
def _pattern(stem: str) -> re.Pattern[str]:
    """The forms of one stem, compiled when a text has the stem: all 43 cost 45 ms at every start."""
    return re.compile("|".join(_spelled(entry) for entry in sorted(_full_forms()[stem], key=len, reverse=True)))


def _spelled(entry: str) -> str:
    return re.escape(entry).replace(r"\ ", _GAP).replace(r"\~", "~").replace("~", "[а-я]{0,4}")


def _end_of_name(text: str, at: int) -> int:
    """Where the name that follows a legal form at ``at`` ends; ``at`` where none follows."""
    stop = quoted_name(text, at)
    if stop is not None:
        return stop
    middle = _MIDDLE.match(text, at)
    if middle:
        for piece in range(middle.end(), at, -1):
            if text[piece : piece + 1] in {" ", "\n"} or piece == middle.end():
                stop = quoted_name(text, piece)
                if stop is not None:
                    return stop
    return _end_of_unquoted(text, at)


def _end_of_unquoted(text: str, at: int) -> int:
    """«ООО Ромашка», «ООО Смирнов и К»: capitalised words, as far as they begin no person's name."""
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, at)
        if word is None or _NAME_GOES_ON.match(text, word.end()):
            break
        at = word.end()
    company = _AND_COMPANY.match(text, at)
    return company.end() if company else at


def _opens(text: str, place: int) -> bool:
    """Whether the straight quote at ``place`` opens: blank before, none after."""
    return text[place - 1 : place].isspace() and not text[place + 1 : place + 2].isspace()
