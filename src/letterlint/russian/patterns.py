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

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from letterlint.errors import RuleError
from letterlint.lazy import pattern
from letterlint.russian import morphology
from letterlint.russian.clauses import Sentence
from letterlint.russian.phrases import normal
from letterlint.russian.words import DIGITS, HEAD, TAIL, Words, is_number_with

#: A match may reach over so many words, and a pattern may have so many parts.
FARTHEST = 30
MOST_PARTS = 400
_GAP = 3
_FAR_FETCHED = 0.04
_EITHER_ORDER = 4
_TOKEN = pattern(
    r"\s*(?:(?P<name>\{\s*[a-z_]+\s*:)|(?P<gap>\.\.\d{0,3})|(?P<role><[a-z ]+>)|(?P<list>@[a-z_]+)"
    r"|(?P<form>\"[^\"]{1,80}\")"
    r"|(?P<tags>\[[^\]]{1,80}\])|(?P<word>[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*)|(?P<sign>[(){}|?&!]))"
)
_NAMED_LIST = pattern(r"@([a-z_]+)")
#: How an entry begins that is looked up by its first word: a dictionary form or a form in quotation marks.
#: Choices in brackets do not count.
_FIRST = pattern(
    r"(?=(?:[^|&()]|\((?:[^()]|\([^()]*\))*\))*$)"
    r"(?:\"(?P<form>[^\"\s*#]+)[\s\"](?!\?)|(?P<word>[А-Яа-яЁё-]+)(?:\[[^\]]*\])?(?!\?))"
)
#: Words so short are everywhere: «в», «на», «не», «вы».
_SHORT = 3
_EVERYWHERE = frozenset(
    "в на и не по с со к о об у за из от до для при вы вас вам мы нас нам это так как что же бы ли то а но".split()  # noqa: SIM905
)
#: Endings by which forms are found that no lemma names.
_TAILS = {
    "impr": ("те", "сь"),
    "INFN": ("ть", "ти", "чь", "ся", "сь"),
    "1per": ("ем", "им", "ся", "сь"),
    "PRTS": ("на", "но", "ны", "ен", "ан", "ят", "ит", "ут", "ет", "та", "то", "ты", "ян", "ём"),
}
_ORDER = frozenset({"impr"})
#: What a word is only where nothing else is likelier: «нашей» an imperative, «и» an initial, «головой» a surname.
_RARE = frozenset({"VERB", "INFN", "PRTS", "ADJS", "Abbr", "Surn"})
_ROLES = frozenset({"reader", "sender", "yours", "third"})

Lists = Callable[[str], "Book"]


class Found(NamedTuple):
    """A match.

    Words ``start`` to ``stop`` (exclusive) of the sentence; ``head``, its predicate (else its first word, or what the
    pattern names «head»); and what the pattern names -> its words.
    """

    start: int
    stop: int
    head: int
    names: Mapping[str, tuple[int, int]]


class _Anchor(NamedTuple):
    """Words by which a match is found: one of ``keys()``, after ``least`` to ``most`` others; a low ``rank`` is rare.

    Those of a long list are asked for when an index is made; to match at a word that is found needs none. ``fits`` tells
    of a word that has a key whether it can be the one that is meant, where that is asked of the word alone.
    """

    keys: Callable[[], frozenset[str]]
    rank: int
    least: int = 0
    most: int = 0
    fits: Callable[[Sentence, int], bool] | None = None


def _anchor(rank: int, *keys: str) -> _Anchor:
    return _Anchor(lambda: frozenset(keys), rank)


class _State(NamedTuple):
    stop: int
    names: tuple[tuple[str, int, int], ...] = ()


class _Node:
    """A part of a pattern. ``least`` and ``most`` are the numbers of words it may take."""

    least = 1
    most = 1

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        """Where the sentence goes on after this part has matched at ``at.stop``."""
        raise NotImplementedError

    def anchor(self) -> _Anchor | None:
        """The words by which a match is found; None where any word would do."""
        return None

    def firsts(self) -> frozenset[str] | None:
        """Marks (:func:`_marks_of`) of which the first word of every match has one; None where any word would do."""
        return None

    def needs(self) -> frozenset[frozenset[str]]:
        """Sets of marks, of each of which every match has one in some word."""
        marks = self.firsts() if self.least else None
        return frozenset({marks}) if marks else frozenset()

    @property
    def parts(self) -> int:
        """How many parts it is made of."""
        return 1


