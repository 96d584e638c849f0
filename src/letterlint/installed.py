"""Entry points of installed packages: the one door to ``importlib.metadata``, opened where a name asks for it.

The search through all installed packages costs some 20 ms, so no run pays for it that names no such thing.
"""

from __future__ import annotations

from typing import cast

from letterlint.errors import RuleError

#: name -> a package or a function that gives the folder of a pack
PACKS = "letterlint.packs"
#: name -> a function that is a kind of check
CHECKS = "letterlint.checks"


def names(group: str) -> list[str]:
    """The names that installed packages offer in ``group``, sorted."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - see above

    return sorted({point.name for point in entry_points(group=group)})


def find(group: str, name: str) -> object | None:
    """What is installed under ``name``, None where nothing is.

    Raises ``RuleError`` where two packages offer the name, or what they offer cannot be imported.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415 - see above

    points = {point.value: point for point in entry_points(group=group, name=name)}
    if len(points) > 1:
        offers = ", ".join(sorted(points))
        raise RuleError(
            f"Имя «{name}» ({group}) предлагают несколько установленных пакетов: {offers}.",
            f"Several installed packages offer the name “{name}” ({group}): {offers}.",
        )
    for point in points.values():
        try:
            return cast("object", point.load())
        except Exception as error:  # what an installed package raises when imported is its own affair
            reason = f"{type(error).__name__}: {error}"
            raise RuleError(
                f"«{name}» ({group}, {point.value}) не загружается: {reason}.",
                f"“{name}” ({group}, {point.value}) cannot be loaded: {reason}.",
            ) from error
    return None
