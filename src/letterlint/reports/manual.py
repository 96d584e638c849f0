"""The manual of the rules in Russian, a page each and an index: ``python -m letterlint.reports.manual [FOLDER]``.

All of it comes from the rule pages; ``docs/rules`` in a checkout is made by this command and nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letterlint import packs
from letterlint.reports import ruleword, specimen, wording
from letterlint.reports.look import Look

if TYPE_CHECKING:
    from letterlint.packs import Rule

_LANG = "ru"
_LOOK = Look(_LANG, width=100)
_OFFENCES = 3
_INNOCENTS = 5
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_<>[]|#"})
#: What the families of codes are about; a family of somebody's own pack goes by its letters.
_FAMILIES = {
    "ACC": "Точность",
    "ADR": "Адресат",
    "APP": "Приложения",
    "ATT": "Вложения",
    "EML": "Электронная почта",
    "EXM": "Отметка об исполнителе",
    "LAY": "Оформление листа",
    "LNG": "Язык",
    "SAL": "Обращение",
    "SIG": "Подпись",
    "SPM": "Сомнительное содержание",
    "STR": "Строение и ясность",
    "TON": "Тон",
    "TYP": "Типографика",
}
_ABOUT = (
    "Ошибка – стандарт это запрещает или требует; замечание – советует либо нужен взгляд человека; совет – можно "
    "сделать лучше. Эти страницы сделаны из страниц правил командой `python -m letterlint.reports.manual`."
)
_MORE = (
    "Все примеры – на [странице правила](../../rules/standard/{code}-{name}.toml). "
    "То же в командной строке: `letterlint explain {code}`."
)
_HEAD = "| код | что находит | степень | основание | правка |\n|---|---|---|---|---|"


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """The files of the manual: name -> text."""
    return {"README.md": index(rules), **{f"{rule.code}.md": page(rule) for rule in rules}}


def page(rule: Rule) -> str:
    """The page of one rule."""
    facts = f"`{rule.name}` · {wording.severity(rule.severity, _LANG)} · {wording.clauses(rule.clauses, _LANG)}"
    blocks = [
        f"# {rule.code}. {_plain(ruleword.headline(rule, _LANG))}",
        f"{facts}. {ruleword.kinds(rule, _LANG)}",
        "## Что находит",
        _list(ruleword.messages(rule, _LANG)),
        "## Почему",
        _plain(rule.say("why", _LANG)),
        "## Как исправить",
        *([_list(ruleword.advices(rule, _LANG))] if ruleword.advices(rule, _LANG) else []),
        "## Исправление программой",
        _plain(ruleword.fix(rule, _LANG)),
        *_examples(rule),
        *_settings(rule),
        _MORE.format(code=rule.code, name=rule.name),
    ]
    return "\n\n".join(blocks) + "\n"


def index(rules: Sequence[Rule]) -> str:
    """The list of all rules, by family and by clause."""
    blocks = ["# Правила letterlint", _ABOUT, "## По семействам", *_families(rules), "## По пунктам", _clauses(rules)]
    return "\n\n".join(blocks) + "\n"


def _examples(rule: Rule) -> Iterator[str]:
    offences = [example for example in rule.examples if "bad" in example]
    for example in offences[:_OFFENCES]:
        yield "## Плохо" + _about(example)
        yield _fence(example, "bad")
        if "good" in example:
            yield "Хорошо:"
            yield _fence(example, "good")
    yield "## Не считается ошибкой"
    yield from (_fence(example, "ok") for example in [e for e in rule.examples if "ok" in e][:_INNOCENTS])


def _about(example: Mapping[str, Any]) -> str:
    zone = specimen.zone(example, _LANG)
    return f" ({zone})" if zone else ""


def _fence(example: Mapping[str, Any], key: str) -> str:
    return "\n".join(["```text", *specimen.lines(example, key, _LOOK), "```"])


def _settings(rule: Rule) -> Iterator[str]:
    rows = [
        f"| `{setting.name}` | `{setting.default}` | {_plain(setting.note)} |"
        for setting in ruleword.settings(rule, _LANG)
    ]
    if rows:
        yield "## Настройки"
        yield "\n".join(["| имя | по умолчанию | что значит |", "|---|---|---|", *rows])


def _families(rules: Iterable[Rule]) -> Iterator[str]:
    def family(rule: Rule) -> str:
        return ruleword.family(rule.code)

    for letters, group in _grouped(rules, family):
        yield f"### {_FAMILIES[letters]} ({letters})" if letters in _FAMILIES else f"### {letters}"
        yield "\n".join([_HEAD, *(_row(rule) for rule in group)])


def _row(rule: Rule) -> str:
    cells = (
        f"[{rule.code}]({rule.code}.md)",
        _plain(ruleword.headline(rule, _LANG)),
        wording.severity(rule.severity, _LANG),
        wording.clauses(rule.clauses, _LANG),
        "есть" if ruleword.is_fixable(rule) else "",
    )
    return f"| {' | '.join(cells)} |"


def _clauses(rules: Iterable[Rule]) -> str:
    by_clause: dict[str, list[Rule]] = {}
    for rule in rules:
        for clause in rule.clauses:
            by_clause.setdefault(clause, []).append(rule)
    rows = ["| пункт | правила |", "|---|---|"]
    for clause in sorted(by_clause, key=_order):
        links = ", ".join(f"[{rule.code}]({rule.code}.md)" for rule in by_clause[clause])
        rows.append(f"| {wording.clauses([clause], _LANG)} | {links} |")
    return "\n".join(rows)


def _order(clause: str) -> tuple[bool, list[int], str]:
    """Clauses by number, part by part; other sources behind them."""
    parts = clause.split(".")
    is_number = all(part.isdigit() for part in parts)
    return not is_number, [int(part) for part in parts] if is_number else [], clause


def _grouped(rules: Iterable[Rule], key: Callable[[Rule], str]) -> Iterator[tuple[str, list[Rule]]]:
    return ((name, list(group)) for name, group in groupby(sorted(rules, key=lambda rule: rule.code), key))


def _list(texts: Iterable[str]) -> str:
    return "\n".join(f"* {_plain(text)}" for text in texts)


def _plain(text: str) -> str:
    """``text`` with the signs of Markdown made harmless."""
    return text.translate(_SPECIAL)


def write(folder: Path) -> None:
    """Make ``folder`` hold the manual of the shipped rules, and no page of a rule that is gone."""
    made = pages(packs.standard())
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/rules"))
