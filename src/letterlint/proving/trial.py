"""One example tried: what the rule finds in it against what the page says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from letterlint import engine, partition
from letterlint.errors import RuleError
from letterlint.letter import Letter, PageStart, Paragraph
from letterlint.model import DeleteParagraph, Edit, Finding, InsertParagraph, Kind, Match, StyleEdit, TextEdit, Zone
from letterlint.packs import Rule
from letterlint.zones import notation

_WORDS = {
    "letter": ("письмо, разметка которого читается", "a letter in a notation that can be read"),
    "silence": ("ничего", "nothing"),
    "silent good": ("в исправленном примере (good) – ничего", "nothing in the mended example (good)"),
    "at work": ("правило работает без сбоев", "the rule runs without a crash"),
    "no stop": ("сообщение без точки в конце", "a message without a full stop at its end"),
    "inside": ("правка внутри одного абзаца", "an edit inside one paragraph"),
    "marks": ("пометки [[ ]] внутри одного абзаца", "marks [[ ]] inside one paragraph"),
    "findings": ("находок: {}", "findings: {}"),
    "severity": ("степень {}", "severity {}"),
    "no paragraph": ("нет абзаца", "no paragraph"),
}

#: What was expected, and what was found instead.
Told = tuple[str, str]


class _WrongError(Exception):
    """The rule did not get as far as a finding: the key of what was expected, and what happened."""

    def __init__(self, key: str, found: str) -> None:
        super().__init__(key, found)
        self.key = key
        self.found = found


class Trial:
    """One example of a page whose keys are in order; ``matches`` are those of its ``bad`` text, once it was tried."""

    def __init__(self, rule: Rule, example: Mapping[str, Any], lang: str) -> None:
        self.matches: tuple[Match, ...] = ()
        self._rule = rule
        self._example = example
        self._lang = lang

    def flaws(self) -> Iterator[Told]:
        """What is wrong with the example; a ``bad`` text that cannot be tried says nothing about its ``good``."""
        judges = {"bad": self._bad, "good": self._good, "ok": self._ok}
        for key in [key for key in judges if key in self._example]:
            try:
                yield from judges[key]()
                continue
            except _WrongError as error:
                yield self._word(error.key), error.found
            except RuleError as error:
                yield self._word("letter"), error.say(self._lang)
            except ValueError as error:  # a look that is no number, an alignment that there is not
                yield self._word("letter"), str(error)
            return

    def _bad(self) -> Iterator[Told]:
        letter = self._build(partition.unmarked(self._example["bad"]))
        marked = self._build(self._example["bad"]).text
        if partition.unmarked(marked) != letter.text:
            raise _WrongError("marks", marked)
        try:
            self.matches = tuple(engine.matches(letter, self._rule))
        except Exception as error:  # a check of one's own may do what it likes
            raise _WrongError("at work", f"{type(error).__name__}: {error}") from error
        found = self._findings(letter)
        spans = partition.marked(marked)
        if [finding.span for finding in found if finding.span] != spans:
            yield "; ".join(_place(letter, *span) for span in spans) or self._word("silence"), self._told(letter, found)
            return
        count = self._example.get("count", len(spans) or 1)
        if len(found) != count:
            yield self._word("findings", count), self._told(letter, found)
        severities = {finding.severity.value for finding in found}
        wanted = self._example.get("severity")
        if found and wanted is not None and severities != {wanted}:
            yield self._word("severity", wanted), self._word("severity", ", ".join(sorted(severities)))

    def _good(self) -> Iterator[Told]:
        letter = self._build(partition.unmarked(self._example["bad"]))
        good = self._build(self._example["good"])
        edits = [edit for match in self.matches for edit in match.edits]
        for edit in edits:
            if isinstance(edit, TextEdit) and edit.span.stop > letter.at(edit.span.start).span.stop:
                raise _WrongError("inside", f"«{letter.text[slice(*edit.span)]}»")
        for wanted, made in zip_longest([p.text for p in good.paragraphs], _edited(letter, edits)):
            if wanted != made:
                yield self._quoted(wanted), self._quoted(made)
                return
        for edit in edits:
            if isinstance(edit, StyleEdit):
                wanted_look = _look(good.paragraphs[edit.paragraph], edit.property)
                if wanted_look != edit.value:
                    yield f"{edit.property} = {wanted_look}", f"{edit.property} = {edit.value}"
        left = self._findings(good)
        if left:
            yield self._word("silent good"), self._told(good, left)

    def _ok(self) -> Iterator[Told]:
        letter = self._build(self._example["ok"])
        found = self._findings(letter)
        if found:
            yield self._word("silence"), self._told(letter, found)

    def _build(self, words: str) -> Letter:
        """The letter of the example, with ``words`` as its text; a message where the rule is for mail alone."""
        formatted = bool(self._example.get("formatted"))
        if self._example.get("letter"):
            letter = notation.read(words, formatted=formatted)
        else:
            letter = notation.skeleton(Zone(self._example["zone"]), words, formatted=formatted)
        return letter if letter.kind in self._rule.kinds else letter._replace(kind=Kind.MAIL)

    def _findings(self, letter: Letter) -> tuple[Finding, ...]:
        """What the rule finds, told in the language of the trial; it must be able to tell it in both."""
        reports = {lang: engine.lint(letter, [self._rule], lang) for lang in ("ru", "en")}
        for report in reports.values():
            if report.failures:
                raise _WrongError("at work", report.failures[0].message)
            for finding in report.findings:
                if finding.message.endswith("."):
                    raise _WrongError("no stop", finding.message)
        return reports[self._lang].findings

    def _told(self, letter: Letter, findings: Iterable[Finding]) -> str:
        told = [
            _place(letter, *finding.span) if finding.span else f"{finding.message} ({finding.zone or '–'})"
            for finding in findings
        ]
        return "; ".join(told) or self._word("silence")

    def _quoted(self, text: str | None) -> str:
        return f"«{text}»" if text is not None else self._word("no paragraph")

    def _word(self, key: str, value: object = "") -> str:
        return _WORDS[key][self._lang != "ru"].format(value)


def _place(letter: Letter, start: int, stop: int) -> str:
    """Words and where they stand, as the JSON of ``check`` counts: «г-н» (salutation, 10–13)."""
    paragraph = letter.at(start)
    base = paragraph.span.start
    return f"«{letter.text[start:stop]}» ({paragraph.zone.value}, {start - base}–{stop - base})"


def _edited(letter: Letter, edits: Iterable[Edit]) -> list[str]:
    """The paragraphs of ``letter`` with the text edits applied."""
    texts = {paragraph.index: [paragraph.text] for paragraph in letter.paragraphs}
    words = sorted((e for e in edits if isinstance(e, TextEdit)), key=lambda edit: edit.span, reverse=True)
    for span, new in words:
        paragraph = letter.at(span.start)
        text, base = texts[paragraph.index][0], paragraph.span.start
        texts[paragraph.index][0] = text[: span.start - base] + new + text[span.stop - base :]
    for edit in edits:
        if isinstance(edit, InsertParagraph):
            texts[edit.before].insert(-1, edit.text)
    for edit in edits:
        if isinstance(edit, DeleteParagraph):
            texts[edit.paragraph].pop()
    return [text for index in sorted(texts) for text in texts[index]]


def _look(paragraph: Paragraph, name: str) -> object:
    """A property of a paragraph, as a ``StyleEdit`` names it."""
    block = paragraph.block
    if name == "page_break_before":
        return block.page_start is PageStart.HARD
    if name in {"font", "size"}:
        return getattr(block.runs[0], name) if block.runs else None
    return {
        "alignment": block.style.alignment,
        "indent": block.style.left,
        "line_spacing": block.style.line_spacing,
    }[name]
