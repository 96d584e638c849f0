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
TOY = "from tests.cli import toy; toy.install(); "


def modules(code: str, *args: str) -> set[str]:
    command = [sys.executable, "-c", code, *args]
    return set(subprocess.run(command, capture_output=True, check=True).stderr.decode().splitlines())


@pytest.mark.parametrize(
    "args",
    [
        ["--version"],
        ["--help"],
        ["check", "--help"],
        ["parse", "--help"],
        ["rules", "--help"],
        ["rules", "test", "--help"],
        ["rules"],
        ["explain", "--help"],
        ["explain", "SAL005"],
        ["chek"],
        [],
    ],
)
def test_what_reads_no_letter_is_light(folder, args):
    loaded = modules(REPORT, *args)
    assert "letterlint.cli" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_a_short_run_loads_no_rich_and_none_of_the_slow_standard_modules(folder, write):
    loaded = modules(TOY + REPORT, "check", write("a.txt", "Уважаемый г-н!\n"), write("b.txt", ""))
    assert "letterlint.api" in loaded
    assert loaded.isdisjoint({"rich", "tempfile", "shutil", "textwrap", "lxml", "docx", "pymorphy3"})
