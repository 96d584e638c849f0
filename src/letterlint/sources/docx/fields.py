"""Word's fields inside one story: which text is a result, and what a field about the last page says."""

from __future__ import annotations

import re

from letterlint.lazy import pattern

_LITERAL = pattern(r'"([^"]*)"|“([^”]*)”|«([^»]*)»')
_CONDITION = pattern(r"^\s*IF\b", re.IGNORECASE)
#: Signs that compare the page with the number of pages: equal, and all others.
_EQUAL, _OTHER = "=", ("<", ">")
_MOST_CODE = 20_000  # characters of a field's code that are looked at


class _Field:
    __slots__ = ("code", "has_result", "in_result", "last_page")

    def __init__(self, code: str) -> None:
        self.code = [code]
        self.in_result = False
        self.has_result = False
        self.last_page = False


class Fields:
    """The open fields of a story, innermost last. Complex fields may begin and end in different paragraphs."""

    __slots__ = ("_open", "visible")

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.visible = True  #: whether text at this place is printed: not so inside a field's code

    def begin(self, code: str = "") -> None:
        """A field opens; ``code`` where it is known at once (``w:fldSimple``)."""
        self._open.append(_Field(code))
        self._look()

    def separate(self) -> None:
        """The code of the innermost field is over, its cached result follows."""
        if self._open:
            inner = self._open[-1]
            inner.in_result = True
            inner.last_page = is_about_last_page("".join(inner.code)[:_MOST_CODE])
            self._look()

    def end(self) -> str:
        """The innermost field closes. Returns the literal of a last-page field whose cached result is empty."""
        if not self._open:
            return ""
        inner = self._open.pop()
        code = "".join(inner.code)[:_MOST_CODE]
        self._look()
        if self._open and not self._open[-1].in_result:
            self._open[-1].code.append(f"{{{code}}}")
        if inner.has_result or not is_about_last_page(code):
            return ""
        return longest_literal(code)

    def code(self, text: str) -> None:
        """Text inside a field's code: part of its condition or its literals."""
        if self._open:
            self._open[-1].code.append(text)

    def result(self, text: str) -> None:
        """Printed text was met: the open fields have a result."""
        if text.strip():
            for one in self._open:
                one.has_result = True

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def on_last_page(self) -> bool:
        """Whether text at this place is the result of a field that prints on the last page alone."""
        return any(one.last_page for one in self._open)

    def _look(self) -> None:
        self.visible = all(one.in_result for one in self._open)


def is_about_last_page(code: str) -> bool:
    """Whether a field's code compares the page with the number of pages, as in ``IF PAGE = NUMPAGES``."""
    upper = code.upper()
    if not _CONDITION.match(code) or not ("NUMPAGES" in upper or "SECTIONPAGES" in upper):
        return False
    condition = _LITERAL.split(code, maxsplit=1)[0]
    return _EQUAL in condition and not any(sign in condition for sign in _OTHER)


def longest_literal(code: str) -> str:
    """The longest string literal of a field's code, "" where it has none."""
    literals = (next(group for group in match.groups() if group is not None) for match in _LITERAL.finditer(code))
    return max(literals, key=len, default="")
