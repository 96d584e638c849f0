"""The string of marks becomes zones: the cheapest path through a table of evidence and a table of order.

Every mark speaks for or against zones (``_EVIDENCE``); every step from one zone to the next costs something
(``_ORDER``, ``_steps``). The best path is found by Viterbi's algorithm, so that a zone that is missing, doubled or out
of order is still recognised: order is a hint, not a law. Stories without a common order (text boxes, headers, footers)
are read apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import sub

from letterlint.model import Zone
from letterlint.zones import context
from letterlint.zones.atoms import Atom

L, R, A, S, G, T, N, P, X, C, B, O = (  # noqa: E741 - a column each in the tables below
    Zone.LETTERHEAD,
    Zone.REFERENCE,
    Zone.ADDRESSEE,
    Zone.SUBJECT,
    Zone.SALUTATION,
    Zone.BODY,  # running text: preamble, body and conclusion are told apart afterwards
    Zone.ATTACHMENTS,
    Zone.SIGNATURE,
    Zone.EXECUTOR,
    Zone.COPY,
    Zone.APPENDIX,
    Zone.OTHER,
)
_ZONES = (L, R, A, S, G, T, N, P, X, C, B, O)
_INDEX = {zone: number for number, zone in enumerate(_ZONES)}

#: mark -> how much it speaks for a zone
_EVIDENCE: dict[str, dict[Zone, float]] = {
    "salutation": {G: 20},
    "closing": {P: 9, T: -1},
    "number": {R: 9},
    "date": {R: 4, P: 1, L: 0.5},
    "reply line": {R: 7},
    "attachment note": {N: 8},
    "sheets": {N: 3},
    "executor": {X: 8},
    "copy": {C: 13},
    "seal": {P: 8, O: 1},
    "caption": {P: 7},
    "stamp": {P: 7},
    "page number": {O: 8, R: -2},
    "visa": {O: 7},
    "rule": {L: 1, O: 0.5, P: 0.5},
    "subject": {S: 4},
    "subject label": {S: 4},
    "genre": {S: 4, T: -1},
    "appendix head": {B: 5, N: 2},
    "appendix numbered": {B: 2},
    "appendix title": {B: 7},
    "appendix word": {B: 6, N: 7},
    "to": {A: 7},
    "into": {A: 2},
    "from": {L: 9},
    "party": {A: 3},
    "requisites": {L: 4, A: 1, P: 1, T: -1, B: 0.5},
    "contact": {L: 2.5, X: 1, A: 0.5, P: 0.5},
    "phone": {X: 2, L: 1},
    "address": {L: 2.2, A: 2, T: -0.5},
    "organisation": {L: 2, A: 1.7, P: 0.7},
    "position": {A: 0.5, P: 2, L: 0.5, X: 0.3},
    "position datv": {A: 5, P: -2, T: -1},
    "position nomn": {P: 1.5, A: 0.5},
    "name": {A: 1, P: 1, X: 0.8},
    "name datv": {A: 3.5},
    "name nomn": {P: 1},
    "only person": {A: 1, P: 1.5, X: 1},
    "person with position": {P: 3, A: 1},
    "full name": {X: 1.2},
    "blank line": {P: 2, R: 0.5, B: 1},
    "signed": {P: 3},
    "acting": {P: 2},
    "item": {T: 1.5, N: 1, B: 0.5},
    "prose": {T: 4, L: -3, R: -3, A: -4, S: -2, P: -3, X: -3, N: -0.5, B: 1.5},
    "concludes": {T: 2.5},
    "capitals": {L: 1.2, S: 0.5},
    "right": {A: 1.5, B: 1, R: -0.3, X: -1},
    "right cell": {A: 0.4},
    "in table": {L: 0.7, T: 0.7, B: 0.7, N: 0.5},
    "lead-in": {T: 2, B: 0.5},
    "left column": {L: 1},
    "centred": {L: 1, S: 0.7, A: -0.5, X: -1},
    "in header": {L: 5, O: 1},
    "in footer": {L: 2.5, O: 2, X: 2, T: -2},
    "in textbox": {T: -1},
    "page start": {B: 2.5},
    "small": {X: 1.5, L: 0.5, O: 0.5},
    "name, more": {X: 2.5},
    "between prose": {T: 3, B: 3},
    "blank nearby": {P: 2},
    "name due": {P: 3, L: 1},
    "addressee below": {A: 1.2},
    "first organisation": {L: 0.8},
    "foot addressee": {A: 4},
    "addressee due": {A: 3},
    "datv start": {A: 3},
    "name extra": {X: 1.5},
    "name with phone": {X: 3.5},
    "phone below": {X: 2.5},
    "under visa": {O: 12},
}

#: What it costs to begin a zone: a salutation without an opener is hardly one.
_ENTRY: dict[Zone, float] = {L: 0.5, R: 2, A: 1, S: 1.5, N: 2, C: 3, O: 1.5, X: 1.5, P: 1, B: 0.5}
#: What every line of a zone owes that its own marks do not pay.
_DEBT: dict[Zone, float] = {G: 9, O: 1.5, R: 0.5}

_HEAD = (L, R, A, S)
#: What a step costs where the general rule of ``_steps`` does not say it right.
_ORDER: dict[tuple[Zone, Zone], float] = {
    (L, R): 0.2,
    (L, A): 0.3,
    (R, A): 0.2,
    (R, L): 1.2,
    (A, L): 1.5,
    (L, P): 5,
    (R, P): 4,
    (A, P): 3,
    (S, P): 3,
    (G, P): 3,
    (A, R): 0.6,
    (A, S): 0.1,
    (R, S): 0.1,
    (S, A): 0.8,
    (A, C): 0.5,
    (C, A): 1.5,
    (C, S): 0.5,
    (G, T): 0,
    (G, S): 0.5,
    (G, A): 3,
    (G, R): 3,
    (G, L): 4,
    (S, G): 0,
    (A, G): 0,
    (T, N): 0,
    (T, P): 0,
    (T, X): 1.5,
    (N, P): 0,
    (N, X): 1,
    (N, C): 0.5,
    (P, X): 0.2,
    (P, C): 0.3,
    (P, N): 1,
    (X, C): 0.7,
    (C, X): 0.2,
    (C, P): 1,
    (X, P): 2,
    (X, N): 1.5,
    (P, B): 0.5,
    (X, B): 0.2,
    (C, B): 0.5,
    (N, B): 1,
    (T, B): 3,
    (P, T): 4.5,
    (X, T): 4,
    (N, T): 3.5,
    (C, T): 3,
    (T, G): 3,
    (P, A): 3.5,
    (X, A): 3.5,
    (P, R): 2,
    (N, R): 2.5,
    (X, R): 2,
    (P, L): 2.5,
    (X, L): 1.5,
    (T, L): 6,
    (T, S): 6,
    (T, A): 7,
    (T, R): 5,
}


def _steps() -> list[list[float]]:
    """The cost of every step: small forward, large back from the text into the head or out of an appendix."""
    table = []
    for here in _ZONES:
        row = []
        for there in _ZONES:
            if here is there:
                cost = 0.0
            elif (here, there) in _ORDER:
                cost = _ORDER[here, there]
            elif O in (here, there):
                cost = 0.6 if here is O else 6.0 if here is B else 1.0
            elif here is B:
                cost = 10.0 if there is not X else 4.0
            elif there in _HEAD and here not in _HEAD:
                cost = 6.0
            elif _INDEX[there] > _INDEX[here]:
                cost = 0.8
            else:
                cost = 2.5
            row.append(cost if here is there else cost + _ENTRY.get(there, 0.0))
        table.append(row)
    return table


#: By the zone that is entered, then by the one that is left.
_STEPS = list(zip(*_steps(), strict=True))
_PRIOR = [-_DEBT.get(zone, 0.0) for zone in _ZONES]
_START = [{L: 0.0, R: 2.2, O: 2.0, S: 2.0, G: 1.0, T: 2.0, A: 2.2}.get(zone, 8.0) for zone in _ZONES]
_ASIDE = [_ENTRY.get(zone, 0.0) for zone in _ZONES]
#: What it costs more to change the zone inside one block: a writer who means two things begins a new paragraph.
_SAME_BLOCK = 1.8


def zones_of(atoms: Sequence[Atom], *, aside: bool = False) -> list[Zone]:
    """The zones of the atoms of one story, in order; the text is ``BODY`` throughout.

    A story that stands ``aside`` (a text box, a header, a footer) may begin with any zone.
    """
    if not atoms:
        return []
    starts = _ASIDE if aside else _START
    text = context.running_text(atoms)
    scores = [evidence - start for evidence, start in zip(_evidence(atoms, 0, text), starts, strict=True)]
    back: list[list[int]] = []
    for number in range(1, len(atoms)):
        glue = _SAME_BLOCK if atoms[number].block == atoms[number - 1].block else 0.0
        scores, chosen = _advance(scores, _evidence(atoms, number, text), glue)
        back.append(chosen)
    at = max(range(len(_ZONES)), key=scores.__getitem__)
    path = [at]
    for chosen in reversed(back):
        at = chosen[at]
        path.append(at)
    return [_ZONES[number] for number in reversed(path)]


def _advance(scores: list[float], evidence: Sequence[float], glue: float) -> tuple[list[float], list[int]]:
    best, chosen = [], []
    for there, gain in enumerate(evidence):
        arrivals = list(map(sub, scores, _STEPS[there]))
        if glue:
            arrivals = [score - glue for score in arrivals]
            arrivals[there] += glue
        top = max(arrivals)
        best.append(top + gain)
        chosen.append(arrivals.index(top))
    return best, chosen


def _evidence(atoms: Sequence[Atom], number: int, text: range) -> tuple[float, ...]:
    return _of_marks(atoms[number].marks | context.of(atoms, number, text))


@lru_cache(4096)
def _of_marks(marks: frozenset[str]) -> tuple[float, ...]:
    totals = list(_PRIOR)
    for mark in marks:
        for zone, weight in _EVIDENCE.get(mark, {}).items():
            totals[_INDEX[zone]] += weight
    return tuple(totals)
