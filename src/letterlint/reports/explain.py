"""One rule explained on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.reports import ruleword, specimen, wording
from letterlint.reports.cells import clean, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from letterlint.packs import Rule
    from letterlint.reports.look import Look

_HEADS = {
    "finds": ("Что находит", "What it finds"),
    "why": ("Почему", "Why"),
    "advice": ("Как исправить", "How to mend it"),
    "kinds": ("Для каких писем", "For which letters"),
    "fix": ("Исправление", "Fix"),
    "bad": ("Плохо", "Bad"),
    "good": ("Хорошо", "Good"),
    "ok": ("Не считается ошибкой", "Not an offence"),
    "settings": ("Настройки", "Settings"),
}
_INDENT = "  "
_BULLET = "  • "
_DOT = " · "
_NARROWEST = 30
_INNOCENTS = 3


def explain_text(rule: Rule, look: Look) -> str:
    """What the rule finds and why, how to mend it, examples, and what one may set."""
    lang = look.lang
    clauses = wording.clauses(rule.clauses, lang)
    lines = _wrap(_DOT.join((rule.code, rule.name, wording.severity(rule.severity, lang))), look)
    for key, texts, more in (
        ("finds", ruleword.messages(rule, lang), ""),
        ("why", [rule.say("why", lang)], clauses),
        ("advice", ruleword.advices(rule, lang), ""),
        ("kinds", [ruleword.kinds(rule, lang)], ""),
        ("fix", [ruleword.fix(rule, lang)], ""),
    ):
        lines.extend(_section(key, [_wrap(text, look, _INDENT) for text in texts], look, more))
    shown = _offence(rule)
    for key in [key for key in ("bad", "good") if key in shown]:
        lines.extend(_section(key, [_specimen(shown, key, look, _INDENT)], look, specimen.zone(shown, lang)))
    lines.extend(_section("ok", [_specimen(example, "ok", look, _BULLET) for example in _innocents(rule)], look))
    told = [f"{setting.name} = {setting.default}: {setting.note}" for setting in ruleword.settings(rule, lang)]
    lines.extend(_section("settings", [_wrap(text, look, _INDENT) for text in told], look))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _offence(rule: Rule) -> Mapping[str, Any]:
    """The first offence that is mended, else the first."""
    offences = [example for example in rule.examples if "bad" in example]
    return next((example for example in offences if "good" in example), offences[0])


def _innocents(rule: Rule) -> Sequence[Mapping[str, Any]]:
    """A few innocents, sentences before whole letters."""
    innocents = [example for example in rule.examples if "ok" in example]
    return sorted(innocents, key=lambda example: "letter" in example)[:_INNOCENTS]


def _specimen(example: Mapping[str, Any], key: str, look: Look, mark: str) -> list[str]:
    """The lines of an example behind ``mark``."""
    narrow = look._replace(width=max(look.width, _NARROWEST) - len(mark))
    shown = clean(mark, look.substitute)
    return [(" " * len(mark) if n else shown) + line for n, line in enumerate(specimen.lines(example, key, narrow))]


def _section(key: str, blocks: Sequence[list[str]], look: Look, more: str = "") -> list[str]:
    """A heading, with ``more`` in brackets, and what stands under it; nothing where that is nothing."""
    if not blocks:
        return []
    head = _HEADS[key][look.lang != "ru"] + (f" ({more})" if more else "")
    return ["", *_wrap(head, look), *(line for block in blocks for line in block)]


def _wrap(text: str, look: Look, indent: str = "") -> list[str]:
    lines = wrap(text, max(look.width, _NARROWEST) - len(indent), look.substitute)
    return [indent + line for line in lines]
