"""Checks letters in one process, as a program that has started already would; ``speed.py`` runs it.

    PYTHONPATH=src python benchmarks/timed.py FOLDER ROUNDS

Checks all letters of FOLDER but those named «long…» once, unmeasured. Then in every round the short ones and the long
ones among them. Prints JSON: where the package lies, seconds of process time and characters of every check, peak memory
in KiB.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import letterlint


def main() -> None:
    """The command line."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    letters = {file.name: file.read_bytes() for file in sorted(folder.iterdir())}
    short = [name for name in letters if not name.startswith("long")]
    for name in short:
        letterlint.check(letters[name], name=name)
    times: dict[str, list[tuple[float, int]]] = {}
    for _ in range(rounds):
        half = len(short) // 2
        for name in (*short[:half], *(name for name in letters if name.startswith("long")), *short[half:]):
            started = time.process_time()
            report = letterlint.check(letters[name], name=name)
            spent = time.process_time() - started
            times.setdefault(name, []).append((spent, len(report.letter.text) if report.letter else 0))
            if report.failures:
                raise SystemExit(f"{name}: {report.failures[0].message}")
            del report
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"source": str(Path(letterlint.__file__).parent), "times": times, "peak": peak}))


if __name__ == "__main__":
    main()
