"""The sentences of a text, taken apart where somebody asks: a letter without a suspicious word costs its words only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from letterlint.russian.clauses import Sentence
from letterlint.russian.sentences import sentences_within, stretches
from letterlint.russian.words import Words

#: So many stretches are kept taken apart, those of 2,000 pages. Of a longer letter the first ones stay: every rule
#: goes through the whole letter, so that to keep the latest ones would keep none for the next rule.
_KEPT = 40_000


class Analysis:
    """``text`` with its paragraphs, given as (start, stop): words at once, sentences when asked for."""

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self._paragraphs = paragraphs
        self._starts = [start for start, _ in paragraphs]
        self._stretches: dict[int, list[tuple[int, int]]] = {}
        self._sentences: dict[tuple[int, int], list[Sentence]] = {}
        self._latest: tuple[tuple[int, int], list[Sentence]] = (0, 0), []

    @cached_property
    def words(self) -> Words:
        """All words of the text."""
        return Words(self.text)

    def sentence_of(self, word: int) -> Sentence:
        """The sentence that holds a word of the text; of a very long one the part around the word."""
        place = self.words.starts[word]
        number = max(0, bisect_right(self._starts, place) - 1)
        base, stop = self._paragraphs[number]
        borders = self._stretches.get(number)
        if borders is None:
            borders = self._stretches[number] = stretches(self.text[base:stop])
        border = borders[max(0, bisect_right(borders, (place - base, len(self.text))) - 1)]
        key = (base + border[0], base + border[1])
        found = self._sentences.get(key)
        if found is None:
            if self._latest[0] != key:
                self._latest = key, self._taken_apart(*key)
            found = self._latest[1]
            if len(self._sentences) < _KEPT:
                self._sentences[key] = found
        return found[bisect_right(found, word, key=_first) - 1]

    def sentences(self, start: int, stop: int) -> list[Sentence]:
        """The sentences with words between two places of the text, in order."""
        first, last = bisect_right(self.words.starts, start - 1), bisect_right(self.words.starts, stop - 1)
        found: list[Sentence] = []
        while first < last:
            sentence = self.sentence_of(first)
            found.append(sentence)
            first = sentence.first + len(sentence)
        return found

    def _taken_apart(self, start: int, stop: int) -> list[Sentence]:
        found: list[Sentence] = []
        text = self.text[start:stop]
        for begin, end in sentences_within(text, 0, len(text)):
            first = bisect_right(self.words.starts, start + begin - 1)
            last = bisect_right(self.words.starts, start + end - 1)
            begin_at = start + begin
            while first < last:
                sentence = Sentence(self.words, first, last, begin_at, start + end)
                found.append(sentence)
                first += len(sentence)
                begin_at = sentence.stops[-1]
        return found


def _first(sentence: Sentence) -> int:
    return sentence.first
