"""Errors that letterlint raises on purpose; each says what to do next."""

from collections.abc import Iterable


class LetterlintError(Exception):
    """The root of all errors raised on purpose; ``reason`` says it in Russian, ``reason_en`` in English."""

    def __init__(self, reason: str, reason_en: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.reason_en = reason_en or reason

    def say(self, lang: str) -> str:
        """The reason in ``ru`` or ``en``."""
        return self.reason_en if lang == "en" else self.reason


class ConfigError(LetterlintError):
    """A setting or an option is wrong: an unknown code, key or value."""


class RuleError(LetterlintError):
    """A rule page or a word list is broken: the message names file and key."""


class ReadError(LetterlintError):
    """A file cannot be read as a letter.

    ``reason`` is a short Russian phrase for people, ``reason_en`` the same in English, ``kind`` the
    contract's failure kind: ``unreadable``, ``part`` or ``limit``.
    """

    def __init__(self, reason: str, reason_en: str, kind: str = "unreadable") -> None:
        super().__init__(reason, reason_en)
        self.kind = kind


class FixError(LetterlintError):
    """An edit cannot be written; the original is kept."""


def nearest(word: str, names: Iterable[str], lang: str = "ru") -> str:
    """« (возможно, «…»)» with the nearest right name, or the empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    close = get_close_matches(word, list(names), n=1, cutoff=0.5)
    if not close:
        return ""
    return f" (perhaps “{close[0]}”)" if lang == "en" else f" (возможно, «{close[0]}»)"
