from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from letterlint.cli import run
from tests.cli import toy

TOY = Path(toy.__file__)
SRC = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty current folder, and an environment that says nothing about language or terminal."""
    for name in ("LETTERLINT_LANG", "NO_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.environ.get("PYTHONPATH", ""), str(SRC)]).strip(os.pathsep))
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
            [sys.executable, str(TOY), *args], input=stdin, env=environment, **{"capture_output": True, **parts}
        )

    return spawner
