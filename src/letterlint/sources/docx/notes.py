"""What was read with a reserve: counted while reading, told in one note per kind."""

from __future__ import annotations

from letterlint.model import Failure

#: Kinds of note in the order in which they are told, in Russian and in English; ``{}`` is the number of places.
MESSAGES = {
    "charset": (
        "Редкая кодировка XML, прочитана по объявлению: {where}.",
        "A rare XML charset, read as declared: {where}.",
    ),
    "styles": (
        "Стили документа не найдены: оформление определено по умолчаниям Word.",
        "The document has no styles: formatting is taken from Word's defaults.",
    ),
    "theme": (
        "Тема документа не прочитана: шрифты темы неизвестны.",
        "The theme was not read: theme fonts are unknown.",
    ),
    "footnotes": (
        "Сноски не проверяются: {}.",
        "Footnotes are not checked: {}.",
    ),
    "endnotes": (
        "Концевые сноски не проверяются: {}.",
        "Endnotes are not checked: {}.",
    ),
    "comments": (
        "Примечания Word не проверяются: {}.",
        "Word comments are not checked: {}.",
    ),
    "hidden": (
        "Скрытый текст не проверяется, фрагментов: {}.",
        "Hidden text is not checked, pieces: {}.",
    ),
    "formulas": (
        "Формулы не проверяются: {}.",
        "Formulas are not checked: {}.",
    ),
    "altchunk": (
        "Вставленные файлы (altChunk) не читаются: {}.",
        "Inserted files (altChunk) are not read: {}.",
    ),
    "pictures": (
        "Рисунки не найдены в файле: {}.",
        "Pictures are missing in the file: {}.",
    ),
    "template": (
        "Внешний шаблон не открывается.",
        "The external template is not opened.",
    ),
    "external": (
        "Внешнее содержимое не загружается: {}.",
        "External content is not loaded: {}.",
    ),
}


class Notes:
    """The account of one file."""

    __slots__ = ("_counts", "_failures", "_where")

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._where: dict[str, str] = {}
        self._failures: list[Failure] = []

    def count(self, key: str, where: str) -> None:
        """Count one more of a kind in ``MESSAGES``; ``where`` is the part in which it stands first."""
        self._counts[key] = self._counts.get(key, 0) + 1
        self._where.setdefault(key, where)

    def lost(self, message: str, english: str, where: str) -> None:
        """A part with the letter's text could not be read: no note but a failure of kind ``part``."""
        self._failures.append(Failure(kind="part", message=message, where=where, message_en=english))

    def all(self) -> tuple[Failure, ...]:
        """The failures, then one note of kind ``note`` for each kind that was counted."""
        notes = [
            Failure(
                kind="note",
                message=russian.format(self._counts[key], where=self._where[key]),
                where=self._where[key],
                message_en=english.format(self._counts[key], where=self._where[key]),
            )
            for key, (russian, english) in MESSAGES.items()
            if key in self._counts
        ]
        return (*self._failures, *notes)
