"""``letterlint check``: lint letters and report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from letterlint import api, config, packs
from letterlint.cli import look as looks
from letterlint.cli.inputs import Input, collect
from letterlint.cli.progress import Bar
from letterlint.cli.streams import Output, say
from letterlint.cli.translated import LANGUAGES, Command, choice
from letterlint.cli.writing import OutputFile, require_writable
from letterlint.letter import Report
from letterlint.model import Failure, Severity
from letterlint.reports import json, text
from letterlint.reports.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from letterlint.packs import Rule
    from letterlint.reports.look import Look

_FORMATS = ("text", "json", "jsonl")
_HELP = {
    "command": (
        "Проверить письма (.docx, .txt) и папки с письмами; «-» – стандартный ввод.",
        "Check letters (.docx, .txt) and folders of letters; “-” is standard input.",
    ),
    "output_format": ("Вид отчёта.", "Kind of report."),
    "select": (
        "Проверять только эти правила: код, начало кода (SAL), имя или пункт (2.5.9.5), через запятую.",
        "Check only these rules: a code, a prefix (SAL), a name or a clause (2.5.9.5), separated by commas.",
    ),
    "ignore": ("Не проверять эти правила.", "Do not check these rules."),
    "extend_select": ("Проверять и эти правила.", "Check these rules as well."),
    "fail_on": (
        "С какой строгости замечание даёт код возврата 1 (по умолчанию warning).",
        "From which severity a finding gives exit status 1 (default: warning).",
    ),
    "strict": (
        "Считать сбоем и то, что прочитано с оговоркой.",
        "Take what was read with a reserve for a failure.",
    ),
    "output": ("Записать отчёт в файл.", "Write the report to a file."),
    "force": ("Заменить файл отчёта, если он есть.", "Replace the report file if it exists."),
    "show": (
        "info: показать каждый совет, а не строку на правило.",
        "info: list every suggestion, not a line per rule.",
    ),
    "stdin_filename": ("Имя файла, поданного на стандартный ввод.", "Name of the file given on standard input."),
    "color": ("Цвет в тексте: auto – если вывод идёт на терминал.", "Colour in text: auto = on a terminal."),
}
_WRITTEN = ("Отчёт записан в «{path}».", "The report is in “{path}”.")
_CRASHED = (
    "внутренняя ошибка при чтении ({error}); сообщите о ней разработчикам letterlint",
    "internal error while reading ({error}); please report it",
)


@dataclass(frozen=True, slots=True)
class _Options:
    """What the command line says, beside the paths and the rules."""

    output_format: str
    fail_on: Severity
    strict: bool
    lang: str
    look: Look


def command(lang: str) -> Command:
    """The command in one language."""
    words = {name: both[LANGUAGES.index(lang)] for name, both in _HELP.items()}
    metavars = {
        "path": ("ПУТЬ…", "PATH…"),
        "codes": ("ПРАВИЛА", "RULES"),
        "file": ("ФАЙЛ", "FILE"),
        "name": ("ИМЯ", "NAME"),
    }
    path, codes, file, name = (both[LANGUAGES.index(lang)] for both in metavars.values())
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, metavar=path),
        choice("--output-format", _FORMATS, lang, words["output_format"], "text"),
        click.Option(["--select"], multiple=True, metavar=codes, help=words["select"]),
        click.Option(["--ignore"], multiple=True, metavar=codes, help=words["ignore"]),
        click.Option(["--extend-select"], multiple=True, metavar=codes, help=words["extend_select"]),
        choice("--fail-on", [severity.value for severity in Severity], lang, words["fail_on"], Severity.WARNING.value),
        click.Option(["--strict"], is_flag=True, help=words["strict"]),
        click.Option(["-o", "--output"], metavar=file, help=words["output"]),
        click.Option(["--force"], is_flag=True, help=words["force"]),
        choice("--show", (Severity.INFO.value,), lang, words["show"], None),
        click.Option(["--stdin-filename"], metavar=name, help=words["stdin_filename"]),
        choice("--color", looks.COLOURS, lang, words["color"], "auto"),
    ]

    def callback(paths: tuple[str, ...], **given: Any) -> int:  # one value per option above
        return _check(paths, lang, given)

    return Command("check", lang, params, callback=callback, help=words["command"])


def _check(paths: Sequence[str], lang: str, given: dict[str, Any]) -> int:
    rules = config.choose(packs.standard(), given["select"], given["ignore"], given["extend_select"])
    inputs = collect(paths, given["stdin_filename"], lang)
    path = given["output"] if given["output"] != "-" else None
    if path is not None:
        require_writable(path, (item.path for item in inputs if item.data is None), force=given["force"], lang=lang)
    options = _Options(
        given["output_format"],
        Severity(given["fail_on"]),
        given["strict"],
        lang,
        looks.for_output(lang, given["color"], to_file=path is not None, show_info=given["show"] is not None),
    )
    out = Output(utf8=options.output_format != "text") if path is None else OutputFile(path)
    tally = Tally()
    try:
        with Bar(len(inputs), lang) as bar:
            _report(_reports(inputs, rules, options, tally, bar), options, tally, out, bar)
        out.commit()
    finally:
        out.abandon()
    if path is not None:
        plain = replace(looks.for_output(lang, "never", to_file=False), show_info=True)
        say(f"{_WRITTEN[LANGUAGES.index(lang)].format(path=path)}\n{text.summary(tally, plain)}".rstrip())
    return tally.status(options.fail_on)


def _report(reports: Iterator[Report], options: _Options, tally: Tally, out: Output | OutputFile, bar: Bar) -> None:
    """Write the reports, each as soon as it is there; only one JSON document needs them all."""
    if options.output_format == "json":
        document = json.check_document(reports)
        with bar.hidden():
            out.write(document)
        return
    lines = options.output_format == "jsonl"
    for report in reports:
        with bar.hidden():
            out.write(json.file_lines(report) if lines else text.letter_text(report, options.look))
        if out.broken and tally.failures:  # nobody reads on, and the status cannot get worse
            return
    with bar.hidden():
        out.write(json.summary_line(tally) if lines else text.summary(tally, options.look))


def _reports(
    inputs: Iterable[Input], rules: Sequence[Rule], options: _Options, tally: Tally, bar: Bar
) -> Iterator[Report]:
    for item in inputs:
        report = _checked(item, rules, options.lang)
        if options.strict and report.notes:
            notes = (replace(note, kind="part") for note in report.notes)
            report = replace(report, failures=(*report.failures, *notes), notes=())
        tally.add(report)
        bar.advance()
        yield report


def _checked(item: Input, rules: Sequence[Rule], lang: str) -> Report:
    if item.failure is not None:
        return Report(item.path, None, failures=(item.failure,))
    try:
        return api.check_file(item.path, rules, lang, item.data)
    except Exception as error:  # one letter must not stop the others
        reason = _CRASHED[LANGUAGES.index(lang)].format(error=f"{type(error).__name__}: {error}")
        kind = "limit" if isinstance(error, MemoryError | RecursionError) else "unreadable"
        return Report(item.path, None, failures=(Failure(kind, reason, path=item.path),))
