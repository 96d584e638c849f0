"""Word lists as phrases to look for.

Notation of an entry: ``~`` stands for any ending («направля~» finds «направляем»), «е» finds «ё» too; case and the
width of blanks do not matter. Phrases are kept by their first word, so a search is one look-up a word: as one pattern of
alternatives the same lists cost 40 ms to compile at every start.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from letterlint import data

_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*|[№:]")


class Phrases:
    """The phrases of one list."""

    def __init__(self, entries: tuple[str, ...]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        for entry in entries:
            phrase = _phrase(entry)
            kept = self._stems if phrase.words[0].endswith("~") else self._exact
            key = phrase.words[0].rstrip("~")
            kept.setdefault(key, []).append(phrase)
        self._lengths = sorted({len(stem) for stem in self._stems}, reverse=True)

    def starts(self, text: str) -> int | None:
        """Where a phrase with which ``text`` begins, after signs and blanks, ends; None where it begins with none."""
        words = [(match[0], match.end()) for match in _words(text, 0, 12)]
        return self._at(text, words, 0) if words else None

    def within(self, text: str) -> bool:
        """Whether a phrase stands anywhere in ``text`` as whole words."""
        words = [(match[0], match.end()) for match in _WORD.finditer(normal(text))]
        return any(self._at(text, words, number) is not None for number in range(len(words)))

    def whole(self, text: str) -> bool:
        """Whether ``text`` is a phrase and signs around it."""
        stop = self.starts(text)
        return stop is not None and not text[stop:].strip(' \t\n.,:;!?«»"()*_-–—')

    def _at(self, text: str, words: list[tuple[str, int]], number: int) -> int | None:
        first = words[number][0]
        found = [*self._exact.get(first, ())]
        for length in self._lengths:
            found += self._stems.get(first[:length], ()) if len(first) >= length else ()
        stops = [stop for phrase in found if (stop := phrase.fits(text, words, number)) is not None]
        return max(stops, default=None)


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    dotted: bool

    def fits(self, text: str, words: list[tuple[str, int]], number: int) -> int | None:
        """Where the phrase ends if it stands at a word; an entry that ends with a dot wants the dot."""
        if number + len(self.words) > len(words):
            return None
        for (word, _), wanted in zip(words[number:], self.words, strict=False):
            if not (word.startswith(wanted[:-1]) if wanted.endswith("~") else word == wanted):
                return None
        stop = words[number + len(self.words) - 1][1]
        if self.dotted:
            return stop + 1 if text[stop : stop + 1] == "." else None
        return stop


def _phrase(entry: str) -> _Phrase:
    found = tuple(
        match[0] + ("~" if entry[match.end() : match.end() + 1] == "~" else "")
        for match in _WORD.finditer(normal(entry))
    )
    return _Phrase(found, entry.endswith("."))


def _words(text: str, start: int, most: int) -> list[re.Match[str]]:
    found = []
    for match in _WORD.finditer(normal(text[: start + 300]), start):
        found.append(match)
        if len(found) == most:
            break
    return found


def normal(text: str) -> str:
    """Small letters, «е» for «ё»; as long as ``text``, so that places stay right."""
    return text.lower().replace("ё", "е") if len(text.lower()) == len(text) else text.replace("ё", "е")


@cache
def phrases(name: str) -> Phrases:
    """The phrases of ``rules/language/NAME.txt``."""
    return Phrases(data.words(name))
