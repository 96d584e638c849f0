"""Reads one configuration file: every key known, every value of its kind, and nothing that its place may not ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from letterlint import data
from letterlint.config.search import PYPROJECT
from letterlint.config.values import Config, Profile
from letterlint.errors import ConfigError, nearest
from letterlint.model import Severity

LANGUAGES = ("ru", "en")
_PROFILE_KEYS = ("extends", "on", "off", "rules")
#: A letter's folder may not command the program (docs/configuration.md, «Trust»).
_UNTRUSTED = (
    "«{key}» действует только в файле из --config, в Вашей папке настроек и в проекте, где запущена команда (там, где "
    "есть pyproject.toml или .git): папка с письмами командовать программой не может."
)
_UNTRUSTED_EN = (
    "“{key}” is obeyed only in a file named by --config, in your configuration folder and in the project where the "
    "command is run (with a pyproject.toml or .git): a folder of letters may not command the program."
)


def read(path: Path, *, trusted: bool) -> Config:
    """The configuration in ``path``, a ``letterlint.toml`` or a ``pyproject.toml``.

    Raises ``ConfigError`` naming file and key for the first thing that is wrong or, unless ``trusted``, not allowed.
    """
    table = data.read_table(path, ConfigError)
    if path.name == PYPROJECT:
        table = _of_tool(path, table)
    _known(path, table, _KEYS)
    values = {name: check(path, key, table[key]) for key, (name, check) in _KEYS.items() if key in table}
    config = Config(path=str(path), trusted=trusted, **values)
    if not trusted:
        _require_harmless(path, config)
    return config


def read_profile(path: Path) -> Profile:
    """The profile in a file. Raises ``ConfigError`` naming file and key for the first thing that is wrong."""
    return profile_of(str(path), data.read_table(path, ConfigError), _PROFILE_KEYS)


def profile_of(source: str, table: Mapping[str, Any], keys: Iterable[str] = (*_PROFILE_KEYS, "planned")) -> Profile:
    """The profile that a table holds; only the shipped ones may have ``planned``. Raises ``ConfigError``."""
    _known(source, table, keys)
    checks: dict[str, Callable[[object, str, object], Any]] = {"extends": _text, "rules": _tables}
    return Profile(source, **{key: checks.get(key, _texts)(source, key, value) for key, value in table.items()})


def _of_tool(path: Path, table: Mapping[str, Any]) -> dict[str, Any]:
    tool = table.get("tool")
    own = tool.get("letterlint") if isinstance(tool, dict) else None
    if not isinstance(own, dict):
        raise ConfigError(f"{path}: нет таблицы [tool.letterlint].", f"{path}: there is no table [tool.letterlint].")
    return own


def _require_harmless(path: Path, config: Config) -> None:
    for key, asked in (
        ("packs", config.packs),
        ("mail", config.mail),
        ("languagetool.url", _goes_out(config.languagetool.get("url"))),
    ):
        if asked:
            raise ConfigError(f"{path}: {_UNTRUSTED.format(key=key)}", f"{path}: {_UNTRUSTED_EN.format(key=key)}")


def _goes_out(url: object) -> bool:
    """Whether an address is not plainly one of this machine. Whatever programs may read in two ways goes out."""
    from ipaddress import ip_address  # noqa: PLC0415 - only who names an address pays for it
    from urllib.parse import urlsplit  # noqa: PLC0415

    if url is None:
        return False
    if not isinstance(url, str) or not url.isascii() or not url.isprintable() or set(url) & set("\\@ "):
        return True
    try:
        host = urlsplit(url).hostname
        return host != "localhost" and not ip_address(host or "").is_loopback
    except ValueError:
        return True


def _known(path: object, table: Mapping[str, Any], keys: Iterable[str]) -> None:
    for key in table:
        if key not in keys:
            raise ConfigError(
                f"{path}: неизвестный ключ «{key}»{nearest(key, keys)}.",
                f"{path}: unknown key “{key}”{nearest(key, keys, 'en')}.",
            )


def _text(path: object, key: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise _unfit(path, key, "строка", "a string")
    return value


def _texts(path: object, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _unfit(path, key, "список строк", "a list of strings")
    return tuple(value)


def _table(path: object, key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unfit(path, key, "таблица", "a table")
    return value


def _tables(path: object, key: str, value: object) -> dict[str, dict[str, Any]]:
    return {name: _table(path, f"{key}.{name}", inner) for name, inner in _table(path, key, value).items()}


def _severity(path: object, key: str, value: object) -> Severity:
    return Severity(one_of(path, key, value, [severity.value for severity in Severity]))


def _lang(path: object, key: str, value: object) -> str:
    return one_of(path, key, value, LANGUAGES)


def one_of(path: object, key: str, value: object, known: Iterable[str]) -> str:
    """``value``, which is one of ``known``. Raises ``ConfigError``."""
    names = list(known)
    if value not in names:
        listed = ", ".join(names)
        raise ConfigError(
            f"{path}: «{key}»: неизвестное значение «{value}»{nearest(str(value), names)}; есть {listed}.",
            f"{path}: “{key}”: unknown value “{value}”{nearest(str(value), names, 'en')}; there are {listed}.",
        )
    return str(value)


def _unfit(path: object, key: str, russian: str, english: str) -> ConfigError:
    return ConfigError(
        f"{path}: «{key}»: здесь нужно значение вида: {russian}.", f"{path}: “{key}”: this must be {english}."
    )


#: key of the file -> field of ``Config``, and what makes the one of the other
_KEYS: dict[str, tuple[str, Callable[[object, str, object], Any]]] = {
    "profile": ("profile", _text),
    "select": ("select", _texts),
    "ignore": ("ignore", _texts),
    "extend-select": ("extend_select", _texts),
    "fail-on": ("fail_on", _severity),
    "lang": ("lang", _lang),
    "packs": ("packs", _texts),
    "rules": ("rules", _tables),
    "mail": ("mail", _table),
    "languagetool": ("languagetool", _table),
}
