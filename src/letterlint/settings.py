"""What a check lets its page and its user set: its keyword-only parameters, and whether a value suits them.

Imported only where a page is validated or a configuration sets something: ``inspect`` costs 5 ms.
"""

from __future__ import annotations

import inspect
import sys
import types
import typing
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from letterlint import checks, data
from letterlint.checks import finds
from letterlint.checks.finds import Finds
from letterlint.errors import RuleError, nearest
from letterlint.russian.patterns import Book

_NAMES = {
    str: ("строка", "a string"),
    bool: ("true или false", "true or false"),
    int: ("целое число", "a whole number"),
    float: ("число", "a number"),
}
_LIST = ("список строк", "a list of strings")
_TABLES = ("список таблиц", "a list of tables")
_TABLE = ("таблица", "a table")


def parameters(kind: str) -> dict[str, inspect.Parameter]:
    """The keys that ``[check]`` may hold for a kind, in order; ``folder`` is none of them: the engine gives it.

    Raises ``RuleError`` where the annotations of an installed check cannot be read.
    """
    try:
        found = inspect.signature(checks.find(kind), eval_str=True).parameters.values()
    except NameError as error:
        raise RuleError(
            f"аннотации проверки «{kind}» не читаются: {error}", f"annotations of “{kind}” cannot be read: {error}"
        ) from error
    return {p.name: p for p in found if p.kind is p.KEYWORD_ONLY and p.name != checks.FOLDER}


def verify(kind: str, settings: Mapping[str, Any], folder: Path | None, prefix: str) -> None:
    """Raise ``RuleError`` for the first of ``settings`` that the check of this kind does not take.

    Its reason begins with the key behind ``prefix`` and names no file: the caller does. Patterns are compiled, so that
    one that is wrong or could be slow is told before any letter is read. Where the module of the check has a function
    ``validate_KIND(settings, folder)``, that has the last word.
    """
    fields = parameters(kind)
    for name in settings:
        if name not in fields:
            raise unknown(prefix + name, name, fields)
    for name, field in fields.items():
        if name in settings:
            _require(prefix + name, settings[name], field.annotation)
        elif field.default is field.empty:
            raise RuleError(f"нет обязательного ключа «{prefix}{name}»", f"the key “{prefix}{name}” is missing")
    for name, value in settings.items():
        of = _patterns_of(fields[name])
        if of and folder is not None and isinstance(value, list):
            _verify_patterns(prefix + name, finds.patterns(of, value, folder))
    check = checks.find(kind)
    own = getattr(sys.modules[check.__module__], f"validate_{kind}", None)
    if own is not None:
        try:
            own(settings, folder)
        except RuleError as error:
            key = prefix.rstrip(".")
            raise RuleError(
                f"«{key}»: {error.reason.rstrip('.')}", f"“{key}”: {error.reason_en.rstrip('.')}"
            ) from error


def _verify_patterns(key: str, made: Finds | Book) -> None:
    try:
        made.verify()
    except RuleError as error:
        reason, reason_en = error.reason.rstrip("."), error.reason_en.rstrip(".")
        raise RuleError(f"«{key}»: {reason}", f"“{key}”: {reason_en}") from error


def _patterns_of(field: inspect.Parameter) -> str:
    """``finds`` or ``book`` for a setting of patterns, else the empty string."""
    annotation = _without_none(field.annotation)
    return "finds" if annotation is Finds else "book" if annotation is Book else ""


def patterns(kind: str, settings: Mapping[str, Any]) -> dict[str, str]:
    """The settings of patterns among ``settings`` -> ``finds`` or ``book``."""
    fields = parameters(kind)
    return {name: of for name in settings if (of := _patterns_of(fields[name]))}


def made(kind: str, settings: Mapping[str, Any], folder: Path | None) -> dict[str, Finds | Book]:
    """The settings of patterns among ``settings``, as the check wants them."""
    of = patterns(kind, settings)
    return {name: finds.patterns(of[name], settings[name], folder or data.root()) for name in of}


def default(kind: str, name: str, settings: Mapping[str, Any]) -> Any:
    """What a key is worth where nobody sets it: the value of the page, else that of the check; None for neither."""
    if name in settings:
        return settings[name]
    value = parameters(kind)[name].default
    return None if value is inspect.Parameter.empty else value


def unknown(key: str, name: str, known: typing.Iterable[str]) -> RuleError:
    """The error for a key that is none of ``known``, with the nearest right one."""
    names = list(known)
    return RuleError(
        f"«{key}»: неизвестный ключ «{name}»{nearest(name, names)}",
        f"“{key}”: unknown key “{name}”{nearest(name, names, 'en')}",
    )


def _require(key: str, value: object, annotation: Any) -> None:
    """Raise ``RuleError`` unless a TOML value suits an annotation."""
    annotation = _without_none(annotation)
    allowed = _choices(annotation)
    if allowed is not None:
        if value not in allowed:
            raise _no_choice(key, value, allowed)
        return
    if annotation in (Finds, Book):
        if not isinstance(value, annotation):
            _require_list(key, value, list[dict[str, Any]] if annotation is Finds else list[str])
    elif _is_list(annotation):
        _require_list(key, value, annotation)
    elif not _fits(value, annotation):
        raise _unfit(key, _NAMES.get(annotation, _TABLE))


def _require_list(key: str, value: object, annotation: Any) -> None:
    of = (*typing.get_args(annotation), str)[0]
    tables = _is_mapping(of)
    allowed = _choices(of)
    if not isinstance(value, list) or not all(isinstance(item, dict if tables else str) for item in value):
        raise _unfit(key, _TABLES if tables else _LIST)
    for item in value:
        if allowed is not None and item not in allowed:
            raise _no_choice(key, item, allowed)


def _fits(value: object, annotation: Any) -> bool:
    if annotation in (str, bool):
        return isinstance(value, annotation)
    if annotation in (int, float):
        return isinstance(value, int if annotation is int else int | float) and not isinstance(value, bool)
    return _is_mapping(annotation) and isinstance(value, dict)


def _without_none(annotation: Any) -> Any:
    """``float`` for ``float | None``: TOML has no word for None."""
    if isinstance(annotation, types.UnionType):
        rest = [part for part in typing.get_args(annotation) if part is not types.NoneType]
        return rest[0] if len(rest) == 1 else annotation
    return annotation


def _choices(annotation: Any) -> tuple[str, ...] | None:
    """The words that ``Literal["a", "b"]`` or an enumeration of strings allows; None for other annotations."""
    if typing.get_origin(annotation) is typing.Literal:
        return typing.get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return tuple(member.value for member in annotation)
    return None


def _is_list(annotation: Any) -> bool:
    origin = typing.get_origin(annotation) or annotation
    return isinstance(origin, type) and issubclass(origin, Sequence) and not issubclass(origin, str)


def _is_mapping(annotation: Any) -> bool:
    origin = typing.get_origin(annotation) or annotation
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _unfit(key: str, wanted: tuple[str, str]) -> RuleError:
    return RuleError(f"«{key}»: здесь нужно значение вида: {wanted[0]}", f"“{key}”: this must be {wanted[1]}")


def _no_choice(key: str, value: object, allowed: Sequence[str]) -> RuleError:
    known = ", ".join(allowed)
    return RuleError(
        f"«{key}»: неизвестное значение «{value}»{nearest(str(value), allowed)}; есть {known}",
        f"“{key}”: unknown value “{value}”{nearest(str(value), allowed, 'en')}; there are {known}",
    )
