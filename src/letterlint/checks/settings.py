"""What a rule page writes as text and a check wants as patterns."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from letterlint import checks
from letterlint.checks.finds import Finds, lists_of
from letterlint.russian.patterns import Book

Keys = Mapping[str, Mapping[str, Sequence[int]]]


def prepared(kind: str, settings: Mapping[str, Any], folder: Path, keys: Keys | None = None) -> dict[str, Any]:
    """``settings`` of a page, with lists of patterns made books and tables of finds made :class:`Finds`.

    Which they are is said by the annotations of the check: ``Book`` or ``Finds``. ``keys`` are the keys of each, by the
    name of the setting, where they were made before. Raises ``RuleError`` for a pattern that is wrong.
    """
    made = dict(settings)
    for name, parameter in inspect.signature(checks.find(kind), eval_str=True).parameters.items():
        if name in made and parameter.annotation is Finds:
            made[name] = Finds(made[name], folder, (keys or {}).get(name))
        elif name in made and parameter.annotation is Book:
            made[name] = Book(made[name], lists_of(folder), (keys or {}).get(name))
    return made
