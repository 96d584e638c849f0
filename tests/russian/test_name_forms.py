"""Gender, case and declension of names; comparing people."""

import pytest

from letterlint.russian.names import Name, certain_dative, decline, decline_part, find_names, same_person
from letterlint.russian.surnames import surname_readings

DATIVES = """
Смирнов м Смирнову | Смирнова ж Смирновой | Раевский м Раевскому | Раевская ж Раевской | Толстой м Толстому
Белая ж Белой | Шевчук м Шевчуку | Шевчук ж Шевчук | Коваль м Ковалю | Коваль ж Коваль | Гайдай м Гайдаю
Кох ж Кох | Глинка м Глинке | Глинка ж Глинке | Дейнека ж Дейнеке | Шевченко м Шевченко | Шевченко ж Шевченко
Черных м Черных | Черных ж Черных | Живаго м Живаго | Дюма м Дюма | Берия м Берии | Гулиа м Гулиа | Ким м Киму
Ким ж Ким | Цой м Цою | Ли м Ли | Мамин-Сибиряк м Мамину-Сибиряку | Петров-Водкин м Петрову-Водкину
Бонч-Бруевич м Бонч-Бруевичу | Тер-Петросян м Тер-Петросяну | Иванова-Шевчук ж Ивановой-Шевчук
Орлова-Ким ж Орловой-Ким | Топчий м Топчию | Топчий ж Топчий | Кара-Мурза м Кара-Мурзе
Королёв м Королёву | Птицына ж Птицыной | Горячий м Горячему | Горячая ж Горячей | Дальний м Дальнему
Грум-Гржимайло м Грум-Гржимайло | Сен-Жюст м Сен-Жюсту | Смородина ж Смородине | Гарсия ж Гарсии | Золя м Золя
Ерошевич м Ерошевичу | Ерошевич ж Ерошевич | Сковорода м Сковороде | Новиков-Прибой м Новикову-Прибою
Орджоникидзе м Орджоникидзе | Чабукиани ж Чабукиани | Дурново м Дурново | Камю м Камю | Гёте м Гёте
"""
GENDERS = {"м": "masc", "ж": "femn"}
VECTORS = [tuple(vector.split()) for line in DATIVES.strip().splitlines() for vector in line.split(" | ")]


@pytest.mark.parametrize(("nominative", "gender", "dative"), VECTORS)
def test_dative_of_surnames(nominative: str, gender: str, dative: str) -> None:
    assert decline_part("surname", nominative, GENDERS[gender], "datv") == dative


@pytest.mark.parametrize(("nominative", "gender", "dative"), VECTORS)
def test_what_is_called_certain_is_right(nominative: str, gender: str, dative: str) -> None:
    assert certain_dative(nominative, GENDERS[gender]) in {dative, None}


@pytest.mark.parametrize(("nominative", "gender", "dative"), VECTORS)
def test_dative_in_an_addressee_block_is_no_nominative(nominative: str, gender: str, dative: str) -> None:
    """The way back: what is written in the dative is never taken for another gender or a mistaken nominative."""
    (name,) = find_names(f"{dative} Е.Ю.", expected_case="datv")
    assert name.gender in {GENDERS[gender], None}
    assert name.case in {"datv", None}
    assert same_person(name, Name(0, 0, surname=nominative, gender=GENDERS[gender])) is True


@pytest.mark.parametrize(
    ("kind", "nominative", "gender", "dative"),
    [
        *(("given", *pair.split()) for pair in (
            "Илья masc Илье", "Никита masc Никите", "Фома masc Фоме", "Кузьма masc Кузьме", "Лука masc Луке",
            "Савва masc Савве", "Павел masc Павлу", "Пётр masc Петру", "Лев masc Льву", "Игорь masc Игорю",
            "Юрий masc Юрию", "Дмитрий masc Дмитрию", "Наталья femn Наталье", "Наталия femn Наталии",
            "Мария femn Марии", "Юлия femn Юлии", "Софья femn Софье", "Любовь femn Любови", "Нинель femn Нинели",
            "Эсфирь femn Эсфири", "Рахиль femn Рахили", "Айгуль femn Айгуль", "Элизабет femn Элизабет",
        )),
        *(("patronymic", *pair.split()) for pair in (
            "Петрович masc Петровичу", "Ильич masc Ильичу", "Кузьмич masc Кузьмичу", "Ильинична femn Ильиничне",
            "Никитична femn Никитичне", "Саввична femn Саввичне", "Лукинична femn Лукиничне",
        )),
        ("patronymic", "Али оглы", "masc", "Али оглы"),
        ("surname", "фон Браун", "masc", "фон Брауну"),
        ("surname", "Керим-Оглы", "masc", "Керим-Оглы"),
        ("surname", "Керим-кызы", "femn", "Керим-кызы"),
        ("surname", "СМИРНОВ", "masc", "СМИРНОВУ"),
    ],
)  # fmt: skip
def test_dative_of_other_parts(kind: str, nominative: str, gender: str, dative: str) -> None:
    assert decline_part(kind, nominative, gender, "datv") == dative