class _Word(_Node):
    """One word of a test."""

    def fits(self, sentence: Sentence, k: int) -> bool:
        raise NotImplementedError

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        k = at.stop
        if k < len(sentence) and self.fits(sentence, k):
            yield _State(k + 1, at.names)


class _Lemma(_Word):
    def __init__(self, lemma: str, tags: _Tags | None) -> None:
        self.lemma = lemma
        self.tags = tags

    def fits(self, sentence: Sentence, k: int) -> bool:
        if self.lemma not in _lemmas(sentence.norms[k]):
            return False
        return self.tags is None or self.tags.fits_lemma(sentence, k, self.lemma)

    def firsts(self) -> frozenset[str]:
        return frozenset({"~" + normal(self.lemma)})

    def anchor(self) -> _Anchor:
        return _Anchor(lambda: _keys_of_lemma(self.lemma), 1 if len(self.lemma) > _SHORT else 4, fits=self.fits)


class _Form(_Word):
    def __init__(self, form: str, tags: _Tags | None) -> None:
        self.form = form
        self.tags = tags
        self._begins = form.endswith("*") and len(form) > 1
        self._ends = form.startswith("*")
        self._digits = form.startswith("#")
        self._core = form.strip("*#")

    def fits(self, sentence: Sentence, k: int) -> bool:
        word = sentence.norms[k]
        if self._digits:
            right = is_number_with(word, self._core, begins=self._begins)
        elif self._begins:
            right = word.startswith(self._core)
        elif self._ends:
            right = word.endswith(self._core)
        else:
            right = word == self._core
        return right and (self.tags is None or self.tags.fits(sentence, k))

    def firsts(self) -> frozenset[str] | None:
        return None if self._digits or self._begins or self._ends else frozenset({self._core})

    def anchor(self) -> _Anchor | None:
        if self._digits:
            ending = self._core.lstrip(DIGITS)
            return _anchor(2, "#" + (ending[:2] + "…" if self._begins else ending))
        if self._begins:
            return _anchor(1, self._core[:HEAD] + "…") if len(self._core) >= HEAD else None
        if self._ends:
            return _anchor(5, "…" + self._core[-TAIL:])._replace(fits=self.fits)
        rank = 0 if len(self._core) > _SHORT else 7 if self._core in _EVERYWHERE else 4
        return _anchor(8 if self._core in {"не", "что"} else rank, self._core)


class _Any(_Word):
    """Any word with grammemes."""

    def __init__(self, tags: _Tags) -> None:
        self.tags = tags

    def fits(self, sentence: Sentence, k: int) -> bool:
        return self.tags.fits(sentence, k)

    def anchor(self) -> _Anchor | None:
        if not self.tags.tails:
            return None
        return _anchor(6, *("…" + tail for tail in self.tags.tails))._replace(fits=self.fits)


class _Tags:
    """«VERB futr !past»: grammemes that one reading of a word must have, may have (``|``) or must not have (``!``).

    ``impr`` is asked of the sentence, since «оплатите» is a future too.
    """

    def __init__(self, text: str) -> None:
        self.terms = [(term.lstrip("!").split("|"), term.startswith("!")) for term in text.split()]
        self._imperative = any("impr" in names for names, _ in self.terms)
        self.tails = next(
            (
                tails
                for name, tails in _TAILS.items()
                for names, negated in self.terms
                if names == [name] and not negated
            ),
            (),
        )

    def _satisfied(self, grammemes: frozenset[str]) -> bool:
        return all(any(name in grammemes for name in names) != negated for names, negated in self.terms)

    def fits(self, sentence: Sentence, k: int) -> bool:
        return self._fits(sentence, k, _thinkable(sentence.norms[k]))

    def fits_lemma(self, sentence: Sentence, k: int, lemma: str) -> bool:
        readings = [p for p in sentence.readings(k) if _same(p.lemma, lemma)]
        return self._fits(sentence, k, [p.grammemes | _case(p) for p in readings])

    def _fits(self, sentence: Sentence, k: int, readings: Sequence[frozenset[str]]) -> bool:
        asked = self._imperative and not all(map(_ORDER.isdisjoint, readings))
        if asked and not sentence.is_imperative(k):
            readings = [grammemes - _ORDER for grammemes in readings]
        return any(map(self._satisfied, readings))


