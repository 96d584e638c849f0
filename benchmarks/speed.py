"""Times letterlint against floors measured in the same run, A B A B …; prints ratios.

    python benchmarks/speed.py            # cold and warm
    python benchmarks/speed.py --cold 31  # so many pairs of processes
    python benchmarks/speed.py --cold 0 --warm 0 --pages 3     # pages of long letters against letters of one page
    python benchmarks/speed.py --cold 0 --warm 0 --before DIR  # against the checkout of an earlier commit

Cold: `letterlint check letter.docx` of one page against a bare process that imports lxml and loads pymorphy3.
Warm: the API's check of one page against the guarded read of the same file alone, over letters varied from the fixtures
(words and digits exchanged, so that caches do not answer for the work).
Pages: process time of a page in letters of 20 pages and more against letters of one page of the same kind, in one
process.
Before: process time of a warm check of one page, now against then, in processes that alternate.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from letters import PAGE, ROOT, Varied, one_paragraph, plain, word

FLOOR = "import lxml.etree, pymorphy3; pymorphy3.MorphAnalyzer()"
_TIMED = Path(__file__).resolve().parent / "timed.py"
#: What is measured page by page: kind, writer, extension, pages of the long letters.
_LONG = (
    ("docx", word, ".docx", (20, 400)),
    ("plain", plain, ".txt", (20, 2000)),
    ("one paragraph", one_paragraph, ".txt", (20, 5_000_000 / PAGE)),
)


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


def warm(count: int) -> None:
    """Prints the ratio of a warm check to the guarded read alone, median over ``count`` letters."""
    import letterlint  # noqa: PLC0415 - the cold part must not pay for it
    from letterlint import sources  # noqa: PLC0415

    letters = list(Varied().letters(count))
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


def pages(rounds: int, short: int = 48) -> None:
    """Prints what a page costs in long letters, against letters of one page of the same kind."""
    for kind, write, extension, sizes in _LONG:
        for size in sizes:
            varied = Varied()
            with TemporaryDirectory() as folder:
                for number in range(short):
                    (Path(folder) / f"{number}{extension}").write_bytes(write(varied, 1))
                (Path(folder) / f"long{extension}").write_bytes(write(varied, size))
                found = timed(folder, rounds)
            costs = {name: [_page(*pair) for pair in pairs] for name, pairs in found["times"].items()}
            long = costs.pop(f"long{extension}")
            one = statistics.median(cost for several in costs.values() for cost in several)
            cost = statistics.median(long)
            print(
                f"pages: {kind}, {size:.0f} pages: {cost:.2f} ms a page, in letters of one page {one:.2f} ms,"
                f" ratio {cost / one:.2f} ({min(long) / one:.2f}-{max(long) / one:.2f}),"
                f" peak memory {found['peak'] / 1024:.0f} MB",
                flush=True,
            )


def before(earlier: Path, rounds: int = 7, count: int = 112) -> None:
    """Prints what a warm check of one page costs now against the checkout ``earlier``."""
    ratios, now, then = [], [], []
    with TemporaryDirectory() as folder:
        for name, data in Varied().letters(count):
            (Path(folder) / name).write_bytes(data)
        for _ in range(rounds):
            pair = []
            for source in (earlier / "src", ROOT / "src"):
                found = timed(folder, 1, source)
                if Path(found["source"]).parent != source.resolve():
                    raise SystemExit(f"{found['source']} was measured instead of {source}")
                pair.append([spent for times in found["times"].values() for spent, _ in times])
            then.append(statistics.median(pair[0]))
            now.append(statistics.median(pair[1]))
            ratios.append(statistics.median(b / a for a, b in zip(*pair, strict=True)))
    print(
        f"before: {count} letters, check then {statistics.median(then) * 1000:.2f} ms, now"
        f" {statistics.median(now) * 1000:.2f} ms, ratio median {statistics.median(ratios):.2f}"
        f" (min {min(ratios):.2f}, max {max(ratios):.2f})"
    )


def timed(folder: str, rounds: int, source: Path = ROOT / "src") -> Any:
    """What ``timed.py`` says of the letters in a folder, with the package in ``source``."""
    environment = {**os.environ, "PYTHONPATH": str(source)}
    command = [sys.executable, str(_TIMED), folder, str(rounds)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout)


def _page(spent: float, characters: int) -> float:
    """Milliseconds of one page."""
    return spent * 1000 * PAGE / characters


def _time(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cold", type=int, default=21, help="pairs of cold processes")
    parser.add_argument("--warm", type=int, default=224, help="letters of the warm run")
    parser.add_argument("--pages", type=int, default=0, help="rounds over the long letters")
    parser.add_argument("--before", type=Path, metavar="DIR", help="checkout of an earlier commit to compare with")
    options = parser.parse_args()
    if options.cold:
        cold(options.cold)
    if options.warm:
        warm(options.warm)
    if options.pages:
        pages(options.pages)
    if options.before:
        before(options.before)


if __name__ == "__main__":
    main()
