"""A progress bar on standard error for long runs. rich is imported only when one is shown."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Self

from letterlint.cli.translated import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from rich.progress import Progress

_MANY = 20  #: letters; more than these get a bar at once
_LONG = 1.0  #: seconds after which fewer get one
_TITLE = ("Проверка писем", "Checking letters")


class Bar:
    """Shown when there are many letters or it takes long, if standard error is a terminal; never for one letter."""

    def __init__(self, total: int, lang: str) -> None:
        self._total = total
        self._title = _TITLE[LANGUAGES.index(lang)]
        self._wanted = total > 1 and sys.stderr is not None and sys.stderr.isatty()
        self._began = monotonic()
        self._done = 0
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        self._show()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """One letter more is done."""
        self._done += 1
        self._show()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Take the bar away while something else is written to the terminal."""
        if self._bar is None:
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def _show(self) -> None:
        if not self._wanted or self._bar is not None:
            return
        if self._total > _MANY or monotonic() - self._began > _LONG:
            from rich.console import Console  # noqa: PLC0415 - 30 ms that short runs do not pay
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            console = Console(file=sys.stderr)
            self._bar = Progress(
                *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._bar.add_task(self._title, total=self._total)
            self._bar.start()
