"""Promises that name no term (standard, 2.5.5 and 2.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from letterlint import data
from letterlint.checks.finds import Finds, lists_of
from letterlint.checks.phrase import matches
from letterlint.checks.terms import says, terms_of
from letterlint.letter import Letter
from letterlint.model import TEXT_ZONES, Match, Span
from letterlint.russian.clauses import Sentence
from letterlint.russian.morphology import Parse
from letterlint.russian.patterns import Book, Found



def missing_deadline(
    letter: Letter, *, find: Finds, both: Book, offers: Book, events: Book, duration: Book
) -> Iterator[Match]:
    """One match, at the verb of the first promise for which the letter names no term.

    ``find`` are promises; ``both`` verbs whose present sounds like their future; ``offers`` what makes of the next
    sentence an offer that waits for the reader; ``events`` occasions on whose day what is promised falls, if it is
    named; ``duration`` what tells the term of a promise in the sentence beside it. A vague term is a term here:
    ACC003 speaks of it.
    """
    occasion: bool | None = None
    for sentence, match, _ in matches(letter, find):
        found = _at_first_verb(sentence, match)
        if not _is_promise(sentence, found, both) or _has_term(letter, sentence, found):
            continue
        if _is_dated_beside(letter, sentence, offers, duration):
            continue
        if occasion is None:
            occasion = _names_occasion(letter, events)
        if occasion:
            return
        yield Match(_span(sentence, found))
        return


def _span(sentence: Sentence, found: Found) -> Span:
    """The verb, with «обязуемся» or «будет» where that stands right before it."""
    first = found.start if found.head == found.start else found.head
    if found.head > found.start and sentence.norms[found.head - 1] in {"будет", "будут"}:
        first = found.head - 1
    stop = found.stop if found.head == found.start else found.head + 1
    return Span(sentence.starts[first], sentence.stops[stop - 1])


def _at_first_verb(sentence: Sentence, found: Found) -> Found:
    """«Мастер заменит петли и отрегулирует замок» promises at «заменит», though a match reaches as far as it can."""
    first = (k for k in range(found.start, found.stop) if any(_is_promising(p) for p in sentence.likely(k)))
    return found._replace(head=next(first, found.head))


def _is_promising(parse: Parse) -> bool:
    return (parse.has("VERB", "futr") and parse.lemma != "быть") or "PRTS" in parse.grammemes


def _is_promise(sentence: Sentence, found: Found, both: Book) -> bool:
    """Whether a match is a promise of the sender and no present; a clause of what is said belongs to who says it."""
    readings = sentence.readings(found.head)
    if any(p.has("futr") for p in readings):
        present = any(p.has("VERB", "pres") for p in readings)
        if present and both.search(sentence, found.head, found.head + 1) is None:
            return False
    clause = sentence.clause(found.head)
    if clause.kind != "content" or clause.parent is None:
        return True
    above = sentence.clauses[clause.parent].words
    return any(p.has("VERB", "1per") for w in sentence.finite(above) for p in sentence.likely(w))


def _has_term(letter: Letter, sentence: Sentence, found: Found) -> bool:
    """Whether a term, named or vague, stands in the clause of the promise, or in one that tells of nothing else."""
    if any(clause.kind == "time" for clause in sentence.clauses):
        return True
    if _vague().search(sentence) is not None:
        return True
    own = sentence.clause(found.head)
    return any(
        clause is own or says(sentence, clause) in {"none", "future"} and not _asks(sentence, clause.words)
        for clause in (sentence.clause(k) for k in terms_of(letter, sentence))
    )


def _asks(sentence: Sentence, words: list[int]) -> bool:
    """«Просим до 5 мая прислать …»: the term is the reader's."""
    for k in words:
        if sentence.is_imperative(k) or any(p.lemma in {"просить", "просьба"} for p in sentence.readings(k)):
            return True
    return False


def _is_dated_beside(letter: Letter, sentence: Sentence, offers: Book, duration: Book) -> bool:
    """Whether the sentence before makes an offer or dates an action of the sender, or the next one tells the term."""
    paragraph = letter.at(sentence.starts[0])
    beside = letter.analysis.sentences(paragraph.span.start, paragraph.span.stop)
    number = next(n for n, other in enumerate(beside) if other.first == sentence.first)
    if number:
        before = beside[number - 1]
        if offers.search(before) is not None or _dates_action(letter, before):
            return True
    return number + 1 < len(beside) and _tells_term(letter, beside[number + 1], duration)


def _dates_action(letter: Letter, sentence: Sentence) -> bool:
    clauses = [sentence.clause(k) for k in terms_of(letter, sentence)]
    return any(says(sentence, clause) == "future" and not _asks(sentence, clause.words) for clause in clauses)


def _tells_term(letter: Letter, sentence: Sentence, duration: Book) -> bool:
    if _asks(sentence, list(range(len(sentence)))):
        return False
    if duration.search(sentence) is None and sentence.finite(range(len(sentence))):
        return False
    return any(terms_of(letter, sentence))


def _names_occasion(letter: Letter, events: Book) -> bool:
    """Whether the letter is about an event whose day it names: a pass for it needs no other."""
    for word, _ in events.candidates(letter.analysis.words):
        if letter.at(letter.analysis.words.starts[word]).zone not in TEXT_ZONES:
            continue
        sentence = letter.analysis.sentence_of(word)
        if events.search(sentence) is not None and any(terms_of(letter, sentence)):
            return True
    return False


@cache
def _vague() -> Book:
    return lists_of(data.root() / "language")("vague_terms")
