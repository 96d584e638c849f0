"""Promises that name no term (standard, 2.5.5 and 2.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from letterlint import data
from letterlint.checks.doers import Circle
from letterlint.checks.finds import Finds, lists_of
from letterlint.checks.phrase import matches
from letterlint.checks.terms import says, terms_of
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph
from letterlint.model import Match, Span, Zone
from letterlint.russian.clausecutting import Clause
from letterlint.russian.clauses import Sentence
from letterlint.russian.morphology import Parse
from letterlint.russian.patterns import Book, Found

_SIGN = pattern(r"[,;:()–—]")
_WILL_BE = frozenset({"будет", "будут"})


def missing_deadline(  # noqa: PLR0913 - the keys of a page
    letter: Letter,
    *,
    find: Finds,
    never: Book,
    both: Book,
    going_on: Book,
    doers: Book,
    outsiders: Book,
    tells: Book,
    offers: Book,
    events: Book,
    duration: Book,
) -> Iterator[Match]:
    """One match, at the verb of the first promise for which the letter names no term.

    ``find`` are promises, ``never`` verbs that promise nothing; ``both`` verbs whose present sounds like their future,
    and that is meant beside a word of ``going_on``. A find with variant ``doer`` is a promise where its doer is one of
    the sender's: ``doers`` are bodies that act for him, ``outsiders`` who acts for himself.
    ``tells`` what the sender says before «что»; ``offers`` what makes of the next sentence an offer that waits for the
    reader; ``events`` occasions on whose day what is promised falls, if it is named; ``duration`` what tells the term
    of a promise in the sentence beside it. A vague term is a term here: ACC003 speaks of it.
    """
    dated: _Dated | None = None
    near: tuple[Paragraph, ...] = ()
    circle = Circle(letter, doers, outsiders)
    for sentence, match, number in matches(letter, find):
        found = _at_first_verb(sentence, match)
        if not _is_promise(sentence, found, never, both, going_on) or not _is_own(sentence, found, tells):
            continue
        if find.finds[number].variant == "doer" and not circle.does(sentence, found.head):
            continue
        if _has_term(letter, sentence, found) or _is_dated_beside(letter, sentence, offers, duration):
            continue
        if dated is None:
            near = letter.text_around(sentence.starts[0])
            dated = _dated(letter, near, events)
        if sentence.starts[0] > near[-1].span.stop:
            return  # a promise so far from the first undated one is judged by nobody
        if dated.occasion:
            return
        if not dated.tells_of(letter, sentence, found):
            yield Match(_span(sentence, found))
            return


class _Dated(NamedTuple):
    """What a letter dates.

    ``words`` are the dictionary forms in clauses that name a term of what is to come; ``at_length`` is whether one of
    them stands in the body; ``occasion`` whether there is an event whose day is named.
    """

    words: frozenset[str]
    at_length: bool
    occasion: bool

    def tells_of(self, letter: Letter, sentence: Sentence, found: Found) -> bool:
        """Whether the action of a promise is dated elsewhere: «гарантируем оплату. … Оплата будет произведена до …».

        What the preamble promises in short is told at length in the body.
        """
        if self.at_length and letter.at(sentence.starts[0]).zone is Zone.PREAMBLE:
            return True
        return not self.words.isdisjoint(_matter(sentence, found))


def _dated(letter: Letter, near: tuple[Paragraph, ...], events: Book) -> _Dated:
    words: set[str] = set()
    at_length = occasion = False
    for paragraph in near:
        for sentence in letter.analysis.sentences(*paragraph.span):
            clauses = list(_dated_clauses(letter, sentence))
            words.update(p.lemma for clause in clauses for k in clause.words for p in sentence.likely(k))
            at_length = at_length or (bool(clauses) and paragraph.zone is Zone.BODY)
            occasion = occasion or (events.search(sentence) is not None and _names_term(letter, sentence))
    return _Dated(frozenset(words), at_length, occasion)


def _dated_clauses(letter: Letter, sentence: Sentence) -> Iterator[Clause]:
    """The clauses that name a term of what is to come, or of nothing else; not what the reader is asked to do."""
    for k in terms_of(letter, sentence):
        clause = sentence.clause(k)
        to_come = says(sentence, clause) in {"future", "none"} and not _is_over(sentence, k)
        if to_come and not _asks(sentence, clause.words):
            yield clause


def _matter(sentence: Sentence, found: Found) -> Iterator[str]:
    """The verb of a promise and what it is about: the nominatives and accusatives of its clause."""
    for parse in sentence.likely(found.head):
        yield parse.lemma
    for k in sentence.clause(found.head).words:
        if sentence.preposition_of(k) is None:
            yield from (p.lemma for p in sentence.likely(k) if "NOUN" in p.grammemes and p.case in {"nomn", "accs"})


def _span(sentence: Sentence, found: Found) -> Span:
    """What a match names «mark», «обязуемся вернуть», else its verb, with «будет» where that stands right beside it."""
    first, stop = found.names.get("mark", (found.head, found.head + 1))
    if first and sentence.norms[first - 1] in _WILL_BE:
        first -= 1
    elif stop < found.stop and sentence.norms[stop] in _WILL_BE:
        stop += 1
    return Span(sentence.starts[first], sentence.stops[stop - 1])


def _at_first_verb(sentence: Sentence, found: Found) -> Found:
    """«Мастер заменит петли и отрегулирует замок» promises at «заменит», though a match reaches as far as it can."""
    first = (k for k in range(found.start, found.stop) if any(_is_promising(p) for p in sentence.likely(k)))
    return found._replace(head=next(first, found.head))


def _is_promising(parse: Parse) -> bool:
    return (parse.has("VERB", "futr") and parse.lemma != "быть") or "PRTS" in parse.grammemes


def _is_promise(sentence: Sentence, found: Found, never: Book, both: Book, going_on: Book) -> bool:
    """Whether the verb of a match is in the future and promises a piece of work."""
    head = found.head
    if never.search(sentence, head, head + 1) is not None:
        return False
    if any("NOUN" in p.grammemes and p.case in {"nomn", "accs"} for p in sentence.likely(head)):
        return False  # «объем» is read as a form of «объять» too
    if not any(p.has("VERB", "pres") for p in sentence.readings(head)):
        return True
    # not «вывозим», «проводим»
    return both.search(sentence, head, head + 1) is not None and going_on.search(sentence) is None


def _is_own(sentence: Sentence, found: Found, tells: Book) -> bool:
    """Whether the sender promises it, and waits for nothing."""
    if any(sentence.is_imperative(k) for k in range(found.head)):
        return False  # «пришлите реквизиты, и мы вернём деньги»
    if any(p.has("VERB", "futr", "2per") for k in range(found.head) for p in sentence.readings(k)[:1]):
        return False  # «Вы оформите заявку, мы её проверим»
    who = found.names.get("who")
    if who is not None and sentence.subject(found.head)[1] not in range(*who):
        return False  # «дети школы исполнят»
    clause = sentence.clause(found.head)
    if clause.kind != "content" or clause.parent is None:
        return True
    if {"что", "тем"}.isdisjoint(sentence.norms[k] for k in clause.words[:3]):
        return False  # «сообщаем, когда приедет мастер»
    above = sentence.clauses[clause.parent].words
    return bool(above) and tells.search(sentence, above[0], above[-1] + 1) is not None


def _has_term(letter: Letter, sentence: Sentence, found: Found) -> bool:
    """Whether a term, named or vague, stands in the clause of the promise, or in one that tells of nothing else."""
    if any(clause.kind == "time" and not _goes_on(sentence, clause) for clause in sentence.clauses):
        return True
    if _vague().search(sentence) is not None:
        return True
    own = sentence.clause(found.head)
    near = _between_signs(sentence, found.head)
    for k in terms_of(letter, sentence):
        if sentence.clause(k) is own and (k in near or not _is_over(sentence, k)):
            return True
    return any(clause is not own for clause in _dated_clauses(letter, sentence))


def _is_over(sentence: Sentence, k: int) -> bool:
    """«Подъезд отмыли 4 мая, стены покрасим»: whether a past stands between the signs around a term."""
    words = _between_signs(sentence, k)
    if not _WILL_BE.isdisjoint(sentence.norms[w] for w in words):
        return False
    return any(p.has("past") for w in sentence.finite(words) for p in sentence.likely(w))


def _goes_on(sentence: Sentence, clause: Clause) -> bool:
    """«пока можно выгружать данные» names no moment, «пока не придёт ответ» does."""
    words = [sentence.norms[k] for k in clause.words]
    return "пока" in words[:2] and "не" not in words


def _between_signs(sentence: Sentence, k: int) -> range:
    first, stop = k, k + 1
    while first and not _SIGN.search(sentence.gaps[first]):
        first -= 1
    while stop < len(sentence) and not _SIGN.search(sentence.gaps[stop]):
        stop += 1
    return range(first, stop)


def _asks(sentence: Sentence, words: list[int]) -> bool:
    """«Просим до 5 мая прислать …»: the term is the reader's."""
    for k in words:
        if sentence.is_imperative(k) or any(p.lemma in {"просить", "просьба"} for p in sentence.readings(k)):
            return True
    return False


