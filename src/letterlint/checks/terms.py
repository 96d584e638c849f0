"""Terms in a sentence, and promises and requests whose only term is vague (standard, 2.5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from letterlint import data
from letterlint.checks.finds import Finds, lists_of
from letterlint.checks.phrase import matches
from letterlint.checks.quotes import is_quoted
from letterlint.letter import Letter
from letterlint.model import Match, Span
from letterlint.russian.clausecutting import Clause
from letterlint.russian.clauses import Sentence
from letterlint.russian.dates import dates
from letterlint.russian.morphology import Parse
from letterlint.russian.patterns import Book, Found

_NONE = Book((), lists_of(Path()))
#: So far before a date its preposition is looked for: «до пятницы, 14 мая».
_GOVERNS = 4
#: «письмо от 5 мая», «плата за 5 мая», «в период с 1 по 5 мая»: dates of documents and of what is over.
_OF_DOCUMENTS = frozenset({"от", "за"})
_PERIODS = frozenset({"за", "период", "периода", "периоду"})
#: «Будем признательны, если …» asks.
_GRATEFUL = frozenset({"признательный", "благодарный"})
#: «Хотели бы, чтобы Вы как можно скорее вернули» asks too.
_WISHING = frozenset(
    {"просить", "хотеть", "хотеться", "желать", "настаивать", "требовать", "рассчитывать", "добиваться"}
)
#: «Проверка назначена на 5 мая» is to come.
_APPOINTING = frozenset({"назначить", "запланировать", "наметить"})
_TO_COME = frozenset({"futr", "1per", "impr", "PRED", "ADJS"})


def vague_deadline(letter: Letter, *, find: Finds, add: Book = _NONE, remove: Book = _NONE) -> Iterator[Match]:
    """A match for each term of ``find`` that names no time; one in a clause.

    Not where the sentence names a term beside it, nor about what is past or nobody asked for or promised. ``add`` are
    further patterns without conditions, ``remove`` such as make a match innocent.
    """
    seen: set[tuple[int, int]] = set()
    for sentence, found, number in matches(letter, find, add=add):
        place = (sentence.first, id(sentence.clause(found.start)))
        first, stop = found.names.get("mark", (found.start, found.stop))
        if place in seen or remove.search(sentence, found.start, found.stop) is not None:
            continue
        added = number >= len(find.book.entries)
        if not added and (not _is_to_come(sentence, first) or _has_term(letter, sentence, found)):
            continue
        seen.add(place)
        yield Match(Span(sentence.starts[first], sentence.stops[stop - 1]))


def _has_term(letter: Letter, sentence: Sentence, found: Found) -> bool:
    """Whether a term stands in the sentence that is no part of the vague words: «по мере возможности»."""
    return any(
        not found.start <= k < found.stop and not _is_set_off(sentence, found.start, k)
        for k in terms_of(letter, sentence)
    )


def _is_set_off(sentence: Sentence, k: int, other: int) -> bool:
    """«Ответ перешлём в тот же день, а проект подготовим по возможности»: what stands behind «, а» has its own term."""
    first, last = min(k, other), max(k, other)
    if sentence.clause(k) is not sentence.clause(other) and sentence.finite(sentence.clause(other).words):
        return True  # «просим в кратчайшие сроки, иначе льгота начнётся с нового месяца»
    return any(
        sentence.norms[w] == "а"
        and sentence.norms[w + 1] != "именно"
        and "," in sentence.gaps[w]
        and bool(sentence.finite(range(w, len(sentence))))
        for w in range(first + 1, last)
    )


def terms_of(letter: Letter, sentence: Sentence) -> Iterator[int]:
    """The numbers of the words at which a term begins: one of terms.txt, or a date that is not that of a document.

    What stands in «…» is none.
    """
    paragraph = letter.at(sentence.starts[0])
    for k in chain(_dates_of(letter, sentence), _phrases_of(sentence)):
        if not is_quoted(paragraph.text, sentence.starts[k] - paragraph.span.start):
            yield k


def _phrases_of(sentence: Sentence) -> Iterator[int]:
    terms = _terms()
    for k in range(len(sentence)):
        if any(entry.at(sentence, k) for entry in terms.beginning_at(sentence, k)):
            yield k


def _dates_of(letter: Letter, sentence: Sentence) -> Iterator[int]:
    start = sentence.starts[0]
    numbers = {place - start: k for k, place in enumerate(sentence.starts)}
    for day in dates(letter.text[start : sentence.stops[-1] + 1]):
        k = numbers.get(day.start)
        if k is not None and not _is_of_document(sentence, k):
            yield k


def _is_of_document(sentence: Sentence, k: int) -> bool:
    """Whether the date at word ``k`` tells what is over: «от 5 мая», «за период с 1 по 5 мая», «внесённый 5 мая»."""
    near = range(k - 1, max(-1, k - 1 - _GOVERNS), -1)
    preposition = next((w for w in near if "PREP" in sentence.grammemes(w)), k)
    if preposition and sentence.grammemes(preposition - 1) >= {"PRTF", "past"}:
        return True
    if sentence.norms[preposition] in {"с", "по"}:
        return not _PERIODS.isdisjoint(sentence.norms[max(0, preposition - _GOVERNS) : preposition])
    return sentence.norms[preposition] in _OF_DOCUMENTS


def _is_to_come(sentence: Sentence, k: int) -> bool:
    """Whether the clause of word ``k`` speaks of what somebody will do or is asked to: no past, no mere present."""
    clause = sentence.clause(k)
    finite = sentence.finite(clause.words)
    if finite and all(sentence.is_negated(w) for w in finite):
        return False
    above = sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is not None and clause.kind == "purpose":
        return any(parse.lemma in _WISHING for w in above.words for parse in sentence.readings(w))
    if above is not None and clause.kind == "condition":
        return any(parse.lemma in _GRATEFUL for w in above.words for parse in sentence.readings(w))
    if above is not None and clause.kind == "content" and says(sentence, above) == "past":
        return False
    return says(sentence, clause) in {"future", "none"}


def says(sentence: Sentence, clause: Clause) -> str:
    """``future`` for a promise or request, ``past`` or ``present`` for a statement, ``none`` without a predicate."""
    said = "none"
    for parse in (parse for k in sentence.finite(clause.words) for parse in sentence.likely(k)):
        past = "past" in parse.grammemes and "PRTS" not in parse.grammemes
        if not past and (parse.grammemes & _TO_COME or parse.lemma == "быть" or _appoints(sentence, clause, parse)):
            return "future"
        if past or "PRTS" in parse.grammemes:
            said = "past"
        elif parse.has("VERB", "pres") and said == "none":
            said = "present"
    return said


def _appoints(sentence: Sentence, clause: Clause, parse: Parse) -> bool:
    """«проверка назначена», «приём перенесён на 5 мая», but not «номера перенесены 5 мая»."""
    moved = parse.lemma == "перенести" and any(sentence.norms[k] == "на" for k in clause.words)
    return moved or parse.lemma in _APPOINTING


@cache
def _terms() -> Book:
    return lists_of(data.root() / "language")("terms")
