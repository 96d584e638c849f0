"""Errors that letterlint raises on purpose; each says what to do next."""


class LetterlintError(Exception):
    """The root of all errors that letterlint raises on purpose."""


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
        super().__init__(reason)
        self.reason = reason
        self.reason_en = reason_en
        self.kind = kind


class FixError(LetterlintError):
    """An edit cannot be written; the original is kept."""
