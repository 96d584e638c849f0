"""What the caller wants a text to look like."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from letterlint.reports.cells import Substitute


class Look(NamedTuple):
    """How the report is to look.

    ``width`` in cells; ``colour`` asks for ANSI colours; ``show_info`` lists every info finding instead of a line per
    rule; ``substitute`` tells what the console shows for a character it may lack.
    """

    lang: str = "ru"
    width: int = 80
    colour: bool = False
    show_info: bool = False
    substitute: "Substitute" = str
