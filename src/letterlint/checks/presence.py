"""A zone that a letter must have and has not."""

from collections.abc import Iterator

from letterlint.letter import Letter
from letterlint.model import Match, Zone


def presence(letter: Letter, *, zone: Zone) -> Iterator[Match]:
    """One match where ``zone`` is missing, at the place where it should stand.

    Silent where the zone stands elsewhere: STR005 speaks about its order.
    """
    missing = Zone(zone)
    if letter.first(missing) is None:
        yield Match(paragraph=letter.place_for(missing))
