"""Every run pays for what it imports: help and version load no reader, no dictionary, no rich."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("lxml", "docx", "pymorphy3", "razdel", "pytrovich", "rich", "letterlint.api", "letterlint.sources")
REPORT = (
    "import sys; from letterlint.__main__ import main; sys.argv = ['letterlint', *sys.argv[1:]]; main(); "
    "print('\\n'.join(sys.modules), file=sys.stderr)"
)


def modules(*args: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", REPORT, *args], capture_output=True, text=True, encoding="utf-8")
    return set(done.stderr.splitlines())


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["check", "--help"], ["parse", "--help"], ["chek"], []])
def test_help_and_wrong_usage_are_light(folder, args):
    loaded = modules(*args)
    assert "letterlint.cli" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_checking_loads_no_rich_and_none_of_the_slow_standard_modules(folder, write):
    loaded = modules("check", write("a.txt", "Уважаемый Андрей Петрович!\n"))
    assert "letterlint.api" in loaded
    assert loaded.isdisjoint({"rich", "tempfile", "shutil", "textwrap", "lxml", "docx"})
