"""Cuts a sentence into clauses at its signs.

Each piece is opened by a subordinator, holds a predicate of its own or belongs to a neighbour; what remains is a tree.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from letterlint import data
from letterlint.lazy import pattern

if TYPE_CHECKING:
    from letterlint.russian.clauses import Sentence
    from letterlint.russian.morphology import Parse

#: Parts of speech that make a finite predicate.
FINITE = frozenset({"VERB", "PRTS", "ADJS", "PRED"})
#: Pronouns in the nominative.
PRONOUNS = frozenset(["вы", "мы", "я", "он", "она", "оно", "они", "это", "ты"])
_BORDER = pattern(r"[,;:()—–…]|\s-\s|\.{3}")
_JOINING = frozenset(["и", "а", "но", "или", "либо", "да", "однако", "то", "затем", "зато"])
#: Infinitives that only introduce: «нас, признаться, не волнует».
_INTRODUCTORY = frozenset(["признаться", "сознаться", "сказать"])
_PERSONS = frozenset(["вы", "вам", "вас", "мы", "нам", "нас", "я", "мне", "меня"])


class Clause(NamedTuple):
    """One clause.

    ``kind`` is ``main``, ``insertion`` or a kind of rules/language/subordinators.txt, ``parent`` the number of the
    clause it depends on, ``words`` are the numbers of its words in the sentence.
    """

    kind: str
    parent: int | None
    words: list[int]


def cut(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order of their first words."""
    return _Cutter(sentence).cut()


class _Piece(NamedTuple):
    words: list[int]
    kind: str | None  #: of its subordinator
    inserted: bool  #: in brackets, or a participle, gerund or comparison with its words


