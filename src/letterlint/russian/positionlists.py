"""The lists of positions in ``rules/language``, in the shapes in which they are asked for."""

from __future__ import annotations

from functools import cache

from letterlint import data
from letterlint.russian import morphology

_ADJECTIVE_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ое", "ее")


@cache
def ladder() -> tuple[dict[str, str], dict[str, str]]:
    """The levels of the phrases that must stand alone, and of those with which a position may begin.

    «ё» is written «е» in them.
    """
    rows = [(row[1].replace("ё", "е"), row[0]) for row in data.table("positions")]
    exact = {phrase[1:]: level for phrase, level in rows if phrase.startswith("=")}
    return exact, {phrase: level for phrase, level in rows if not phrase.startswith("=")}


@cache
def abbreviations() -> dict[str, tuple[str, bool]]:
    """Shortened words: what they stand for, and whether it is the noun of the position."""
    return {row[0]: (row[1], row[2:] == ("noun",)) for row in data.table("position_abbreviations")}


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[1].removeprefix("=").split()) for row in data.table("positions"))


@cache
def heads() -> frozenset[str]:
    """The dictionary forms of the nouns that are positions, alone or with adjectives."""
    return frozenset(_head_of(phrase) for phrase in _phrases())


@cache
def single_heads() -> frozenset[str]:
    """The nouns that are positions by themselves."""
    return frozenset(phrase[0] for phrase in _phrases() if len(phrase) == 1)


@cache
def double_heads() -> dict[str, frozenset[str]]:
    """Nouns that are positions only after a certain adjective («доверенное лицо»), and these adjectives."""
    pairs: dict[str, set[str]] = {}
    for phrase in _phrases():
        head = _head_of(phrase)
        place = phrase.index(head)
        if place and head not in single_heads():
            pairs.setdefault(head, set()).update(morphology.lemmas(phrase[place - 1]))
    return {head: frozenset(adjectives) for head, adjectives in pairs.items()}


def _head_of(phrase: tuple[str, ...]) -> str:
    """The noun of a listed phrase: its first word without an adjective's ending, else its last word."""
    return next((word for word in phrase if not word.endswith(_ADJECTIVE_ENDINGS)), phrase[-1])
