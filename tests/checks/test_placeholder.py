"""Places of a template that were left unfilled, and their look-alikes."""

import pytest

from letterlint import checks
from letterlint.model import Zone
from letterlint.zones import notation


def found(words: str, zone: Zone = Zone.BODY) -> list[str]:
    letter = notation.skeleton(zone, words)
    return [letter.text[slice(*match.span)] for match in checks.run("placeholder", letter, {}) if match.span]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Составляет {{summa}} рублей.", ["{{summa}}"]),
        ("Сумма ${x} руб.", ["${x}"]),
        ("Просит {ФИО} сообщить.", ["{ФИО}"]),
        ("Договор с [ФИО] заключён.", ["[ФИО]"]),
        ("Пишет [Ваше имя].", ["[Ваше имя]"]),
        ("Срок [указать дату].", ["[указать дату]"]),
        ("Срок <дата>, адрес <…>.", ["<дата>", "<…>"]),
        ("Номер *номер*.", ["*номер*"]),
        ("Для НАЗВАНИЕ_ОРГАНИЗАЦИИ сообщаем.", ["НАЗВАНИЕ_ОРГАНИЗАЦИИ"]),
        ("Дорогой %FIRST_NAME%, просим.", ["%FIRST_NAME%"]),
        ("Составляет ____ руб.", ["____"]),
        ("По договору № ___ от 11.12.2023 просим.", ["№ ___"]),
        ("Договор № ___ от «__» ______ 20__ г. подписан.", ["№ ___ от «__» ______ 20__ г."]),
        ("Дата «__» июня 2025 г. № ___ указана.", ["«__» июня 2025 г. № ___"]),
        ("До __.__.20__ просим.", ["__.__.20__"]),
        ("Придёт __.12.2024 или 15.__.2025 мастер.", ["__.12.2024", "15.__.2025"]),
        ("До ХХ.ХХ.2025 просим.", ["ХХ.ХХ.2025"]),
        ("До дд.мм.гггг просим.", ["дд.мм.гггг"]),
        ("Счёт № XXX оплачен.", ["№ XXX"]),
        ("В размере ........ руб.", ["........"]),
        ("Договор с ООО «____» заключён.", ["____"]),
        ("Lorem ipsum dolor sit amet.", ["Lorem ipsum"]),
        ("Согласен (нужное подчеркнуть).", ["(нужное подчеркнуть)"]),
        ("Подписал И.О. Фамилия.", ["И.О. Фамилия"]),
    ],
)
def test_in_the_text(words: str, places: list[str]) -> None:
    assert found(words) == places


@pytest.mark.parametrize(
    "words",
    [
        "См. [1], [подпись], п. 5 [в редакции от 2020 г.].",
        "Адрес <ivanov@x.example>, скидка 5 %, 10 + x = {1, 2}.",
        "Это *важно*.",
        "Файлы Расчёт_05.xlsx, АКТ_СВЕРКИ.pdf, a__b.",
        "______________________",
        "Директор ______________ А.П. Смирнов",
        "И так далее... и т.д......",
        "XXX съезд, XX век, XXX летние игры, размер XXL.",
        "Карта 4276 XXXX XXXX 1234.",
        "Дату указать в формате ДД.ММ.ГГГГ.",
        "Просим указать Ф.И.О. и должность.",
        "Просим указать Фамилию Имя Отчество участника.",
        "В форме «Я, ______________, согласен на обработку персональных данных» три графы.",
        "Из письма: «Мы ждали <…> и просим принять меры к виновным».",
        "http://site.example/a____b".replace("____", "_"),
    ],
)
def test_look_alikes(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("zone", "words", "places"),
    [
        (Zone.SALUTATION, "Уважаемый(ая) Андрей Петрович!", ["Уважаемый(ая)"]),
        (Zone.SALUTATION, "Уважаемый (-ая) абонент!", ["Уважаемый (-ая)"]),
        (Zone.SALUTATION, "Уважаемый ФИО!", ["ФИО"]),
        (Zone.SALUTATION, "Уважаемый Имя Отчество!", ["Имя Отчество"]),
        (Zone.ADDRESSEE, "Директору\nФамилия И.О.", ["Фамилия И.О."]),
        (Zone.SIGNATURE, "Директор ____________ И.О. Фамилия", ["И.О. Фамилия"]),
        (Zone.SIGNATURE, "Директор ________ (Ф.И.О.)\n(Фамилия Имя Отчество)", []),
        (Zone.SIGNATURE, "Директор «___» ______ 20__ г.", []),
        (Zone.EXECUTOR, "Исп. Фамилия Имя Отчество", ["Фамилия Имя Отчество"]),
        (Zone.EXECUTOR, "Исполнитель: ____", []),
        (Zone.REFERENCE, "№ ____ от ____", []),
        (Zone.REFERENCE, "№ {{num}}", ["{{num}}"]),
        (Zone.ATTACHMENTS, "Приложение: на __ л. в 1 экз.", ["__"]),
        (Zone.APPENDIX, "Я, ____, согласен {{name}}", []),
        (Zone.LETTERHEAD, "________", []),
        (Zone.OTHER, "Согласовано __________", []),
    ],
)
def test_by_zone(zone: Zone, words: str, places: list[str]) -> None:
    assert found(words, zone) == places


def test_a_slip_to_tear_off_below_the_signature_is_a_form() -> None:
    letter = notation.read(
        "preamble| Просим ответить.\nsignature| Директор   А.П. Смирнов\nbody| Согласен: ________ да / нет"
    )
    assert not list(checks.run("placeholder", letter, {}))
