"""Text with one kind of blank and one kind of hyphen: as long as the original, so that places stay right.

Patterns over even text need no classes of wide Unicode signs; these made the pattern of phone numbers 6 times as
slow to compile (4.7 ms against 0.8 ms), at every start.
"""

from __future__ import annotations

_EVEN = [(sign, " ") for sign in "\u00a0\u2007\u2009\u202f"] + [(sign, "-") for sign in "\u2010\u2011"]
_DASHES = [(sign, "-") for sign in "\u2012\u2013\u2014\u2212"]


def even(text: str) -> str:
    """``text`` with no-break and thin blanks as blanks, and every kind of hyphen as «-»."""
    for sign, plain in _EVEN:  # ten times as fast as ``str.translate``
        text = text.replace(sign, plain)
    return text


def even_dashes(text: str) -> str:
    """As ``even``, and with dashes as «-» too: people write phone numbers with any of them."""
    text = even(text)
    for sign, plain in _DASHES:
        text = text.replace(sign, plain)
    return text
