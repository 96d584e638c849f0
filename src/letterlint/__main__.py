"""``python -m letterlint`` and the console script."""

from __future__ import annotations

import gc
import sys

#: The dictionaries are a hundred thousand objects that live as long as the process: collecting rubbish among them while
#: they load costs 4 % of a cold check.
_NEW_OBJECTS = 100_000


def main() -> int:
    """Run the command line on the arguments of the process; the exit status."""
    gc.set_threshold(_NEW_OBJECTS)
    try:
        from letterlint.cli import run, streams  # noqa: PLC0415 - Ctrl-C is quiet from the first import on

        streams.prepare()
        return run()
    except KeyboardInterrupt:
        return 130  # 128 + SIGINT, as shells count


if __name__ == "__main__":
    sys.exit(main())
