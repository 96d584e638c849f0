"""Which file counts for a letter, and what it may ask for."""

from __future__ import annotations

import os

import pytest
from tests.config.conftest import found

from letterlint.config import Config, Finder
from letterlint.errors import ConfigError


def test_the_nearest_file_counts_alone(put, tmp_path, home):
    put("home/letterlint/letterlint.toml", 'ignore = ["SAL"]')
    put("mail/letterlint.toml", 'select = ["ADR"]')
    put("mail/in/pyproject.toml", '[project]\nname = "letterlint"\n[tool.ruff]\nsrc = ["letterlint"]\n')
    own = put("mail/in/may/pyproject.toml", '[tool]\n[tool."letterlint"]\nselect = ["SIG"]\n')
    near = put("mail/in/june/letterlint.toml", 'select = ["EXM"]')
    put("mail/in/june/pyproject.toml", '[tool.letterlint]\nselect = ["SIG"]\n')
    finder = Finder()
    assert finder.for_letter(str(tmp_path / "mail/in/a.docx")).select == ("ADR",)
    assert finder.for_letter(str(own.parent / "a.docx")).select == ("SIG",)
    assert finder.for_letter(str(near.parent / "deeper" / "nowhere" / "a.docx")).select == ("EXM",)
    elsewhere = finder.for_letter(str(tmp_path / "a.docx"))
    assert (elsewhere.ignore, elsewhere.select, elsewhere.trusted) == (("SAL",), (), True)


def test_without_any_file_there_is_the_empty_configuration(home, tmp_path):
    assert found(tmp_path / "a.docx") == Config()


def test_each_file_is_read_once(put, tmp_path, home, monkeypatch):
    put("mail/letterlint.toml", 'select = ["ADR"]')
    finder = Finder()
    first = finder.for_letter(str(tmp_path / "mail/in/a.docx"))
    monkeypatch.setattr("letterlint.data.read_table", None)
    assert finder.for_letter(str(tmp_path / "mail/out/b.docx")) is first


def test_a_named_file_counts_alone_and_is_trusted(put):
    path = put("any/name.toml", 'packs = ["./bank"]')
    config = Finder().named(str(path))
    assert (config.trusted, config.packs) == (True, ("./bank",))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('packs = ["./bank"]', "packs"),
        ('packs = ["installed"]', "packs"),
        ('[mail]\nsmtp = "mx.example"', "mail"),
        ('[languagetool]\nurl = "https://lt.example"', "languagetool.url"),
        ('[languagetool]\nurl = "http://localhost.example"', "languagetool.url"),
        ('[languagetool]\nurl = "http://127.0.0.1@lt.example"', "languagetool.url"),
        ('[languagetool]\nurl = "http://lt.example\\\\@localhost/"', "languagetool.url"),
    ],
)
@pytest.mark.parametrize("place", ["inbox/letterlint.toml", "inbox/pyproject.toml"])
def test_a_letters_folder_may_not_command_the_program(put, text, key, place):
    if place.endswith("pyproject.toml"):
        text = text.replace("[mail]", "[tool.letterlint.mail]").replace("[lang", "[tool.letterlint.lang")
        text = text if text.startswith("[") else f"[tool.letterlint]\n{text}"
    path = put(place, text)
    with pytest.raises(ConfigError) as error:
        found(path)
    assert f"{path}: «{key}» действует только" in error.value.reason
    assert f"{path}: “{key}” is obeyed only" in error.value.reason_en


@pytest.mark.parametrize("url", ["http://localhost:8081/v2", "http://127.0.0.1:8081", "http://[::1]:8081"])
def test_a_server_on_this_machine_may_be_asked_for(put, url):
    assert found(put("inbox/letterlint.toml", f'[languagetool]\nurl = "{url}"')).languagetool == {"url": url}


def test_the_project_of_the_current_folder_is_trusted(put, tmp_path, monkeypatch):
    put("repo/.git", "gitdir: elsewhere")
    path = put("repo/letters/letterlint.toml", 'packs = ["./bank"]')
    (tmp_path / "repo" / "src").mkdir()
    with pytest.raises(ConfigError):
        found(path)
    monkeypatch.chdir(tmp_path / "repo" / "src")
    assert found(path).packs == ("./bank",)
    # its neighbour with a name that begins alike is another folder
    with pytest.raises(ConfigError):
        found(put("repository/letterlint.toml", 'packs = ["./bank"]'))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_into_the_project_is_judged_by_where_it_leads(put, tmp_path, monkeypatch):
    put("repo/.git")
    outside = put("inbox/letterlint.toml", 'packs = ["./bank"]')
    (tmp_path / "repo" / "inbox").symlink_to(outside.parent)
    monkeypatch.chdir(tmp_path / "repo")
    with pytest.raises(ConfigError, match="packs"):
        Finder().for_letter("inbox/a.docx")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('selct = ["SAL"]', "неизвестный ключ «selct» (возможно, «select»)"),
        ('select = "SAL"', "«select»: здесь нужно значение вида: список строк"),
        ("profile = 5", "«profile»: здесь нужно значение вида: строка"),
        ('fail-on = "warn"', "«fail-on»: неизвестное значение «warn» (возможно, «warning»); есть error, warning, info"),
        ('lang = ["ru"]', "«lang»: неизвестное значение"),
        ('rules = ["SAL"]', "«rules»: здесь нужно значение вида: таблица"),
        ("[rules]\nSAL005 = true", "«rules.SAL005»: здесь нужно значение вида: таблица"),
        ("select = [", "ошибка в TOML"),
        ("a = " + "[" * 9_000, "ошибка в TOML"),
        ("a = " + "9" * 9_000, "ошибка в TOML"),
        ("a." * 9_000 + "a = 1", "слишком длинная строка"),
        ("#" * 300_000, "файл больше 256 КБ"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(put, text, says):
    path = put("inbox/letterlint.toml", text)
    with pytest.raises(ConfigError) as error:
        found(path)
    assert error.value.reason.startswith(f"{path}: ")
    assert says in error.value.reason


def test_encodings(put):
    assert found(put("a/letterlint.toml", "\ufeffignore = ['SAL']")).ignore == ("SAL",)
    path = put("b/letterlint.toml")
    path.write_bytes("# настройки".encode("cp1251"))
    with pytest.raises(ConfigError, match="UTF-8"):
        found(path)


@pytest.mark.skipif(os.name == "nt", reason="no pipes there")
def test_a_pipe_is_not_opened(put, tmp_path, home):
    (tmp_path / "inbox").mkdir()
    os.mkfifo(tmp_path / "inbox" / "letterlint.toml")
    assert found(tmp_path / "inbox" / "a.docx") == Config()
    with pytest.raises(ConfigError, match="нет"):
        Finder().named(str(tmp_path / "inbox" / "letterlint.toml"))
