"""Organisations by their legal form: «ООО «Ромашка»», «Муниципальное унитарное предприятие «Водоканал»»."""

from __future__ import annotations

import re
from functools import cache

from letterlint import data

_GAP = "[ \u00a0\u202f\n]{1,3}"
#: What may stand between the form and the name in quotes: «ФГБУ НИИ «…»», «ООО УК «…»», «АО «НПО «…»»».
_MIDDLE = re.compile(r"(?:[ \u00a0\n]{1,2}[А-ЯЁA-Z][\w.-]{0,30}){1,4}")
_OPENING = {"«": "»", '"': '"', "“": "”", "„": "“”"}
_QUOTE = re.compile(r'[ \u00a0\n]{0,2}[«"“„]')
_UNQUOTED = re.compile(r"(?:[ \u00a0]{1,2}[А-ЯЁA-Z][\w-]{0,40}){1,4}(?:[ \u00a0]и[ \u00a0][Кк]о?\b\.?)?")
_LONGEST_NAME = 160


def find_organisations(text: str) -> list[tuple[int, int]]:
    """The places of organisations written with their legal form, left to right, not overlapping.

    A place reaches from the form to the closing quote of the name, or over the capitalised words after the form.
    """
    found: list[tuple[int, int]] = []
    for form in legal_form().finditer(text):
        if found and form.start() < found[-1][1]:
            continue
        found.append((form.start(), _end_of_name(text, form.end())))
    return found


def quoted_name(text: str, start: int) -> int | None:
    """Where the quoted name that opens at ``start`` (blanks before it allowed) ends, nested quotes counted; or None."""
    opening = _QUOTE.match(text, start)
    if not opening:
        return None
    closing = _OPENING[opening[0][-1]]
    depth = 1
    for place in range(opening.end(), min(len(text), opening.end() + _LONGEST_NAME)):
        sign = text[place]
        if sign in closing and not (sign == '"' and _opens(text, place)):
            depth -= 1
            if depth == 0:
                return _double_close(text, place + 1)
        elif sign in _OPENING and (sign != '"' or _opens(text, place)):
            depth += 1
        elif sign == "\n" and text[place : place + 2] == "\n\n":
            return None
    return None


@cache
def legal_form() -> re.Pattern[str]:
    """Finds a legal form, short (in capitals) or in full words."""
    short, full = [], []
    for entry in data.words("legal_forms"):
        pattern = re.escape(entry).replace(r"\ ", _GAP).replace(r"\~", "~").replace("ё", "[её]")
        if "~" in entry or entry.islower():
            full.append(pattern.replace("~", "[а-яё]{0,4}"))
        else:
            short.append(pattern)
    alternatives = "|".join(sorted(short, key=len, reverse=True))
    words = "|".join(sorted(full, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives}|(?i:{words}))(?![\w-])")


def _end_of_name(text: str, at: int) -> int:
    """Where the name that follows a legal form at ``at`` ends; ``at`` where none follows."""
    stop = quoted_name(text, at)
    if stop is not None:
        return stop
    middle = _MIDDLE.match(text, at)
    if middle:
        for piece in range(middle.end(), at, -1):
            if text[piece : piece + 1] in {" ", "\u00a0", "\n"} or piece == middle.end():
                stop = quoted_name(text, piece)
                if stop is not None:
                    return stop
    unquoted = _UNQUOTED.match(text, at)
    return unquoted.end() if unquoted else at


def _opens(text: str, place: int) -> bool:
    """Whether the straight quote at ``place`` opens: blank before, none after."""
    return text[place - 1 : place].isspace() and not text[place + 1 : place + 2].isspace()


def _double_close(text: str, at: int) -> int:
    """Two names that end together often share one closing sign more: «ООО «НПО «Свет»»»."""
    return at
