"""``check`` over configurations: which counts, what wins, what is wrong usage."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

BOTH = "Уважаемый г-н Смирнов!\nПримите меры.\n"


def found(out: str) -> dict[str, list[str]]:
    return {file["path"]: [f["code"] for f in file["findings"]] for file in json.loads(out)["files"]}


def test_letters_of_one_run_have_the_configuration_of_their_folders(call, write):
    write("a/letterlint.toml", 'ignore = ["SAL005"]')
    write("b/letterlint.toml", '[rules.STR003]\nseverity = "info"\n')
    letters = [write("a/1.txt", BOTH), write("b/2.txt", BOTH), write("3.txt", BOTH)]
    _, out, _ = call("check", *letters, "--output-format", "json")
    assert found(out) == {"a/1.txt": ["STR003"], "b/2.txt": ["SAL005", "STR003"], "3.txt": ["SAL005", "STR003"]}


def test_the_command_line_wins(call, write):
    write("letterlint.toml", 'ignore = ["SAL005"]\nfail-on = "error"\nlang = "en"\n')
    letter = write("1.txt", BOTH)
    status, out, _ = call("check", letter)
    assert (status, "1 warning" in out, "SAL005" in out) == (0, True, False)
    assert call("check", letter, "--fail-on", "warning")[0] == 1
    assert "SAL005" in call("check", letter, "--extend-select", "SAL")[1]
    assert "1 замечание" in call("check", letter, "--lang", "ru")[1]
    write("other.toml", 'select = ["TYP003"]')
    assert call("check", letter, "--config", "other.toml") == (0, "Проверено 1 письмо. Замечаний нет.\n", "")
    write("own.toml", 'on = ["SAL005"]')
    assert (
        "STR003" not in call("check", letter, "--config", "other.toml", "--profile", "own.toml", "--select", "SAL")[1]
    )


def test_each_letter_is_judged_by_its_own_threshold(call, write):
    write("a/letterlint.toml", 'fail-on = "error"')
    warning, lenient = write("1.txt", "Примите меры.\n"), write("a/1.txt", "Примите меры.\n")
    assert call("check", lenient)[0] == 0
    assert call("check", lenient, warning)[0] == 1


def test_standard_input_has_the_configuration_of_its_name(call, write, monkeypatch):
    write("a/letterlint.toml", 'ignore = ["SAL005"]')
    write("letterlint.toml", 'ignore = ["STR003"]')
    for args, codes in ((["--stdin-filename", "a/1.txt"], ["STR003"]), ([], ["SAL005"])):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BOTH.encode())))
        _, out, _ = call("check", "-", *args, "--output-format", "json")
        assert list(found(out).values()) == [codes]


@pytest.mark.parametrize("more", [[], ["-o", "report.json", "--output-format", "json"]])
def test_what_is_wrong_for_one_letter_is_wrong_usage(call, write, folder, more):
    write("b/letterlint.toml", 'ignor = ["SAL005"]')
    status, out, err = call("check", write("a.txt", BOTH), write("b/b.txt", BOTH), *more)
    path = folder / "b" / "letterlint.toml"
    assert (status, out, err) == (2, "", f"{path}: неизвестный ключ «ignor» (возможно, «ignore»).\n")
    assert not (folder / "report.json").exists()
    _, _, err = call("check", "b/b.txt", "--lang", "en")
    assert err == f"{path}: unknown key “ignor” (perhaps “ignore”).\n"
    assert call("check", "b/b.txt", "--config", "none.toml")[2] == "none.toml: такого файла нет.\n"


def test_a_run_without_configuration_reads_no_toml(write):
    from tests.cli.test_startup import REPORT, TOY  # noqa: PLC0415

    write("pyproject.toml", '[project]\nname = "letterlint"\n')
    args = [sys.executable, "-c", TOY + REPORT, "check", write("a.txt", BOTH)]
    loaded = subprocess.run(args, capture_output=True, check=True).stderr.decode().splitlines()
    assert "letterlint.config" in loaded
    assert not {"tomllib", "importlib.metadata", "letterlint.settings", "letterlint.config.reading"} & set(loaded)
