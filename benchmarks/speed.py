"""Times letterlint against floors measured in the same run, A B A B …; prints ratios.

    python benchmarks/speed.py            # cold and warm
    python benchmarks/speed.py --cold 31  # so many pairs of processes

Cold: `letterlint check letter.docx` of one page against a bare process that imports lxml and loads pymorphy3.
Warm: the API's check of one page against the guarded read of the same file alone, over letters varied from the fixtures
(words and digits exchanged, so that caches do not answer for the work).
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR = "import lxml.etree, pymorphy3; pymorphy3.MorphAnalyzer()"
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_WORD = re.compile(r"(?<![А-Яа-яё])[а-яё]{6,}(?![А-Яа-яё])")


def expect_work(check: list[str], floor: list[str]) -> int:
    """Runs both once, unmeasured; the exit code of the check. A process that fails early gives a false time."""
    subprocess.run(floor, check=True, capture_output=True)
    done = subprocess.run([*check, "--output-format", "json"], check=False, capture_output=True, text=True)
    if not done.stdout.startswith(("{", "[")):
        raise SystemExit(f"the check did not run, nothing was measured: {done.stderr.strip()[-500:]}")
    return done.returncode


def run(command: list[str], code: int = 0) -> tuple[float, int]:
    """Wall seconds and peak resident KiB of one process, which must end with ``code``."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != code:
        raise SystemExit(f"{command} ended with {process.returncode}, not {code}: nothing was measured")
    return elapsed, usage.ru_maxrss


def cold(pairs: int) -> None:
    """Prints the ratio of a cold check to the bare floor."""
    letter = next(iter(sorted((ROOT / "fixtures" / "letters").glob("*/letter.docx"))))
    check = [sys.executable, "-m", "letterlint", "check", str(letter)]
    floor = [sys.executable, "-c", FLOOR]
    code = expect_work(check, floor)
    times: list[tuple[float, float]] = []
    memory = []
    for number in range(pairs + 1):
        a, _ = run(floor)
        b, peak = run(check, code)
        if number:  # the first pair fills the disk cache
            times.append((a, b))
            memory.append(peak)
    ratios = [b / a for a, b in times]
    print(
        f"cold: floor {statistics.median(a for a, _ in times) * 1000:.0f} ms, check"
        f" {statistics.median(b for _, b in times) * 1000:.0f} ms, ratio median {statistics.median(ratios):.2f}"
        f" (min {min(ratios):.2f}, max {max(ratios):.2f}), peak memory {statistics.median(memory) / 1024:.0f} MB"
    )


def varied(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """``count`` different letters of about one page, made of the fixtures by exchanging words and digits."""
    chance = random.Random(seed)  # noqa: S311 - letters, not secrets
    files = sorted((ROOT / "fixtures" / "letters").glob("*/letter.docx"))
    originals = {file: file.read_bytes() for file in files}
    words = sorted({w for data in originals.values() for w in _WORD.findall(_document(data))})
    for number in range(count):
        file = files[number % len(files)]
        yield f"{file.parent.name}-{number}.docx", _vary(originals[file], words, chance)


def _document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def _vary(data: bytes, words: list[str], chance: random.Random) -> bytes:
    def exchange(match: re.Match[str]) -> str:
        text = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), match[2])
        text = _WORD.sub(lambda word: chance.choice(words) if chance.random() < 0.2 else word[0], text)
        return match[1] + text + match[3]

    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for item in package.infolist():
            content = package.read(item)
            if item.filename == "word/document.xml":
                content = _TEXT.sub(exchange, content.decode()).encode()
            copy.writestr(item, content)
    return target.getvalue()


def warm(count: int) -> None:
    """Prints the ratio of a warm check to the guarded read alone, median over ``count`` letters."""
    import letterlint  # noqa: PLC0415 - the cold part must not pay for it
    from letterlint import sources  # noqa: PLC0415

    letters = list(varied(count))
    for name, data in letters[:5]:
        letterlint.check(data, name=name)
    ratios, reads, checks = [], [], []
    for name, data in letters:
        read = _time(lambda data=data, name=name: sources.read(data, name))  # type: ignore[misc]
        check = _time(lambda data=data, name=name: letterlint.check(data, name=name))  # type: ignore[misc]
        reads.append(read)
        checks.append(check)
        ratios.append(check / read)
    print(
        f"warm: {count} letters, guarded read {statistics.median(reads) * 1000:.2f} ms, check"
        f" {statistics.median(checks) * 1000:.2f} ms, ratio median {statistics.median(ratios):.2f}"
        f" (p90 {statistics.quantiles(ratios, n=10)[-1]:.2f})"
    )


def _time(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cold", type=int, default=21, help="pairs of cold processes")
    parser.add_argument("--warm", type=int, default=224, help="letters of the warm run")
    options = parser.parse_args()
    if options.cold:
        cold(options.cold)
    if options.warm:
        warm(options.warm)


if __name__ == "__main__":
    main()
