"""Terms in a sentence, and promises and requests whose only term is vague (standard, 2.5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from letterlint import data
from letterlint.checks.finds import Finds, lists_of
from letterlint.checks.phrase import matches
from letterlint.checks.quotes import is_quoted
from letterlint.letter import Letter
from letterlint.model import Match, Span
from letterlint.russian.clauses import Clause, Sentence
from letterlint.russian.dates import dates
from letterlint.russian.patterns import Book, Found

_NONE = Book((), lists_of(Path()))
#: So far before a date its preposition is looked for: «за два дня, 13 и 14 мая».
_GOVERNS = 4
#: «письмо от 5 мая», «плата за 5 мая», «в период с 1 по 5 мая»: dates of documents and of what is over.
_OF_DOCUMENTS = frozenset({"от", "за"})
_PERIODS = frozenset({"за", "период", "периода", "периоду"})
#: «Будем признательны, если …» asks.
_GRATEFUL = frozenset({"признательный", "благодарный"})
#: «Проверка назначена на 5 мая» is to come.
_APPOINTING = frozenset({"назначить", "запланировать", "наметить", "перенести"})


def vague_deadline(letter: Letter, *, find: Finds, add: Book = _NONE, remove: Book = _NONE) -> Iterator[Match]:
    """A match for each term of ``find`` that names no time; one in a clause.

    Not where the sentence names a term beside it, nor about what is past or nobody asked for or
    promised. ``add`` are further patterns without conditions, ``remove`` such as make a match innocent.
    """
    seen: set[tuple[int, int]] = set()
    for sentence, found, number in matches(letter, find, add=add):
        place = (sentence.first, id(sentence.clause(found.start)))
        first, stop = found.names.get("mark", (found.start, found.stop))
        if place in seen or remove.search(sentence, found.start, found.stop) is not None:
            continue
        added = number >= len(find.book.entries)
        if not added and (not is_to_come(sentence, first) or _has_term(letter, sentence, found)):
            continue
        seen.add(place)
        yield Match(Span(sentence.starts[first], sentence.stops[stop - 1]))


def _has_term(letter: Letter, sentence: Sentence, found: Found) -> bool:
    """Whether a term stands in the sentence that is no part of the vague words: «по мере возможности»."""
    return any(not found.start <= k < found.stop for k in terms_of(letter, sentence))


def terms_of(letter: Letter, sentence: Sentence) -> Iterator[int]:
    """The numbers of the words at which a term begins: one of terms.txt, or a date that is not that of a document."""
    terms = _terms()
    paragraph = letter.at(sentence.starts[0])
    for k in range(len(sentence)):
        if any(entry.at(sentence, k) for entry in terms.beginning_at(sentence, k)):
            if not is_quoted(paragraph.text, sentence.starts[k] - paragraph.span.start):
                yield k
    start = sentence.starts[0]
    numbers = {place: k for k, place in enumerate(sentence.starts)}
    for day in dates(letter.text[start : sentence.stops[-1] + 1]):
        k = numbers.get(start + day.start)
        if k is not None and not _is_of_document(sentence, k):
            yield k


def _is_of_document(sentence: Sentence, k: int) -> bool:
    """Whether the date at word ``k`` is one of a document or of a period: «от 5 мая», «за период с 1 по 5 мая»."""
    before = [w for w in range(k - 1, max(-1, k - 1 - _GOVERNS), -1) if "PREP" in sentence.grammemes(w)]
    if not before:
        return k > 0 and bool(sentence.grammemes(k - 1) & {"PRTF"})
    if sentence.norms[before[0]] in _OF_DOCUMENTS:
        return True
    if sentence.grammemes(before[0] - 1) & {"PRTF"} if before[0] else False:
        return "past" in sentence.grammemes(before[0] - 1)
    if sentence.norms[before[0]] in {"с", "по"}:
        return not _PERIODS.isdisjoint(sentence.norms[max(0, before[0] - _GOVERNS) : before[0]])
    return False


def is_to_come(sentence: Sentence, k: int) -> bool:
    """Whether the clause of word ``k`` speaks of what somebody will do or is asked to: no past, no mere present."""
    clause = sentence.clause(k)
    said = sentence.finite(clause.words)
    if says(sentence, clause) == "past" or (said and all(sentence.is_negated(w) for w in said)):
        return False
    above = sentence.clauses[clause.parent] if clause.parent is not None else None
    if above is not None and clause.kind == "condition":
        return any(p.lemma in _GRATEFUL for w in above.words for p in sentence.readings(w))
    if above is not None and clause.kind == "content" and says(sentence, above) == "past":
        return False
    return says(sentence, clause) != "present"


def says(sentence: Sentence, clause: Clause) -> str:
    """``future`` for a promise or request, ``past`` or ``present`` for a statement, ``none`` without a predicate."""
    said = "none"
    for k in sentence.finite(clause.words):
        for parse in sentence.likely(k):
            if parse.grammemes & {"futr", "1per", "impr", "PRED", "ADJS"} or parse.lemma in {"быть", "просить"}:
                if "past" not in parse.grammemes:
                    return "future"
            if "PRTS" in parse.grammemes and parse.lemma in _APPOINTING:
                return "future"
            if "past" in parse.grammemes and parse.grammemes & {"VERB", "PRTS"}:
                said = "past"
            elif parse.has("VERB", "pres") and said == "none":
                said = "present"
    return said


@cache
def _terms() -> Book:
    return lists_of(data.root() / "language")("terms")
