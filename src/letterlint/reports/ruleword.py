"""What a rule page tells, in words for people: one source for the table, ``explain`` and the manual."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from letterlint.lazy import pattern
from letterlint.model import Kind, Safety
from letterlint.russian.patterns import Book

if TYPE_CHECKING:
    from letterlint.packs import Rule

_PLACE = pattern(r"\{(\w*)\}")
#: «…: «{text}»»: what was found adds nothing to a heading.
_TAIL = pattern(r": [«“]…[»”]$")
_KINDS = {
    frozenset([Kind.DOC]): ("Письма на бумаге.", "Letters on paper."),
    frozenset([Kind.MAIL]): ("Письма по электронной почте.", "E-mail."),
    frozenset(Kind): ("Письма на бумаге и по электронной почте.", "Letters on paper and e-mail."),
}
_SAFETIES = {
    Safety.SAFE: ("Безопасное", "Safe"),
    Safety.UNSAFE: ("Только по просьбе", "On request only"),
    Safety.HINT: ("Только подсказка", "A hint only"),
    None: ("Правит автор письма", "Left to the author"),
}


class Setting(NamedTuple):
    """What users may set: its name, its default as a configuration would say it, and what it means."""

    name: str
    default: str
    note: str


def family(code: str) -> str:
    """The letters of a code: «SAL»."""
    return code.rstrip("0123456789")


def headline(rule: Rule, lang: str) -> str:
    """What the rule finds, on one line: its message without the words of a letter."""
    return _TAIL.sub("", _open(rule, rule.say("message", lang)))


def messages(rule: Rule, lang: str) -> list[str]:
    """All that the rule says, the words of a letter being «…»."""
    return _wordings(rule, "message", lang)


def advices(rule: Rule, lang: str) -> list[str]:
    """All remedies that the rule names."""
    return _wordings(rule, "advice", lang)


def kinds(rule: Rule, lang: str) -> str:
    """Which letters the rule is for."""
    return _KINDS[rule.kinds][lang != "ru"]


def is_fixable(rule: Rule) -> bool:
    """Whether the rule mends what it finds, at least on request."""
    return rule.safety in {Safety.SAFE, Safety.UNSAFE}


def fix(rule: Rule, lang: str) -> str:
    """What the fix promises, and why."""
    promise, reason = _SAFETIES[rule.safety][lang != "ru"], rule.say("reason", lang)
    return f"{promise}. {reason}" if reason else f"{promise}."


def settings(rule: Rule, lang: str) -> list[Setting]:
    """What users may set."""
    from letterlint.settings import default  # noqa: PLC0415 - it loads ``inspect``: 5 ms

    return [
        Setting(name, _as_toml(default(rule.check, name, rule.settings)), note[lang])
        for name, note in rule.options.items()
    ]


def _as_toml(value: object) -> str:
    """A value as a configuration says it: JSON reads like TOML for all that a page can hold."""
    if isinstance(value, Book):
        value = list(value.entries)
    return "–" if value is None else json.dumps(value, ensure_ascii=False)


def _wordings(rule: Rule, what: str, lang: str) -> list[str]:
    words = rule.wording[lang]
    return list(dict.fromkeys(_open(rule, words[key]) for key in words if key.partition("-")[0] == what and words[key]))


def _open(rule: Rule, wording: str) -> str:
    """A wording with «…» for what a letter would fill in, and the numbers that the rule is set to."""

    def fill(place: re.Match[str]) -> str:
        value = rule.settings.get(place[1])
        return str(value) if isinstance(value, int) else "…"

    return _PLACE.sub(fill, wording).replace("{{", "{").replace("}}", "}")
