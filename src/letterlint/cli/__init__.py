"""The command line: click, one module per command, imported when the command is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from letterlint import __version__
from letterlint.cli.streams import WriteError, say
from letterlint.cli.translated import LANGUAGE_VARIABLE, LANGUAGES, Group, flag
from letterlint.errors import LetterlintError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: the commands in the order of the help; the module of the same name holds ``command(lang)``
COMMANDS = {
    "check": ("Проверить письма и папки с письмами.", "Check letters and folders of letters."),
    "parse": ("Показать части письма.", "Show the zones of a letter."),
    "rules": (
        "Показать правила или проверить примеры набора правил.",
        "List the rules, or test the examples of a pack.",
    ),
    "explain": ("Объяснить одно правило.", "Explain one rule."),
}
_ABOUT = ("Проверка деловых писем по корпоративному стандарту.", "A linter for Russian business letters.")
_MORE = (
    "О команде: letterlint КОМАНДА --help. Код возврата: 0 – замечаний нет, 1 – есть, 2 – сбой, ошибка вызова.",
    "Help on a command: letterlint COMMAND --help. Exit status: 0 clean, 1 findings, 2 failure or wrong usage.",
)
_VERSION = ("Показать версию.", "Show the version.")
_UNWRITTEN = ("Не удалось записать результат: {error}.", "The output could not be written: {error}.")
_CRASH = (
    "Внутренняя ошибка letterlint ({error}): сообщите о ней разработчикам.",
    "letterlint crashed ({error}): please report it.",
)
_INTERRUPTED = 130  #: 128 + SIGINT, as shells count


def language(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language asked for by ``--lang`` or the environment; Russian otherwise.

    It is looked up before anything is parsed, because help and errors of parsing speak it too.
    """
    wanted = environment.get(LANGUAGE_VARIABLE, "")
    for number, arg in enumerate(args):
        if arg == "--":
            break
        if arg == "--lang":
            wanted = args[number + 1] if number + 1 < len(args) else wanted
        elif arg.startswith("--lang="):
            wanted = arg.removeprefix("--lang=")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def group(lang: str) -> Group:
    """The program ``letterlint`` in one language."""
    index = LANGUAGES.index(lang)
    return Group(
        "letterlint",
        lang,
        {name: helps[index] for name, helps in COMMANDS.items()},
        lambda name: _load(name, lang),
        help=_ABOUT[index],
        epilog=_MORE[index],
        version=flag("--version", _VERSION[index], lambda _: f"letterlint {__version__}"),
    )


def _load(name: str, lang: str) -> click.Command:
    command: Any = import_module(f"letterlint.cli.{name}").command
    return command(lang)  # type: ignore[no-any-return]


def run(args: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; ``args`` are those of the process unless given."""
    given = sys.argv[1:] if args is None else list(args)
    lang = language(given, os.environ)
    program = group(lang)
    if not given:
        say(program.get_help(click.Context(program, info_name="letterlint")))
        return 2
    try:
        # click itself expands patterns on Windows, but only arguments that it takes from the process
        return int(program.main(args, prog_name="letterlint", standalone_mode=False) or 0)
    except click.ClickException as error:
        say(error.message)
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except LetterlintError as error:
        say(error.say(lang))
    except WriteError as error:
        say(_UNWRITTEN[LANGUAGES.index(lang)].format(error=error.reason))
    except Exception as error:  # the status of a crash must be 2: 1 would mean findings
        import traceback  # noqa: PLC0415

        say(traceback.format_exc() + _CRASH[LANGUAGES.index(lang)].format(error=type(error).__name__))
    return 2
