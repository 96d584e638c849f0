"""What a run found, counted: the summary of every report and the ground of the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.model import Safety, Severity

if TYPE_CHECKING:
    from letterlint.letter import Report


class Tally:
    """Counts over the reports added so far.

    ``files`` are the letters that were read, ``unread`` the inputs that were not, ``partial`` the letters read or
    checked with failures, ``failures`` all failures of both, ``failing`` the findings that make the exit status 1.
    """

    def __init__(self) -> None:
        self.files = 0
        self.unread = 0
        self.partial = 0
        self.failures = 0
        self.failing = 0
        self.fixable = 0
        self.unsafe_fixable = 0
        self.severities = dict.fromkeys(Severity, 0)

    def add(self, report: Report, fail_on: Severity = Severity.WARNING) -> None:
        """Count one report, whose findings from ``fail_on`` up make the exit status 1."""
        self.failures += len(report.failures)
        if report.letter is None:
            self.unread += 1
        else:
            self.files += 1
            self.partial += bool(report.failures)
        for finding in report.findings:
            self.severities[finding.severity] += 1
            self.failing += finding.severity.weight >= fail_on.weight
            safety = finding.fix.safety if finding.fix else None
            self.fixable += safety is Safety.SAFE
            self.unsafe_fixable += safety is Safety.UNSAFE

    def status(self) -> int:
        """The exit status of ``check`` (contract): 2 for failures, 1 for findings that fail, else 0."""
        return 2 if self.failures else int(self.failing > 0)
