"""Which rules a list of words means: pure functions from codes, prefixes, names and clauses to rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from letterlint.errors import ConfigError, nearest
from letterlint.packs import Rule

_SEPARATOR = re.compile(r"[,\s]+")


def choose(  # noqa: PLR0913 - three options, what they start from, and where they stand
    rules: Sequence[Rule],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    *,
    base: Collection[str] | None = None,
    where: str = "",
) -> tuple[Rule, ...]:
    """The rules that apply.

    Each word is a code («SAL005»), a prefix («SAL»), a rule name («title-abbreviated») or a clause («2.5.9» takes its
    sub-clauses; «GOST» and «etiquette» are clauses too). ``base`` are the codes of the default set, all rules where it
    is None. ``select`` narrows the default set: a word takes rules of it, and others only where it names a single rule
    or none of the default set. ``extend_select`` adds, ``ignore`` takes away last. Raises ``ConfigError`` for a word
    that means no rule, naming the nearest; its message begins with ``where``.
    """
    default = {rule.code for rule in rules} if base is None else set(base)
    chosen = {code for meant in _meant(rules, select, where) for code in _narrowed(meant, default)}
    wanted = (chosen or default) | codes(rules, extend_select, where)
    wanted -= codes(rules, ignore, where)
    return tuple(rule for rule in rules if rule.code in wanted)


def codes(rules: Sequence[Rule], words: Iterable[str], where: str = "") -> set[str]:
    """The codes of all rules that ``words`` mean. Raises ``ConfigError`` as ``choose``."""
    return {code for meant in _meant(rules, words, where) for code in meant}


def is_known(rules: Sequence[Rule], word: str) -> bool:
    """Whether ``word`` means any rule."""
    return bool(_covered(rules, word))


def _narrowed(meant: set[str], default: set[str]) -> set[str]:
    return meant if len(meant) == 1 else (meant & default) or meant


def _meant(rules: Sequence[Rule], words: Iterable[str], where: str) -> Iterable[set[str]]:
    for word in (part for entry in words for part in _SEPARATOR.split(entry) if part):
        meant = _covered(rules, word)
        if not meant:
            near = sorted({name for rule in rules for name in (rule.code, _letters(rule), rule.name, *rule.clauses)})
            unknown = (f"еизвестное правило «{word}»", f"nknown rule “{word}”")
            raise ConfigError(
                f"{where}{'н' if where else 'Н'}{unknown[0]}{nearest(_likely(word), near)}.",
                f"{where}{'u' if where else 'U'}{unknown[1]}{nearest(_likely(word), near, 'en')}.",
            )
        yield meant


def _covered(rules: Sequence[Rule], word: str) -> set[str]:
    """The codes of the rules that ``word`` means; where it is the whole prefix of rules, those alone (SA, not SAL)."""
    prefixed = {rule.code for rule in rules if _letters(rule) == word.upper()}
    return prefixed or {rule.code for rule in rules if _means(word, rule)}


def _letters(rule: Rule) -> str:
    return rule.code.rstrip("0123456789")


def _likely(word: str) -> str:
    return word.upper() if word.isascii() and word[:1].isalpha() and word[-1:].isdigit() else word


def _means(word: str, rule: Rule) -> bool:
    if rule.code.startswith(word.upper()) and word[:1].isalpha() and word.isascii():
        return True
    return word.lower() == rule.name or any(_covers(word, clause) for clause in rule.clauses)


def _covers(word: str, clause: str) -> bool:
    """A clause selects itself and its sub-clauses, part by part: 2.5.1 does not take 2.5.10.1."""
    wanted, parts = word.rstrip(".").lower().split("."), clause.lower().split(".")
    return parts[: len(wanted)] == wanted or wanted == clause.lower().split()[:1]