class _Role(_Node):
    """«<reader datv>»: words that mean the reader."""

    most = 5

    def __init__(self, who: str, grammemes: frozenset[str]) -> None:
        self.who = who
        self.grammemes = grammemes

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        stop = sentence.role_at(at.stop, self.who, self.grammemes) if at.stop < len(sentence) else None
        if stop is not None:
            yield _State(stop, at.names)

    def needs(self) -> frozenset[frozenset[str]]:
        keys = _ROLE_KEYS.get("reader" if self.who == "yours" else self.who)
        return frozenset({keys}) if keys else frozenset()

    def anchor(self) -> _Anchor | None:
        keys = _ROLE_KEYS.get("reader" if self.who == "yours" else self.who)
        return _anchor(3, *keys)._replace(most=self.most - 1) if keys else None


_ROLE_KEYS = {
    "reader": frozenset(
        [
            "вы",
            "вас",
            "вам",
            "вами",
            "ваш",
            "ваша",
            "ваше",
            "ваши",
            "вашего",
            "вашей",
            "вашему",
            "вашим",
            "вашем",
            "вашу",
            "ваших",
            "вашими",
        ]
    ),
    "sender": frozenset(
        [
            "мы",
            "нас",
            "нам",
            "нами",
            "я",
            "наш",
            "наша",
            "наше",
            "наши",
            "нашего",
            "нашей",
            "нашему",
            "нашим",
            "нашем",
            "нашу",
            "наших",
            "нашими",
        ]
    ),
}


class _Gap(_Node):
    least = 0

    def __init__(self, most: int) -> None:
        self.most = most

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        yield at
        for k in range(at.stop, min(len(sentence), at.stop + self.most)):
            if at.stop and not sentence.same_clause(k, at.stop - 1) and sentence.clause(k).kind != "insertion":
                return
            yield at._replace(stop=k + 1)


class _Sequence(_Node):
    def __init__(self, nodes: Sequence[_Node]) -> None:
        self.nodes = nodes
        self.least = sum(node.least for node in nodes)
        self.most = sum(node.most for node in nodes)

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        states = {at.stop: at}
        fresh = True
        after_gap = False
        for node in self.nodes:
            following: dict[int, _State] = {}
            for state in states.values():
                if after_gap and at.stop < state.stop < len(sentence) and not sentence.same_clause(at.stop, state.stop):
                    continue
                free = isinstance(node, _Gap | _Absent) or fresh
                for after in node.steps(sentence, state):
                    if not free and after.stop > state.stop and not sentence.adjoins(state.stop):
                        continue
                    following.setdefault(after.stop, after)
            after_gap = isinstance(node, _Gap) and node.most > 0  # «a ..0 b»: any sign may stand there, a comma too
            fresh = isinstance(node, _Gap) or (fresh and node.least == 0)
            states = following
        yield from states.values()

    def firsts(self) -> frozenset[str] | None:
        found: set[str] = set()
        for node in self.nodes:
            if isinstance(node, _Absent):
                continue
            marks = None if isinstance(node, _Gap) else node.firsts()
            if marks is None:
                return None
            found |= marks
            if node.least:
                return frozenset(found)
        return None

    def anchor(self) -> _Anchor | None:
        least = most = 0
        best: _Anchor | None = None
        for node in self.nodes:
            found = node.anchor() if node.least else None
            if found is not None and (best is None or found.rank < best.rank):
                best = found._replace(least=found.least + least, most=found.most + most)
            least, most = least + node.least, most + node.most
        return best

    def needs(self) -> frozenset[frozenset[str]]:
        return frozenset().union(*(node.needs() for node in self.nodes if node.least))

    @property
    def parts(self) -> int:
        return sum(node.parts for node in self.nodes)


