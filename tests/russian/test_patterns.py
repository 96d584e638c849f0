"""The notation of phrase patterns: what it finds, what it refuses, and that its keys never hide a match."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterlint.errors import RuleError
from letterlint.russian.clauses import Sentence
from letterlint.russian.patterns import Book, Pattern
from letterlint.russian.replacing import replacement
from letterlint.russian.words import Words


def sentence(text: str) -> Sentence:
    words = Words(text)
    return Sentence(words, 0, len(words), 0, len(text))


def no_lists(name: str) -> Book:
    return Book({"months": ("май", "июнь"), "phrases": ("в срок", '"до конца" месяц')}[name], no_lists)


def found(pattern: str, text: str) -> str | None:
    """The words that a pattern finds by its keys."""
    words = Words(text)
    book = Book([pattern], no_lists)
    for word, number in book.candidates(words):
        match = book.pattern(number).around(sentence(text), word)
        if match is not None:
            return " ".join(words.norms[match.start : match.stop])
    return None


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("требовать", "Мы требуем ответа", "требуем"),
        ("требовать[1per]", "Закон требует ответа", None),
        ('"ещё"', "Еще раз", "еще"),
        ('"в течении" ..2 [NOUN gent]', "в течении пяти рабочих дней", "в течении пяти рабочих дней"),
        ('"в течении" день', "в течении реки день", None),
        ("требовать & \"от\" <reader gent>", "От Вас мы требуем", "от вас мы требуем"),
        ("просить (срочно | немедленно)? оплатить", "Просим оплатить", "просим оплатить"),
        ("просить (срочно | немедленно)? оплатить", "Просим немедленно оплатить", "просим немедленно оплатить"),
        ("просить оплатить", "Просим, оплатить", None),
        ('оплатить !"можно"', "Оплатить можно", None),
        ('"#-ти" день', "в течение 10-ти дней", "10-ти дней"),
        ('"#2-х" день', "из 12-х дней", "12-х дней"),
        ('"#2-х"', "из 3-х дней", None),
        ('"#-ти*"', "5-тилетний план", "5-тилетний"),
        ('"#-го"', "до 5,5-го", "5,5-го"),
        ('"о том" ..0 "что"', "Скажем о том, что ждём", "о том что"),
        ("(сообщать | просить)[1per]", "Они сообщают, мы просим", "просим"),
        ('"*ться"[INFN]', "Он согласился встретиться", "встретиться"),
        ("@months", "в мае", "мае"),
        ("@months[loct]", "до мая", None),
        ("(просить | ждать)[1per]", "Просят и ждём", "ждем"),
        ('"до" .. @phrases', "до 5 мая, в срок", "до 5 мая в срок"),
        ("<reader datv>", "Сотрудникам Вашей организации", "сотрудникам вашей организации"),
        ("направить <reader datv>", "Направим Вашей бухгалтерии", "направим вашей бухгалтерии"),
        ("[VERB impr plur]", "Если оплатите", None),
        ("[VERB impr plur]", "Оплатите", "оплатите"),
    ],
)  # fmt: skip
def test_notation(pattern: str, text: str, words: str | None) -> None:
    assert found(pattern, text) == words


def refused(pattern: str) -> None:
    """What the loading of a page does."""
    book = Book([pattern], no_lists)
    book.verify()
    assert book.keys


@pytest.mark.parametrize(
    "pattern",
    ["..5 [NOUN]", "[NOUN]", "а? б?", "просить ..40 оплатить", "требование @", "(просить", "трбовать", "", "a"],
)
def test_what_may_be_slow_or_wrong_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError) as error:
        refused(pattern)
    assert pattern in str(error.value)


@pytest.mark.parametrize(
    ("pattern", "template", "text", "result"),
    [
        (
            '"согласно" {what: [ADJF gent]? [NOUN gent]}',
            "согласно {what:datv}",
            "Согласно нового договора поставки",
            "Согласно новому договору",
        ),
        ('"в течении"', "в течение", "в течении дня", "в течение"),
        ('{verb: "*тся"[VERB]}', "{verb:INFN}", "проверяется", "проверяться"),
        ('"согласно" {what: счет}', "согласно {what:gent>datv}", "согласно счета", "согласно счёту"),
        ('{what: "#-ти" "дневный"}', "{what~-ти >-}", "10‑ти\u00a0дневный", "10-дневный"),
        ('"по" {what: "окончанию"}', "по {what~ию>ии}", "По окончанию", "По окончании"),
        ('"что" {mark: "так же"} просить', "также", "что Так же просим", "Также"),
    ],
)
def test_replacements_inflect_what_they_take_over(pattern: str, template: str, text: str, result: str) -> None:
    one = sentence(text)
    match = Pattern(pattern, no_lists).at(one, 0)
    assert match is not None
    assert replacement(template, one, match) == result


_WORDS = st.sampled_from(
    ["вы", "не", "обязаны", "должны", "мы", "требуем", "от", "вас", "в", "срок", "оплатить", ",", "если", "5"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=25))
def test_keys_hide_no_match(words: list[str]) -> None:
    """What a pattern finds when tried at every word it finds by its keys too."""
    text = " ".join(words)
    if not any(word != "," for word in words):
        return
    one, all_words = sentence(text), Words(text)
    for notation in (
        "обязать[PRTS]",
        'требовать & "от" <reader gent>',
        "должный ..3 [INFN]",
        '"в" срок',
        '("от" "вас" | "мы") ..2 требовать',
    ):
        book = Book([notation], no_lists)
        pattern = book.pattern(0)
        tried = any(pattern.at(one, k) for k in range(len(one)))
        by_keys = any(pattern.around(one, word) for word, _ in book.candidates(all_words) if word < len(one))
        assert tried == by_keys


def test_what_cannot_be_exchanged_is_not_replaced() -> None:
    one = sentence("проверяется")
    match = Pattern('{verb: "*тся"}', no_lists).at(one, 0)
    assert match is not None
    assert replacement("{verb~ться>тся}", one, match) is None
