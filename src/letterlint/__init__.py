"""letterlint: a linter for Russian business letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from letterlint.api import check, parse
    from letterlint.errors import ConfigError, FixError, LetterlintError, ReadError, RuleError
    from letterlint.letter import Letter, People, Person, Report
    from letterlint.model import Failure, Finding, Kind, Severity, Span, Zone

__version__ = "0.1.0"

_HOMES = {
    "check": "api",
    "parse": "api",
    "ConfigError": "errors",
    "FixError": "errors",
    "LetterlintError": "errors",
    "ReadError": "errors",
    "RuleError": "errors",
    "Letter": "letter",
    "People": "letter",
    "Person": "letter",
    "Report": "letter",
    "Failure": "model",
    "Finding": "model",
    "Kind": "model",
    "Severity": "model",
    "Span": "model",
    "Zone": "model",
}

__all__ = [
    "ConfigError",
    "Failure",
    "Finding",
    "FixError",
    "Kind",
    "Letter",
    "LetterlintError",
    "People",
    "Person",
    "ReadError",
    "Report",
    "RuleError",
    "Severity",
    "Span",
    "Zone",
    "__version__",
    "check",
    "parse",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(f"letterlint.{_HOMES[name]}"), name)
