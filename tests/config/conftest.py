from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from letterlint.config import Config, Finder, settle

PAGE = """
severity = "warning"
clauses = ["Регламент 3.1"]
kinds = ["doc", "mail"]

[ru]
message = "Слово «{text}»"
why = "Так велит регламент банка."

[en]
message = "The word “{text}”"
why = "The bank says so."

[check]
kind = "mixed_script"

[settings.allowed]
ru = "Какие слова допустимы."
en = "Which words are allowed."

[[example]]
bad = "x"

[[example]]
ok = "y"
"""
MANIFEST = 'name = "bank"\nversion = "1"\nru = "Правила банка"\nen = "Rules of the bank"\n'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder, empty; the current folder is elsewhere, in no project."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "home" / "letterlint"


@pytest.fixture
def put(tmp_path: Path, home: Path) -> Callable[[str, str], Path]:
    """Write a file below the temporary folder."""

    def writer(name: str, text: str = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return writer


@pytest.fixture
def pack(put: Callable[[str, str], Path]) -> Callable[..., Path]:
    """Write a pack of one rule."""

    def writer(name: str, page: str = "BANK001-own-word", text: str = PAGE) -> Path:
        put(f"{name}/pack.toml", MANIFEST)
        return put(f"{name}/{page}.toml", text).parent

    return writer


def codes(config: Config, **options: object) -> set[str]:
    return {rule.code for rule in settle(config, **options)}


def found(path: Path) -> Config:
    return Finder().for_letter(str(path))
