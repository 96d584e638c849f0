"""Which rules apply: pure functions from codes, prefixes, names and clauses to rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from letterlint.errors import ConfigError
from letterlint.packs import Rule, nearest

_SEPARATOR = re.compile(r"[,\s]+")


def choose(
    rules: Sequence[Rule],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """The rules that apply.

    Each word is a code («SAL005»), a prefix («SAL»), a rule name («title-abbreviated») or a clause («2.5.9» takes its
    sub-clauses; «GOST» and «etiquette» are clauses too). ``select`` narrows the default set, ``extend_select`` adds,
    ``ignore`` takes away last. Raises ``ConfigError`` for a word that means no rule, naming the nearest.
    """
    chosen = _meant(rules, select)
    base = chosen or {rule.code for rule in rules}
    wanted = (base | _meant(rules, extend_select)) - _meant(rules, ignore)
    return tuple(rule for rule in rules if rule.code in wanted)


def _meant(rules: Sequence[Rule], words: Iterable[str]) -> set[str]:
    codes: set[str] = set()
    for word in (part for entry in words for part in _SEPARATOR.split(entry) if part):
        meant = {rule.code for rule in rules if _means(word, rule)}
        if not meant:
            known = {name for rule in rules for name in (rule.code, rule.code[:3], rule.name, *rule.clauses)}
            near = sorted(known)
            raise ConfigError(
                f"Неизвестное правило «{word}»{nearest(_likely(word), near)}.",
                f"Unknown rule “{word}”{nearest(_likely(word), near, 'en')}.",
            )
        codes |= meant
    return codes


def _likely(word: str) -> str:
    return word.upper() if word.isascii() and word[:3].isalpha() and word[3:].isdigit() else word


def _means(word: str, rule: Rule) -> bool:
    if rule.code.startswith(word.upper()) and word[:1].isalpha() and word.isascii():
        return True
    return word.lower() == rule.name or any(_covers(word, clause) for clause in rule.clauses)


def _covers(word: str, clause: str) -> bool:
    """A clause selects itself and its sub-clauses, part by part: 2.5.1 does not take 2.5.10.1."""
    wanted, parts = word.rstrip(".").lower().split("."), clause.lower().split(".")
    return parts[: len(wanted)] == wanted or wanted == clause.lower().split()[:1]
