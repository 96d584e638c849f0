"""The values that travel through the house: places, edits, findings, failures. All frozen, no I/O.

They are named tuples: a frozen dataclass with slots costs 7 times as much to define (1.4 ms against 0.2 ms), at every
start.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Severity(StrEnum):
    """How grave an offence is; :attr:`weight` orders them, ``error`` being the gravest."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for an advice."""
        return _WEIGHTS[self]


_WEIGHTS = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}


class Safety(StrEnum):
    """What a fix promises: ``safe`` is applied, ``unsafe`` only on request, ``hint`` never."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    HINT = "hint"


class Kind(StrEnum):
    """A letter on paper (``doc``) or an e-mail message (``mail``)."""

    DOC = "doc"
    MAIL = "mail"


class Zone(StrEnum):
    """The parts of a letter, as the contract names them."""

    LETTERHEAD = "letterhead"
    REFERENCE = "reference"
    ADDRESSEE = "addressee"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    PREAMBLE = "preamble"
    BODY = "body"
    CONCLUSION = "conclusion"
    ATTACHMENTS = "attachments"
    SIGNATURE = "signature"
    EXECUTOR = "executor"
    COPY = "copy"
    APPENDIX = "appendix"
    QUOTE = "quote"
    OTHER = "other"


#: The zones that hold the letter's own running text (standard, 2.5.9.2-2.5.9.4).
TEXT_ZONES = frozenset({Zone.PREAMBLE, Zone.BODY, Zone.CONCLUSION})


class Span(NamedTuple):
    """A half-open place in ``Letter.text``, in code points: the only coordinate inside the house."""

    start: int
    stop: int


class TextEdit(NamedTuple):
    """Replace the words at ``span`` (inside one paragraph) by ``text``."""

    span: Span
    text: str


class StyleEdit(NamedTuple):
    """Set a formatting ``property`` of one paragraph, or of the words at ``span`` within it.

    ``property`` is one of ``alignment``, ``font``, ``size`` (points), ``indent`` (mm), ``page_break_before``,
    ``line_spacing`` (lines); ``span`` None means the whole paragraph.
    """

    paragraph: int
    property: str
    value: str | float | bool
    span: Span | None = None


class InsertParagraph(NamedTuple):
    """Insert ``text`` as a paragraph before paragraph ``before``, formatted like paragraph ``like``."""

    before: int
    text: str
    like: int | None = None


class DeleteParagraph(NamedTuple):
    """Delete paragraph ``paragraph``."""

    paragraph: int


class PageEdit(NamedTuple):
    """Set a property of the page, such as ``margin_left`` (mm), in section ``section``."""

    section: int
    property: str
    value: str | float


#: The closed set of edits; what a source cannot write is a ``FixError``, never a guess.
Edit = TextEdit | StyleEdit | InsertParagraph | DeleteParagraph | PageEdit


class Fix(NamedTuple):
    """Edits that stand or fall together, with what they promise."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


class Match(NamedTuple):
    """What a check found.

    ``span`` is the smallest place a person would underline; None where something is missing or the
    whole letter or a formatting is meant: then ``paragraph`` says near which paragraph. ``words`` fill
    the placeholders of the rule's message; ``variant`` picks one of its other wordings. ``severity`` and
    ``safety`` may only lower what the rule says. ``suggestion`` overrides the rule's own advice.
    """

    span: Span | None = None
    paragraph: int | None = None
    edits: tuple[Edit, ...] = ()
    words: Mapping[str, str] = MappingProxyType({})
    variant: str = ""
    severity: Severity | None = None
    safety: Safety | None = None
    suggestion: str | None = None


class Finding(NamedTuple):
    """A match after its rule has spoken: one offence, in words for people."""

    code: str
    name: str
    clauses: tuple[str, ...]
    severity: Severity
    message: str
    suggestion: str
    zone: Zone | None = None
    paragraph: int | None = None
    span: Span | None = None
    header: str | None = None
    attachment: str | None = None
    fix: Fix | None = None


class Failure(NamedTuple):
    """Something did not work; never disguised as a finding, never exit status 0.

    ``kind`` is one of ``unreadable``, ``rule``, ``part``, ``limit``, ``fix``, ``service``; ``where`` the place inside
    the file (a part, a line), ``rule`` the code of the rule that crashed. A *note* has the same shape and
    tells what was read with a reserve; notes do not change the exit status.
    """

    kind: str
    message: str
    path: str = ""
    rule: str | None = None
    where: str | None = None
    message_en: str = ""

    def spoken(self, lang: str) -> "Failure":
        """The same with its message in ``ru`` or ``en``."""
        return self._replace(message=self.message_en) if lang == "en" and self.message_en else self


class Flaw(NamedTuple):
    """What is wrong with one example of a rule page, or (``example`` None) with the page itself.

    ``file`` is the path of the page; ``example`` counts from 1. ``text`` is the example as the page writes it.
    """

    file: str
    code: str
    name: str
    example: int | None
    expected: str
    found: str
    text: str = ""


class Proof(NamedTuple):
    """What the examples of a pack proved: how many rules and examples were tried, and what failed."""

    rules: int
    examples: int
    flaws: tuple[Flaw, ...]
