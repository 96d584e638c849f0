"""What the examples of a pack proved, for people and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from letterlint.reports import wording
from letterlint.reports.cells import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letterlint.model import Flaw, Proof
    from letterlint.reports.look import Look

_WORDS = {
    "example": ("пример {}", "example {}"),
    "page": ("страница", "the page"),
    "expected": ("нужно: {}", "expected: {}"),
    "found": ("есть: {}", "found: {}"),
    "tried": ("Проверено: {}, {}.", "Tried: {}, {}."),
    "passed": ("Недочётов нет.", "No flaws."),
    "failed": ("Найдено: {}.", "Found: {}."),
}
_INDENT = "  "
_TEXT = "    "
_NARROWEST = 30


def proof_text(proof: Proof, look: Look) -> str:
    """Each flaw with its page, its example, what was expected and what is there; then a summary."""
    lines = [line for flaw in proof.flaws for line in [*_flaw(flaw, look), ""]]
    rules = wording.count(proof.rules, "rule", look.lang)
    examples = wording.count(proof.examples, "example", look.lang)
    number = len(proof.flaws)
    verdict = _word("failed", look, wording.count(number, "flaw", look.lang)) if number else _word("passed", look)
    lines.extend(_wrap(f"{_word('tried', look, rules, examples)} {verdict}", look))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def proof_document(proof: Proof) -> str:
    """The proof as JSON; ``example`` is null where the page as a whole is meant."""
    document = {
        "version": 1,
        "flaws": [flaw._asdict() for flaw in proof.flaws],
        "summary": {"rules": proof.rules, "examples": proof.examples, "flaws": len(proof.flaws)},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _flaw(flaw: Flaw, look: Look) -> Iterator[str]:
    which = _word("page", look) if flaw.example is None else _word("example", look, str(flaw.example))
    yield from _wrap(f"{flaw.file}: {which}", look)
    yield from _wrap(_word("expected", look, flaw.expected), look, _INDENT)
    yield from _wrap(_word("found", look, flaw.found), look, _INDENT)
    for line in flaw.text.splitlines():
        yield from _wrap(line, look, _TEXT)


def _wrap(text: str, look: Look, indent: str = "") -> list[str]:
    lines = wrap(text, max(look.width, _NARROWEST) - len(indent), look.substitute)
    return [indent + line for line in lines]


def _word(key: str, look: Look, *values: str) -> str:
    return _WORDS[key][look.lang != "ru"].format(*values)
