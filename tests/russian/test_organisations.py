"""Organisations by their legal form."""

import pytest
from tests.russian.marked import unmarked

from letterlint.russian.organisations import find_organisations


@pytest.mark.parametrize(
    "marked",
    [
        "Генеральному директору [[ООО «Ромашка»]] Смирнову А.П.",
        'Директору [[ООО "Ромашка"]]',
        "[[ООО «НПО «Свет»]]»"[:-1],
        "[[ООО «НПО «Свет»»]], далее",
        "[[ООО Ромашка]] и другие",
        "[[ООО Смирнов и Ко]]",
        "[[ООО]] Смирнову А.П.",
        "[[ООО]] Смирнову Андрею Петровичу",
        "[[ПАО «РЕГИОНЭНЕРГО»]] ⏎ Восточный филиал",
        "[[ТСЖ «Берёзовая роща»]]",
        "[[МУП «Водоканал»]] г. Заречного",
        "[[ФГБУ НИИ «Гранит»]]",
        "[[Акционерное общество «Горсеть»]]",
        "[[обществу с ограниченной ответственностью «Свет»]]",
        "[[ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ\n«ЭНЕРГОСБЫТ-СЕВЕР»]]\n([[ООО «Энергосбыт-Север»]])",
        "договор с [[АО «Вектор»]] и [[ЗАО «Луч»]]",
        "Просим Общество ответить",
        "общество потребителей",
        "ОООО «Свет»",
        "",
    ],
)
def test_places(marked: str) -> None:
    text, words, places = unmarked(marked)
    assert [text[start:stop] for start, stop in find_organisations(text)] == words
    assert find_organisations(text) == places
