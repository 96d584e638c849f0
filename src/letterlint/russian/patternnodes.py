"""The parts of a phrase pattern, and how each goes on in a sentence.

A part is given the word at which it begins and yields the words at which the rest may begin. Every part reaches over a
bounded number of words, so that trying a pattern at one word costs a bounded number of steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from letterlint.russian import morphology
from letterlint.russian.clauses import Sentence
from letterlint.russian.phrases import normal
from letterlint.russian.words import DIGITS, HEAD, TAIL, is_number_with

if TYPE_CHECKING:
    from letterlint.russian.patterns import Book

_FAR_FETCHED = 0.04
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


class Anchor(NamedTuple):
    """Words by which a match is found: one of ``keys()``, after ``least`` to ``most`` others; a low ``rank`` is rare.

    Those of a long list are asked for when an index is made; to match at a word that is found needs none. ``fits``
    tells of a word that has a key whether it can be the one that is meant, where that is asked of the word alone.
    """

    keys: Callable[[], frozenset[str]]
    rank: int
    least: int = 0
    most: int = 0
    fits: Callable[[Sentence, int], bool] | None = None


def _anchor(rank: int, *keys: str) -> Anchor:
    return Anchor(lambda: frozenset(keys), rank)


class State(NamedTuple):
    """Where a match has come to: the word at which it goes on, and what is named so far."""

    stop: int
    names: tuple[tuple[str, int, int], ...] = ()


class Node:
    """A part of a pattern. ``least`` and ``most`` are the numbers of words it may take."""

    least = 1
    most = 1

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        """Where the sentence goes on after this part has matched at ``at.stop``."""
        raise NotImplementedError

    def anchor(self) -> Anchor | None:
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


class Word(Node):
    """One word of a test."""

    def fits(self, sentence: Sentence, k: int) -> bool:
        """Whether word ``k`` is one of these."""
        raise NotImplementedError

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        k = at.stop
        if k < len(sentence) and self.fits(sentence, k):
            yield State(k + 1, at.names)


class Lemma(Word):
    """Any form of a dictionary word."""

    def __init__(self, lemma: str, tags: Tags | None) -> None:
        self.lemma = lemma
        self.tags = tags

    def fits(self, sentence: Sentence, k: int) -> bool:
        if self.lemma not in _lemmas(sentence.norms[k]):
            return False
        return self.tags is None or self.tags.fits_lemma(sentence, k, self.lemma)

    def firsts(self) -> frozenset[str]:
        return frozenset({"~" + normal(self.lemma)})

    def anchor(self) -> Anchor:
        return Anchor(lambda: _keys_of_lemma(self.lemma), 1 if len(self.lemma) > _SHORT else 4, fits=self.fits)


class Form(Word):
    """One form; or words that begin or end so, or numbers with an ending."""

    def __init__(self, form: str, tags: Tags | None) -> None:
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

    def anchor(self) -> Anchor | None:
        if self._digits:
            ending = self._core.lstrip(DIGITS)
            return _anchor(2, "#" + (ending[:2] + "…" if self._begins else ending))
        if self._begins:
            return _anchor(1, self._core[:HEAD] + "…") if len(self._core) >= HEAD else None
        if self._ends:
            return _anchor(5, "…" + self._core[-TAIL:])._replace(fits=self.fits)
        rank = 0 if len(self._core) > _SHORT else 7 if self._core in _EVERYWHERE else 4
        return _anchor(8 if self._core in {"не", "что"} else rank, self._core)


class AnyWord(Word):
    """Any word with grammemes."""

    def __init__(self, tags: Tags) -> None:
        self.tags = tags

    def fits(self, sentence: Sentence, k: int) -> bool:
        return self.tags.fits(sentence, k)

    def anchor(self) -> Anchor | None:
        if not self.tags.tails:
            return None
        return _anchor(6, *("…" + tail for tail in self.tags.tails))._replace(fits=self.fits)


class Tags:
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
        readings = [p for p in sentence.readings(k) if same(p.lemma, lemma)]
        return self._fits(sentence, k, [p.grammemes | _case(p) for p in readings])

    def _fits(self, sentence: Sentence, k: int, readings: Sequence[frozenset[str]]) -> bool:
        asked = self._imperative and not all(map(_ORDER.isdisjoint, readings))
        if asked and not sentence.is_imperative(k):
            readings = [grammemes - _ORDER for grammemes in readings]
        return any(map(self._satisfied, readings))


class Role(Node):
    """«<reader datv>»: words that mean the reader."""

    most = 5

    def __init__(self, who: str, grammemes: frozenset[str]) -> None:
        self.who = who
        self.grammemes = grammemes

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        stop = sentence.role_at(at.stop, self.who, self.grammemes) if at.stop < len(sentence) else None
        if stop is not None:
            yield State(stop, at.names)

    def needs(self) -> frozenset[frozenset[str]]:
        keys = _ROLE_KEYS.get("reader" if self.who == "yours" else self.who)
        return frozenset({keys}) if keys else frozenset()

    def anchor(self) -> Anchor | None:
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


class Gap(Node):
    """Up to so many other words of the clause."""

    least = 0

    def __init__(self, most: int) -> None:
        self.most = most

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        yield at
        for k in range(at.stop, min(len(sentence), at.stop + self.most)):
            if at.stop and not sentence.same_clause(k, at.stop - 1) and sentence.clause(k).kind != "insertion":
                return
            yield at._replace(stop=k + 1)


class InOrder(Node):
    """Parts one behind the other, right beside each other where no gap stands between."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.least = sum(node.least for node in nodes)
        self.most = sum(node.most for node in nodes)

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        states = {at.stop: at}
        fresh = True
        after_gap = False
        for node in self.nodes:
            following: dict[int, State] = {}
            for state in states.values():
                if after_gap and at.stop < state.stop < len(sentence) and not sentence.same_clause(at.stop, state.stop):
                    continue
                free = isinstance(node, Gap | Absent) or fresh
                for after in node.steps(sentence, state):
                    if not free and after.stop > state.stop and not sentence.adjoins(state.stop):
                        continue
                    following.setdefault(after.stop, after)
            after_gap = isinstance(node, Gap) and node.most > 0  # «a ..0 b»: any sign may stand there, a comma too
            fresh = isinstance(node, Gap) or (fresh and node.least == 0)
            states = following
        yield from states.values()

    def firsts(self) -> frozenset[str] | None:
        found: set[str] = set()
        for node in self.nodes:
            if isinstance(node, Absent):
                continue
            marks = None if isinstance(node, Gap) else node.firsts()
            if marks is None:
                return None
            found |= marks
            if node.least:
                return frozenset(found)
        return None

    def anchor(self) -> Anchor | None:
        least = most = 0
        best: Anchor | None = None
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


