"""From a configuration and the options of a call to the rules that run, with their settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from letterlint import packs
from letterlint.config import profiles
from letterlint.config.choice import choose
from letterlint.config.values import Config
from letterlint.errors import ConfigError, RuleError, nearest
from letterlint.model import Severity
from letterlint.packs import Pack, Rule

_SEVERITY = "severity"


def settle(
    config: Config,
    *,
    profile: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extend_select: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """The rules that run, in order of the packs.

    The profile comes first, then ``select``, ``extend-select`` and ``ignore`` of the file, then those of the call, each
    on what the one before has chosen. A ``select`` of the call begins anew from the profile. Raises ``ConfigError`` for
    what is wrong in a configuration or a profile, ``RuleError`` for a pack.
    """
    rules = packs.joined(_packs(config)) if config.packs else packs.standard()
    where = f"{config.path}: " if config.path else ""
    if profile is not None:
        used = profiles.chain(profile, Path())
    elif config.profile is not None:
        used = profiles.chain(config.profile, _folder(config), f"{where}«profile»: ", trusted=config.trusted)
    else:
        used = profiles.chain(profiles.DEFAULT, Path())
    on = profiles.chosen(rules, used)
    for one in used:
        rules = _adjusted(rules, one.rules, one.source)
    rules = _adjusted(rules, config.rules, config.path)
    select = tuple(select)
    by_file = choose(rules, config.select, config.ignore, config.extend_select, base=on, where=where)
    base = on if any(select) else {rule.code for rule in by_file}
    return choose(rules, select, ignore, extend_select, base=base)


def _folder(config: Config) -> Path:
    return Path(config.path).parent


def _packs(config: Config) -> list[Pack]:
    """The packs that a file names: by a path (with a slash, or a dot at its start), or by the name of an installed one.

    A path is never taken for a name, nor a name for a path: what lies beside a file cannot stand in for what is
    installed.
    """
    return [_pack(config, word) for word in dict.fromkeys(config.packs)]


def _pack(config: Config, word: str) -> Pack:
    if "/" in word or "\\" in word or word.startswith("."):
        return packs.read(_folder(config) / word)
    pack = packs.read_installed(word)
    if pack is None:
        from letterlint import installed  # noqa: PLC0415

        names = installed.names(installed.PACKS)
        beside = (_folder(config) / word).is_dir()
        raise ConfigError(
            f"{config.path}: «packs»: пакет правил «{word}» не установлен"
            + (f"; если имеется в виду папка, напишите «./{word}»." if beside else f"{nearest(word, names)}."),
            f"{config.path}: “packs”: no installed pack “{word}”"
            + (f"; if the folder is meant, write “./{word}”." if beside else f"{nearest(word, names, 'en')}."),
        )
    return pack


def _adjusted(rules: tuple[Rule, ...], tables: Mapping[str, Mapping[str, Any]], source: str) -> tuple[Rule, ...]:
    """The rules with what ``tables`` set, by code or by name."""
    if not tables:
        return rules
    by_key = {key: rule.code for rule in rules for key in (rule.code, rule.name)}
    changed = {rule.code: rule for rule in rules}
    for key, table in tables.items():
        code = by_key.get(key)
        if code is None:
            raise ConfigError(
                f"{source}: «rules.{key}»: такого правила нет{nearest(key, by_key)}.",
                f"{source}: “rules.{key}”: there is no such rule{nearest(key, by_key, 'en')}.",
            )
        changed[code] = _adjust(changed[code], table, source, f"rules.{key}.")
    return tuple(changed[rule.code] for rule in rules)


def _adjust(rule: Rule, table: Mapping[str, Any], source: str, prefix: str) -> Rule:
    from letterlint import settings  # noqa: PLC0415 - most runs set nothing
    from letterlint.config.reading import one_of  # noqa: PLC0415

    severity = rule.severity
    if _SEVERITY in table:
        severity = Severity(one_of(source, prefix + _SEVERITY, table[_SEVERITY], [known.value for known in Severity]))
    given = {name: value for name, value in table.items() if name != _SEVERITY}
    merged = {**rule.settings, **given}
    try:
        for name in given:
            if name not in rule.options:
                raise settings.unknown(prefix + name, name, (_SEVERITY, *rule.options))
        if given:
            settings.verify(rule.check, merged, rule.folder, prefix)
            made = settings.made(rule.check, given, rule.folder)
            for patterns in made.values():
                patterns.keys  # noqa: B018 - what may begin at any word is refused here, not in the middle of a run
            merged |= made
    except RuleError as error:
        raise ConfigError(f"{source}: {error.reason}.", f"{source}: {error.reason_en}.") from error
    return rule._replace(severity=severity, settings=merged)
