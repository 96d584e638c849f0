"""What was read with a reserve: counted while reading, told in one note per kind."""

from __future__ import annotations

from letterlint.model import Failure

#: Kinds of note in the order in which they are told; ``{}`` is the number of places.
MESSAGES = {
    "charset": "Редкая кодировка XML, прочитана по объявлению: {where}.",
    "styles": "Стили документа не найдены: оформление определено по умолчаниям Word.",
    "theme": "Тема документа не прочитана: шрифты темы неизвестны.",
    "footnotes": "Сноски не проверяются: {}.",
    "endnotes": "Концевые сноски не проверяются: {}.",
    "comments": "Примечания Word не проверяются: {}.",
    "hidden": "Скрытый текст не проверяется, фрагментов: {}.",
    "formulas": "Формулы не проверяются: {}.",
    "altchunk": "Вставленные файлы (altChunk) не читаются: {}.",
    "pictures": "Рисунки не найдены в файле: {}.",
    "template": "Внешний шаблон не открывается.",
    "external": "Внешнее содержимое не загружается: {}.",
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

    def lost(self, message: str, where: str) -> None:
        """A part with the letter's text could not be read: no note but a failure of kind ``part``."""
        self._failures.append(Failure(kind="part", message=message, where=where))

    def all(self) -> tuple[Failure, ...]:
        """The failures, then one note of kind ``note`` for each kind that was counted."""
        notes = [
            Failure(
                kind="note",
                message=message.format(self._counts[key], where=self._where[key]),
                where=self._where[key],
            )
            for key, message in MESSAGES.items()
            if key in self._counts
        ]
        return (*self._failures, *notes)
