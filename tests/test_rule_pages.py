"""The examples of the rule pages, each one a test (``letterlint.proving`` says what they prove)."""

from __future__ import annotations

import pytest

from letterlint import data, packs, proving

PAGES = data.root() / "standard"
RULES = packs.load(PAGES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule: packs.Rule) -> None:
    assert list(proving.flaws(rule)) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.safety], ids=lambda rule: rule.code)
def test_the_reason_of_a_fix_is_told_in_both_languages(rule: packs.Rule) -> None:
    assert rule.say("reason", "ru")
    assert rule.say("reason", "en") != rule.say("reason", "ru")


def test_index_is_fresh() -> None:
    assert (PAGES / "index.json").read_text(encoding="utf-8") == packs.build_index(PAGES)
