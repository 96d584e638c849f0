"""What a configuration says, as a value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from letterlint.model import Severity

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Config(NamedTuple):
    """A configuration file, validated as far as it can be without the rules; the empty one says nothing.

    ``path`` is the file, for messages and as the place from which its relative paths count. ``rules`` maps a code or a
    rule name to what is set there. ``mail`` and ``languagetool`` are the tables of these names as they stand.
    """

    path: str = ""
    trusted: bool = False
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: Severity | None = None
    lang: str | None = None
    packs: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = _NOTHING
    mail: Mapping[str, Any] = _NOTHING
    languagetool: Mapping[str, Any] = _NOTHING


class Profile(NamedTuple):
    """A list of rules on and off, and their settings.

    ``source`` is its file, or the name of a shipped one. ``planned`` are words of ``on`` and ``off`` of a shipped
    profile that may mean no rule: the catalogue has their codes, the rules are not built yet.
    """

    source: str
    extends: str | None = None
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = _NOTHING
