"""click in two languages: its own words (Usage, Options, errors) are English only, so we say them ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_WORDS = {
    "usage": ("Использование: ", "Usage: "),
    "options": ("Параметры", "Options"),
    "commands": ("Команды", "Commands"),
    "options metavar": ("[ПАРАМЕТРЫ]", "[OPTIONS]"),
    "command metavar": ("КОМАНДА …", "COMMAND …"),
    "help": ("Показать эту справку.", "Show this help."),
    "lang": ("Язык сообщений: ru (по умолчанию) или en.", "Language of messages: ru (default) or en."),
    "no option": ("Нет параметра «{name}»{nearest}.", "There is no option “{name}”{nearest}."),
    "no command": ("Нет команды «{name}»{nearest}.", "There is no command “{name}”{nearest}."),
    "needs value": ("Параметру «{name}» нужно значение.", "Option “{name}” needs a value."),
    "takes no value": ("Параметр «{name}» употребляется без значения.", "Option “{name}” takes no value."),
    "bad value": (
        "«{name}»: неизвестное значение «{value}»{nearest}; есть {known}.",
        "“{name}”: unknown value “{value}”{nearest}; there are {known}.",
    ),
    "nearest": (" (возможно, «{word}»)", " (did you mean “{word}”?)"),
    "wrong usage": ("Неверный вызов: {message}", "Wrong usage: {message}"),
}
#: the languages of the program; the first is the default
LANGUAGES = ("ru", "en")
LANGUAGE_VARIABLE = "LETTERLINT_LANG"


def word(key: str, lang: str, **parts: str) -> str:
    """One of the words above, its places filled."""
    return _WORDS[key][LANGUAGES.index(lang)].format(**parts)


def nearest(name: str, names: Iterable[str], lang: str) -> str:
    """« (возможно, «…»)» with the nearest right name, or the empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    close = get_close_matches(name, list(names), n=1, cutoff=0.6)
    return word("nearest", lang, word=close[0]) if close else ""


class Wrong(click.UsageError):
    """Wrong usage, in one sentence for people."""


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4 only
    """A value out of a few; another one is answered by the nearest."""

    name = "choice"

    def __init__(self, values: Sequence[str], lang: str) -> None:
        self._values = tuple(values)
        self._lang = lang

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value itself. Raises ``Wrong`` where it is none of ours."""
        if value in self._values:
            return value
        raise Wrong(
            word(
                "bad value",
                self._lang,
                name=param.opts[-1] if param else "",
                value=str(value),
                nearest=nearest(str(value), self._values, self._lang),
                known=", ".join(self._values),
            ),
            ctx,
        )


def choice(name: str, values: Sequence[str], lang: str, text: str, default: str | None) -> click.Option:
    """An option ``name`` with one of ``values``."""
    return click.Option([name], type=OneOf(values, lang), metavar="|".join(values), default=default, help=text)


def lang_option(lang: str) -> click.Option:
    """``--lang``: checked here, obeyed before anything is read (``cli.language``)."""
    return click.Option(
        ["--lang"],
        type=OneOf(LANGUAGES, lang),
        metavar="|".join(LANGUAGES),
        envvar=LANGUAGE_VARIABLE,
        expose_value=False,
        help=word("lang", lang),
    )


def is_lang_given() -> bool:
    """Whether the running command was told its language, by ``--lang`` or by the environment."""
    ctx: click.Context | None = click.get_current_context()
    while ctx is not None:
        if ctx.get_parameter_source("lang") not in {None, ParameterSource.DEFAULT}:
            return True
        ctx = ctx.parent
    return False


def flag(name: str, text: str, act: Callable[[click.Context], str]) -> click.Option:
    """A flag that prints what ``act`` returns and leaves, such as ``--help``."""

    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from letterlint.cli.streams import Output  # noqa: PLC0415

            Output().write(act(ctx) + "\n")
            ctx.exit()

    return click.Option([name], is_flag=True, expose_value=False, is_eager=True, callback=show, help=text)


class Command(click.Command):
    """A command that speaks ``lang``."""

    def __init__(self, name: str, lang: str, params: Sequence[click.Parameter], **parts: Any) -> None:
        help_flag = flag("--help", word("help", lang), click.Context.get_help)
        super().__init__(
            name,
            params=[*params, lang_option(lang), help_flag],
            add_help_option=False,
            options_metavar=word("options metavar", lang),
            **parts,
        )
        self.lang = lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, errors in our words."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _in_words(error, self, self.lang) from error

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line of the help."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), word("usage", self.lang))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the help."""
        rows = [param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section(word("options", self.lang)):
            formatter.write_dl([row for row in rows if row is not None])


class Group(Command, click.Group):
    """Commands by name, each loaded by ``load`` when it is called; ``helps`` are their one-line descriptions.

    ``default`` is the command that runs where none is named.
    """

    def __init__(
        self,
        name: str,
        lang: str,
        helps: Mapping[str, str],
        load: Callable[[str], click.Command],
        **parts: Any,
    ) -> None:
        self._default: str | None = parts.pop("default", None)
        params = [parts.pop("version")] if "version" in parts else []
        super().__init__(name, lang, params, subcommand_metavar=word("command metavar", lang), **parts)
        self._helps = helps
        self._load = load

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, with the default command put in where none is named."""
        if self._default is not None:
            at = _behind_lang(args)
            if not args[at:] or (args[at].startswith("-") and args[at] != "--help"):
                args = [*args[:at], self._default, *args[at:]]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of the help."""
        return list(self._helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of a name."""
        return self._load(cmd_name) if cmd_name in self._helps else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; an unknown name is answered by the nearest."""
        if args[0] not in self._helps:
            close = nearest(args[0], self._helps, self.lang)
            raise Wrong(word("no command", self.lang, name=args[0], nearest=close), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options."""
        with formatter.section(word("commands", self.lang)):
            formatter.write_dl(list(self._helps.items()))
        super().format_options(ctx, formatter)


def _behind_lang(args: Sequence[str]) -> int:
    """How many of the first arguments say the language."""
    at = 0
    while at < len(args) and args[at].partition("=")[0] == "--lang":
        at += 1 if "=" in args[at] else 2
    return min(at, len(args))


def _in_words(error: click.UsageError, command: click.Command, lang: str) -> click.UsageError:
    if isinstance(error, Wrong):
        return error
    options = {name: param for param in command.params for name in param.opts if isinstance(param, click.Option)}
    if isinstance(error, click.NoSuchOption):
        name = error.option_name
        close = nearest(name, options, lang) if name.startswith("--") else ""
        return Wrong(word("no option", lang, name=name, nearest=close), error.ctx)
    if isinstance(error, click.BadOptionUsage):
        option = options.get(error.option_name)
        key = "takes no value" if option is not None and option.is_flag else "needs value"
        return Wrong(word(key, lang, name=error.option_name), error.ctx)
    return Wrong(word("wrong usage", lang, message=error.format_message()), error.ctx)
