"""A folder of rule pages -> rules, strictly: an unknown key is an error that names file, key and the nearest name.

The shipped pack is read from ``index.json``, made of its pages by ``python -m letterlint.packs`` (a test keeps it
fresh): 40 pages of TOML cost 20 ms at every start, the same data as JSON 0.3 ms.

A pack is such a folder with a ``pack.toml``, and the word lists of its rules as ``.txt`` beside the pages. What else
lies there is not looked at: a pack that somebody names by its path runs no code of its own.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from letterlint import checks, data, installed
from letterlint.checks import finds
from letterlint.checks.finds import Finds
from letterlint.errors import RuleError, nearest
from letterlint.model import Kind, Safety, Severity, Zone

_PAGE_NAME = re.compile(r"([A-Z]{2,5}\d{3})-([a-z]+(?:-[a-z]+)*)\.toml")
_LIST = re.compile(r"@([a-z_]+)")
_PAGE_KEYS = ("severity", "clauses", "kinds", "ru", "en", "check", "settings", "fix", "example")
_OPTIONAL_KEYS = ("settings", "fix")
_WORDING_KEYS = ("message", "advice", "why")
_FIX_KEYS = ("safety", "reason", "reason_en")
_LANGUAGES = ("ru", "en")
_TABLES = (*_LANGUAGES, "check", "settings", "fix")
PACK_FILE = "pack.toml"
_PACK_KEYS = ("name", "version", *_LANGUAGES)
_EXAMPLE_KEYS = ("bad", "good", "ok", "letter", "severity", "zone", "formatted", "count")


class Rule(NamedTuple):
    """One rule page, validated.

    ``wording`` maps language -> message, advice, why, their variants, and the reason of the fix. ``settings``
    are the values of ``[check]``; ``options`` are those that users may set, each with what it means in both languages;
    ``folder`` is that of the page.
    """

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
    options: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    folder: Path | None = None

    @property
    def page(self) -> str:
        """The path of the page, for messages."""
        name = f"{self.code}-{self.name}.toml"
        return str(self.folder / name) if self.folder is not None else name

    def say(self, what: str, lang: str, variant: str = "") -> str:
        """A wording of the page: ``message``, ``advice``, ``why`` or ``reason`` (of the fix's safety).

        In a variant where the page has it.
        """
        words = self.wording[lang]
        return (words.get(f"{what}-{variant}") if variant else None) or words.get(what, "")


class Pack(NamedTuple):
    """A folder of rule pages and what its ``pack.toml`` says; ``about`` maps language -> description."""

    name: str
    version: str
    about: Mapping[str, str]
    folder: Path
    rules: tuple[Rule, ...]


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
    return tuple(_rule(path.parent, code, name, page) for code, name, page in json.loads(text))


def load(folder: Path) -> tuple[Rule, ...]:
    """The rules of a folder of pages, in order of code. Raises ``RuleError`` for the first page that is wrong."""
    return tuple(_rule(folder, code, name, page) for code, name, page in _pages(folder))


def read(folder: Path) -> Pack:
    """The pack in a folder. Raises ``RuleError`` where there is none, or something in it is wrong."""
    if not folder.is_dir():
        raise RuleError(f"{folder}: такой папки с правилами нет.", f"{folder}: there is no such folder of rules.")
    path = folder / PACK_FILE
    table = data.read_table(path)
    _known_keys(path, "", table, _PACK_KEYS)
    for key in _PACK_KEYS:
        if not isinstance(table.get(key), str) or not table[key]:
            raise RuleError(f"{path}: нужна строка «{key}».", f"{path}: the string “{key}” is missing.")
    return Pack(table["name"], table["version"], {lang: table[lang] for lang in _LANGUAGES}, folder, load(folder))


def read_installed(name: str) -> Pack | None:
    """The pack that an installed package offers under ``name``; None where none does. Raises ``RuleError`` as ``read``.

    The entry point of the group ``letterlint.packs`` is a package whose folder holds the pages, or a function that
    gives the path of the folder.
    """
    offered: Any = installed.find(installed.PACKS, name)
    if offered is None:
        return None
    folder = offered() if callable(offered) else next(iter(getattr(offered, "__path__", ())), None)
    if folder is None and getattr(offered, "__file__", None):
        folder = Path(offered.__file__).parent
    if not isinstance(folder, str | Path):
        raise RuleError(
            f"«{name}» ({installed.PACKS}) – не пакет и не функция, дающая папку.",
            f"“{name}” ({installed.PACKS}) is neither a package nor a function that gives a folder.",
        )
    return read(Path(folder))


def joined(packs: Iterable[Pack]) -> tuple[Rule, ...]:
    """The rules of the standard pack and of ``packs``. Raises ``RuleError`` where two have one code or one name."""
    rules = list(standard())
    known = {key: rule for rule in rules for key in (rule.code, rule.name)}
    for rule in (rule for pack in packs for rule in pack.rules):
        for key in (rule.code, rule.name):
            other = known.setdefault(key, rule)
            if other is not rule:
                raise RuleError(
                    f"{rule.page}: «{key}» уже есть в {other.page}: назовите правило иначе.",
                    f"{rule.page}: “{key}” is taken by {other.page}: name the rule otherwise.",
                )
        rules.append(rule)
    return tuple(rules)


def _pages(folder: Path) -> Iterable[tuple[str, str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.toml")):
        if path.name == PACK_FILE:
            continue
        match = _PAGE_NAME.fullmatch(path.name)
        if match is None:
            raise RuleError(
                f"{path}: имя страницы правила должно иметь вид «SAL005-title-abbreviated.toml».",
                f"{path}: a rule page is named like “SAL005-title-abbreviated.toml”.",
            )
        page = data.read_table(path)
        _validate(path, page)
        yield match[1], match[2], page | _patterns(folder, page["check"])


def _patterns(folder: Path, check: Mapping[str, Any]) -> dict[str, Any]:
    """What an index holds of the patterns of a page: setting -> what it is, and the keys by which words find it."""
    from letterlint import settings  # noqa: PLC0415 - only packs without an index pay for it

    found: dict[str, Any] = {}
    for name, of in settings.patterns(check["kind"], {n: v for n, v in check.items() if n != "kind"}).items():
        made = finds.patterns(of, check[name], folder)
        # a book is searched sentence by sentence, by its first words: only finds are looked for in the whole letter
        found[name] = {"of": of, "keys": made.book.keys if isinstance(made, Finds) else None}
    return {"patterns": found} if found else {}


def _rule(folder: Path, code: str, name: str, page: Mapping[str, Any]) -> Rule:
    settings = dict(page["check"])
    for key, made in page.get("patterns", {}).items():
        settings[key] = finds.patterns(made["of"], settings[key], folder, made["keys"])
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
        options=page.get("settings", {}),
        folder=folder,
    )


def _validate(path: Path, page: dict[str, Any]) -> None:
    """Every key known, every value of the right kind, both languages, at least one bad and one innocent example."""
    _known_keys(path, "", page, _PAGE_KEYS)
    for key in _PAGE_KEYS:
        if key not in page and key not in _OPTIONAL_KEYS:
            raise RuleError(f"{path}: нет обязательного ключа «{key}».", f"{path}: the key “{key}” is missing.")
    _require_shapes(path, page)
    _one_of(path, "severity", page["severity"], [s.value for s in Severity])
    for kind in page["kinds"]:
        _one_of(path, "kinds", kind, [k.value for k in Kind])
    for lang in _LANGUAGES:
        for key in page[lang]:
            _one_of(path, f"{lang}.{key}", key.partition("-")[0], _WORDING_KEYS)
        for key in ("message", "why"):
            if not page[lang].get(key):
                raise RuleError(f"{path}: нет текста «{lang}.{key}».", f"{path}: the text “{lang}.{key}” is missing.")
    if "fix" in page:
        _known_keys(path, "fix.", page["fix"], _FIX_KEYS)
        _one_of(path, "fix.safety", page["fix"].get("safety"), [s.value for s in Safety])
    _validate_check(path, page["check"], page.get("settings", {}))
    for example in page["example"]:
        _known_keys(path, "example.", example, _EXAMPLE_KEYS)
        if "zone" in example:
            _one_of(path, "example.zone", example["zone"], [z.value for z in Zone])
    if not any("bad" in e for e in page["example"]) or not any("ok" in e for e in page["example"]):
        raise RuleError(
            f"{path}: нужны хотя бы один пример bad и один пример ok.",
            f"{path}: at least one example “bad” and one “ok” are needed.",
        )


def _require_shapes(path: Path, page: Mapping[str, Any]) -> None:
    """Lists, tables and texts where a page must have them: «clauses = "2.5.9"» is no list of one clause."""
    texts = {
        f"{lang}.{key}": text for lang in _LANGUAGES if isinstance(page[lang], dict) for key, text in page[lang].items()
    }
    for key, value, is_right, what in (
        *(
            (key, page[key], _is_list_of(page[key], str), ("список строк", "a list of strings"))
            for key in ("clauses", "kinds")
        ),
        *((key, page[key], isinstance(page[key], dict), ("таблица", "a table")) for key in _TABLES if key in page),
        *((key, text, isinstance(text, str), ("строка", "a string")) for key, text in texts.items()),
        ("example", page["example"], _is_list_of(page["example"], dict), ("таблицы [[example]]", "tables [[example]]")),
    ):
        if not is_right:
            raise RuleError(
                f"{path}: «{key}» = {value!r}: здесь нужно значение вида: {what[0]}.",
                f"{path}: “{key}” = {value!r}: this must be {what[1]}.",
            )


def _is_list_of(value: object, of: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, of) for item in value)


def _validate_check(path: Path, check: dict[str, Any], options: dict[str, dict[str, Any]]) -> None:
    """The kind is known, ``[check]`` holds what it takes, and ``[settings]`` describes keys of it in both languages."""
    from letterlint import settings  # noqa: PLC0415 - only packs without an index pay for it

    kind = check.get("kind")
    if kind not in checks.KINDS:
        _one_of(path, "check.kind", kind, (*checks.KINDS, *installed.names(installed.CHECKS)))
    try:
        given = {name: value for name, value in check.items() if name != "kind"}
        settings.verify(str(kind), given, path.parent, "check.")
        for name, words in options.items():
            if name not in settings.parameters(str(kind)):
                raise settings.unknown(f"settings.{name}", name, settings.parameters(str(kind)))
            if name == "severity" or set(words) != set(_LANGUAGES) or not all(words.values()):
                raise RuleError(
                    f"«settings.{name}»: нужны описания ru и en", f"“settings.{name}”: descriptions ru and en are due"
                )
    except RuleError as error:
        raise RuleError(f"{path}: {error.reason}.", f"{path}: {error.reason_en}.") from error


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


def build_reaches(folder: Path) -> str:
    """The text of ``reaches.json``: how many words the longest entry takes, of each list that the pages name.

    To learn that at run time a list would have to be compiled as a whole.
    """
    named = sorted({name for path in folder.glob("*.toml") for name in _LIST.findall(path.read_text(encoding="utf-8"))})
    lists = finds.lists_of(folder, fresh=True)
    reaches = {name: lists(name).most for name in named if finds.has_list(folder, name)}
    return json.dumps(reaches, indent=0, sort_keys=True) + "\n"


def build_index(folder: Path) -> str:
    """The text of ``index.json`` for a folder of pages. Raises ``RuleError`` for a wrong page."""
    lines = [json.dumps(page, ensure_ascii=False, separators=(",", ":"), sort_keys=True) for page in _pages(folder)]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    for name in sys.argv[1:] or [str(data.root() / "standard")]:
        Path(name, finds.REACHES).write_text(build_reaches(Path(name)), encoding="utf-8")
        Path(name, "index.json").write_text(build_index(Path(name)), encoding="utf-8")
