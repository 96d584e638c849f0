"""What a run found, counted: the summary of every report and the ground of the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.model import Safety, Severity

if TYPE_CHECKING:
    from letterlint.letter import Report


class Tally:
    """Counts over the reports added so far.

    ``files`` are the letters that were read, ``unread`` the inputs that were not, ``partial`` the letters read or
    checked with failures, ``failures`` all failures of both.
    """

    def __init__(self) -> None:
        self.files = 0
        self.unread = 0
        self.partial = 0
        self.failures = 0
        self.fixable = 0
        self.unsafe_fixable = 0
        self.severities = dict.fromkeys(Severity, 0)

    def add(self, report: Report) -> None:
        """Count one report."""
        self.failures += len(report.failures)
        if report.letter is None:
            self.unread += 1
        else:
            self.files += 1
            self.partial += bool(report.failures)
        for finding in report.findings:
            self.severities[finding.severity] += 1
            safety = finding.fix.safety if finding.fix else None
            self.fixable += safety is Safety.SAFE
            self.unsafe_fixable += safety is Safety.UNSAFE

    def status(self, fail_on: Severity) -> int:
        """The exit status of ``check`` (contract): 2 for failures, 1 for findings from ``fail_on`` up, else 0."""
        if self.failures:
            return 2
        return int(any(count for severity, count in self.severities.items() if severity.weight >= fail_on.weight))
