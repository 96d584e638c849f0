from __future__ import annotations

import json

import pytest

ERROR = "Уважаемый г-н Смирнов!\n"


def document(done):
    return json.loads(done.stdout.decode("utf-8"))


def test_a_name_of_ones_own(spawn):
    done = spawn("check", "-", "--stdin-filename", "почта/письмо.txt", "--output-format", "json", stdin=ERROR.encode())
    assert done.returncode == 1
    assert document(done)["files"][0]["path"] == "почта/письмо.txt"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (ERROR.encode(), "letter.txt"),
        (ERROR.encode("cp1251"), "letter.txt"),
        (ERROR.encode("utf-16"), "letter.txt"),
        (b"", "letter.txt"),
        (b"PK\x03\x04 and more", "letter.docx"),
    ],
)
def test_the_content_gives_the_name(spawn, data, name):
    assert document(spawn("check", "-", "--output-format", "json", stdin=data))["files"][0]["path"] == name


def test_content_that_tells_nothing(spawn):
    done = spawn("check", "-", stdin=b"\xd0\xcf\x11\xe0\x00\x00\x00")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--stdin-filename letter.docx" in done.stderr.decode()


def test_among_files_and_named_twice(spawn, write):
    done = spawn("check", "-", write("a.txt", ERROR), "-", "--output-format", "json", stdin=ERROR.encode())
    assert [file["path"] for file in document(done)["files"]] == ["letter.txt", "a.txt"]


def test_more_than_any_letter(spawn):
    done = spawn("check", "-", "--output-format", "json", stdin=b"x" * (32 * 2**20 + 1))
    assert done.returncode == 2
    assert [error["kind"] for error in document(done)["errors"]] == ["limit"]


def test_parse(spawn):
    done = spawn("parse", "-", "--output-format", "json", stdin=ERROR.encode())
    assert done.returncode == 0
    assert document(done)["path"] == "letter.txt"
