from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from letterlint.cli.streams import WriteError
from letterlint.cli.writing import OutputFile

ERROR = "Уважаемый г-н Смирнов!\n"


def names(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl"])
def test_the_file_holds_what_would_be_printed(call, write, output_format):
    name = write("a.txt", ERROR)
    printed = call("check", name, "--output-format", output_format)[1]
    status, out, err = call("check", name, "--output-format", output_format, "-o", "report")
    assert (status, out) == (1, "")
    assert err == "Отчёт записан в «report».\nПроверено 1 письмо: 1 ошибка.\n"
    assert Path("report").read_text(encoding="utf-8") == printed
    assert names() == ["a.txt", "report"]


def test_a_text_file_has_no_colours_unless_asked(call, write):
    name = write("a.txt", ERROR)
    call("check", name, "-o", "plain.txt")
    call("check", name, "-o", "colour.txt", "--color", "always")
    assert "\x1b" not in Path("plain.txt").read_text(encoding="utf-8")
    assert "\x1b" in Path("colour.txt").read_text(encoding="utf-8")


def test_a_dash_is_standard_output(call, write):
    name = write("a.txt", ERROR)
    assert call("check", name, "-o", "-") == call("check", name)


def test_an_existing_file_is_replaced_only_by_force(call, write):
    name = write("a.txt", ERROR)
    report = Path("report.json")
    report.write_text("old", encoding="utf-8")
    args = ["check", name, "--output-format", "json", "-o", "report.json"]
    assert call(*args) == (2, "", "Файл «report.json» уже есть: замените его с --force.\n")
    assert report.read_text(encoding="utf-8") == "old"
    assert call(*args, "--force")[0] == 1
    assert json.loads(report.read_text(encoding="utf-8"))["summary"]["error"] == 1


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("a.txt", "«a.txt» – проверяемое письмо: назовите другой файл."),
        ("./letters/../a.txt", "«./letters/../a.txt» – проверяемое письмо: назовите другой файл."),
        ("letters", "«letters» – папка: назовите файл."),
        ("nowhere/report.txt", "Нет папки «nowhere» для файла «nowhere/report.txt»."),
    ],
)
def test_places_where_no_report_is_written(call, write, target, sentence):
    write("letters/b.txt", ERROR)
    write("a.txt", ERROR)
    assert call("check", "a.txt", "-o", target, "--force") == (2, "", sentence + "\n")
    assert Path("a.txt").read_text(encoding="utf-8") == ERROR


def test_a_run_that_breaks_off_leaves_the_old_report(call, write, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("letterlint.api.check_file", interrupt)
    name = write("a.txt", ERROR)
    Path("report").write_text("old", encoding="utf-8")
    assert call("check", name, "-o", "report", "--force")[0] == 130
    assert Path("report").read_text(encoding="utf-8") == "old"
    assert names() == ["a.txt", "report"]


def test_nothing_is_seen_before_the_file_is_whole(folder):
    file = OutputFile("report")
    file.write("половина")
    assert not Path("report").exists()
    file.commit()
    file.abandon()
    assert Path("report").read_text(encoding="utf-8") == "половина"
    assert names() == ["report"]


@pytest.mark.skipif(os.name == "nt", reason="rights and links of Unix")
def test_rights_and_links_are_kept(folder):
    Path("real").write_text("old", encoding="utf-8")
    Path("real").chmod(0o600)
    Path("link").symlink_to("real")
    file = OutputFile("link")
    file.write("new")
    file.commit()
    assert Path("link").is_symlink()
    assert Path("real").read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(Path("real").stat().st_mode) == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_devices_are_written_to_directly(call, write):
    name = write("a.txt", ERROR)
    assert call("check", name, "-o", os.devnull)[0] == 1
    status, _, err = call("check", name, "-o", "/dev/full")
    assert (status, err.startswith("Не удалось записать результат: ")) == (2, True)


def test_a_folder_that_cannot_be_written_to(folder):
    (folder / "gone").mkdir()
    file = OutputFile("gone/report")
    file.write("x")
    next((folder / "gone").iterdir()).unlink()
    with pytest.raises(WriteError):
        file.commit()
    file.abandon()
    assert names("gone") == []


def test_parse_writes_a_file(call, write):
    name = write("a.txt", ERROR)
    assert call("parse", name, "--output-format", "json", "-o", "zones.json") == (0, "", "Записано в «zones.json».\n")
    assert json.loads(Path("zones.json").read_text(encoding="utf-8"))["paragraphs"][0]["text"] == ERROR.strip()
    assert call("parse", name, "-o", "zones.json")[0] == 2
