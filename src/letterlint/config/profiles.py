"""Profiles: lists of rules on and off, and settings. Two are shipped, users write their own.

The shipped ones are read from ``rules/profiles/index.json``, made of their files by ``python -m letterlint.config`` (a
test keeps it fresh), because the default profile is read at every start.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from letterlint import data
from letterlint.config.choice import codes, is_known
from letterlint.config.values import Profile
from letterlint.errors import ConfigError, RuleError, nearest
from letterlint.packs import Rule

DEFAULT = "standard"
_FOLDER = "profiles"


@cache
def shipped() -> Mapping[str, Profile]:
    """The profiles that come with the program, by name."""
    path = data.root() / _FOLDER / "index.json"
    try:
        tables = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(
            f"{path}: {error.strerror}: переустановите letterlint.", f"{path}: reinstall letterlint."
        ) from error
    return {name: _shipped(name, table) for name, table in tables.items()}


def _shipped(name: str, table: Mapping[str, Any]) -> Profile:
    lists = {key: tuple(table.get(key, ())) for key in ("on", "off", "planned")}
    return Profile(name, extends=table.get("extends"), rules=table.get("rules", {}), **lists)


def chain(word: str, folder: Path, where: str = "", *, trusted: bool = True) -> list[Profile]:
    """The profile that ``word`` means and those it extends, the outermost first.

    ``word`` is the name of a shipped profile or a path from ``folder``; what is not ``trusted`` reads no file outside
    that folder. Raises ``ConfigError``, whose message begins with ``where``.
    """
    found: list[Profile] = []
    while word not in shipped():
        path = _path(word, folder, where, trusted=trusted)
        if str(path) in {profile.source for profile in found}:
            raise ConfigError(
                f"{where}«extends»: профиль {path} продолжает сам себя.", f"{where}“extends”: {path} extends itself."
            )
        found.insert(0, _read(path))
        if found[0].extends is None:
            return found
        word, folder, where = found[0].extends, path.parent, f"{path}: "
    found.insert(0, shipped()[word])
    while found[0].extends is not None:
        found.insert(0, shipped()[found[0].extends])
    return found


def _read(path: Path) -> Profile:
    from letterlint.config.reading import read_profile  # noqa: PLC0415 - most runs have no profile of their own

    return read_profile(path)


def _path(word: str, folder: Path, where: str, *, trusted: bool) -> Path:
    if not ("/" in word or "\\" in word or word.endswith(".toml")):
        names = list(shipped())
        listed = ", ".join(names)
        raise ConfigError(
            f"{where}{'п' if where else 'П'}рофиля «{word}» нет{nearest(word, names)}; есть {listed} и файлы .toml.",
            f"{where}{'n' if where else 'N'}o profile “{word}”{nearest(word, names, 'en')}; there are {listed}, files.",
        )
    path = Path(word)
    if not trusted and (path.anchor or ".." in path.parts):
        raise ConfigError(
            f"{where}«{word}»: отсюда можно назвать только профиль в этой же папке.",
            f"{where}“{word}”: only a profile in the same folder may be named here.",
        )
    return folder / path


def chosen(rules: Sequence[Rule], profiles: Iterable[Profile]) -> set[str]:
    """The codes that are on; a profile that extends none starts from its ``on``, where it has none from all rules."""
    on: set[str] = set()
    for profile in profiles:
        named = codes(rules, _built(rules, profile, profile.on), f"{profile.source}: «on»: ")
        if profile.extends is None and not profile.on:
            named = {rule.code for rule in rules}
        on |= named
        on -= codes(rules, _built(rules, profile, profile.off), f"{profile.source}: «off»: ")
    return on


def _built(rules: Sequence[Rule], profile: Profile, words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in profile.planned or is_known(rules, word)]


def build_index(folder: Path) -> str:
    """The text of ``index.json`` for the folder of shipped profiles. Raises ``ConfigError`` for a wrong one."""
    from letterlint.config.reading import profile_of  # noqa: PLC0415

    tables = {path.stem: data.read_table(path, ConfigError) for path in sorted(folder.glob("*.toml"), reverse=True)}
    for name, table in tables.items():
        profile_of(name, table)
    return json.dumps(tables, ensure_ascii=False, indent=1) + "\n"


def write_index() -> None:
    """Renew the index of the shipped profiles."""
    folder = data.root() / _FOLDER
    (folder / "index.json").write_text(build_index(folder), encoding="utf-8")
