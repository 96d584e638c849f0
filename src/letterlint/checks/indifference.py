"""Indifference, impatience and lectures (standard, 2.4.2): phrases, and refusals of help that stand alone."""

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from letterlint.checks.finds import Finds, lists_of
from letterlint.checks.phrase import phrase
from letterlint.letter import Letter
from letterlint.model import Match
from letterlint.russian.patterns import Book

_NONE = Book((), lists_of(Path()))


def indifference(  # noqa: PLR0913 - the keys of a page
    letter: Letter,
    *,
    find: Finds,
    bare: Finds,
    more: Book,
    add: Book = _NONE,
    remove: Book = _NONE,
    per: Literal["clause", "sentence", "phrase"] = "sentence",
) -> Iterator[Match]:
    """A match for each phrase of ``find``, and for each of ``bare`` that is all its paragraph has to say.

    «Ничем помочь не можем» is indifferent where no pattern of ``more``, a reason or advice, stands in the paragraph.
    ``add``, ``remove`` and ``per`` are those of :func:`phrase`.
    """
    told: set[int] = set()
    for match in phrase(letter, find=find, add=add, remove=remove, per=per):
        told.add(_sentence(letter, match))
        yield match
    says_more: dict[int, bool] = {}
    for match in phrase(letter, find=bare, remove=remove, per=per):
        if _sentence(letter, match) in told:
            continue
        paragraph = letter.at(_place(match))
        if paragraph.index not in says_more:
            sentences = letter.analysis.sentences(*paragraph.span)
            says_more[paragraph.index] = any(more.search(sentence) for sentence in sentences)
        if not says_more[paragraph.index]:
            yield match


def _sentence(letter: Letter, match: Match) -> int:
    """The first word of the sentence of a match."""
    word = bisect_right(letter.analysis.words.starts, _place(match)) - 1
    return letter.analysis.sentence_of(word).first


def _place(match: Match) -> int:
    return match.span.start if match.span else 0
