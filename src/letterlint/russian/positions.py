"""Positions: «Генеральному директору», «Зам. начальника отдела по сбыту», «И.о. директора»; case and rank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from letterlint import data
from letterlint.russian import morphology, ranks
from letterlint.russian.complements import end_of_complements
from letterlint.russian.morphology import Parse, with_capitals_of

_BLANK = r"[ \u00a0\u202f]"
_JOINT = rf"(?:{_BLANK}{{1,3}}|{_BLANK}{{0,3}}\n{_BLANK}{{0,3}})"
#: What may stand before a position: signs, numbering, a label, a form of address.
_LEAD = re.compile(
    r"[\W_]*(?:\d{1,2}[.)][\W_]*)?(?:(?:кому|от кого|от|копия|копии|подписал|владелец|должность)\s?:[\W_]*)?"
    r"(?:(?:г-ну|г-же|г-н|г-жа|господину|госпоже|господин|госпожа|уважаем\w{2,3}|товарищ\w{0,2})[ \u00a0]{1,2})?[«\"(]?",
    re.IGNORECASE,
)
_ACTING = re.compile(
    rf"(?:временно{_JOINT})?исполняющ(?:ий|ая|его|ему|ей|им|ую|ем){_JOINT}(?:обязанности|полномочия)(?!\w)"
    rf"|(?:вр\.?{_BLANK}?)?и\.{_BLANK}?о\.|исп\.{_BLANK}?обяз\.|(?:врио|врип)(?!\w)|ио(?=[ \u00a0])",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    rf"(?:(?:1-й|1-го|1-му|1-ый|перв(?:ый|ая|ого|ому|ой|ым|ую)){_JOINT})?"
    rf"(?:заместител(?:ь|я|ю|ем|е|и|ей|ям|ями|ях|ьница|ьнице)(?!\w)|зам\.|зам(?=[ \u00a0]))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[А-ЯЁа-яё][А-ЯЁа-яё\u00ad]*(?:[-‐‑][А-ЯЁа-яё\u00ad]+)*")
_ORDINAL = re.compile(rf"\d-(?:й|го|му|ый|я){_JOINT}")
_MOST_ADJECTIVES = 4


@dataclass(frozen=True, slots=True)
class Position:
    """A position at the start of a text.

    ``start`` and ``stop`` are its place, complements included («начальнику отдела сбыта»), without the organisation;
    ``text`` as written, ``nominative`` with the head in the nominative and a small first letter. ``case`` is pymorphy's
    name or None (abbreviated, ambiguous), ``gender`` the grammatical gender of the head, ``plural`` whether many are
    meant («руководителям …»). ``level`` is the row of the ladder in ``rules/language/positions.txt`` (7 first person to 1
    staff), None off the ladder. ``acting`` is «И.о.», «врио», ``deputy`` «заместитель», ``abbreviated`` a shortened
    head («зам.», «нач.», «ген. директор»).
    """

    start: int
    stop: int
    text: str
    nominative: str
    case: str | None
    gender: str | None
    level: int | None
    acting: bool = False
    deputy: bool = False
    plural: bool = False
    abbreviated: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """The words that carry the case: (start, stop, reading) each; no reading for abbreviations."""

    words: tuple[tuple[int, int, tuple[Parse, ...]], ...]
    stop: int
    abbreviated: bool


def find_position(text: str) -> Position | None:
    """The position with which ``text`` begins, after signs, numbering and «Кому:», «г-ну»; None where there is none."""
    lead = _LEAD.match(text)
    starts = dict.fromkeys([lead.end() if lead else 0, len(text) - len(text.lstrip())])
    for start in starts:
        position = _position_at(text, start)
        if position:
            return position
    return None


def to_dative(position: str) -> str | None:
    """``position`` with its head words in the dative, everything else untouched; None where they have no such form.

    «Заместитель директора по сбыту» becomes «Заместителю директора по сбыту»; abbreviations stay as they are.
    """
    return _inflected(position, "datv")


def to_nominative(position: str) -> str | None:
    """``position`` with its head words in the nominative, everything else untouched; None as for the dative."""
    return _inflected(position, "nomn")


def _inflected(position: str, case: str) -> str | None:
    start = len(position) - len(position.lstrip())
    head = _head_at(position, start)
    if head is None:
        return None
    changed = _put(position, head, case)
    return changed


def _position_at(text: str, start: int) -> Position | None:
    head = _head_at(text, start)
    if head is None:
        return None
    stop = end_of_complements(text, head.stop)
    readings = [readings for _, _, readings in head.words if readings]
    case, gender, plural = _agreement(readings)
    written = text[start:stop]
    nominative = _put(written, _shifted(head, start), "nomn") or written
    acting = bool(_ACTING.match(text, start))
    return Position(
        start=start,
        stop=stop,
        text=written,
        nominative=_small(nominative),
        case=case,
        gender=gender,
        level=None if plural else ranks.level_of(_small(nominative), text[stop : stop + 40]),
        acting=acting,
        deputy=bool(_DEPUTY.match(text, _ACTING.match(text, start).end() if False else start)),
        plural=plural,
        abbreviated=head.abbreviated,
    )