class _Either(_Node):
    def __init__(self, choices: Sequence[_Node]) -> None:
        self.choices = choices
        self.least = min(node.least for node in choices)
        self.most = max(node.most for node in choices)

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        for node in self.choices:
            yield from node.steps(sentence, at)

    def firsts(self) -> frozenset[str] | None:
        each = [node.firsts() for node in self.choices]
        return None if None in each else frozenset().union(*(marks or () for marks in each))

    def anchor(self) -> _Anchor | None:
        found = [anchor for node in self.choices if (anchor := node.anchor()) is not None]
        if len(found) < len(self.choices):
            return None
        return _Anchor(
            lambda: frozenset().union(*(anchor.keys() for anchor in found)),
            max(anchor.rank for anchor in found),
            min(anchor.least for anchor in found),
            max(anchor.most for anchor in found),
        )

    def needs(self) -> frozenset[frozenset[str]]:
        each = [node.needs() for node in self.choices]
        if not all(each):
            return frozenset()
        common = each[0].intersection(*each[1:])
        return common or frozenset({frozenset().union(*(min(needs, key=len) for needs in each))})

    @property
    def parts(self) -> int:
        return sum(node.parts for node in self.choices)


class _Maybe(_Node):
    least = 0

    def __init__(self, node: _Node) -> None:
        self.node = node
        self.most = node.most

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        yield from self.node.steps(sentence, at)
        yield at

    def firsts(self) -> frozenset[str] | None:
        return self.node.firsts()

    @property
    def parts(self) -> int:
        return self.node.parts


class _Absent(_Node):
    least = most = 0

    def __init__(self, node: _Node) -> None:
        self.node = node

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        if next(self.node.steps(sentence, at), None) is None:
            yield at


class _Named(_Node):
    def __init__(self, name: str, node: _Node) -> None:
        self.name = name
        self.node = node
        self.least, self.most = node.least, node.most

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        for state in self.node.steps(sentence, at):
            yield state._replace(names=(*state.names, (self.name, at.stop, state.stop)))

    def firsts(self) -> frozenset[str] | None:
        return self.node.firsts()

    def needs(self) -> frozenset[frozenset[str]]:
        return self.node.needs()

    def anchor(self) -> _Anchor | None:
        return self.node.anchor()

    @property
    def parts(self) -> int:
        return self.node.parts


class _Tagged(_Node):
    """A list or alternatives of which the first word has grammemes: «@faults[PRTS]», «(просить | ждать)[1per]»."""

    def __init__(self, node: _Node, tags: _Tags) -> None:
        self.node = node
        self.tags = tags
        self.least, self.most = node.least, node.most

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        if at.stop < len(sentence) and self.tags.fits(sentence, at.stop):
            yield from self.node.steps(sentence, at)

    def firsts(self) -> frozenset[str] | None:
        return self.node.firsts()

    def needs(self) -> frozenset[frozenset[str]]:
        return self.node.needs()

    def anchor(self) -> _Anchor | None:
        return self.node.anchor()

    @property
    def parts(self) -> int:
        return self.node.parts


