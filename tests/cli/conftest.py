from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli import toy

from letterlint.cli import run

TOY = Path(toy.__file__)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty current folder, and an environment that says nothing about language, terminal or configuration."""
    for name in ("LETTERLINT_LANG", "NO_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([*filter(None, [os.environ.get("PYTHONPATH")]), str(ROOT / "src"), str(ROOT)])
    )
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path.with_name(f"{tmp_path.name}-home")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder):
    """Write a letter and give its name."""

    def writer(name: str, text: str) -> str:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return writer


@pytest.fixture
def call(folder, monkeypatch, capfdbinary):
    """Run the command line in this process over the toy engine: status, output, errors."""
    toy.install(monkeypatch.setattr)

    def caller(*args: str) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        status = run(list(args))
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return caller


@pytest.fixture
def spawn(folder):
    """Run the command line as a process over the toy engine."""

    def spawner(*args: str, encoding: str | None = None, stdin: bytes = b"", **parts) -> subprocess.CompletedProcess:
        environment = {**os.environ, **({"PYTHONIOENCODING": encoding} if encoding else {"PYTHONUTF8": "1"})}
        return subprocess.run(
            [sys.executable, str(TOY), *args],
            input=stdin,
            env=environment,
            check=False,
            **{"capture_output": True, **parts},
        )

    return spawner
