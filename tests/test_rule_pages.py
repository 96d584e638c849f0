"""The examples of the rule pages, each one a test."""

import re
from typing import Any

import pytest

from letterlint import checks, data, engine, packs
from letterlint.letter import Letter, PageStart, Paragraph
from letterlint.model import (
    DeleteParagraph,
    InsertParagraph,
    Match,
    Span,
    StyleEdit,
    TextEdit,
    Zone,
)
from letterlint.zones import notation

PAGES = data.root() / "standard"
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def build(example: dict[str, Any], words: str) -> Letter:
    """The letter of an example, with ``words`` as its text."""
    formatted = bool(example.get("formatted"))
    if example.get("letter"):
        return notation.read(words, formatted=formatted)
    return notation.skeleton(Zone(example["zone"]), words, formatted=formatted)


def unmarked(words: str) -> str:
    return _MARK.sub(r"\1", words)


def marked_spans(text: str) -> list[Span]:
    """The places of the [[marked]] words in ``text`` without its marks."""
    return [
        Span(mark.start() - 4 * number, mark.end() - 4 * (number + 1))
        for number, mark in enumerate(_MARK.finditer(text))
    ]


def edited(letter: Letter, matches: list[Match]) -> list[str]:
    """The paragraphs of ``letter`` with the text edits of all matches applied."""
    texts = {paragraph.index: [paragraph.text] for paragraph in letter.paragraphs}
    edits = [edit for match in matches for edit in match.edits]
    words = sorted((e for e in edits if isinstance(e, TextEdit)), key=lambda edit: edit.span, reverse=True)
    for edit in words:
        paragraph = letter.at(edit.span.start)
        text, base = texts[paragraph.index][0], paragraph.span.start
        assert edit.span.stop <= paragraph.span.stop, "an edit leaves its paragraph"
        texts[paragraph.index][0] = text[: edit.span.start - base] + edit.text + text[edit.span.stop - base :]
    for edit in edits:
        if isinstance(edit, InsertParagraph):
            texts[edit.before].insert(-1, edit.text)
    for edit in edits:
        if isinstance(edit, DeleteParagraph):
            texts[edit.paragraph].pop()
    return [text for index in sorted(texts) for text in texts[index]]


def look(paragraph: Paragraph, name: str) -> object:
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


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in packs.load(PAGES)
        for number, example in enumerate(rule.examples)
        if kind in example
    ]


@pytest.mark.parametrize(("rule", "example"), cases("bad"))
def test_bad_example_is_found(rule: packs.Rule, example: dict[str, Any]) -> None:
    letter = build(example, unmarked(example["bad"]))
    report = engine.lint(letter, [rule])
    assert not report.failures
    text = build(example, example["bad"]).text
    assert unmarked(text) == letter.text
    spans = marked_spans(text)
    assert [f.span for f in report.findings if f.span] == spans, [f.message for f in report.findings]
    assert len(report.findings) == example.get("count", len(spans) or 1)
    if "severity" in example:
        assert {f.severity.value for f in report.findings} == {example["severity"]}
    english = engine.lint(letter, [rule], "en")
    assert not english.failures
    assert not any(finding.message.endswith(".") for finding in (*report.findings, *english.findings))


@pytest.mark.parametrize(("rule", "example"), cases("good"))
def test_edits_make_the_good_example(rule: packs.Rule, example: dict[str, Any]) -> None:
    letter = build(example, unmarked(example["bad"]))
    good = build(example, example["good"])
    matches = list(checks.run(rule.check, letter, dict(rule.settings)))
    assert edited(letter, matches) == [paragraph.text for paragraph in good.paragraphs]
    for match in matches:
        for edit in match.edits:
            if isinstance(edit, StyleEdit):
                assert look(good.paragraphs[edit.paragraph], edit.property) == edit.value
    assert not engine.lint(good, [rule]).findings


@pytest.mark.parametrize(("rule", "example"), cases("ok"))
def test_innocent_example_is_silent(rule: packs.Rule, example: dict[str, Any]) -> None:
    report = engine.lint(build(example, example["ok"]), [rule])
    assert not report.failures
    assert [f.message for f in report.findings] == []


def test_index_is_fresh() -> None:
    assert (PAGES / "index.json").read_text(encoding="utf-8") == packs.build_index(PAGES)
