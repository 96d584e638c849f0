"""The rank of a position on the ladder (``rules/language/positions.txt``)."""

from __future__ import annotations

import re

from letterlint.russian.positionforms import put
from letterlint.russian.positionhead import ACTING, DEPUTY, Head, adjectives, head_at
from letterlint.russian.positionlists import abbreviations, ladder

#: Levels by what the list says; an aide ranks with senior specialists whoever his chief is.
_LEVELS: dict[str, int | None] = {"-": None, "staff": 2, **{str(level): level for level in range(1, 8)}}
#: Up to here an adjective that the list lacks changes nothing («региональный менеджер», but «региональный директор»).
_COMMON_LEVEL = 2
#: No position is longer; deputies of deputies without end are no position.
_LONGEST = 300


def level_of(position: str, organisation: str = "") -> int | None:
    """The level of a position in the nominative: 7 a first person, 1 a staff member; None off the ladder.

    ``organisation`` is what follows the position in the letter: «председатель» ranks by it («ТСЖ»). A deputy ranks one
    level below the person he deputises, an acting official as the one he stands for.
    """
    position = position[:_LONGEST]
    head = head_at(position, 0)
    if head is None:
        return None
    phrase = " ".join(_expanded(position).split()).replace("ё", "е")
    level, _ = _ladder_level(phrase, organisation, head)
    if level is not None or not (head.acting or head.deputy):
        return level
    rest = _stood_for(phrase)
    below = level_of(rest, organisation) if rest else None
    return None if below is None else max(1, below - (head.deputy and not head.acting))


def _stood_for(phrase: str) -> str | None:
    """The position whose holder is deputised or stood in for, in the nominative: «директора по сбыту» -> «директор»."""
    acting = ACTING.match(phrase)
    deputy = DEPUTY.match(phrase) if not acting else None
    match = acting or deputy
    if match is None:
        return None
    rest = phrase[match.end() :].strip()
    if deputy:
        rest = re.split(r"\s(?:по|–|—)\s", rest)[0]
    return put(rest, "nomn")


def _ladder_level(phrase: str, organisation: str, head: Head) -> tuple[int | None, bool]:
    """The level of the longest row with which the phrase begins, and whether there is one."""
    if head.acting or (head.deputy and not phrase.startswith("заместитель")):
        return None, False
    organisation = re.sub(r"[^\w\s-]", " ", organisation).lower().replace("ё", "е")
    exact, beginnings = ladder()
    rows = []
    for form in (phrase, _without_attributes(phrase)):
        if form in exact:
            return _LEVELS[exact[form]], True
        rows += [row for row in _beginnings(f"{form} {organisation}") if row in beginnings][:1]
    if rows:
        return _LEVELS[beginnings[max(rows, key=len)]], True
    noun = phrase.partition(" ")[2]
    if noun and not head.deputy and adjectives(phrase.partition(" ")[0]):
        level, listed = _ladder_level(noun, organisation, head)
        return (level, True) if listed and level is not None and level <= _COMMON_LEVEL else (None, listed)
    return None, False


def _beginnings(phrase: str) -> list[str]:
    """The phrases with which ``phrase`` begins, the longest first, cut at blanks and hyphens."""
    phrase = " ".join(phrase.split())
    cuts = [match.start() for match in re.finditer(r"[ -]", phrase)]
    return [phrase[:cut] for cut in (len(phrase), *reversed(cuts))]


def _without_attributes(phrase: str) -> str:
    """«начальник производственно-технического отдела» -> «начальник отдела»."""
    words = phrase.split()
    kept = [word for place, word in enumerate(words) if place == 0 or not _is_genitive_adjective(word)]
    return " ".join(kept)


def _expanded(position: str) -> str:
    """``position`` in small letters with its shortened words written out («гл.» = «главный»)."""
    known = abbreviations()
    return re.sub(
        r"[а-ё]+\.", lambda match: known[match[0]][0] + " " if match[0] in known else match[0], position.lower()
    )


def _is_genitive_adjective(word: str) -> bool:
    return word.endswith(("ого", "его", "ой", "ей", "ых", "их")) and bool(adjectives(word))
