"""The rules as a table for terminals, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from letterlint.reports import ruleword, wording
from letterlint.reports.cells import clean, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from letterlint.packs import Rule
    from letterlint.reports.look import Look

_HEADS = (
    ("код", "code"),
    ("имя", "name"),
    ("степень", "severity"),
    ("пункт", "clause"),
    ("правка", "fix"),
    ("что находит", "what it finds"),
)
_YES = ("есть", "yes")
_FIXABLE = ("есть правка", "has a fix")
_GAP = "  "
_DOT = " · "
_ROOM = 30  #: cells that the last column needs; where there are fewer, each rule takes lines of its own
_NARROWEST = 20


def rules_text(rules: Sequence[Rule], look: Look) -> str:
    """The table, or on a narrow terminal a paragraph for each rule; below, how many there are."""
    rows = [_cells(rule, look) for rule in rules]
    heads = [clean(head[look.lang != "ru"], look.substitute) for head in _HEADS]
    widths = [max(width(row[n]) for row in [heads, *rows]) for n in range(len(heads) - 1)]
    room = look.width - sum(widths) - len(_GAP) * len(widths)
    lines: list[str] = []
    if room >= _ROOM:
        lines.extend(_row(heads, widths, room))
        lines.extend(line for row in rows for line in _row(row, widths, room))
    else:
        lines.extend(line for rule in rules for line in _paragraph(rule, look))
    count = wording.count(len(rules), "rule", look.lang)
    return "".join(f"{line.rstrip()}\n" for line in [*lines, "", clean(count, look.substitute)])


def rules_document(rules: Sequence[Rule], lang: str) -> str:
    """The rules as JSON; ``fix`` is ``safe``, ``unsafe``, ``hint`` or null."""
    document = {
        "version": 1,
        "rules": [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "clauses": list(rule.clauses),
                "kinds": sorted(rule.kinds),
                "fixable": ruleword.is_fixable(rule),
                "fix": rule.safety.value if rule.safety else None,
                "message": ruleword.headline(rule, lang),
                "why": rule.say("why", lang),
            }
            for rule in rules
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _cells(rule: Rule, look: Look) -> list[str]:
    cells = (
        rule.code,
        rule.name,
        wording.severity(rule.severity, look.lang),
        ", ".join(rule.clauses),
        _YES[look.lang != "ru"] if ruleword.is_fixable(rule) else "",
        ruleword.headline(rule, look.lang),
    )
    return [clean(cell, look.substitute) for cell in cells]


def _row(cells: Sequence[str], widths: Sequence[int], room: int) -> Iterator[str]:
    """One row; the last cell goes on below itself."""
    *first, last = cells
    head = "".join(cell + " " * (wide - width(cell)) + _GAP for cell, wide in zip(first, widths, strict=True))
    for number, line in enumerate(wrap(last, room)):
        yield (" " * len(head) if number else head) + line


def _paragraph(rule: Rule, look: Look) -> Iterator[str]:
    parts = [rule.code, rule.name, wording.severity(rule.severity, look.lang), wording.clauses(rule.clauses, look.lang)]
    if ruleword.is_fixable(rule):
        parts.append(_FIXABLE[look.lang != "ru"])
    cells = max(look.width, _NARROWEST)
    yield from wrap(_DOT.join(part for part in parts if part), cells, look.substitute)
    for line in wrap(ruleword.headline(rule, look.lang), cells - len(_GAP), look.substitute):
        yield _GAP + line