@pytest.mark.parametrize(
    ("surname", "gender", "dative"),
    [
        ("Смирнов", "masc", "Смирнову"),
        ("Королёв", "masc", "Королёву"),
        ("Птицын", "masc", "Птицыну"),
        ("Смирнова", "femn", "Смирновой"),
        ("Раевский", "masc", "Раевскому"),
        ("Трубецкой", "masc", "Трубецкому"),
        ("Толстой", "masc", "Толстому"),
        ("Белый", "masc", "Белому"),
        ("Горячий", "masc", "Горячему"),
        ("Долгая", "femn", "Долгой"),
        ("Петров-Водкин", "masc", "Петрову-Водкину"),
        ("СМИРНОВ", "masc", "СМИРНОВУ"),
        ("Смирнов", None, None),
        ("Топчий", "masc", None),
        ("Цой", "masc", None),
        ("Гайдай", "masc", None),
        ("Шевчук", "masc", None),
        ("Шевченко", "femn", None),
        ("Черных", "masc", None),
        ("Калина", "femn", None),
        ("Смородина", "femn", None),
        ("Мамин-Сибиряк", "masc", None),
        ("Глинка", "femn", None),
    ],
)
def test_certain_dative(surname: str, gender: str | None, dative: str | None) -> None:
    assert certain_dative(surname, gender) == dative


@pytest.mark.parametrize(
    ("text", "expected_case", "gender", "case"),
    [
        ("Смирнов А.П.", None, "masc", "nomn"),
        ("Смирнова А.П.", None, None, None),
        ("Смирнова А.П.", "nomn", "femn", "nomn"),
        ("Смирнова А.П.", "gent", "masc", "gent"),
        ("Смирнову А.П.", None, None, None),
        ("Смирнову А.П.", "datv", "masc", "datv"),
        ("Ивановой О.И.", "datv", "femn", "datv"),
        ("Ивановой О.И.", None, "femn", None),
        ("Смирнов А.П.", "datv", "masc", "nomn"),
        ("Смирновым А.П.", None, "masc", "ablt"),
        ("Раевскому А.П.", None, "masc", "datv"),
        ("Мухаметзянову А.П.", "datv", "masc", "datv"),
        ("Шевчуку А.П.", "datv", "masc", "datv"),
        ("Шевчук А.П.", "datv", None, None),
        ("Шевчук А.П.", "nomn", None, "nomn"),
        ("Шевченко А.П.", "datv", None, None),
        ("Черных А.П.", "datv", None, None),
        ("Ким А.П.", "datv", None, None),
        ("Коваль А.П.", "datv", None, None),
        ("Глинке А.П.", "datv", None, "datv"),
        ("Шевчук Анна Петровна", None, "femn", "nomn"),
        ("Шевчук Анне Петровне", None, "femn", "datv"),
        ("Шевченко Андрею Петровичу", None, "masc", "datv"),
        ("Андрею Петровичу", None, "masc", "datv"),
        ("Марии Петровне", None, "femn", "datv"),
        ("Андрея Петровича", None, "masc", "gent"),
        ("Любовь Ильинична", None, "femn", "nomn"),
        ("Никита Саввич", None, "masc", "nomn"),
        ("Илья Смирнов", None, "masc", "nomn"),
        ("Яровой Андрей Петрович", None, "masc", "nomn"),
        ("Смородина Андрей Петрович", None, "masc", "nomn"),
        ("Рашид Али оглы", None, "masc", "nomn"),
        ("Лейла Али кызы", None, "femn", "nomn"),
        ("Иванович Анна Петровна", None, "femn", "nomn"),
        ("Смирнов Андрею Петровичу", "datv", "masc", "nomn"),
        ("Смирнову Андрей Петрович", "datv", "masc", "nomn"),
        ("Иванова-Шевчук А.П.", "nomn", "femn", "nomn"),
    ],
)
def test_gender_and_case(text: str, expected_case: str | None, gender: str | None, case: str | None) -> None:
    (name,) = find_names(text, expected_case=expected_case)
    assert (name.gender, name.case) == (gender, case)


@pytest.mark.parametrize(
    ("text", "declined"),
    [
        ("Смирнов Андрей Петрович", "Смирнову Андрею Петровичу"),
        ("А.П. Смирнов", "А.П. Смирнову"),
        ("Шевченко А.П.", "Шевченко А.П."),
        ("Шевчук А.П.", None),
        ("Шевчук Анна Петровна", "Шевчук Анне Петровне"),
    ],
)
def test_decline(text: str, declined: str | None) -> None:
    (name,) = find_names(text)
    assert decline(name, "datv") == declined


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Смирнов А.П.", "Андрей Петрович", True),
        ("Смирнов А.П.", "Иван Петрович", False),
        ("Смирнов А.П.", "Андрей Иванович", False),
        ("Смирнову А.П.", "Андрей Петрович Смирнов", True),
        ("Смирнова А.П.", "Анна Петровна", True),
        ("Смирнов А.П.", "Анна Петровна", False),
        ("Смирнов А.П.", "Белов А.П.", False),
        ("Смирнов А.П.", "Смирнов А.И.", False),
        ("Смирнов А.П.", "Смирнова А.П.", True),
        ("Белову И.И.", "Белов", True),
        ("Белову И.И.", "Смирнов", False),
        ("Андрей Петрович", "Белов", None),
        ("Андрей", "Смирнов А.П.", None),
        ("Наталия Сергеевна", "Наталья Сергеевна", True),
        ("Геннадий Геннадиевич", "Геннадий Геннадьевич", True),
        ("Королёв С.П.", "Королев С.П.", True),
        ("Кравцу А.П.", "Кравец А.П.", True),
        ("Ковалю А.П.", "Коваль А.П.", True),
        ("Ю.-К. Петров", "Юрий Петрович", True),
    ],
)
def test_same_person(one: str, other: str, same: bool | None) -> None:
    (first,), (second,) = find_names(one, bare=True), find_names(other, bare=True)
    assert same_person(first, second) is same
    assert same_person(second, first) is same


@pytest.mark.parametrize("surname", ["Керим-Оглы", "Керим-Кызы", "Зам-Оглы"])
def test_a_surname_in_ogly_is_indeclinable(surname: str) -> None:
    (reading,) = surname_readings(surname)
    assert (reading.case, reading.gender, reading.nominative) == (None, None, surname)
