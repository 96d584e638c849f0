"""``python -m letterlint`` and the console script."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line on the arguments of the process; the exit status."""
    try:
        from letterlint.cli import run, streams  # noqa: PLC0415 - Ctrl-C is quiet from the first import on

        streams.prepare()
        return run()
    except KeyboardInterrupt:
        return 130  # 128 + SIGINT, as shells count


if __name__ == "__main__":
    sys.exit(main())