class _Cutter:
    """Cuts one sentence into clauses."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._clauses = [Clause("main", None, [])]
        self._open = [0]

    def cut(self) -> list[Clause]:
        pieces = self._pieces()
        for number, piece in enumerate(pieces):
            self._place(piece, pieces[number + 1 :])
        return self._clauses

    def _pieces(self) -> list[_Piece]:
        sentence, found, depth = self._sentence, [], 0
        words: list[int] = []
        inside = False
        for k, gap in enumerate(sentence.gaps):
            if words and (_BORDER.search(gap) or self._new_start(k)):
                found.append(self._piece(words, inside=inside))
                words = []
            depth = max(0, depth + gap.count("(") - gap.count(")"))
            inside = depth > 0
            if k and ":" in gap:
                found.append(_Piece([], None, inserted=False))  # what follows a colon stands by itself
            words.append(k)
        if words:
            found.append(self._piece(words, inside=inside))
        return found

    def _new_start(self, k: int) -> bool:
        """«… и Вы обязаны»: a conjunction before a pronoun in the nominative opens a clause without a comma."""
        norms = self._sentence.norms
        return norms[k] in {"и", "а", "но", "или", "либо"} and k + 1 < len(norms) and norms[k + 1] in PRONOUNS

    def _piece(self, words: list[int], *, inside: bool) -> _Piece:
        sentence = self._sentence
        kind = _subordinator(tuple(sentence.norms[k] for k in words[:7]))
        if kind is None and sentence.norms[words[0]] == "как" and any("VERB" in sentence.grammemes(k) for k in words):
            return _Piece(words, None, inserted=True)  # «…, как Вы предлагаете, …»
        if kind == "comparison" and not self._sentence.finite(words):
            return _Piece(words, None, inserted=True)
        if kind is not None or inside:
            return _Piece(words, kind if not inside else None, inserted=inside)
        return _Piece(words, None, inserted=self._is_insertion(words))

    def _is_insertion(self, words: list[int]) -> bool:
        sentence = self._sentence
        if sentence.norms[words[0]] in _INTRODUCTORY and len(words) < 3:
            return True
        if words[0] == 0 or self._sentence.finite(words):
            head = next((k for k in words[:3] if "GRND" in sentence.grammemes(k)), None)
            return head is not None and not self._sentence.finite(words)
        if sentence.norms[words[0]] == "как" or (
            sentence.norms[words[0]] == "а" and sentence.norms[words[0] + 1 : words[0] + 2] == ["не"]
        ):
            return True
        return any(sentence.grammemes(k) & {"GRND", "PRTF"} for k in words[:3])

    def _place(self, piece: _Piece, rest: list[_Piece]) -> None:
        if not piece.words:
            self._start("main", None)
            self._open = [len(self._clauses) - 1]
            return
        if piece.kind is not None:
            top = self._open[-1]
            if (
                self._clauses[top].kind != "main"
                and self._sentence.finite(self._clauses[top].words)
                and piece.kind != "relative"
            ):
                top = self._open[0]
            self._start(piece.kind, top)
            self._open.append(len(self._clauses) - 1)
        elif piece.inserted:
            self._start("insertion", self._open[-1])
            self._clauses[-1].words.extend(piece.words)
            return
        else:
            self._continue(piece, rest)
        self._clauses[self._open[-1]].words.extend(piece.words)

    def _start(self, kind: str, parent: int | None) -> None:
        self._clauses.append(Clause(kind, parent, []))

    def _continue(self, piece: _Piece, rest: list[_Piece]) -> None:
        """Chooses the open clause that a piece without a subordinator goes on."""
        sentence = self._sentence
        top, main = self._clauses[self._open[-1]], self._clauses[self._open[0]]
        own = sentence.predicates(piece.words)
        if (
            top is not main
            and piece.words
            and sentence.norms[piece.words[0]] in _PERSONS
            and not sentence.predicates(main.words)
        ):
            own = [*own, *piece.words]  # «Чтобы …, Вам, помимо заявки, необходимо …»
        begun = sentence.finite(top.words) or (top is not main and sentence.predicates(top.words))
        if not own or not (begun or (top is main and sentence.predicates(top.words))):
            return
        has_subject = self._has_subject(piece.words)
        if top is main:
            coordinate = has_subject and sentence.finite(piece.words) and not self._governs(piece, main)
            if coordinate or self._is_order(piece, main) or self._is_whole(piece, main):
                self._start("main", None)
                self._open = [len(self._clauses) - 1]
            return
        if not sentence.predicates(main.words):
            if sentence.norms[piece.words[0]] in {"и", "а", "или", "либо", "но"}:
                return  # «Чтобы леса были сняты, а площадка сдана, …»
            if not self._goes_on_condition(piece, rest, has_subject=has_subject):
                self._open = self._open[:1]
            return
        joined = sentence.norms[piece.words[0]] in _JOINING
        if (
            joined
            and not has_subject
            and bool(self._sentence.finite(piece.words)) == bool(self._sentence.finite(top.words))
        ):
            return
        self._open = self._open[:1]
        if has_subject and sentence.finite(piece.words) and not self._governs(piece, main):
            self._start("main", None)
            self._open = [len(self._clauses) - 1]

    def _governs(self, piece: _Piece, main: Clause) -> bool:
        """«Принять груз в субботу, …, мы не сможем»: what the infinitive of the main clause waits for."""
        sentence = self._sentence
        if sentence.finite(main.words):
            return False
        return any(
            p.lemma in data.word_set("governors") for k in sentence.finite(piece.words) for p in sentence.likely(k)
        )

    def _is_whole(self, piece: _Piece, main: Clause) -> bool:
        """«Явиться с паспортом, при этом Вам надлежит вернуть …»: a predicate with its own infinitive and dative."""
        sentence = self._sentence
        return (
            not sentence.finite(main.words)
            and any(sentence.norms[k] in {"вам", "нам", "мне"} for k in piece.words)
            and bool(sentence.finite(piece.words))
            and any("INFN" in sentence.grammemes(k) for k in piece.words)
        )

    def _is_order(self, piece: _Piece, main: Clause) -> bool:
        """«Приём назначен на 7 декабря, прибыть к 8:30»: an infinitive that nothing before it can govern."""
        sentence = self._sentence
        if "INFN" not in sentence.grammemes(piece.words[0]):
            return False
        before = [parse for k in sentence.predicates(main.words) for parse in sentence.likely(k)]
        if any(p.lemma in data.word_set("governors") for p in before):
            return False
        return all(p.grammemes & {"PRTS", "NOUN", "3per"} and not p.grammemes & {"INFN", "Impx"} for p in before)

    def _goes_on_condition(self, piece: _Piece, rest: list[_Piece], *, has_subject: bool) -> bool:
        """«Если Вы оплатите счёт, вернёте акт, мы …»: a further member, as the main clause is yet to come."""
        top = self._clauses[self._open[-1]]
        if has_subject or top.kind not in {"condition", "time"} or self._sentence.norms[piece.words[0]] == "то":
            return False
        second = [k for k in piece.words if any(p.has("VERB", "2per") for p in self._sentence.readings(k))]
        return bool(second) and any(
            later.kind is None
            and not later.inserted
            and later.words
            and (self._has_subject(later.words) or self._sentence.norms[later.words[0]] == "то")
            and self._sentence.predicates(later.words)
            for later in rest
        )

    def _has_subject(self, words: list[int]) -> bool:
        sentence = self._sentence
        if any(sentence.norms[k] in PRONOUNS - {"это"} for k in words):
            return True
        finite = self._sentence.finite(words)
        return any(
            "NOUN" in sentence.grammemes(w)
            and any(p.has("NOUN", "nomn") and agree(p, sentence.readings(k)) for p in sentence.readings(w))
            and sentence.preposition_of(w) is None
            for k in finite
            for w in words
            if w < k
        )


def agree(noun: Parse, predicate: tuple[Parse, ...]) -> bool:
    """Whether a nominative agrees in number, and in gender where it has one, with a reading of a predicate."""
    plural = "plur" in noun.grammemes or noun.lemma == "вы"
    for parse in predicate:
        if not parse.grammemes & FINITE or parse.grammemes & {"1per", "2per"}:
            continue
        if "PRED" in parse.grammemes:
            return True
        if plural != ("plur" in parse.grammemes):
            continue
        if plural or parse.gender is None or noun.gender is None or noun.gender == parse.gender:
            return True
    return False


@cache
def _subordinators() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for opener, kind in data.table("subordinators"):
        words = tuple(opener.split())
        found.setdefault(words[0], []).append((words, kind))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_BEFORE_OPENER = frozenset(
    "и а но или лишь только также даже в на по с со о об для из от к за при под у до то том тем тому".split()  # noqa: SIM905
)


def _subordinator(words: tuple[str, ...]) -> str | None:
    """The kind of the clause that ``words`` open, or None. A preposition or «и» may stand before the opener."""
    openers = _subordinators()
    for shift in range(min(3, len(words))):
        for opener, kind in openers.get(words[shift], ()):
            if words[shift : shift + len(opener)] == opener:
                return kind
        if words[shift] not in _BEFORE_OPENER:
            break
    return "content" if "ли" in words[1:4] else None
