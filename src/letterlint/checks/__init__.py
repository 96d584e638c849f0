"""What a rule may do: a few general kinds of check and one function for each special one.

A kind is a function ``kind(letter, *, setting=…) -> Iterator[Match]``; its keyword-only parameters are the keys that
``[check]`` table of a rule page may set. The list below is the whole register: name on a page -> module. A module is
imported when a chosen rule needs it. A kind that is not listed is looked for among the entry points
``letterlint.checks`` of installed packages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from letterlint import installed
from letterlint.errors import RuleError

if TYPE_CHECKING:
    from pathlib import Path
    from types import FunctionType

    from letterlint.letter import Letter
    from letterlint.model import Match

Check = Callable[..., "Iterator[Match]"]

#: kind -> the module of this package that holds the function of that name
KINDS = {
    # general kinds
    "phrase": "phrase",
    "indifference": "indifference",
    "presence": "presence",
    "zone_order": "order",
    "text_length": "limit",
    "alignment": "layout",
    # the addressee block
    "addressee_complete": "addressee",
    "addressee_case": "addressee",
    # the salutation
    "title_abbreviated": "titles",
    "title_with_initials": "titles",
    "salutation_missing": "salutation",
    "salutation_wording": "salutation",
    "salutation_lowercase": "salutation",
    "salutation_abbreviated": "salutation",
    "salutation_name_form": "salutation",
    "salutation_gender": "salutation",
    "salutation_person": "salutation",
    "salutation_ending": "salutation",
    # the text
    "purpose": "purpose",
    "conclusion": "purpose",
    "request": "request",
    "repeated_word": "words",
    "mixed_script": "words",
    "refusal": "refusal",
    "placeholder": "placeholder",
    "impossible_date": "dates",
    "vague_deadline": "terms",
    "missing_deadline": "promises",
    # the signature
    "signature_complete": "signature",
    "signature_slash": "signature",
    "signature_for": "signature",
    "signature_deputy": "signature",
    "signature_acting": "signature",
    "signature_name_order": "signature",
    # the executor mark
    "executor_missing": "executor",
    "executor_name": "executor",
    "executor_phone": "executor",
    "executor_font": "executor",
    "executor_size": "executor",
    "executor_position": "executor",
    "executor_signatory": "executor",
    # appendices
    "appendix_sheet": "appendix",
}


#: The keyword-only parameter by which a check asks for the folder of its page, where word lists of the pack lie.
FOLDER = "folder"


def find(kind: str) -> Check:
    """The function of a kind; KeyError where there is no such kind."""
    if kind in KINDS:
        return cast("Check", getattr(import_module(f"letterlint.checks.{KINDS[kind]}"), kind))
    check = _installed(kind)
    if check is None:
        raise KeyError(kind)
    return check


def run(kind: str, letter: Letter, settings: dict[str, object], folder: Path | None = None) -> Iterator[Match]:
    """All matches of one check in one letter; ``folder`` is that of the page, for the checks that ask for it."""
    check = find(kind)
    if folder is not None and _wants_folder(cast("FunctionType", check)):
        settings = {**settings, FOLDER: folder}
    return check(letter, **settings)


def _wants_folder(check: FunctionType) -> bool:
    code = check.__code__
    return FOLDER in code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]


@cache
def _installed(kind: str) -> Check | None:
    check = installed.find(installed.CHECKS, kind)
    if check is None or hasattr(check, "__code__"):
        return cast("Check | None", check)
    raise RuleError(
        f"«{kind}» ({installed.CHECKS}) – не функция: проверка должна быть функцией Python.",
        f"“{kind}” ({installed.CHECKS}) is no function: a check is a Python function.",
    )
