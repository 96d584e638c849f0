"""Checks letters and writes the report: what ``letterlint check`` does."""

from typing import TYPE_CHECKING, Any, NamedTuple

from letterlint import api
from letterlint.cli import look as looks
from letterlint.cli.choosing import plans
from letterlint.cli.inputs import collect
from letterlint.cli.progress import Bar
from letterlint.cli.streams import Output, say
from letterlint.cli.translated import LANGUAGES
from letterlint.cli.writing import OutputFile, require_writable
from letterlint.letter import Report
from letterlint.model import Failure
from letterlint.reports import json, text
from letterlint.reports.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from letterlint.cli.choosing import Plan
    from letterlint.cli.inputs import Input
    from letterlint.reports.look import Look

_WRITTEN = ("Отчёт записан в «{path}».", "The report is in “{path}”.")
_CRASHED = (
    "внутренняя ошибка при чтении ({error}); сообщите о ней разработчикам letterlint",
    "internal error while reading ({error}); please report it",
)


class _Options(NamedTuple):
    """What the command line says, beside the paths and the rules."""

    output_format: str
    strict: bool
    lang: str
    look: "Look"


def check(paths: "Sequence[str]", wanted: str | None, given: "Mapping[str, Any]") -> int:
    """Check what ``paths`` name and report as the options ``given`` say; the exit status.

    ``wanted`` is the language asked for; without one each letter has that of its configuration, and the words about all
    of them that of the first letter.

    Raises ``click.UsageError``, ``ConfigError``, ``RuleError`` before anything is read or written, ``WriteError`` where
    the report cannot be written.
    """
    inputs = collect(paths, given["stdin_filename"], wanted or LANGUAGES[0])
    planned = plans(inputs, wanted, given)
    lang = planned[0][1].lang
    path = given["output"] if given["output"] != "-" else None
    if path is not None:
        require_writable(path, (item.path for item in inputs if item.data is None), force=given["force"], lang=lang)
    options = _Options(
        given["output_format"],
        given["strict"],
        lang,
        looks.for_output(lang, given["color"], to_file=path is not None, show_info=given["show"] is not None),
    )
    out = Output(utf8=options.output_format != "text") if path is None else OutputFile(path)
    tally = Tally()
    try:
        with Bar(len(inputs), lang) as bar:
            _report(_reports(planned, options, tally, bar), options, tally, out, bar)
        out.commit()
    finally:
        out.abandon()
    if path is not None:
        plain = looks.for_output(lang, "never", to_file=False, show_info=True)
        say(f"{_WRITTEN[LANGUAGES.index(lang)].format(path=path)}\n{text.summary(tally, plain)}".rstrip())
    return tally.status()


def _report(
    reports: "Iterator[tuple[Report, str]]", options: "_Options", tally: Tally, out: Output | OutputFile, bar: Bar
) -> None:
    """Write the reports, each as soon as it is there; only one JSON document needs them all."""
    if options.output_format == "json":
        document = json.check_document(report for report, _ in reports)
        with bar.hidden():
            out.write(document)
        return
    lines = options.output_format == "jsonl"
    for report, lang in reports:
        with bar.hidden():
            look = options.look._replace(lang=lang)
            out.write(json.file_lines(report) if lines else text.letter_text(report, look))
        if out.broken and tally.failures:  # nobody reads on, and the status cannot get worse
            return
    with bar.hidden():
        out.write(json.summary_line(tally) if lines else text.summary(tally, options.look))


def _reports(
    planned: "Iterable[tuple[Input, Plan]]", options: "_Options", tally: Tally, bar: Bar
) -> "Iterator[tuple[Report, str]]":
    """The report of each letter, and its language."""
    for item, plan in planned:
        report = _checked(item, plan)
        if options.strict and report.notes:
            notes = (note._replace(kind="part") for note in report.notes)
            report = report._replace(failures=(*report.failures, *notes), notes=())
        tally.add(report, plan.fail_on)
        bar.advance()
        yield report, plan.lang


def _checked(item: "Input", plan: "Plan") -> Report:
    if item.failure is not None:
        return Report(item.path, None, failures=(item.failure.spoken(plan.lang),))
    try:
        return api.check_file(item.path, plan.rules, plan.lang, item.data)
    except Exception as error:  # one letter must not stop the others
        reason = _CRASHED[LANGUAGES.index(plan.lang)].format(error=f"{type(error).__name__}: {error}")
        kind = "limit" if isinstance(error, MemoryError | RecursionError) else "unreadable"
        return Report(item.path, None, failures=(Failure(kind, reason, path=item.path),))
