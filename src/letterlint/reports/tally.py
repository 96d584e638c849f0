"""What a run found, counted: the summary of every report and the ground of the exit status."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letterlint.model import Safety, Severity

if TYPE_CHECKING:
    from letterlint.letter import Report


@dataclass(slots=True)
class Tally:
    """Counts over the reports added so far.

    ``files`` are the letters that were read, ``unread`` the inputs that were not, ``partial`` the letters read or
    checked with failures, ``failures`` all failures of both.
    """

    files: int = 0
    unread: int = 0
    partial: int = 0
    failures: int = 0
    fixable: int = 0
    unsafe_fixable: int = 0
    severities: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(Severity, 0))

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
