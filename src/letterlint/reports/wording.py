"""The words that reports use beside those of the rules, in Russian and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letterlint.model import Severity, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

_ZONES = {
    Zone.LETTERHEAD: ("бланк", "letterhead"),
    Zone.REFERENCE: ("дата и номер", "date and number"),
    Zone.ADDRESSEE: ("адресат", "addressee"),
    Zone.SUBJECT: ("заголовок", "subject"),
    Zone.SALUTATION: ("обращение", "salutation"),
    Zone.PREAMBLE: ("преамбула", "preamble"),
    Zone.BODY: ("основной текст", "body"),
    Zone.CONCLUSION: ("заключение", "conclusion"),
    Zone.ATTACHMENTS: ("отметка о приложении", "attachment note"),
    Zone.SIGNATURE: ("подпись", "signature"),
    Zone.EXECUTOR: ("отметка об исполнителе", "executor mark"),
    Zone.COPY: ("отметка о копии", "copy line"),
    Zone.APPENDIX: ("приложение", "appendix"),
    Zone.QUOTE: ("цитата переписки", "quoted message"),
    Zone.OTHER: ("прочее", "other"),
}
_SEVERITIES = {
    Severity.ERROR: ("ошибка", "error"),
    Severity.WARNING: ("замечание", "warning"),
    Severity.INFO: ("совет", "suggestion"),
}
_NUMBERS = {
    "letter": (("письмо", "письма", "писем"), ("letter", "letters")),
    "file": (("файл", "файла", "файлов"), ("file", "files")),
    "rule": (("правило", "правила", "правил"), ("rule", "rules")),
    "example": (("пример", "примера", "примеров"), ("example", "examples")),
    "flaw": (("недочёт", "недочёта", "недочётов"), ("flaw", "flaws")),
    Severity.ERROR: (("ошибка", "ошибки", "ошибок"), ("error", "errors")),
    Severity.WARNING: (("замечание", "замечания", "замечаний"), ("warning", "warnings")),
    Severity.INFO: (("совет", "совета", "советов"), ("suggestion", "suggestions")),
}
_GOST = ("ГОСТ Р 7.0.97-2016", "GOST R 7.0.97-2016")
_ETIQUETTE = ("деловой этикет", "business etiquette")
_NEXT_STEPS = {
    "unreadable": (
        "Проверьте имя и вид файла; если он открывается в Word, сохраните его заново как .docx.",
        "Check name and kind of the file; if Word opens it, save it anew as .docx.",
    ),
    "rule": (
        "Это ошибка letterlint, а не письма: сообщите о ней разработчикам.",
        "This is a fault of letterlint, not of the letter: please report it.",
    ),
    "part": (
        "Проверьте эту часть письма сами.",
        "Check this part of the letter yourself.",
    ),
    "limit": (
        "Уберите из файла лишнее (картинки, вложенные документы) или разделите его.",
        "Remove what the file does not need (pictures, embedded documents) or split it.",
    ),
    "fix": (
        "Исходный файл не изменён: исправьте это место сами.",
        "The original is unchanged: correct this place yourself.",
    ),
    "service": (
        "Проверьте, что сервер запущен, и повторите.",
        "Check that the server runs and try again.",
    ),
}
_PHRASES = {
    "whole letter": ("письмо в целом", "whole letter"),
    "header": ("поле", "header"),
    "attachment": ("вложение", "attachment"),
    "near": ("место: ", "at: "),
    "unread": ("не прочитано", "not read"),
    "failed": ("проверено не полностью", "not fully checked"),
    "note": ("к сведению", "note"),
    "checked": ("Проверено", "Checked"),
    "none checked": ("Ни одно письмо не проверено.", "No letter was checked."),
    "clean": ("Замечаний нет.", "Nothing to remark."),
    "some unread": ("Не прочитано:", "Not read:"),
    "some partial": ("Проверено не полностью:", "Not fully checked:"),
    "folded": (
        "Советы показаны строкой на правило; полностью: --show info.",
        "Suggestions are folded to one line per rule; in full: --show info.",
    ),
}


def _index(lang: str) -> int:
    return 0 if lang == "ru" else 1


def zone(name: Zone, lang: str) -> str:
    """The name of a zone for people."""
    return _ZONES[name][_index(lang)]


def severity(name: Severity, lang: str) -> str:
    """The word for a severity."""
    return _SEVERITIES[name][_index(lang)]


def phrase(key: str, lang: str) -> str:
    """A fixed phrase of the reports."""
    return _PHRASES[key][_index(lang)]


def next_step(kind: str, lang: str) -> str:
    """What to do about a failure of ``kind``; empty where nobody can say."""
    return _NEXT_STEPS.get(kind, ("", ""))[_index(lang)]


def count(number: int, what: str | Severity, lang: str) -> str:
    """``number`` with its noun in the form the number asks for: «1 письмо», «2 письма», «11 писем»."""
    russian, english = _NUMBERS[what]
    if lang != "ru":
        return f"{number} {english[number != 1]}"
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {russian[0]}"
    few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
    return f"{number} {russian[1 if few else 2]}"


def clauses(names: Sequence[str], lang: str) -> str:
    """What a finding rests on: «п. 2.5.9.1», «пп. 2.5.9.3, 2.5.3», «ГОСТ Р 7.0.97-2016», «деловой этикет»."""
    numbers = [name for name in names if name[:1].isdigit()]
    words = [_rest(name, lang) for name in names if name not in numbers]
    if numbers:
        sign = (("п.", "clause") if len(numbers) == 1 else ("пп.", "clauses"))[_index(lang)]
        words.insert(0, f"{sign} {', '.join(numbers)}")
    return "; ".join(words)


def _rest(name: str, lang: str) -> str:
    """A source that is not the standard; after «GOST» there may be a clause of it («GOST 5.17»)."""
    source, _, clause = name.partition(" ")
    words = {"GOST": _GOST, "etiquette": _ETIQUETTE}.get(source, (source, source))[_index(lang)]
    return f"{words}, {('п.', 'clause')[_index(lang)]} {clause}" if clause else words
