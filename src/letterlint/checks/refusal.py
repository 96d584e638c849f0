"""Refusals that leave the reader without a reason or without another way (standard, 2.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from letterlint.checks.finds import Finds
from letterlint.checks.phrase import matches
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph
from letterlint.model import Match, Span, Zone
from letterlint.russian.clauses import Sentence, bodies
from letterlint.russian.patterns import Book, Found

_IN_REPLY = pattern(r"(?<!\w)на\s*№", re.IGNORECASE)
_EXPLAINS = pattern(r"[:;—–]")
#: «Тем не менее», «Вместе с тем», «Однако»: what stands before is no reason.
_CONTRASTS = frozenset(["однако", "тем", "вместе", "но", "все-таки"])
#: «Кроме того, …»: a paragraph about something else.
_TURNS_AWAY = frozenset(["кроме", "также", "одновременно", "дополнительно", "помимо"])
#: The sender's own names: a bank signs «Директор банка».
_OWN_ZONES = (Zone.LETTERHEAD, Zone.SIGNATURE)
_READER = ("вам", "вас", "ваш")


class Words(NamedTuple):
    """What the page says: each setting of :func:`refusal` but the refusals themselves."""

    requests: Book
    attending: Book
    outsiders: Book
    bodies: Book
    organs: Book
    reports: Book
    reasons: Book
    pretexts: Book
    obstacles: Book
    idle_facts: Book
    ways: Book
    near_ways: Book
    idle_ways: Book


def refusal(  # noqa: PLR0913 - each is a list on the page
    letter: Letter,
    *,
    refusals: Finds,
    requests: Book,
    attending: Book,
    outsiders: Book,
    bodies: Book,
    organs: Book,
    reports: Book,
    reasons: Book,
    pretexts: Book,
    obstacles: Book,
    idle_facts: Book,
    ways: Book,
    near_ways: Book,
    idle_ways: Book,
) -> Iterator[Match]:
    """A match at the first refusal of what the reader asked for that lacks a reason or another way to it.

    Variant ``reason`` or ``way`` says which is missing, ``both`` that both are. A find with variant ``act`` says who
    refuses, and that must be the writer.
    """
    found = sorted(matches(letter, refusals), key=lambda match: match[0].starts[match[1].start])
    if not found:
        return
    near = letter.text_around(found[0][0].starts[0])
    stop = near[-1].span.stop if near else 0
    found = [match for match in found if match[0].starts[0] < stop]
    text = _Text(
        letter,
        near,
        Words(
            requests, attending, outsiders, bodies, organs, reports, reasons, pretexts, obstacles, idle_facts, ways,
            near_ways, idle_ways,
        ),
    )  # fmt: skip
    if not text.is_asked:
        return
    explained = False  # «сожалеем, что не можем помочь» in the conclusion repeats a refusal that had its reason
    for sentence, place, number in found:
        if not text.is_own(sentence, place, acts=refusals.finds[number].variant == "act"):
            continue
        given = text.has_reason(sentence, place)
        reason = given or (explained and letter.at(sentence.starts[0]).zone is Zone.CONCLUSION)
        explained = explained or given
        way = text.has_way(sentence)
        if not (reason and way):
            span = Span(sentence.starts[place.start], sentence.stops[place.stop - 1])
            yield Match(span, variant="way" if reason else "reason" if way else "both")
            return


class _Told(NamedTuple):
    """What one sentence holds, asked once: every refusal of a letter asks again."""

    paragraph: int
    place: int
    reason: bool
    obstacle: bool
    near_way: bool


class _Text:
    """The running text of one letter, as far as its refusals ask."""

    def __init__(self, letter: Letter, near: Sequence[Paragraph], words: Words) -> None:
        self._letter = letter
        self._near = near
        self._words = words

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return [s for p in self._near for s in self._letter.analysis.sentences(*p.span)]

    @cached_property
    def _told(self) -> dict[int, _Told]:
        """Number of the first word of a sentence -> what it holds."""
        paragraphs = {p.index: number for number, p in enumerate(self._near)}
        return {
            sentence.first: _Told(
                paragraphs[self._letter.at(sentence.starts[0]).index],
                place,
                self._gives_reason(sentence),
                self._names_obstacle(sentence),
                self._offers(sentence, (self._words.near_ways,)),
            )
            for place, sentence in enumerate(self._sentences)
        }

    @cached_property
    def _paragraphs(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self._sentences:
            found.setdefault(self._told[sentence.first].paragraph, []).append(sentence)
        return found

    @cached_property
    def _reasons(self) -> dict[int, tuple[bool, list[int]]]:
        """Paragraph -> whether it gives a reason, and the first two sentences of it that name an obstacle."""
        return {
            number: (
                any(self._told[s.first].reason for s in part),
                [s.first for s in part if self._told[s.first].obstacle][:2],
            )
            for number, part in self._paragraphs.items()
        }

    @cached_property
    def is_asked(self) -> bool:
        """Whether the letter answers a wish of the reader."""
        if any(_IN_REPLY.search(paragraph.text) for paragraph in self._letter.zone(Zone.REFERENCE)):
            return True
        return any(self._words.requests.search(sentence) for sentence in self._sentences)

    # -- who refuses ----------------------------------------------------------------------------------------------

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return frozenset(
            reading.lemma
            for paragraph in self._letter.zone(*_OWN_ZONES)
            for sentence in self._letter.analysis.sentences(*paragraph.span)
            for k in range(len(sentence))
            for reading in sentence.readings(k)[:1]
            if "NOUN" in reading.grammemes
        )

    def is_own(self, sentence: Sentence, found: Found, *, acts: bool) -> bool:
        """Whether the writer refuses: not a court, and not somebody whose words are told."""
        if "content" in sentence.contexts(found.head) and self._words.reports.search(sentence):
            return False
        if acts:
            who, subject = sentence.subject(found.head)
            if who == "none":
                return sentence.reading(found.head, "VERB") is None
            past = sentence.reading(found.head, "past") is not None
            return who == "sender" or (
                subject is not None and who != "reader" and self._is_own_body(sentence, subject, past=past)
            )
        place = self._told[sentence.first].place
        told = [sentence]
        if place and not any(norm.startswith(_READER) for norm in sentence.norms):
            told.append(self._sentences[place - 1])
        return not any(self._names_outsider(one) for one in told)

    def _is_own_body(self, sentence: Sentence, k: int, *, past: bool) -> bool:
        """«правление», «дирекция музея», «банк» in a bank's letter; not «сетевая компания», «банк отказал»."""
        lemmas = {parse.lemma for parse in sentence.readings(k)}
        if lemmas & self._own_names:
            return True
        book = self._words.organs if past else self._words.bodies
        is_body = bool(book.search(sentence, k, k + 1)) or (not past and not lemmas.isdisjoint(bodies()))
        if not is_body or any(found.start <= k < found.stop for found in _all(self._words.outsiders, sentence)):
            return False
        described = k > 0 and sentence.adjoins(k) and bool(sentence.grammemes(k - 1) & {"ADJF", "PRTF"})
        return not described or sentence.norms[k - 1].startswith(("наш", "организационн"))

    def _names_outsider(self, sentence: Sentence) -> bool:
        return any(
            self._own_names.isdisjoint(parse.lemma for parse in sentence.readings(found.start))
            for found in _all(self._words.outsiders, sentence)
        )

    # -- why ------------------------------------------------------------------------------------------------------

    def has_reason(self, sentence: Sentence, found: Found) -> bool:
        """Whether the refusal is explained: by words of reason or an obstacle near it, by a fact right beside it."""
        if self._explains_itself(sentence, found):
            return True
        told = self._told[sentence.first]
        for number in (told.paragraph - 1, told.paragraph, told.paragraph + 1):
            reason, obstacles = self._reasons.get(number, (False, []))
            if reason or any(first != sentence.first for first in obstacles):
                return True
        beside = self._sentences[told.place + 1 : told.place + 2]
        if told.place and sentence.norms[0] not in _CONTRASTS:
            beside.append(self._sentences[told.place - 1])
        return any(self._is_fact(one, range(len(one))) for one in beside)

    def _gives_reason(self, sentence: Sentence) -> bool:
        empty = {found.start for found in _all(self._words.pretexts, sentence)}
        return any(found.start not in empty for found in _all(self._words.reasons, sentence))

    def _names_obstacle(self, sentence: Sentence) -> bool:
        words = self._words
        return (
            not sentence.is_question
            and bool(words.obstacles.search(sentence))
            and not words.idle_facts.search(sentence)
        )

    def _explains_itself(self, sentence: Sentence, found: Found) -> bool:
        """«Отказываем: машины заняты», «подлинники хранит больница, и выдать их не вправе»."""
        if self._words.obstacles.search(sentence, found.stop) is not None:
            return True
        signs = [k for k in range(found.stop, len(sentence)) if _EXPLAINS.search(sentence.gaps[k])]
        if signs and not self._is_idle(sentence, signs[0]):
            return True
        above: set[int] = set()
        number: int | None = sentence.clauses.index(sentence.clause(found.head))
        while number is not None:
            above.add(number)
            number = sentence.clauses[number].parent
        return any(
            self._is_fact(sentence, clause.words)
            for number, clause in enumerate(sentence.clauses)
            if number not in above and clause.words and clause.kind in {"main", "cause"}
        )

    def _is_fact(self, sentence: Sentence, words: Sequence[int]) -> bool:
        """Whether ``words`` tell how things are, or what the writer does not do; not how the request was looked at."""
        if sentence.is_question or self._is_idle(sentence, words[0], words[-1] + 1):
            return False
        return any(_states(sentence, k) for k in sentence.finite(words))

    def _is_idle(self, sentence: Sentence, first: int, last: int | None = None) -> bool:
        """Whether words offer something, are a courtesy or tell that the request was looked at: no reason."""
        words = self._words
        if any(book.search(sentence, first, last) for book in (words.idle_facts, words.idle_ways)):
            return True
        return self._offers(sentence, (words.ways, words.near_ways), first, last)

    # -- what else ------------------------------------------------------------------------------------------------

    @cached_property
    def _has_offer(self) -> bool:
        return any(self._offers(sentence, (self._words.ways,)) for sentence in self._sentences)

    def has_way(self, sentence: Sentence) -> bool:
        """Whether the letter offers something else: an offer anywhere, or near the refusal what may be one only there.

        Who cannot come to a feast owes a reason only.
        """
        if self._has_offer or self._words.attending.search(sentence):
            return True
        return self._told[sentence.first].paragraph in self._near_offers

    @cached_property
    def _near_offers(self) -> frozenset[int]:
        """The paragraphs with a way in them or in the first sentence below."""
        found: set[int] = set()
        for number, part in self._paragraphs.items():
            if any(self._told[sentence.first].near_way for sentence in part):
                found.add(number)
            if self._told[part[0].first].near_way and part[0].norms[0] not in _TURNS_AWAY:
                found.add(number - 1)
        return frozenset(found)

    def _offers(self, sentence: Sentence, books: Sequence[Book], first: int = 0, last: int | None = None) -> bool:
        if self._words.idle_ways.search(sentence, first, last):
            return False
        return any(
            not sentence.is_negated(found.start) and not sentence.is_negated(found.head)
            for book in books
            for found in _all(book, sentence, first, last)
        )


def _states(sentence: Sentence, k: int) -> bool:
    grammemes = sentence.grammemes(k)
    if "impr" in grammemes or not grammemes & {"VERB", "PRTS", "ADJS", "PRED"}:
        return False
    return "1per" not in grammemes or sentence.is_negated(k)


def _all(book: Book, sentence: Sentence, first: int = 0, last: int | None = None) -> Iterator[Found]:
    found = book.search(sentence, first, last)
    while found is not None:
        yield found
        found = book.search(sentence, found.start + 1, last)
