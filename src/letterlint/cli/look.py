"""How a report looks on this terminal: width, colours, what the console can show."""

from __future__ import annotations

import os
import sys

from letterlint.cli.streams import console_substitute
from letterlint.reports.look import Look

COLOURS = ("auto", "always", "never")
_DEFAULT_WIDTH = 80
_WIDEST = 110  #: longer lines are hard to read
_FILE_WIDTH = 100
#: set by the terminals of Windows that understand ANSI sequences
_WINDOWS_ANSI = ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM")


def for_output(lang: str, colour: str, *, to_file: bool, show_info: bool = False) -> Look:
    """The look for standard output, or for a file: wide, UTF-8, colours only on request."""
    if to_file:
        return Look(lang, _FILE_WIDTH, colour == "always", show_info)
    return Look(lang, _width(), _wants_colour(colour), show_info, console_substitute())


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        found = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # a pipe, a stream without a file, no stream
        return _DEFAULT_WIDTH
    # a full line makes the old Windows console add an empty one
    return min(found - (os.name == "nt"), _WIDEST) if found else _DEFAULT_WIDTH


def _wants_colour(colour: str) -> bool:
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt" and not any(name in os.environ for name in _WINDOWS_ANSI):
        return False
    return sys.stdout is not None and sys.stdout.isatty()
