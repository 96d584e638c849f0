"""Positions: «Генеральному директору», «Зам. начальника отдела по сбыту», «И.о. директора»; their case and rank."""

import re
from functools import lru_cache
from typing import NamedTuple

from letterlint.lazy import pattern
from letterlint.russian import positionforms
from letterlint.russian.evenness import even
from letterlint.russian.positionhead import Head, head_at
from letterlint.russian.ranks import level_of

__all__ = ["Position", "find_position", "level_of", "to_dative", "to_nominative"]

#: What may stand before a position: signs, numbering, a label, a form of address.
_LEAD = pattern(
    r"[\W_]{0,40}(?:\d{1,2}[.)][\W_]{0,9})?(?:(?:кому|от кого|копия|копии|подписал|владелец|должность)\s?:[\W_]{0,9})?"
    r"(?:(?:за|г-ну|г-же|г-н|г-жа|господину|госпоже|господин|госпожа|уважаем[а-ё]{2,3}|товарищу?)[ \u00a0]{1,2})?",
    re.IGNORECASE,
)
#: How much of what follows a position is looked at for its rank («Председателю | ТСЖ «Уют»»).
_ORGANISATION = 60


class Position(NamedTuple):
    """A position at the start of a text.

    ``start`` and ``stop`` are its place, complements included («начальнику отдела сбыта»), without the organisation;
    ``text`` as written, ``nominative`` with the head in the nominative and a small first letter. ``case`` is pymorphy's
    name, or None where it is shortened or the form does not tell; ``gender`` the grammatical gender of the head;
    ``plural`` whether many are meant («руководителям …»). ``level`` is the row of the ladder in
    ``rules/language/positions.txt`` (7 first person to 1 staff), None off the ladder. ``acting`` is «И.о.», «врио»;
    ``deputy`` «заместитель»; ``abbreviated`` a shortened head («зам.», «нач.», «ген. директор»).
    """

    start: int
    stop: int
    text: str
    nominative: str
    case: str | None = None
    gender: str | None = None
    level: int | None = None
    acting: bool = False
    deputy: bool = False
    plural: bool = False
    abbreviated: bool = False


@lru_cache(maxsize=1_000)
def find_position(text: str, *, expected_case: str | None = None) -> Position | None:
    """The position with which ``text`` begins, after signs, numbering, «Кому:» and «г-ну»; None where there is none.

    ``expected_case`` decides between cases that look alike («заведующей»).
    """
    level = even(text)
    lead = _LEAD.match(level)
    for start in dict.fromkeys((lead.end() if lead else 0, len(level) - len(level.lstrip()))):
        head = head_at(level, start)
        if head:
            found = _position(level, start, head, expected_case)
            if found.plural and found.case == "gent" and found.text.endswith(("ов", "ев", "ёв")):
                return None  # «Столяров», «Кузнецов»: surnames; nobody is addressed or signs as «of the joiners»
            return found._replace(text=text[found.start : found.stop])
    return None


def to_dative(position: str) -> str | None:
    """``position`` with its head words in the dative and everything else untouched; None where it is no position.

    «Заместитель директора по сбыту» becomes «Заместителю директора по сбыту»; shortened words stay as they are.
    """
    return positionforms.put(position, "datv")


def to_nominative(position: str) -> str | None:
    """``position`` with its head words in the nominative, everything else untouched; None where it is no position."""
    return positionforms.put(position, "nomn")


def _position(text: str, start: int, head: Head, expected: str | None) -> Position:
    groups, stop = positionforms.whole(text, head)
    case, number, gender = positionforms.agreement(head.words, expected)
    nominative = positionforms.nominative(text, start, stop, groups, expected)
    plural = number == "plur"
    return Position(
        start=start,
        stop=stop,
        text=text[start:stop],
        nominative=nominative,
        case=case,
        gender=gender,
        level=None if plural else level_of(nominative, text[stop : stop + _ORGANISATION]),
        acting=head.acting,
        deputy=head.deputy,
        plural=plural,
        abbreviated=head.abbreviated,
    )
