"""Settings ``minimum`` and ``maximum``: what every check that takes both asks of them."""

from collections.abc import Mapping

from letterlint.errors import RuleError


def require_order(settings: Mapping[str, float]) -> None:
    """Raise ``RuleError`` unless 0 ≤ ``minimum`` ≤ ``maximum``."""
    minimum, maximum = settings["minimum"], settings["maximum"]
    if not 0 <= minimum <= maximum:
        raise RuleError(
            f"нужно 0 ≤ minimum ≤ maximum, а здесь minimum = {minimum:g}, maximum = {maximum:g}",
            f"0 ≤ minimum ≤ maximum is due; here minimum = {minimum:g}, maximum = {maximum:g}",
        )
