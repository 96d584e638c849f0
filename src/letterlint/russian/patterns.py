"""Phrase patterns: the notation in which rules name words (docs/patterns.md), compiled once, matched in linear time.

    требовать               any form of a dictionary word         "требуем"       this form only
    требовать[1per plur]    the forms with these grammemes        [VERB futr !past]  any word with them
    (просить | требовать)   alternatives                          пожалуйста?     may be missing
    .. ..5                  up to 3 (5) other words of the clause    a & b        in either order
    @list                   an entry of list.txt                  <reader datv>   «Вам», «Вашей организации»
    {name: …}               named, for messages and replacements  !слово          not this word here
    {head: …} {mark: …}     the predicate of whom conditions speak; the words to underline
    "*ться" "оплат*"        ends, begins so                       "#-ти" "#2-х"   with digits in front

A pattern reaches over a bounded number of words, so that trying it at one word costs a bounded number of steps: a text
costs as many steps as it has words. What would reach farther, or could begin at any word, is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from letterlint.errors import RuleError
from letterlint.lazy import pattern
from letterlint.russian.clauses import Sentence
from letterlint.russian.patternnodes import Anchor, State
from letterlint.russian.patternnotation import Lists, parse, verify
from letterlint.russian.phrases import normal
from letterlint.russian.words import Words

#: A match may reach over so many words, and a pattern may have so many parts.
FARTHEST = 30
MOST_PARTS = 400
_NAMED_LIST = pattern(r"@([a-z_]+)")
#: How an entry begins that is looked up by its first word: a dictionary form or a form in quotation marks.
#: Choices in brackets do not count.
_FIRST = pattern(
    r"(?=(?:[^|&()]|\((?:[^()]|\([^()]*\))*\))*$)"
    r"(?:\"(?P<form>[^\"\s*#]+)[\s\"](?!\?)|(?P<word>[А-Яа-яЁё-]+)(?:\[[^\]]*\])?(?!\?))"
)


class Found(NamedTuple):
    """A match.

    Words ``start`` to ``stop`` (exclusive) of the sentence; ``head``, its predicate (else its first word, or what the
    pattern names «head»); and what the pattern names -> its words.
    """

    start: int
    stop: int
    head: int
    names: Mapping[str, tuple[int, int]]


class Pattern:
    """One pattern, compiled."""

    def __init__(self, text: str, lists: Lists) -> None:
        self.text = text
        self._node = parse(text, lists)
        self.most = self._node.most
        if self._node.most > FARTHEST or self._node.parts > MOST_PARTS:
            raise RuleError(
                f"«{text}» охватывает до {self._node.most} слов; допускается {FARTHEST}: сократите пропуски «..».",
                f"“{text}” reaches over up to {self._node.most} words; {FARTHEST} are allowed: shorten the gaps “..”.",
            )

    @cached_property
    def _anchor(self) -> Anchor:
        found = self._node.anchor()
        if found is None:
            raise RuleError(
                f"«{self.text}» может начаться с любого слова: назовите хотя бы одно обязательное слово, список или"
                " окончание.",
                f"“{self.text}” may begin at any word: name at least one word, list or ending that must be there.",
            )
        return found

    @property
    def keys(self) -> frozenset[str]:
        """Keys one of which every match has. Raises ``RuleError`` where no word, list or ending is required."""
        return self._anchor.keys()

    def verify(self) -> None:
        """Raise ``RuleError`` where a word is no dictionary form; what is shipped was verified when it was made."""
        verify(self.text)

    def firsts(self) -> frozenset[str] | None:
        """Marks of which the first word of every match has one; None where any word would do."""
        return self._node.firsts()

    @cached_property
    def _needs(self) -> tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]:
        """Needs that are forms alone, and those with dictionary forms, for which the words must be parsed."""
        needs = self._node.needs()
        plain = tuple(marks for marks in needs if not any(mark[0] == "~" for mark in marks))
        return plain, tuple(sorted(needs.difference(plain), key=len))

    def may_be_in(self, sentence: Sentence) -> bool:
        """Whether a sentence has the words without which there is no match."""
        return self._may_be_in(sentence, parse=True)

    def _may_be_in(self, sentence: Sentence, *, parse: bool) -> bool:
        plain, parsed = self._needs
        if any(marks.isdisjoint(sentence.forms) for marks in plain):
            return False
        return not parse or not any(marks.isdisjoint(sentence.vocabulary) for marks in parsed)

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        """How a match may go on that began before; for lists within patterns."""
        return self._node.steps(sentence, at)

    def at(self, sentence: Sentence, start: int) -> Found | None:
        """The longest match that begins at word ``start``, or None."""
        best = max(self._node.steps(sentence, State(start)), key=lambda state: state.stop, default=None)
        if best is None or best.stop == start:
            return None
        names = {name: (begin, end) for name, begin, end in best.names}
        head = names["head"][0] if "head" in names else next(iter(sentence.predicates(range(start, best.stop))), start)
        return Found(start, best.stop, head, names)

    def around(self, sentence: Sentence, k: int) -> Found | None:
        """The match that is found by its key word ``k``, or None."""
        anchor = self._anchor
        if anchor.fits is not None and not anchor.fits(sentence, k):
            return None
        # To parse all words of a sentence costs more than to try one beginning of a match.
        if not self._may_be_in(sentence, parse=anchor.most > anchor.least or "vocabulary" in sentence.__dict__):
            return None
        for start in range(max(0, k - anchor.most), k - anchor.least + 1):
            found = self.at(sentence, start)
            if found is not None and found.start <= k < found.stop:
                return found
        return None


class Book:
    """Patterns, found by the words they need: ``keys`` maps a key of a word to the numbers of the entries, as text.

    ``keys`` of the shipped packs are made at build time: to find all forms of a hundred words takes 10 ms. ``name`` is
    the file of a list, for messages; ``most`` the number of words the longest entry may take, where it is known.
    """

    def __init__(
        self,
        entries: Sequence[str],
        lists: Lists,
        keys: Mapping[str, str] | None = None,
        name: str = "",
        most: int | None = None,
    ) -> None:
        self.entries = entries
        self._most = most
        self._name = name
        self._lists = lists
        self._patterns: dict[int, Pattern] = {}
        self._keys = keys

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Book) and (self.entries, self._keys) == (other.entries, other._keys)

    __hash__ = None  # type: ignore[assignment]  # equal books are not always the same

    @property
    def keys(self) -> Mapping[str, str]:
        """Key -> entries. Raises ``RuleError`` for an entry that no word can be found by."""
        if self._keys is None:
            made: dict[str, list[str]] = {}
            for number in range(len(self.entries)):
                for key in self.pattern(number).keys:
                    made.setdefault(key, []).append(str(number))
            self._keys = {key: " ".join(numbers) for key, numbers in sorted(made.items())}
        return self._keys

    @cached_property
    def most(self) -> int:
        """The number of words the longest entry may take."""
        if self._most is not None:
            return self._most
        return max(
            (1 if entry.isalpha() else self.pattern(number).most for number, entry in enumerate(self.entries)),
            default=1,
        )

    def pattern(self, number: int) -> Pattern:
        """Entry ``number``, compiled when first asked for."""
        if number not in self._patterns:
            try:
                self._patterns[number] = Pattern(self.entries[number], self._lists)
            except RuleError as error:
                if not self._name:
                    raise
                raise RuleError(f"{self._name}: {error.reason}", f"{self._name}: {error.reason_en}") from error
        return self._patterns[number]

    def verify(self) -> None:
        """Raise ``RuleError`` for the first entry, here or in a list named here, that is wrong or could be slow."""
        for number, entry in enumerate(self.entries):
            self.pattern(number).verify()
            for name in _NAMED_LIST.findall(entry):
                self._lists(name).verify()

    def candidates(self, words: Words) -> list[tuple[int, int]]:
        """(number of a word of the letter, entry) for every word that may belong to a match, in order of the text."""
        keys = self.keys
        common = keys.keys() & words.keys.keys()
        return sorted({(word, int(entry)) for key in common for word in words.keys[key] for entry in keys[key].split()})

    @cached_property
    def firsts(self) -> tuple[Mapping[str, Sequence[int]], Sequence[int]]:
        """Entries by the marks of their first words (:meth:`Sentence.marks`), and those that any word may begin.

        An entry that begins with one plain word is known by that word and need not be compiled.
        """
        marks: dict[str, list[int]] = {}
        others: list[int] = []
        for number, entry in enumerate(self.entries):
            found = _FIRST.match(entry)
            plain = {normal(found["form"]) if found["form"] else "~" + normal(found["word"])} if found else None
            firsts = plain or self.pattern(number).firsts()
            if firsts is None:
                others.append(number)
            for mark in firsts or ():
                marks.setdefault(mark, []).append(number)
        return marks, others

    def _others(self, sentence: Sentence) -> Sequence[int]:
        """The entries that any word may begin, as far as the sentence has the words they need."""
        others = self.firsts[1]
        if not others:
            return others
        asked = sentence.asked.get(id(self))
        if asked is None:
            asked = sentence.asked[id(self)] = [n for n in others if self.pattern(n).may_be_in(sentence)]
        return asked

    def beginning_at(self, sentence: Sentence, k: int) -> Iterator[Pattern]:
        """The entries that may begin at word ``k``, compiled."""
        marks, others = self.firsts[0], self._others(sentence)
        numbers = {number for mark in sentence.marks[k] for number in marks.get(mark, ())}
        return (self.pattern(number) for number in sorted(numbers.union(others)))

    def search(self, sentence: Sentence, start: int = 0, stop: int | None = None) -> Found | None:
        """The first match of any entry among the words ``start`` to ``stop`` of a sentence, or None."""
        marks, others = self.firsts[0], self._others(sentence)
        if not others and sentence.vocabulary.isdisjoint(marks):
            return None
        end = len(sentence) if stop is None else min(stop, len(sentence))
        for k in range(start, end):
            if not others and sentence.marks[k].isdisjoint(marks):
                continue
            for entry in self.beginning_at(sentence, k):
                found = entry.at(sentence, k)
                if found is not None and found.stop <= end:
                    return found
        return None
