"""Refusals that leave the reader without a reason or without another way (standard, 2.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from letterlint.checks.finds import Finds
from letterlint.checks.phrase import matches
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph
from letterlint.model import TEXT_ZONES, Match, Span, Zone
from letterlint.russian import morphology
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book, Found

_IN_REPLY = pattern(r"(?<!\w)на\s*№", re.IGNORECASE)
_EXPLAINS = pattern(r"[:;—–]")
_CONTRASTS = frozenset(["однако", "тем", "вместе", "но", "все-таки"])
_TURNS_AWAY = frozenset(["кроме", "также", "одновременно", "дополнительно", "помимо"])
_OWN_ZONES = (Zone.LETTERHEAD, Zone.SIGNATURE)


class Words(NamedTuple):
    """The books of the page."""

    requests: Book
    outsiders: Book
    bodies: Book
    reports: Book
    reasons: Book
    pretexts: Book
    obstacles: Book
    idle_facts: Book
    ways: Book
    near_ways: Book
    idle_ways: Book


def refusal(letter: Letter, *, refusals: Finds, requests: Book, outsiders: Book, bodies: Book, reports: Book, reasons: Book,
            pretexts: Book, obstacles: Book, idle_facts: Book, ways: Book, near_ways: Book,
            idle_ways: Book) -> Iterator[Match]:  # fmt: skip
    """A match at the first refusal of what the reader asked for that lacks a reason or another way to it.

    Variant ``reason`` or ``way`` says which is missing, no variant that both are. A find with variant ``act`` says who
    refuses: it must be the writer.
    """
    words = Words(requests, outsiders, bodies, reports, reasons, pretexts, obstacles, idle_facts, ways, near_ways, idle_ways)
    found = sorted(matches(letter, refusals), key=lambda match: match[0].starts[match[1].start])
    if not found:
        return
    text = _Text(letter, words)
    explained = False  # «сожалеем, что не можем помочь» at the end repeats a refusal that had its reason
    for sentence, place, number in found:
        if not text.is_asked or not text.is_own(sentence, place, acts=refusals.finds[number].variant == "act"):
            continue
        given = text.has_reason(sentence, place)
        reason = given or (explained and letter.at(sentence.starts[0]).zone is Zone.CONCLUSION)
        explained = explained or given
        way = text.has_way(sentence)
        if not reason or not way:
            span = Span(sentence.starts[place.start], sentence.stops[place.stop - 1])
            yield Match(span, variant="way" if reason else "reason" if way else "")
            return


class _Text:
    """The running text of one letter, as far as its refusals ask."""

    def __init__(self, letter: Letter, words: Words) -> None:
        self._letter = letter
        self._words = words

    @cached_property
    def _paragraphs(self) -> list[list[Sentence]]:
        return [self._sentences(paragraph) for paragraph in self._letter.running_text]

    def _sentences(self, paragraph: Paragraph) -> list[Sentence]:
        return self._letter.analysis.sentences(*paragraph.span)

    @cached_property
    def _own_names(self) -> frozenset[str]:
        """The nouns of letterhead and signature: a bank signs «Директор банка»."""
        analysis = self._letter.analysis
        return frozenset(
            parse.lemma
            for paragraph in self._letter.zone(*_OWN_ZONES)
            for sentence in analysis.sentences(*paragraph.span)
            for word in sentence.norms
            for parse in morphology.parses(word)[:1]
            if "NOUN" in parse.grammemes
        )

    @cached_property
    def is_asked(self) -> bool:
        """Whether the letter answers a wish of the reader."""
        if any(_IN_REPLY.search(paragraph.text) for paragraph in self._letter.zone(Zone.REFERENCE)):
            return True
        return any(self._words.requests.search(sentence) for part in self._paragraphs for sentence in part)

    # -- who refuses ----------------------------------------------------------------------------------------------

    def is_own(self, sentence: Sentence, found: Found, *, acts: bool) -> bool:
        """Whether the writer refuses: not a court, not somebody whose words are told."""
        if "content" in sentence.contexts(found.head) and self._words.reports.search(sentence):
            return False
        if acts:
            who, subject = sentence.subject(found.head)
            return who == "sender" or (who == "none" and sentence.reading(found.head, "VERB") is None) or (
                who in {"third", "sender_thing"} and subject is not None and self._is_own_body(sentence, subject)
            )
        before = self._neighbours(sentence)[0]
        names_reader = any(sentence.norms[k].startswith(("вам", "вас", "ваш")) for k in range(len(sentence)))
        told = [sentence] if before is None or names_reader else [sentence, before]
        return not any(self._names_outsider(one) for one in told)

    def _is_own_body(self, sentence: Sentence, k: int) -> bool:
        """«правление», «дирекция музея», «банк» in a bank's letter; not «сетевая компания», «банк отказал нам»."""
        lemmas = {parse.lemma for parse in sentence.readings(k)}
        if lemmas & self._own_names:
            return True
        adjective = k > 0 and sentence.adjoins(k) and bool(sentence.grammemes(k - 1) & {"ADJF", "PRTF"})
        is_body = self._words.bodies.search(sentence, k, k + 1) is not None
        return is_body and not self._names_outsider(sentence) and (not adjective or sentence.norms[k - 1].startswith(("наш", "организационн")))

    def _names_outsider(self, sentence: Sentence) -> bool:
        return any(
            sentence.readings(found.start)[0].lemma not in self._own_names
            for found in _all(self._words.outsiders, sentence)
            if sentence.readings(found.start)
        )

    # -- why, and what else ---------------------------------------------------------------------------------------

    def _neighbours(self, sentence: Sentence) -> tuple[Sentence | None, Sentence | None]:
        text = [other for part in self._paragraphs for other in part]
        here = next(n for n, other in enumerate(text) if other.first == sentence.first)
        return text[here - 1] if here else None, text[here + 1] if here + 1 < len(text) else None

    def _number(self, sentence: Sentence) -> int:
        return next(n for n, part in enumerate(self._paragraphs) if any(s.first == sentence.first for s in part))

    def has_reason(self, sentence: Sentence, found: Found) -> bool:
        """Whether the refusal is explained: by a word of reason or an obstacle near it, by a fact right beside it."""
        if self._explains_itself(sentence, found):
            return True
        if self._words.obstacles.search(sentence, found.stop) is not None:
            return True
        number = self._number(sentence)
        for part in self._paragraphs[max(0, number - 1) : number + 2]:
            for other in part:
                if self._gives_reason(other) or (other.first != sentence.first and self._names_obstacle(other)):
                    return True
        before, after = self._neighbours(sentence)
        if before is not None and sentence.norms[0] not in _CONTRASTS and self._is_fact(before, range(len(before))):
            return True
        return after is not None and self._is_fact(after, range(len(after)))

    def _gives_reason(self, sentence: Sentence) -> bool:
        empty = {found.start for found in _all(self._words.pretexts, sentence)}
        return any(found.start not in empty for found in _all(self._words.reasons, sentence))

    def _names_obstacle(self, sentence: Sentence) -> bool:
        return (
            self._words.obstacles.search(sentence) is not None
            and self._words.idle_facts.search(sentence) is None
            and not sentence.is_question
        )

    def _explains_itself(self, sentence: Sentence, found: Found) -> bool:
        """«Отказываем: машины заняты», «подлинники хранит больница, и выдать их не вправе»."""
        for k in range(found.stop, len(sentence)):
            if _EXPLAINS.search(sentence.gaps[k]) and self._is_fact(sentence, range(k, len(sentence))):
                return True
        number = sentence.clauses.index(sentence.clause(found.head))
        above = set()
        parent: int | None = number
        while parent is not None:
            above.add(parent)
            parent = sentence.clauses[parent].parent
        return any(
            n not in above and clause.kind in {"main", "cause"} and clause.words
            and self._is_fact(sentence, clause.words)
            for n, clause in enumerate(sentence.clauses)
        )

    def _is_fact(self, sentence: Sentence, words: range | list[int]) -> bool:
        """Whether words tell what is so of others than the two of us, or what we do not do."""
        first, last = words[0], words[-1] + 1
        books = self._words
        if sentence.is_question or books.idle_facts.search(sentence, first, last):
            return False
        if self._offers(sentence, (books.ways, books.near_ways), first, last):
            return False
        return any(self._states(sentence, k) for k in sentence.finite(words))

    def _states(self, sentence: Sentence, k: int) -> bool:
        grammemes = sentence.grammemes(k)
        if "impr" in grammemes:
            return False
        return bool(grammemes & {"VERB", "PRTS", "ADJS", "PRED"}) and ("1per" not in grammemes or sentence.is_negated(k))

    def has_way(self, sentence: Sentence) -> bool:
        """Whether the letter offers something else: an offer anywhere, what may be one only near the refusal."""
        books = self._words
        if any(self._offers(other, (books.ways,)) for part in self._paragraphs for other in part):
            return True
        number = self._number(sentence)
        near = [*self._paragraphs[number]]
        for part in self._paragraphs[number + 1 : number + 2]:
            near += [other for other in part[:1] if other.norms[0] not in _TURNS_AWAY]
        return any(self._offers(other, (books.near_ways,)) for other in near)

    def _offers(self, sentence: Sentence, books: tuple[Book, ...], first: int = 0, last: int | None = None) -> bool:
        if self._words.idle_ways.search(sentence, first, last):
            return False
        return any(
            not sentence.is_negated(found.start) and not sentence.is_negated(found.head)
            for book in books
            for found in _all(book, sentence, first, last)
        )


def _all(book: Book, sentence: Sentence, first: int = 0, last: int | None = None) -> Iterator[Found]:
    found = book.search(sentence, first, last)
    while found is not None:
        yield found
        found = book.search(sentence, found.start + 1, last)
