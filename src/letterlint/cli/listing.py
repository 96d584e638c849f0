"""Lists and explains rules: what ``letterlint rules list`` and ``letterlint explain`` do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from letterlint import config
from letterlint.cli import look as looks
from letterlint.cli.streams import Output
from letterlint.cli.translated import LANGUAGES, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from letterlint.config import Config

_EXTRA = (
    "Лишнее слово «{word}»: правила выбирает параметр --select, одно правило объясняет letterlint explain.",
    "Superfluous word “{word}”: rules are chosen by --select, one rule is told by letterlint explain.",
)
_ONE = ("Назовите одно правило, например SAL005.", "Name one rule, for instance SAL005.")
_SEVERAL = (
    "«{word}» – это не одно правило ({codes}). Список: letterlint rules --select {word}",
    "“{word}” is not one rule ({codes}). To list them: letterlint rules --select {word}",
)
_SHOWN = 5


def list_rules(extra: Sequence[str], output_format: str, wanted: str | None, given: Mapping[str, Any]) -> int:
    """List the rules that the options ``given`` choose for a letter in the current folder; the exit status.

    ``wanted`` is the language asked for; without one the configuration tells it. Raises ``click.UsageError``,
    ``ConfigError``, ``RuleError``.
    """
    from letterlint.reports.rules import rules_document, rules_text  # noqa: PLC0415 - ``explain`` needs no table

    if extra:
        raise Wrong(_EXTRA[LANGUAGES.index(wanted or LANGUAGES[0])].format(word=extra[0]))
    found = _configuration(given["config"])
    lang = wanted or found.lang or LANGUAGES[0]
    choice = {name: given[name] for name in ("profile", "select", "ignore", "extend_select")}
    rules = config.settle(found, **choice)
    if output_format == "json":
        Output(utf8=True).write(rules_document(rules, lang))
    else:
        Output().write(rules_text(rules, looks.for_output(lang, "never", to_file=False)))
    return 0


def explain(words: Sequence[str], wanted: str | None, path: str | None) -> int:
    """Explain the one rule that ``words`` name, on or off, as the configuration at ``path`` sets it; the exit status.

    Raises as ``list_rules``.
    """
    from letterlint.reports.explain import explain_text  # noqa: PLC0415 - the list needs none of it

    if len(words) != 1:
        raise Wrong(_ONE[LANGUAGES.index(wanted or LANGUAGES[0])])
    found = _configuration(path)
    lang = wanted or found.lang or LANGUAGES[0]
    rules = config.choose(config.settle(found, extend_select=words), select=words)
    if len(rules) != 1:
        codes = ", ".join(rule.code for rule in rules[:_SHOWN]) + ("…" if len(rules) > _SHOWN else "")
        raise Wrong(_SEVERAL[LANGUAGES.index(lang)].format(word=words[0], codes=codes))
    Output().write(explain_text(rules[0], looks.for_output(lang, "never", to_file=False)))
    return 0


def _configuration(path: str | None) -> Config:
    """The configuration at ``path``, else the one that counts in the current folder."""
    finder = config.Finder()
    return finder.named(path) if path is not None else finder.for_letter("letter")
