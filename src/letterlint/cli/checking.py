"""Checks letters and writes the report: what ``letterlint check`` does."""

from typing import TYPE_CHECKING, Any, NamedTuple

from letterlint import api, config, packs
from letterlint.cli import look as looks
from letterlint.cli.inputs import collect
from letterlint.cli.progress import Bar
from letterlint.cli.streams import Output, say
from letterlint.cli.translated import LANGUAGES
from letterlint.cli.writing import OutputFile, require_writable
from letterlint.letter import Report
from letterlint.model import Failure, Severity
from letterlint.reports import json, text
from letterlint.reports.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from letterlint.cli.inputs import Input
    from letterlint.packs import Rule
    from letterlint.reports.look import Look

_WRITTEN = ("Отчёт записан в «{path}».", "The report is in “{path}”.")
_CRASHED = (
    "внутренняя ошибка при чтении ({error}); сообщите о ней разработчикам letterlint",
    "internal error while reading ({error}); please report it",
)


class _Options(NamedTuple):
    """What the command line says, beside the paths and the rules."""

    output_format: str
    fail_on: Severity
    strict: bool
    lang: str
    look: "Look"


def check(paths: "Sequence[str]", lang: str, given: "Mapping[str, Any]") -> int:
    """Check what ``paths`` name and report as the options ``given`` say; the exit status.

    Raises ``click.UsageError``, ``ConfigError``, ``RuleError`` before anything is read or written, ``WriteError`` where
    the report cannot be written.
    """
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
        plain = looks.for_output(lang, "never", to_file=False, show_info=True)
        say(f"{_WRITTEN[LANGUAGES.index(lang)].format(path=path)}\n{text.summary(tally, plain)}".rstrip())
    return tally.status(options.fail_on)


def _report(reports: "Iterator[Report]", options: "_Options", tally: Tally, out: Output | OutputFile, bar: Bar) -> None:
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
    inputs: "Iterable[Input]", rules: "Sequence[Rule]", options: "_Options", tally: Tally, bar: Bar
) -> "Iterator[Report]":
    for item in inputs:
        report = _checked(item, rules, options.lang)
        if options.strict and report.notes:
            notes = (note._replace(kind="part") for note in report.notes)
            report = report._replace(failures=(*report.failures, *notes), notes=())
        tally.add(report)
        bar.advance()
        yield report


def _checked(item: "Input", rules: "Sequence[Rule]", lang: str) -> Report:
    if item.failure is not None:
        return Report(item.path, None, failures=(item.failure,))
    try:
        return api.check_file(item.path, rules, lang, item.data)
    except Exception as error:  # one letter must not stop the others
        reason = _CRASHED[LANGUAGES.index(lang)].format(error=f"{type(error).__name__}: {error}")
        kind = "limit" if isinstance(error, MemoryError | RecursionError) else "unreadable"
        return Report(item.path, None, failures=(Failure(kind, reason, path=item.path),))
