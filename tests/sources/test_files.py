"""Files and folders: what is opened, what is passed over, what is said."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from letterlint.errors import ReadError
from letterlint.sources import EXTENSIONS, read
from letterlint.sources import files as module
from letterlint.sources.files import identify, load, walk

ZIP = b"PK\x03\x04 and so on"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def reason(path: str | Path) -> ReadError:
    with pytest.raises(ReadError) as caught:
        load(path)
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "письмо.txt"
    path.write_bytes(b"a\r\nb\x1ac")
    assert load(path) == load(str(path)) == b"a\r\nb\x1ac"


def test_a_missing_file_and_the_one_that_may_be_meant(tmp_path: Path) -> None:
    assert reason(tmp_path / "x.docx").reason == "файл не найден"
    (tmp_path / "письмо.docx").touch()
    (tmp_path / "~$письмо.docx").touch()
    error = reason(tmp_path / "письма.docx")
    assert error.reason == "файл не найден; возможно, «письмо.docx»?"
    assert error.reason_en == 'file not found; perhaps "письмо.docx"?'
    assert reason(tmp_path / "нет" / "письмо.docx").reason == "файл не найден"
    assert reason(tmp_path / "письмо.docx" / "x").reason == "файл не найден"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert reason(tmp_path).reason == "это папка, а не файл"


def test_a_name_that_no_system_allows(tmp_path: Path) -> None:
    assert reason("a\0b").reason.startswith("файл не читается")
    assert reason(tmp_path / ("x" * 5000)).reason.startswith("файл не читается")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_a_pipe_and_a_device_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe, link = tmp_path / "pipe.txt", tmp_path / "zero.txt"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")

    def opened(*_: object) -> int:
        raise AssertionError("opened")

    monkeypatch.setattr(os, "open", opened)
    for path in (pipe, link):
        assert reason(path).reason.startswith("это не обычный файл")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
def test_a_file_exchanged_for_a_pipe_does_not_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("x")
    regular = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda self, **_: regular)
    assert reason(path).reason.startswith("это не обычный файл")


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "letter.txt")
    assert load(tmp_path / "link.txt") == b"x"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    with path.open("wb") as file:
        file.truncate(module.LARGEST + 1)
    assert reason(path).kind == "limit"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"12345")
    monkeypatch.setattr(module, "_check", lambda *_: None)
    monkeypatch.setattr(module, "LARGEST", 4)
    assert reason(path).kind == "limit"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "gone"), "файл исчез"),
        (PermissionError(13, "denied"), "нет прав"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str) -> None:
    path = tmp_path / "x.txt"
    path.touch()

    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(os, "open", refuse)
    assert words in reason(path).reason


@pytest.mark.parametrize("code", [32, 33])
def test_a_letter_open_in_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    path = tmp_path / "x.docx"
    path.touch()

    def refuse(*_: object) -> int:
        error = PermissionError(13, "used by another process")
        error.winerror = code  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(os, "open", refuse)
    assert reason(path).reason == "файл открыт в другой программе, вероятно в Word: закройте его и повторите"


def test_walking_a_folder(tmp_path: Path) -> None:
    wanted = ["a.docx", "b/в.TXT", "b/c/d.eml", "b.dotx", "z.DocM"]
    passed = [
        "a.fixed.docx", "a.review.docx", "a.FIXED.txt", "a.docx.bak", "~$a.docx", ".hidden.docx", ".git/x.txt",
        "b/.cache/y.docx", "a.doc", "a.pdf", "noextension",
    ]  # fmt: skip
    for name in (*wanted, *passed):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "link.docx").symlink_to(tmp_path / "a.docx")
    (tmp_path / "around").symlink_to(tmp_path, target_is_directory=True)
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.txt")
    assert walk(tmp_path) == sorted(tmp_path / name for name in wanted)
    assert walk(str(tmp_path / "around")) == sorted(tmp_path / "around" / name for name in wanted)


def test_a_deep_folder_is_walked_without_recursion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):  # deeper than Python's recursion limit, longer than any path may be
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(tmp_path)
    try:
        found = walk(".")
        assert all(path.name == "d" for path in found)
    finally:
        _remove_deep(tmp_path)


def _remove_deep(folder: Path) -> None:
    os.chdir(folder)
    depth = 0
    while Path("d").is_dir():
        os.chdir("d")
        depth += 1
    for _ in range(depth):
        os.chdir("..")
        Path("d").rmdir()


def test_a_folder_that_cannot_be_listed_is_not_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert walk(tmp_path) == [tmp_path / "a.txt", tmp_path / "closed"]
    assert reason(tmp_path / "closed").reason == "нет прав на чтение папки"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (ZIP, "a.docx", "docx"),
        (b"", "a.DOCM", "docx"),
        (b"", "a.dotx", "docx"),
        (b"text", "folder/a.TXT", "plain"),
        (b"", "a.eml", "mail"),
        (ZIP, "a.txt", "docx"),
        (OLE, "a.txt", "docx"),
        (b"text", "", "plain"),
        (ZIP, "", "docx"),
    ],
)
def test_what_a_file_is(data: bytes, name: str, kind: str) -> None:
    assert identify(data, name) == kind


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a", "docx", "a.docx.exe"])
def test_an_unknown_extension_names_the_known_ones(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        identify(b"", name)
    assert all(extension in caught.value.reason and extension in caught.value.reason_en for extension in EXTENSIONS)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [(b"%PDF-1.7", "a.txt", "PDF"), (b"{\\rtf1", "a.txt", "RTF"), (b"", "x/~$a.docx", "служебный файл Word")],
)
def test_what_would_be_read_as_nonsense(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        identify(data, name)


def test_reading_chooses_the_reader() -> None:
    assert [block.text for block in read("Письмо.".encode(), "a.txt").blocks] == ["Письмо."]
    with pytest.raises(ReadError, match=r"письма \.eml эта версия ещё не читает"):
        read(b"Subject: x", "a.eml")
