"""What a Word file may cost: sizes, counts and time, and the account that is kept while reading."""

from time import perf_counter
from typing import NamedTuple

from letterlint.errors import ReadError

_MIB = 1024 * 1024

#: A page in characters: the clock is wound up by so many read characters.
PAGE_CHARACTERS = 1800


class Limits(NamedTuple):
    """Upper bounds of one file. Sizes in bytes, times in seconds.

    The defaults lie well above what 1 025 public Word files need: 291 members, 12.6 MB in one XML part, 15.3 MB in
    all of them, a packing ratio of 40 for XML.
    """

    file_bytes: int = 32 * _MIB
    entries: int = 5_000
    part_bytes: int = 16 * _MIB
    xml_bytes: int = 64 * _MIB
    ratio: int = 200
    ratio_from: int = _MIB  #: smaller parts may be packed as tightly as they like
    paragraphs: int = 100_000
    runs: int = 20_000  #: in one paragraph
    seconds: float = 10.0
    page_seconds: float = 0.05  #: added for every page of 1 800 characters

    def too_many_paragraphs(self) -> ReadError:
        """The refusal of a document with more paragraphs than ``paragraphs``."""
        most = self.paragraphs
        return ReadError(f"слишком много абзацев: больше {most}", f"too many paragraphs: more than {most}", "limit")


DEFAULT_LIMITS = Limits()


class Budget:
    """The running account of one file; every method raises ``ReadError`` of kind ``limit`` when a bound is passed."""

    __slots__ = ("_characters", "_limits", "_paragraphs", "_started")

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._started = perf_counter()
        self._characters = 0
        self._paragraphs = 0

    def paragraph(self) -> None:
        """Count one paragraph; look at the clock now and then."""
        self._paragraphs += 1
        if self._paragraphs > self._limits.paragraphs:
            raise self._limits.too_many_paragraphs()
        if not self._paragraphs % 64:
            self.clock()

    def characters(self, count: int) -> None:
        """Wind the clock up by the characters of one paragraph."""
        self._characters += count

    def runs(self, count: int) -> None:
        """Judge the number of runs seen so far in one paragraph."""
        if count > self._limits.runs:
            raise ReadError(
                f"слишком сложный абзац: больше {self._limits.runs} фрагментов",
                f"a paragraph with more than {self._limits.runs} runs",
                "limit",
            )
        if not count % 1024:
            self.clock()

    def clock(self) -> None:
        """Judge the time spent so far."""
        allowed = self._limits.seconds + self._limits.page_seconds * self._characters / PAGE_CHARACTERS
        if perf_counter() - self._started > allowed:
            raise ReadError("чтение заняло слишком много времени", "reading took too long", "limit")
