"""Which configuration counts for a letter: the nearest one upward from its folder, else the user's."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from letterlint import data
from letterlint.config.values import Config
from letterlint.errors import ConfigError
from letterlint.lazy import pattern

FILE = "letterlint.toml"
PYPROJECT = "pyproject.toml"
#: What begins a line of a pyproject.toml that may hold our table. Most hold none, and parsing one costs 10 ms.
_OUR_TABLE = pattern(
    r"^[ \t]*(?:\[{1,2}[ \t]*)?[\"']?tool[\"']?[ \t]*(?:\.[ \t]*[\"']?letterlint\b|[\]=])", re.MULTILINE
)


class Finder:
    """Finds configurations from one current folder; each file is read once. Methods raise ``ConfigError``."""

    def __init__(self, here: str = ".") -> None:
        self._here = Path(here)
        self._by_folder: dict[Path, Config] = {}

    def named(self, path: str) -> Config:
        """The configuration in a file that the user names."""
        from letterlint.config.reading import read  # noqa: PLC0415 - most runs have no configuration

        return read(Path(path), trusted=True)

    def for_letter(self, path: str) -> Config:
        """The configuration for a letter at ``path``, which need not exist."""
        here = Path(os.path.realpath(Path(path).parent))
        passed = []
        while here not in self._by_folder:
            passed.append(here)
            found = _in_folder(here)
            if found is not None:
                self._by_folder[here] = self._read(found)
            elif here.parent == here:
                self._by_folder[here] = self._of_user()
            else:
                here = here.parent
        config = self._by_folder[here]
        self._by_folder.update(dict.fromkeys(passed, config))
        return config

    def _of_user(self) -> Config:
        folder = user_folder()
        path = folder / FILE if folder else None
        return self._read(path) if path and path.is_file() else Config()

    def _read(self, path: Path) -> Config:
        from letterlint.config.reading import read  # noqa: PLC0415 - most runs have no configuration

        return read(path, trusted=self._is_trusted(Path(os.path.realpath(path.parent))))

    def _is_trusted(self, folder: Path) -> bool:
        """Whether a folder is the user's own, or in the project in which the command is run."""
        roots = [Path(os.path.realpath(root)) for root in (user_folder(), _project(self._here)) if root]
        return any(folder.is_relative_to(root) for root in roots)


def user_folder() -> Path | None:
    """The user's configuration folder by the rules of the platform; None where the system names no home."""
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Application Support"
        else:
            base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    except RuntimeError:  # a service account without a home
        return None
    return base / "letterlint" if base.is_absolute() else None


def _project(folder: Path) -> Path | None:
    """The nearest folder at or above ``folder`` that holds a pyproject.toml or a .git; None where there is none."""
    here = Path(os.path.realpath(folder))
    roots = (root for root in (here, *here.parents) if (root / PYPROJECT).exists() or (root / ".git").exists())
    return next(roots, None)


def _in_folder(folder: Path) -> Path | None:
    own = folder / FILE
    if own.is_file():
        return own
    shared = folder / PYPROJECT
    return shared if shared.is_file() and _configures(shared) else None


def _configures(path: Path) -> bool:
    """Whether a pyproject.toml holds [tool.letterlint]; one that cannot be read may: who reads it then says why not."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return True
    if "letterlint" not in text or not _OUR_TABLE.search(text):
        return False
    try:
        tool = data.read_table(path, ConfigError).get("tool")
    except ConfigError:
        return True
    return isinstance(tool, dict) and "letterlint" in tool
