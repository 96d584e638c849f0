"""The examples of rule pages run as tests: rules in, flaws out.

A ``bad`` example is found exactly where it is marked, as often and as severely as it says; its ``good`` is what the
edits make of it, and silent; an ``ok`` example is silent. What an author forgets is told as well: keys that do nothing,
a fix that no example shows, a place in a message that no match fills.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letterlint.model import Flaw, Match, Proof
from letterlint.packs import Rule
from letterlint.proving import laws
from letterlint.proving.trial import Trial


def prove(rules: Sequence[Rule], lang: str = "ru") -> Proof:
    """Try every example of ``rules``; what is wrong is said in ``lang``."""
    found = tuple(flaw for rule in rules for flaw in flaws(rule, lang))
    return Proof(len(rules), sum(len(rule.examples) for rule in rules), found)


def flaws(rule: Rule, lang: str = "ru") -> Iterator[Flaw]:
    """What is wrong with one page: first what concerns the page, then its examples in order."""
    tried: list[Flaw] = []
    matches: list[Match] = []
    for number, example in enumerate(rule.examples, 1):
        trial = Trial(rule, example, lang)
        text = str(example.get("bad", example.get("ok", ""))).strip("\n")
        for expected, found in laws.wrong_keys(rule, example, lang) or list(trial.flaws()):
            tried.append(Flaw(rule.page, rule.code, rule.name, number, expected, found, text))
        matches.extend(trial.matches)
    for expected, found in laws.wrong_page(rule, matches, lang):
        yield Flaw(rule.page, rule.code, rule.name, None, expected, found)
    yield from tried