class Either(Node):
    """Alternatives."""

    def __init__(self, choices: Sequence[Node]) -> None:
        self.choices = choices
        self.least = min(node.least for node in choices)
        self.most = max(node.most for node in choices)

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        for node in self.choices:
            yield from node.steps(sentence, at)

    def firsts(self) -> frozenset[str] | None:
        each = [node.firsts() for node in self.choices]
        return None if None in each else frozenset().union(*(marks or () for marks in each))

    def anchor(self) -> Anchor | None:
        found = [anchor for node in self.choices if (anchor := node.anchor()) is not None]
        if len(found) < len(self.choices):
            return None
        return Anchor(
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


class Maybe(Node):
    """A part that may be missing."""

    least = 0

    def __init__(self, node: Node) -> None:
        self.node = node
        self.most = node.most

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        yield from self.node.steps(sentence, at)
        yield at

    def firsts(self) -> frozenset[str] | None:
        return self.node.firsts()

    @property
    def parts(self) -> int:
        return self.node.parts


class Absent(Node):
    """A place at which something must not stand."""

    least = most = 0

    def __init__(self, node: Node) -> None:
        self.node = node

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        if next(self.node.steps(sentence, at), None) is None:
            yield at


class Named(Node):
    """A part whose words get a name."""

    def __init__(self, name: str, node: Node) -> None:
        self.name = name
        self.node = node
        self.least, self.most = node.least, node.most

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        for state in self.node.steps(sentence, at):
            yield state._replace(names=(*state.names, (self.name, at.stop, state.stop)))

    def firsts(self) -> frozenset[str] | None:
        return self.node.firsts()

    def needs(self) -> frozenset[frozenset[str]]:
        return self.node.needs()

    def anchor(self) -> Anchor | None:
        return self.node.anchor()

    @property
    def parts(self) -> int:
        return self.node.parts


class Tagged(Node):
    """A list or alternatives of which the first word has grammemes: «@faults[PRTS]», «(просить | ждать)[1per]»."""

    def __init__(self, node: Node, tags: Tags) -> None:
        self.node = node
        self.tags = tags
        self.least, self.most = node.least, node.most

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        if at.stop < len(sentence) and self.tags.fits(sentence, at.stop):
            yield from self.node.steps(sentence, at)

    def firsts(self) -> frozenset[str] | None:
        return self.node.firsts()

    def needs(self) -> frozenset[frozenset[str]]:
        return self.node.needs()

    def anchor(self) -> Anchor | None:
        return self.node.anchor()

    @property
    def parts(self) -> int:
        return self.node.parts


class Listed(Node):
    """An entry of a word list: a long list costs no more than a short one."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.most = book.most

    def steps(self, sentence: Sentence, at: State) -> Iterator[State]:
        if at.stop < len(sentence):
            for entry in self.book.beginning_at(sentence, at.stop):
                yield from entry.steps(sentence, at)

    def firsts(self) -> frozenset[str] | None:
        marks, others = self.book.firsts
        return None if others else frozenset(marks)

    def anchor(self) -> Anchor:
        return Anchor(lambda: frozenset(self.book.keys), 2, 0, self.most - 1)


def same(lemma: str, wanted: str) -> bool:
    """Whether a dictionary form is the one wanted, «е» standing for «ё»."""
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
    forms = {normal(form) for parse in morphology.parses(lemma) if same(parse.lemma, lemma) for form in parse.forms()}
    return frozenset(form if len(form) <= HEAD else form[:HEAD] + "…" for form in forms)