def _is_dated_beside(letter: Letter, sentence: Sentence, offers: Book, duration: Book) -> bool:
    """Whether the sentence before makes an offer or dates an action of the sender, or the next one tells the term."""
    before = _beside(letter, sentence, sentence.first - 1)
    if before is not None and (offers.search(before) is not None or _dates_action(letter, before)):
        return True
    behind = _beside(letter, sentence, sentence.first + len(sentence))
    return behind is not None and _tells_term(letter, behind, duration)


def _beside(letter: Letter, sentence: Sentence, word: int) -> Sentence | None:
    """The sentence of a word of the letter, if it stands in the same paragraph."""
    starts = letter.analysis.words.starts
    if not 0 <= word < len(starts) or letter.at(starts[word]) is not letter.at(sentence.starts[0]):
        return None
    return letter.analysis.sentence_of(word)


def _names_term(letter: Letter, sentence: Sentence) -> bool:
    return next(terms_of(letter, sentence), None) is not None


def _dates_action(letter: Letter, sentence: Sentence) -> bool:
    return any(says(sentence, clause) == "future" for clause in _dated_clauses(letter, sentence))


def _tells_term(letter: Letter, sentence: Sentence, duration: Book) -> bool:
    """«Срок – 10 рабочих дней», «Это займёт три дня», but not «Просим ответить до 5 мая»."""
    everything = list(range(len(sentence)))
    if _asks(sentence, everything) or (duration.search(sentence) is None and sentence.finite(everything)):
        return False
    return _names_term(letter, sentence)


@cache
def _vague() -> Book:
    return lists_of(data.root() / "language")("vague_terms")
