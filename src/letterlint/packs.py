"""A folder of rule pages -> rules, strictly: an unknown key is an error that names file, key and the nearest name.

The shipped pack is read from ``index.json``, made of its pages by ``python -m letterlint.packs`` (a test keeps it
fresh): 40 pages of TOML cost 20 ms at every start, the same data as JSON 0.3 ms.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from letterlint import checks, data
from letterlint.errors import RuleError
from letterlint.model import Kind, Safety, Severity, Zone

_PAGE_NAME = re.compile(r"([A-Z]{3}\d{3})-([a-z]+(?:-[a-z]+)*)\.toml")
_PAGE_KEYS = ("severity", "clauses", "kinds", "ru", "en", "check", "fix", "example")
_WORDING_KEYS = ("message", "advice", "why")
_FIX_KEYS = ("safety", "reason", "reason_en")
_EXAMPLE_KEYS = ("bad", "good", "ok", "letter", "severity", "zone", "formatted", "count")


class Rule(NamedTuple):
    """One rule page, validated. ``wording`` maps language -> message, advice, why, their variants, and the reason."""

    code: str
    name: str
    severity: Severity
    clauses: tuple[str, ...]
    kinds: frozenset[Kind]
    check: str
    settings: Mapping[str, Any]
    safety: Safety | None
    wording: Mapping[str, Mapping[str, str]]
    examples: tuple[Mapping[str, Any], ...]

    def say(self, what: str, lang: str, variant: str = "") -> str:
        """A wording of the page: ``message``, ``advice``, ``why`` or ``reason`` (of the fix's safety).

        In a variant where the page has it.
        """
        words = self.wording[lang]
        return (words.get(f"{what}-{variant}") if variant else None) or words.get(what, "")


@cache
def standard() -> tuple[Rule, ...]:
    """The rules of the shipped pack, in order of code."""
    path = data.root() / "standard" / "index.json"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(
            f"{path}: {error.strerror}: переустановите letterlint.", f"{path}: reinstall letterlint."
        ) from error
    return tuple(_rule(code, name, page) for code, name, page in json.loads(text))


def load(folder: Path) -> tuple[Rule, ...]:
    """The rules of a folder of pages, in order of code. Raises ``RuleError`` for the first page that is wrong."""
    return tuple(_rule(code, name, page) for code, name, page in _pages(folder))


def _pages(folder: Path) -> Iterable[tuple[str, str, dict[str, Any]]]:
    import tomllib  # noqa: PLC0415 - only packs without an index pay for it

    for path in sorted(folder.glob("*.toml")):
        match = _PAGE_NAME.fullmatch(path.name)
        if match is None:
            raise RuleError(
                f"{path}: имя страницы правила должно иметь вид «SAL005-title-abbreviated.toml».",
                f"{path}: a rule page is named like “SAL005-title-abbreviated.toml”.",
            )
        try:
            page = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise RuleError(f"{path}: страница не читается: {error}.", f"{path}: cannot be read: {error}.") from error
        _validate(path, page)
        yield match[1], match[2], page


def _rule(code: str, name: str, page: Mapping[str, Any]) -> Rule:
    settings = dict(page["check"])
    fix = page.get("fix")
    reason = fix.get("reason", "") if fix else ""
    reason_en = fix.get("reason_en", reason) if fix else ""
    return Rule(
        code=code,
        name=name,
        severity=Severity(page["severity"]),
        clauses=tuple(page["clauses"]),
        kinds=frozenset(Kind(kind) for kind in page["kinds"]),
        check=settings.pop("kind"),
        settings=settings,
        safety=Safety(fix["safety"]) if fix else None,
        wording={"ru": {**page["ru"], "reason": reason}, "en": {**page["en"], "reason": reason_en}},
        examples=tuple(page["example"]),
    )


def _validate(path: Path, page: dict[str, Any]) -> None:
    """Every key known, every value of the right kind, both languages, at least one bad and one innocent example."""
    _known_keys(path, "", page, _PAGE_KEYS)
    for key in _PAGE_KEYS:
        if key not in page and key != "fix":
            raise RuleError(f"{path}: нет обязательного ключа «{key}».", f"{path}: the key “{key}” is missing.")
    _one_of(path, "severity", page["severity"], [s.value for s in Severity])
    for kind in page["kinds"]:
        _one_of(path, "kinds", kind, [k.value for k in Kind])
    for lang in ("ru", "en"):
        for key in page[lang]:
            _one_of(path, f"{lang}.{key}", key.partition("-")[0], _WORDING_KEYS)
        for key in ("message", "why"):
            if not page[lang].get(key):
                raise RuleError(f"{path}: нет текста «{lang}.{key}».", f"{path}: the text “{lang}.{key}” is missing.")
    if "fix" in page:
        _known_keys(path, "fix.", page["fix"], _FIX_KEYS)
        _one_of(path, "fix.safety", page["fix"].get("safety"), [s.value for s in Safety])
    _validate_check(path, page["check"])
    for example in page["example"]:
        _known_keys(path, "example.", example, _EXAMPLE_KEYS)
        if "zone" in example:
            _one_of(path, "example.zone", example["zone"], [z.value for z in Zone])
    if not any("bad" in e for e in page["example"]) or not any("ok" in e for e in page["example"]):
        raise RuleError(
            f"{path}: нужны хотя бы один пример bad и один пример ok.",
            f"{path}: at least one example “bad” and one “ok” are needed.",
        )


def _validate_check(path: Path, check: dict[str, Any]) -> None:
    import inspect  # noqa: PLC0415 - only packs without an index pay for it

    kind = check.get("kind")
    _one_of(path, "check.kind", kind, tuple(checks.KINDS))
    parameters = inspect.signature(checks.find(str(kind)), eval_str=True).parameters.values()
    fields = {p.name: p for p in parameters if p.kind is p.KEYWORD_ONLY}
    _known_keys(path, "check.", check, ("kind", *fields))
    for name, field in fields.items():
        if name not in check:
            if field.default is field.empty:
                raise RuleError(
                    f"{path}: нет обязательного ключа «check.{name}».", f"{path}: the key “check.{name}” is missing."
                )
        elif not _fits(check[name], field.annotation):
            raise RuleError(
                f"{path}: значение «check.{name}» должно иметь тип {field.annotation}.",
                f"{path}: the value of “check.{name}” must be of type {field.annotation}.",
            )


def _fits(value: object, annotation: object) -> bool:
    """Whether a TOML value suits an annotation: str, bool, int, float or a list of str (``Sequence[str]``)."""
    if annotation in (str, bool):
        return isinstance(value, annotation)
    if annotation in (int, float):
        return isinstance(value, int | (float if annotation is float else int)) and not isinstance(value, bool)
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _known_keys(path: Path, prefix: str, table: Mapping[str, Any], known: Iterable[str]) -> None:
    for key in table:
        _one_of(path, prefix + key, key, tuple(known))


def _one_of(path: Path, key: str, value: object, known: Iterable[str]) -> None:
    names = list(known)
    if value not in names:
        raise RuleError(
            f"{path}: «{key}»: неизвестное значение «{value}»{nearest(str(value), names)}.",
            f"{path}: “{key}”: unknown value “{value}”{nearest(str(value), names, 'en')}.",
        )


def nearest(word: str, names: Iterable[str], lang: str = "ru") -> str:
    """« (возможно, «…»)» with the nearest right name, or the empty string."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    close = get_close_matches(word, list(names), n=1, cutoff=0.5)
    if not close:
        return ""
    return f" (perhaps “{close[0]}”)" if lang == "en" else f" (возможно, «{close[0]}»)"


def build_index(folder: Path) -> str:
    """The text of ``index.json`` for a folder of pages. Raises ``RuleError`` for a wrong page."""
    return json.dumps(list(_pages(folder)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    for name in sys.argv[1:] or [str(data.root() / "standard")]:
        Path(name, "index.json").write_text(build_index(Path(name)), encoding="utf-8")
