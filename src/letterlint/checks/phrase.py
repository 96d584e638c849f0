"""The general kind of check: phrases that a page names, under conditions that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from letterlint.checks.claims import is_claim
from letterlint.checks.finds import Find, Finds, lists_of
from letterlint.checks.quotes import is_quoted
from letterlint.checks.textshape import begins_small, is_marked
from letterlint.lazy import pattern
from letterlint.letter import Letter, Paragraph
from letterlint.model import TEXT_ZONES, Match, Safety, Severity, Span, TextEdit, Zone
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book, Found
from letterlint.russian.replacing import replacement

_QUOTED = frozenset({"quotation"})
_OWN = frozenset[str]()
#: What a claim leans on: a clause, a date, a document (catalogue, head).
_GROUND = pattern(r"\d|№|договор|контракт|соглашени|срок|пункт|(?<!\w)акт", re.IGNORECASE)
#: Words between a predicate and its «Вы» that are underlined with it: «Вы также обязаны».
_NEAR = 2
#: The marker of an item and its blanks are no longer: «12.3) ».
_MARKER = 8
#: So far beside a match the words that take it out may begin.
_BESIDE = 6


_NONE = Book((), lists_of(Path()))


def phrase(  # noqa: PLR0913 - the keys of a page
    letter: Letter,
    *,
    find: Finds,
    add: Book = _NONE,
    remove: Book = _NONE,
    zones: Sequence[Zone] = (),
    per: Literal["clause", "sentence", "phrase"] = "clause",
) -> Iterator[Match]:
    """A match for each phrase that ``find`` names, under its conditions.

    Of several in one clause the find that stands first on the page speaks alone; ``per`` makes it one in a
    ``sentence`` or every ``phrase``. ``add`` are further patterns without conditions, ``remove`` such as make a match
    innocent when they stand in its words or beside it. ``zones`` are those looked at: preamble, body and conclusion
    where none are named.
    """
    wanted = frozenset(zones) or TEXT_ZONES
    seen: dict[tuple[int, int], tuple[int, Match]] = {}
    for sentence, found, number in matches(letter, find, wanted, add):
        if remove.entries and _is_removed(remove, sentence, found):
            continue
        marked = found.names.get("mark", (found.start, found.stop))[0]
        inside = {"clause": id(sentence.clause(found.head)), "sentence": 0, "phrase": marked}[per]
        place = (sentence.first, inside)
        earlier = seen.get(place)
        if earlier is None or (per == "clause" and number < earlier[0]):
            seen[place] = (number, _match(letter, sentence, found, _find(find, number)))
    yield from (match for _, match in sorted(seen.values(), key=lambda pair: pair[1].span or Span(0, 0)))


def matches(
    letter: Letter, find: Finds, zones: frozenset[Zone] = TEXT_ZONES, add: Book = _NONE
) -> Iterator[tuple[Sentence, Found, int]]:
    """Every match of ``find`` in ``zones`` whose conditions hold: its sentence, its words, the number of its find.

    The patterns of ``add`` are numbered on from those of ``find``.
    """
    words, count = letter.analysis.words, len(find.book.entries)
    more = [(word, count + number) for word, number in add.candidates(words)] if add.entries else []
    for word, number in [*find.book.candidates(words), *more]:
        paragraph = letter.at(letter.analysis.words.starts[word])
        if paragraph.zone not in zones:
            continue
        sentence = letter.analysis.sentence_of(word)
        book, entry = (find.book, number) if number < count else (add, number - count)
        found = book.pattern(entry).around(sentence, word - sentence.first)
        if found is None:
            continue
        wish = _find(find, number)
        quoted = is_quoted(paragraph.text, sentence.starts[found.start] - paragraph.span.start)
        if wish.holds(sentence, found, _QUOTED if quoted else _OWN) and not (
            wish.first and is_governed(letter, paragraph, sentence, found)
        ):
            yield sentence, found, number


def _find(find: Finds, number: int) -> Find:
    return find.finds[number] if number < len(find.book.entries) else Find("")


def _is_removed(remove: Book, sentence: Sentence, found: Found) -> bool:
    near = remove.search(sentence, max(0, found.start - _BESIDE), min(len(sentence), found.stop + _BESIDE))
    return near is not None and near.start <= found.stop and found.start <= near.stop


def is_governed(letter: Letter, paragraph: Paragraph, sentence: Sentence, found: Found) -> bool:
    """Whether a paragraph is an item of a list, so that its infinitives belong to what leads the list in."""
    if (
        not paragraph.index
        or sentence.starts[0] > paragraph.span.start + _MARKER
        or sentence.predicates(range(found.start))
    ):
        return False
    above = letter.paragraphs[paragraph.index - 1].text.rstrip()
    return above.endswith((":", ";", ",")) or (
        (is_marked(paragraph) or begins_small(paragraph)) and not above.endswith(".")
    )


def _match(letter: Letter, sentence: Sentence, found: Found, find: Find) -> Match:
    first, stop = found.names.get("mark", (found.start, found.stop))
    span = Span(sentence.starts[first], sentence.stops[stop - 1])
    words = {
        name: letter.text[sentence.starts[a] : sentence.stops[b - 1]] for name, (a, b) in found.names.items() if b > a
    }
    instead = replacement(find.replace, sentence, found) if find.replace else None
    edits = (TextEdit(span, instead),) if instead is not None and letter.at(span.start).block.editable else ()
    severity = find.severity
    if find.in_claim and is_claim(letter) and _GROUND.search(letter.text, sentence.starts[0], sentence.stops[-1]):
        severity = find.in_claim
    return Match(
        span if find.replace else _with_subject(sentence, found, find),
        edits=edits,
        words={"replacement": instead or "", **words},
        variant=find.variant,
        severity=Severity(severity) if severity else None,
        safety=Safety(find.safety) if find.safety else None,
    )


def _with_subject(sentence: Sentence, found: Found, find: Find) -> Span:
    """The words of a match, or what it names «mark», with the «Вы» or «Вам» beside them."""
    first, stop = found.names.get("mark", (found.start, found.stop))
    last = stop - 1
    subject = sentence.subject(found.head)[1] if find.subject else None
    if subject is not None and sentence.norms[subject] in {"вы", "вам"}:
        if first - _NEAR <= subject < first and all(sentence.adjoins(k) for k in range(subject + 1, first + 1)):
            first = subject
        elif last < subject <= last + _NEAR:
            last = subject
    return Span(sentence.starts[first], sentence.stops[last])
