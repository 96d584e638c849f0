"""Runs the chosen rules over one letter and lets each speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from letterlint import checks
from letterlint.letter import Letter, Report
from letterlint.model import Failure, Finding, Fix, Match, Safety, Severity
from letterlint.packs import Rule

_SAFETY_ORDER = (Safety.HINT, Safety.UNSAFE, Safety.SAFE)
_CRASHED = {
    "ru": "правило {code} не сработало из-за внутренней ошибки ({error}); остальные правила проверены",
    "en": "rule {code} crashed ({error}); the other rules were checked",
}


def lint(letter: Letter, rules: Iterable[Rule], lang: str = "ru") -> Report:
    """All findings of ``rules`` in ``letter``, in order of place, code, message.

    A rule that crashes is a ``Failure`` of kind ``rule``; the others go on.
    """
    findings: list[Finding] = []
    failures: list[Failure] = []
    for rule in rules:
        if letter.kind not in rule.kinds:
            continue
        try:
            findings.extend(_speak(letter, rule, match, lang) for match in matches(letter, rule))
        except Exception as error:
            reason = _CRASHED[lang].format(code=rule.code, error=f"{type(error).__name__}: {error}")
            failures.append(Failure("rule", reason, path=letter.name, rule=rule.code))
    findings.sort(key=lambda finding: (_place(letter, finding), finding.code, finding.message))
    told = [note.spoken(lang) for note in letter.notes]
    parts = tuple(note for note in told if note.kind != "note")
    notes = tuple(note for note in told if note.kind == "note")
    return Report(letter.name, letter, tuple(findings), (*parts, *failures), notes)


def matches(letter: Letter, rule: Rule) -> Iterator[Match]:
    """What the check of a rule finds, before the rule has spoken."""
    return checks.run(rule.check, letter, dict(rule.settings), rule.folder)


def _speak(letter: Letter, rule: Rule, match: Match, lang: str) -> Finding:
    paragraph = match.paragraph
    if match.span is not None:
        paragraph = letter.at(match.span.start).index
    words = {"text": letter.text[slice(*match.span)] if match.span else "", **match.words}
    advice = (
        match.suggestion if match.suggestion is not None else rule.say("advice", lang, match.variant).format_map(words)
    )
    return Finding(
        code=rule.code,
        name=rule.name,
        clauses=rule.clauses,
        severity=_lower(rule.severity, match.severity),
        message=rule.say("message", lang, match.variant).format_map(words),
        suggestion=advice,
        zone=letter.paragraphs[paragraph].zone if paragraph is not None else None,
        paragraph=paragraph,
        span=match.span,
        fix=_fix(rule, match, advice),
    )


def _lower(severity: Severity, wish: Severity | None) -> Severity:
    return wish if wish is not None and wish.weight < severity.weight else severity


def _fix(rule: Rule, match: Match, title: str) -> Fix | None:
    """The fix of a match; None for hints, where the suggestion is advice for people only."""
    if rule.safety is None or not match.edits:
        return None
    safety = min(rule.safety, match.safety or rule.safety, key=_SAFETY_ORDER.index)
    return None if safety is Safety.HINT else Fix(title, match.edits, safety)


def _place(letter: Letter, finding: Finding) -> tuple[int, int]:
    if finding.span is not None:
        return (finding.span.start, 1)
    return (letter.paragraphs[finding.paragraph].span.start, 0) if finding.paragraph is not None else (-1, 0)
