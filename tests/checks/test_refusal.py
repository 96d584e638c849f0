"""Who refuses, what explains it, and what else is offered: what the examples of TON006 do not show in one paragraph."""

import time

import pytest

from letterlint import checks, packs
from letterlint.letter import Letter
from letterlint.sources import read
from letterlint.zones import assemble

[RULE] = [rule for rule in packs.standard() if rule.code == "TON006"]
FRAME = """ООО «Пример»

На № 12 от 05.05.2025

Директору
ООО «Ромашка»
Смирнову А.П.

Уважаемый Андрей Петрович!

{}

{}                    О.И. Петрова
"""


def letter(*paragraphs: str, signs: str = "Директор") -> Letter:
    return assemble(read(FRAME.format("\n\n".join(paragraphs), signs).encode(), name="letter.txt"), name="letter.txt")


def found(letter: Letter) -> list[tuple[str, str]]:
    return [
        (m.variant, letter.text[slice(*m.span)]) for m in checks.run(RULE.check, letter, dict(RULE.settings)) if m.span
    ]


@pytest.mark.parametrize(
    ("paragraphs", "variant"),
    [
        (["В скидке Вам отказано.", "Благодарим за обращение."], "both"),
        (["Склад до июня занят.", "Принять груз не сможем.", "Надеемся на сотрудничество."], "way"),
        (["Удовлетворить просьбу не можем.", "Предлагаем встретиться 5 мая."], "reason"),
        (["Согласно решению правления в скидке отказано.", "Предлагаем рассрочку."], "reason"),
        (["Выставка нам понравилась.", "Тем не менее принять её не можем.", "Предлагаем весну."], "reason"),
        (["Принять груз не сможем: склад занят.", "Кроме того, копию акта можно забрать в офисе."], "way"),
    ],
)
def test_what_is_missing(paragraphs: list[str], variant: str) -> None:
    assert [missing for missing, _ in found(letter(*paragraphs))] == [variant]


def test_a_reason_and_an_offer_may_stand_in_the_next_paragraphs() -> None:
    assert not found(letter("Принять груз в мае не сможем.", "Склад до июня занят.", "Предлагаем привезти его 2 июня."))


def test_one_finding_a_letter_at_the_first_refusal_that_lacks_something() -> None:
    assert len(found(letter("В скидке Вам отказано.", "В рассрочке Вам отказано."))) == 1


def test_a_conclusion_repeats_a_refusal_that_had_its_reason() -> None:
    text = ("Выдать справку не можем: архив хранит дела с 2015 года.", "Вы можете запросить её в городском архиве.")
    assert not found(letter(*text, "Просим извинить и сожалеем, что не можем помочь."))


def test_a_firm_is_the_writer_where_it_signs_or_answers_for_itself() -> None:
    refusal = "Цирк не может принять Ваш коллектив. Благодарим за предложение."
    assert found(letter(refusal, signs="Директор цирка"))
    assert not found(letter(refusal))


def test_a_court_that_is_the_writer_refuses_for_itself() -> None:
    refusal = "В выдаче копии судом отказано."
    assert found(letter(refusal, signs="Председатель суда"))
    assert not found(letter(refusal))


def test_many_refusals_cost_what_their_words_cost() -> None:
    def seconds(times: int) -> float:
        made = letter(*["Принять груз не сможем: склад занят. Предлагаем привезти его 2 июня."] * times)
        begun = time.perf_counter()
        assert not found(made)
        return time.perf_counter() - begun

    seconds(10)
    assert seconds(800) < 12 * seconds(200)
