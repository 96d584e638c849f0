"""What runs over each letter: the options of the call upon the configuration found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from letterlint import config
from letterlint.cli.translated import LANGUAGES
from letterlint.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from letterlint.cli.inputs import Input
    from letterlint.config import Config
    from letterlint.packs import Rule


class Plan(NamedTuple):
    """The rules for a letter, the severity that fails, and the language of its messages."""

    rules: tuple[Rule, ...]
    fail_on: Severity
    lang: str


def plans(inputs: Iterable[Input], lang: str | None, given: Mapping[str, Any]) -> list[tuple[Input, Plan]]:
    """Each input with its plan; what the call says wins over the files.

    Raises ``ConfigError`` and ``RuleError`` for what is wrong in any of the configurations: before a letter is read.
    """
    finder = config.Finder()
    named = finder.named(given["config"]) if given["config"] is not None else None
    made: dict[str, Plan] = {}
    planned = []
    for item in inputs:
        found = named or finder.for_letter(item.path)
        if found.path not in made:
            made[found.path] = _plan(found, lang, given)
        planned.append((item, made[found.path]))
    return planned


def _plan(found: Config, lang: str | None, given: Mapping[str, Any]) -> Plan:
    rules = config.settle(
        found,
        profile=given["profile"],
        select=given["select"],
        ignore=given["ignore"],
        extend_select=given["extend_select"],
    )
    fail_on = Severity(given["fail_on"]) if given["fail_on"] else found.fail_on or Severity.WARNING
    return Plan(rules, fail_on, lang or found.lang or LANGUAGES[0])
