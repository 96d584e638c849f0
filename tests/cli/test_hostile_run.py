"""A folder of hostile files and one good letter, checked in one run: each file ends as it must."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from fixtures.hostile import CASES

GOOD = Path(__file__).resolve().parents[2] / "fixtures" / "letters" / "carpentry-reply" / "letter.docx"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("hostile")
    for number, case in enumerate(CASES):
        (folder / f"{number:03}.docx").write_bytes(case.build())
    (folder / "999.docx").write_bytes(GOOD.read_bytes())
    command = [sys.executable, "-m", "letterlint", "check", str(folder), "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert done.returncode == 2, done.stderr.decode(errors="replace")
    document: dict[str, object] = json.loads(done.stdout)
    return document


def test_each_ends_as_it_must(run: dict[str, object]) -> None:
    errors = {Path(error["path"]).stem: error for error in run["errors"]}  # type: ignore[attr-defined]
    files = {Path(file["path"]).stem: file for file in run["files"]}  # type: ignore[attr-defined]
    for number, case in enumerate(CASES):
        stem = f"{number:03}"
        if case.expect == "refuse":
            assert stem not in files, case.name
            assert errors[stem]["kind"] == case.kind, case.name
            assert case.word.lower() in errors[stem]["message"].lower(), case.name
            assert "\n" not in errors[stem]["message"], case.name
        else:
            assert stem in files, (case.name, errors.get(stem))
            told = [
                *files[stem]["notes"],
                *filter(None, [errors.get(stem)]),
            ]  # a lost header is an error of kind «part»
            assert any(case.word in one["message"] for one in told) or not case.word, case.name


def test_the_good_letter_is_linted(run: dict[str, object]) -> None:
    [good] = [file for file in run["files"] if Path(file["path"]).stem == "999"]  # type: ignore[attr-defined]
    assert {"ADR003", "SAL007"} & {finding["code"] for finding in good["findings"]}
