"""Sentences with their places; sentence bounds are written «|»."""

import pytest

from letterlint.russian.sentences import sentences

SENTENCES = [
    "Сообщаем следующее.| Работы завершены.",
    "Исх. № 387 от 05.06.2025.| Просим ответить.",
    "Вх. № 3 принят.| Ждём.",
    "Живёт в г. Энске, ул. Лесная, д. 5.| Просим.",
    "Школа им. А.С. Пушкина работает.",
    "Тел. 8 (495) 000-45-67.| Звоните по доб. 5.",
    "Директор А.П. Смирнов уехал.| Приедет Белов И.И.",
    "Просим принять Иванова И.И.| Просим также\nсообщить о решении.",
    "В 2025 г.| Мы начали работу.",
    "Договор от 05.06.2025 г. № 5 подписан.",
    "С 1 июня 2025 г. Москва получает ответ.",
    "Срок до 10.06.2025 г.| Просим не опаздывать.",
    "Оплата 500 руб.| Просим внести её до срока.",
    "Уважаемый Андрей Петрович!| Сообщаем.",
    "Стр. 5 и рис. 3.| Далее.",
    "Что делать?| Ждать!",
    "Работы ведёт ООО «Ромашка».| Они\nидут.",
    "см. п. 4.2 и ст. 5 договора.| Всё.",
    "Табл. 3 прилагается.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    expected = [piece.strip() for piece in marked.split("|")]
    assert [text[start:stop] for start, stop in sentences(text)] == expected


@pytest.mark.parametrize("text", ["", " \n\u00a0"])
def test_no_sentence_in_blanks(text: str) -> None:
    assert sentences(text) == []
