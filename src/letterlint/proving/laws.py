"""What a page and the keys of its examples must keep, whatever the rule finds."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from letterlint.model import Match, Safety, Severity
from letterlint.packs import Rule

#: Words that every match with a place fills.
_ALWAYS = frozenset(["text"])
#: The wordings that are filled with words of a letter.
_SPOKEN = ("message", "advice")
_TYPES = {"bad": str, "good": str, "ok": str, "letter": bool, "formatted": bool, "count": int}
_TYPE_NAMES = {str: ("строка", "a string"), bool: ("true или false", "true or false"), int: ("число", "a number")}
_WORDS = {
    "one of": ("ровно один из ключей bad и ok", "exactly one of the keys “bad” and “ok”"),
    "place": ("ровно один из ключей zone и letter = true", "exactly one of the keys “zone” and “letter = true”"),
    "both": ("оба", "both"),
    "neither": ("ни одного", "neither"),
    "type": ("{} – {}", "{}: {}"),
    "beside bad": ("ключ {} только рядом с bad", "the key “{}” beside “bad” only"),
    "beside ok": ("{} рядом с ok", "“{}” beside “ok”"),
    "count": ("count – не меньше числа пометок [[ ]] и не меньше 1", "a “count” of 1 or more, and of all marks [[ ]]"),
    "good has fix": ("good только на странице с таблицей [fix]", "“good” only on a page with a table [fix]"),
    "no fix": ("таблицы [fix] нет", "there is no table [fix]"),
    "fix is shown": (
        "хотя бы один пример с good: на странице есть [fix]",
        "an example with “good”: the page has [fix]",
    ),
    "no good": ("примеров с good нет", "no example has “good”"),
    "reason": ("fix.reason: почему исправление безопасно или нет", "fix.reason: why the fix is safe, or is not"),
    "no reason": ("причина не названа", "no reason is given"),
    "braces": ("{}: парные скобки {{ }}", "{}: braces {{ }} in pairs"),
    "filled": ("{}: слова для {}", "{}: words for {}"),
    "fills": ("проверка даёт только {}", "the check gives only {}"),
    "marks": ("пометки [[ ]] только в bad", "marks [[ ]] in “bad” only"),
}


def wrong_keys(rule: Rule, example: Mapping[str, Any], lang: str) -> list[tuple[str, str]]:
    """Keys of an example that are of a wrong kind or do not go together: what was expected, what is there."""
    return list(_wrong_types(example, lang)) or list(_wrong_combinations(rule, example, lang))


def wrong_page(rule: Rule, matches: Sequence[Match], lang: str) -> Iterator[tuple[str, str]]:
    """What a page promises and its examples do not keep; ``matches`` are those of all its examples."""
    if rule.safety is not None:
        # a hint may be words of advice only
        if rule.safety is not Safety.HINT and not any("good" in example for example in rule.examples):
            yield _say("fix is shown", lang), _say("no good", lang)
        if not rule.say("reason", lang):
            yield _say("reason", lang), _say("no reason", lang)
    for language, wordings in rule.wording.items():
        for key in (key for key in wordings if key.partition("-")[0] in _SPOKEN):
            yield from _unfilled(rule, language, key, matches, lang)


def _wrong_types(example: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    for key, wanted in _TYPES.items():
        if key in example and type(example[key]) is not wanted:
            yield _say("type", lang, key, _TYPE_NAMES[wanted][lang != "ru"]), f"{key} = {example[key]!r}"
    severities = [severity.value for severity in Severity]
    if example.get("severity", severities[0]) not in severities:
        yield _say("type", lang, "severity", ", ".join(severities)), f"severity = {example['severity']!r}"


def _wrong_combinations(rule: Rule, example: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    for law, has_first, has_second in (
        ("one of", "bad" in example, "ok" in example),
        ("place", "zone" in example, bool(example.get("letter"))),
    ):
        if has_first is has_second:
            yield _say(law, lang), _say("both" if has_first else "neither", lang)
    if "bad" not in example:
        for key in ("good", "severity", "count"):
            if key in example:
                yield _say("beside bad", lang, key), _say("beside ok", lang, key)
    if "count" in example and example["count"] < max(1, str(example.get("bad", "")).count("[[")):
        yield _say("count", lang), f"count = {example['count']}"
    if "good" in example and rule.safety is None:
        yield _say("good has fix", lang), _say("no fix", lang)
    for key in ("good", "ok"):
        if "[[" in example.get(key, ""):
            yield _say("marks", lang), f"{key} = «{example[key].strip()}»"


def _unfilled(rule: Rule, language: str, key: str, matches: Sequence[Match], lang: str) -> Iterator[tuple[str, str]]:
    """Places of a wording that stay empty: not filled by one of the matches that it speaks for.

    A wording that no example shows is measured by what any match fills.
    """
    where, wordings = f"{language}.{key}", rule.wording[language]
    what, _, variant = key.partition("-")
    try:
        places = {name for _, name, _, _ in string.Formatter().parse(wordings[key]) if name is not None}
    except ValueError:
        yield _say("braces", lang, where), f"«{wordings[key]}»"
        return
    own = [
        match.words.keys() | _ALWAYS
        for match in matches
        if (match.variant if f"{what}-{match.variant}" in wordings else "") == variant
        and not (what == "advice" and match.suggestion is not None)
    ]
    filled = set.intersection(*map(set, own)) if own else set().union(_ALWAYS, *(m.words for m in matches))
    if (own or matches) and places - filled:
        missing, given = ("{" + "}, {".join(sorted(names)) + "}" for names in (places - filled, filled))
        yield _say("filled", lang, where, missing), _say("fills", lang, given)


def _say(key: str, lang: str, *values: str) -> str:
    return _WORDS[key][lang != "ru"].format(*values)