class _List(_Node):
    """An entry of a word list: a long list costs no more than a short one."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.most = book.most

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        if at.stop < len(sentence):
            for entry in self.book.beginning_at(sentence, at.stop):
                yield from entry.steps(sentence, at)

    def firsts(self) -> frozenset[str] | None:
        marks, others = self.book.firsts
        return None if others else frozenset(marks)

    def anchor(self) -> _Anchor:
        return _Anchor(lambda: frozenset(self.book.keys), 2, 0, self.most - 1)


class Pattern:
    """One pattern, compiled."""

    def __init__(self, text: str, lists: Lists) -> None:
        self.text = text
        self._node = _Parser(text, lists).parse()
        self.most = self._node.most
        if self._node.most > FARTHEST or self._node.parts > MOST_PARTS:
            raise RuleError(
                f"«{text}» охватывает до {self._node.most} слов; допускается {FARTHEST}: сократите пропуски «..».",
                f"“{text}” reaches over up to {self._node.most} words; {FARTHEST} are allowed: shorten the gaps “..”.",
            )

    @cached_property
    def _anchor(self) -> _Anchor:
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
        plain, parsed = self._needs
        if any(marks.isdisjoint(sentence.forms) for marks in plain):
            return False
        return not any(marks.isdisjoint(sentence.vocabulary) for marks in parsed)

    def steps(self, sentence: Sentence, at: _State) -> Iterator[_State]:
        """How a match may go on that began before; for lists within patterns."""
        return self._node.steps(sentence, at)

    def at(self, sentence: Sentence, start: int) -> Found | None:
        """The longest match that begins at word ``start``, or None."""
        best = max(self._node.steps(sentence, _State(start)), key=lambda state: state.stop, default=None)
        if best is None or best.stop == start:
            return None
        names = {name: (begin, end) for name, begin, end in best.names}
        head = names["head"][0] if "head" in names else next(iter(sentence.predicates(range(start, best.stop))), start)
        return Found(start, best.stop, head, names)

    def around(self, sentence: Sentence, k: int) -> Found | None:
        """The match that is found by its key word ``k``, or None."""
        anchor = self._anchor
        if (anchor.fits is not None and not anchor.fits(sentence, k)) or not self.may_be_in(sentence):
            return None
        for start in range(max(0, k - anchor.most), k - anchor.least + 1):
            found = self.at(sentence, start)
            if found is not None and found.start <= k < found.stop:
                return found
        return None


class Book:
    """Patterns, found by the words they need: ``keys`` maps a key of a word to the numbers of the entries.

    ``keys`` of the shipped packs are made at build time: to find all forms of a hundred words takes 10 ms. ``name`` is
    the file of a list, for messages.
    """

    def __init__(
        self, entries: Sequence[str], lists: Lists, keys: Mapping[str, Sequence[int]] | None = None, name: str = ""
    ) -> None:
        self.entries = entries
        self._name = name
        self._lists = lists
        self._patterns: dict[int, Pattern] = {}
        self._keys = keys

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Book) and (self.entries, self.keys) == (other.entries, other.keys)

    __hash__ = None  # type: ignore[assignment]  # equal books are not always the same

    @property
    def keys(self) -> Mapping[str, Sequence[int]]:
        """Key -> entries. Raises ``RuleError`` for an entry that no word can be found by."""
        if self._keys is None:
            made: dict[str, list[int]] = {}
            for number in range(len(self.entries)):
                for key in self.pattern(number).keys:
                    made.setdefault(key, []).append(number)
            self._keys = dict(sorted(made.items()))
        return self._keys

    @cached_property
    def most(self) -> int:
        """The number of words the longest entry may take."""
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
            self.pattern(number)
            for name in _NAMED_LIST.findall(entry):
                self._lists(name).verify()

    def candidates(self, words: Words) -> list[tuple[int, int]]:
        """(number of a word of the letter, entry) for every word that may belong to a match, in order of the text."""
        keys = self.keys
        common = keys.keys() & words.keys.keys()
        return sorted({(word, entry) for key in common for word in words.keys[key] for entry in keys[key]})

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


class _Parser:
    """Reads the notation."""

    def __init__(self, text: str, lists: Lists) -> None:
        self._text = text
        self._lists = lists
        self._tokens: list[tuple[str, str, bool]] = []  # kind, text, whether it is glued to the token before
        place = 0
        while place < len(text.rstrip()):
            found = _TOKEN.match(text, place)
            if found is None:
                raise self._wrong(text[place:].strip()[:20])
            self._tokens.append((str(found.lastgroup), found[0].strip(), not found[0][:1].isspace()))
            place = found.end()
        self._next = 0

    def parse(self) -> _Sequence:
        node = self._choices()
        if self._next < len(self._tokens):
            raise self._wrong(self._tokens[self._next][1])
        return node if isinstance(node, _Sequence) else _Sequence([node])

    def _peek(self) -> str:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else ""

    def _choices(self) -> _Node:
        choices = [self._either_order()]
        while self._peek() == "|":
            self._next += 1
            choices.append(self._either_order())
        return choices[0] if len(choices) == 1 else _Either(choices)

    def _either_order(self) -> _Node:
        left = self._sequence()
        while self._peek() == "&":
            self._next += 1
            right = self._sequence()
            gap = _Gap(_EITHER_ORDER)
            left = _Either([_Sequence([left, gap, right]), _Sequence([right, gap, left])])
        return left

    def _sequence(self) -> _Node:
        nodes: list[_Node] = []
        while self._peek() and self._peek() not in {"|", ")", "}", "&"}:
            nodes.append(self._part())
        if not nodes:
            raise self._wrong(self._peek() or "…")
        return nodes[0] if len(nodes) == 1 and not isinstance(nodes[0], _Gap) else _Sequence(nodes)

    def _part(self) -> _Node:
        kind, text, _ = self._tokens[self._next]
        self._next += 1
        node: _Node
        if kind in {"word", "form"}:
            node = self._word(kind, text)
        elif kind == "tags":
            node = _Any(_Tags(text[1:-1]))
        elif kind == "gap":
            node = _Gap(int(text[2:] or _GAP))
        elif kind == "role":
            who, *grammemes = text[1:-1].split()
            if who not in _ROLES:
                raise self._wrong(text)
            node = _Role(who, frozenset(grammemes))
        elif kind == "list":
            node = self._tagged(_List(self._lists(text[1:])))
        elif kind == "name":
            node = _Named(text[1:-1].strip(), self._choices())
            self._close("}")
        elif text == "(":
            node = self._choices()
            self._close(")")
            node = self._tagged(node)
        elif text == "!":
            return _Absent(self._part())
        else:
            raise self._wrong(text)
        if self._peek() == "?":
            self._next += 1
            return _Maybe(node)
        return node

    def _word(self, kind: str, text: str) -> _Node:
        tags = self._tags()
        if kind == "form":
            forms = [normal(form) for form in text[1:-1].split()]
            return _Form(forms[0], tags) if len(forms) == 1 else _Sequence([_Form(form, None) for form in forms])
        lemma = normal(text)
        if not morphology.is_known(lemma) or not any(_same(parse.lemma, lemma) for parse in morphology.parses(lemma)):
            raise RuleError(
                f"«{self._text}»: «{text}» не словарная форма: поставьте её или возьмите слово в кавычки.",
                f"“{self._text}”: “{text}” is no dictionary form: give that, or put the word into quotes.",
            )
        return _Lemma(lemma, tags)

    def _tagged(self, node: _Node) -> _Node:
        tags = self._tags()
        return node if tags is None else _Tagged(node, tags)

    def _tags(self) -> _Tags | None:
        """Grammemes that belong to what stands right before them: «слово[gent]», not «слово [gent]»."""
        if self._next < len(self._tokens) and self._tokens[self._next][0] == "tags" and self._tokens[self._next][2]:
            self._next += 1
            return _Tags(self._tokens[self._next - 1][1][1:-1])
        return None

    def _close(self, sign: str) -> None:
        if self._peek() != sign:
            raise self._wrong(self._peek() or "…")
        self._next += 1

    def _wrong(self, text: str) -> RuleError:
        return RuleError(
            f"«{self._text}»: не понятно «{text}» (запись образцов: docs/patterns.md).",
            f"“{self._text}”: “{text}” is not understood (notation: docs/patterns.md).",
        )


def _same(lemma: str, wanted: str) -> bool:
    return lemma == wanted or ("ё" in lemma and lemma.replace("ё", "е") == wanted)


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> frozenset[str]:
    """The dictionary forms of a word, with «ё» and with «е» for it: those that :func:`_same` takes."""
    return frozenset(form for p in morphology.parses(word) for form in (p.lemma, p.lemma.replace("ё", "е")))


@lru_cache(maxsize=20_000)
def _thinkable(word: str) -> tuple[frozenset[str], ...]:
    """The grammemes of readings without the far-fetched ones (:data:`_RARE`). Cases are all as likely."""
    return tuple(
        parse.grammemes | _case(parse)
        for number, parse in enumerate(morphology.parses(word))
        if not number or parse.score >= _FAR_FETCHED or not parse.grammemes & _RARE
    )


def _case(parse: morphology.Parse) -> frozenset[str]:
    return frozenset({parse.case}) if parse.case else frozenset()


@cache
def _keys_of_lemma(lemma: str) -> frozenset[str]:
    """The keys of all forms of a dictionary word."""
    forms = {normal(form) for parse in morphology.parses(lemma) if _same(parse.lemma, lemma) for form in parse.forms()}
    return frozenset(form if len(form) <= HEAD else form[:HEAD] + "…" for form in forms)
