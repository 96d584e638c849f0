"""The door to pymorphy3."""

import subprocess
import sys

import pytest

from letterlint.russian import morphology


def test_readings_are_case_and_soft_hyphen_blind() -> None:
    assert morphology.parses("До\u00adговор") == morphology.parses("договор")
    assert morphology.is_known("ДО\u00adГОВОР")
    assert not morphology.is_known("бурмулькизация")


def test_case_and_gender_of_a_reading() -> None:
    reading = morphology.parses("Петровичу")[0]
    assert (reading.case, reading.gender, reading.lemma) == ("datv", "masc", "петрович")


def test_has_and_lemmas() -> None:
    assert morphology.has("директору", "NOUN", "datv")
    assert not morphology.has("директору", "NOUN", "ablt")
    assert morphology.lemmas("договоров") == {"договор"}


@pytest.mark.parametrize(
    ("word", "grammemes", "like", "form"),
    [
        ("Директор", ("datv",), None, "Директору"),
        ("ДИРЕКТОР", ("datv",), None, "ДИРЕКТОРУ"),
        ("Врач-терапевт", ("datv",), None, "Врачу-терапевту"),
        ("главе", ("nomn",), "NOUN femn", "глава"),
        ("белых", ("nomn", "sing", "masc"), "ADJF", "белый"),
        ("который-то", ("datv",), "VERB", None),
        ("директор", ("datv",), "VERB", None),
    ],
)
def test_inflect(word: str, grammemes: tuple[str, ...], like: str | None, form: str | None) -> None:
    assert morphology.inflect(word, *grammemes, like=like) == form


def test_an_endless_word_has_no_reading() -> None:
    assert morphology.parses("а" * 100_000) == ()
    assert not morphology.is_known("а" * 100_000)


def test_libraries_are_imported_only_when_needed() -> None:
    code = (
        "import sys\n"
        "from letterlint.russian import names, organisations, phones, positions, sentences\n"
        "phones.find_phones('тел. 8 (495) 000-45-67')\n"
        "names.find_names('просим ответить')\n"
        "print([name for name in ('pymorphy3', 'razdel', 'pytrovich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
