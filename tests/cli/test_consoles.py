"""Real processes: consoles that lack characters, readers that go away, disks that are full."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import TOY

from letterlint.cli.streams import substitute_for

ALL = "Уважаемый г-н Смирнов – «Вега», № 5 × 2… 漢字 e\u0301 \u202e\u00ad\u00a0ї ₽\nПросим принять меры.\nА - Б\n"


@pytest.mark.parametrize("encoding", ["cp866", "cp866:strict", "cp1251", "cp1251:strict", "ascii:strict", "utf-8"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_text_is_written_to_any_console(spawn, write, encoding, lang):
    done = spawn("check", write("a.txt", ALL), "missing.txt", "--show", "info", "--lang", lang, encoding=encoding)
    assert done.returncode == 2
    assert done.stderr == b""
    lines = done.stdout.decode(encoding.partition(":")[0]).splitlines()
    quoted = next(number for number, line in enumerate(lines) if line.strip() == "^^^")
    start = lines[quoted].index("^")
    assert lines[quoted - 1][start : start + 3] in ("г-н", "?-?")


def test_what_cp866_lacks_becomes_the_nearest_thing(spawn, write):
    done = spawn("check", write("a.txt", ALL), encoding="cp866:strict")
    text = done.stdout.decode("cp866")
    assert '  "г-н" - № 1...\n'.replace("\n", os.linesep) in text  # cp866 has №
    assert 'Смирнов - "Вега", № 5 x 2...' in text
    assert "TYP003 x 1" in text


@pytest.mark.parametrize("encoding", ["cp866:strict", "cp1251", "ascii"])
@pytest.mark.parametrize("output_format", ["json", "jsonl"])
def test_json_is_utf8_whatever_the_console(spawn, write, encoding, output_format):
    done = spawn("check", write("a.txt", ALL), "--output-format", output_format, encoding=encoding)
    first = done.stdout if output_format == "json" else done.stdout.splitlines()[0]
    document = json.loads(first.decode("utf-8"))
    file = document["files"][0] if output_format == "json" else document["file"]
    assert file["findings"][0]["message"] == "«г-н» – № 1…"


@pytest.mark.parametrize("args", [["--help"], ["check", "--help"], ["chek"], ["check", "--lang", "xx"]])
def test_help_and_errors_too(spawn, args):
    done = spawn(*args, encoding="cp866:strict")
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert (done.stdout + done.stderr).decode("cp866")


def test_parse_writes_to_any_console(spawn, write):
    done = spawn("parse", write("a.txt", ALL), encoding="cp866:strict")
    assert done.returncode == 0
    assert 'Смирнов - "Вега"' in done.stdout.decode("cp866")


@pytest.mark.parametrize(
    ("encoding", "char", "shown"),
    [
        ("cp1251", "—", "—"),
        ("cp1251", "×", "x"),
        ("cp866", "«", '"'),
        ("cp866", "—", "-"),
        ("cp866", "№", "№"),
        ("ascii", "№", "N"),
        ("cp866", "é", "e"),
        ("cp866", "\u0301", ""),
        ("cp866", "漢", "?"),
        ("ascii", "Я", "?"),
        ("cp866", "\udc80", "?"),
    ],
)
def test_substitutes(encoding, char, shown):
    assert substitute_for(encoding)(char) == shown


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode there")
def test_a_file_name_that_is_no_utf8(spawn, folder):
    name = os.fsdecode("письмо".encode("cp1251") + b".txt")
    Path(name).write_text("Уважаемый г-н!\n", encoding="utf-8")
    assert spawn("check", name).returncode == 1
    done = spawn("check", name, "--output-format", "json")
    assert json.loads(done.stdout.decode("utf-8"))["files"][0]["path"] == name


def pipe(*args: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, str(TOY), *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.parametrize("output_format", ["text", "json", "jsonl"])
@pytest.mark.parametrize(("last", "status"), [("Чисто.\n", 0), ("Уважаемый г-н!\n", 1), ("BROKEN", 2)])
def test_a_reader_that_goes_away_leaves_the_status_right(write, output_format, last, status):
    names = [write(f"{number}.txt", "Чисто, но длинно - да. " * 2000) for number in range(9)]
    with pipe("check", *names, write("z.txt", last), "--output-format", output_format, "--show", "info") as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == status


def test_letters_stream_one_by_one(write):
    names = [write("a.txt", "Уважаемый г-н!\n"), *(write(f"s{n}.txt", "SLOW") for n in range(4))]
    for output_format in ("text", "jsonl"):
        with pipe("check", *names, "--output-format", output_format) as process:
            assert process.stdout.readline()
            assert process.poll() is None  # the slow letters are still being read
            process.stdout.read()
            process.stderr.read()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("output_format", ["text", "json", "jsonl"])
def test_a_full_disk_is_told(spawn, write, output_format):
    with Path("/dev/full").open("wb") as full:
        args = ["check", write("a.txt", "Чисто.\n"), "--output-format", output_format]
        done = spawn(*args, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("Не удалось записать результат: ")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_streams_that_are_not_there(write, closed):
    name = write("a.txt", "Уважаемый г-н!\n")
    done = subprocess.run(
        f'"{sys.executable}" "{TOY}" check {name} {closed}', shell=True, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_bar_only_on_a_terminal_and_only_for_many(write, folder):
    import pty  # noqa: PLC0415 - not there on Windows

    def errors(*names: str) -> bytes:
        ours, theirs = pty.openpty()
        args = [sys.executable, str(TOY), "check", *names, "--output-format", "json"]
        with subprocess.Popen(args, stdout=subprocess.DEVNULL, stderr=theirs) as process:
            os.close(theirs)
            seen = b""
            try:
                while chunk := os.read(ours, 4096):
                    seen += chunk
            except OSError:  # Linux says so when the other side is closed
                pass
            process.wait()
        os.close(ours)
        return seen

    many = [write(f"{number}.txt", "Чисто.\n") for number in range(25)]
    assert errors(many[0]) == b""
    assert errors(*many[:5]) == b""
    assert "Проверка писем" in errors(*many).decode()
