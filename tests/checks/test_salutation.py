"""The salutation rules: their severities, who speaks alone, and that no text makes them stumble."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterlint import checks, engine, packs
from letterlint.letter import Letter
from letterlint.model import InsertParagraph, Kind, TextEdit, Zone
from letterlint.zones import notation

RULES = tuple(rule for rule in packs.standard() if rule.code[:3] in {"ADR", "SAL"})
OWN = ("SAL001", "SAL002", "SAL003", "SAL005", "SAL006", "SAL007", "SAL008", "SAL010", "SAL011")


def spoken(letter: Letter, codes: tuple[str, ...] = OWN) -> list[str]:
    report = engine.lint(letter, [rule for rule in RULES if rule.code in codes])
    assert not report.failures
    return [
        f"{f.code} {f.severity.value}: {letter.text[slice(*f.span)] if f.span else ''}".rstrip()
        for f in report.findings
    ]


@pytest.mark.parametrize(
    ("salutation", "expected"),
    [
        ("Здравствуйте, Андрей!", ["SAL002 warning: Здравствуйте"]),
        ("Добрый день, Андрей Петрович!", ["SAL002 warning: Добрый день"]),
        ("Господа!", ["SAL002 info: Господа"]),
        ("Дамы и господа!", ["SAL002 info: Дамы и господа"]),
        ("Товарищ генерал-майор!", ["SAL002 info: Товарищ генерал-майор"]),
        ("Привет, Саша!", ["SAL002 warning: Привет"]),
        ("Андрей Петрович!", ["SAL002 warning: Андрей Петрович"]),
        ("Ув. Андрей!", ["SAL010 error: Ув.", "SAL007 error: Андрей"]),
        ("ув. Андрей Петрович!", ["SAL010 error: ув."]),
        (
            "уважаемый г-н Смирнов А.П.",
            ["SAL011 info:", "SAL003 error: уважаемый", "SAL005 error: г-н", "SAL006 error: А.П."],
        ),
        ("Уважаемая г-н Смирнов!", ["SAL008 error: Уважаемая", "SAL005 error: г-н"]),
        ("Уважаемый господин Андрей!", ["SAL006 error: господин Андрей"]),
        ("Уважаемый Андрей Смирнов!", ["SAL007 error: Андрей Смирнов"]),
        ("Уважаемые Андрей Петрович!", ["SAL008 error: Уважаемые"]),
        ("Уважаемый господа!", ["SAL008 error: Уважаемый"]),
        ("Уважаемый {{name}}!", []),
        ("Уважаемый(ая) Андрей Петрович!", []),
        ("Уважаемый/ая Андрей Петрович!", []),
        ("Уважаемый ____________!", []),
        ("Уважаемый Имя Отчество!", []),
        ("Уважаемый И.О. Фамилия!", []),
        ("Уважаемый отец Сергий!", []),
        ("Уважаемая коллега!", ["SAL007 error: коллега"]),
        ("Уважаемый Андрей Петрович! Направляем Вам акт.", []),
    ],
)
def test_who_speaks(salutation: str, expected: list[str]) -> None:
    assert spoken(notation.skeleton(Zone.SALUTATION, salutation)) == expected


@pytest.mark.parametrize(
    ("salutation", "expected"),
    [
        ("Добрый день, Андрей Петрович!", ["SAL002 info: Добрый день"]),
        ("Доброе утро, коллеги!", ["SAL002 info: Доброе утро"]),
        ("Добрый вечер, господин Смирнов!", ["SAL002 info: Добрый вечер"]),
        ("Добрый день!", ["SAL002 warning: Добрый день"]),
        ("Добрый день, Андрей!", ["SAL002 warning: Добрый день"]),
        ("Здравствуйте, Андрей Петрович!", ["SAL002 warning: Здравствуйте"]),
        ("Доброго времени суток, коллеги!", ["SAL002 warning: Доброго времени суток"]),
    ],
)
def test_mail_is_milder(salutation: str, expected: list[str]) -> None:
    letter = notation.skeleton(Zone.SALUTATION, salutation)._replace(kind=Kind.MAIL)
    assert spoken(letter) == expected


def without_salutation(addressee: str, subject: str = "") -> Letter:
    head = "\n".join(f"{'addressee' if not n else '         '}| {line}" for n, line in enumerate(addressee.split("\n")))
    title = f"\nsubject| {subject}" if subject else ""
    return notation.read(f"{head}{title}\npreamble| Направляем акт сверки.\nsignature| Директор   О.И. Петрова")


@pytest.mark.parametrize(
    ("addressee", "subject", "expected"),
    [
        ("Директору ООО «Вега»\nСмирнову А.П.", "", "error"),
        ("Директору ООО «Вега»\nСмирнову А.П.", "О сверке расчётов", "error"),
        ("Директору ООО «Вега»\nСмирнову А.П.", "ПРЕТЕНЗИЯ", "warning"),
        ("Директору ООО «Вега»\nСмирнову А.П.", "П Р Е Т Е Н З И Я", "warning"),
        ("Директору ООО «Вега»\nСмирнову А.П.", "Уведомление о введении ограничения", "warning"),
        ("Директору ООО «Вега»\nСмирнову А.П.", "Гарантийное письмо", "warning"),
        ("В Арбитражный суд Энской области", "", "warning"),
        ("Прокурору г. Энска\nБелову И.И.", "", "warning"),
        ("Начальнику Управления Роспотребнадзора\nБелову И.И.", "", "warning"),
        ("Главе администрации\nЗаречного района\nБелову И.И.", "", "warning"),
        ("Администрация гостиницы «Волна»", "", "error"),
        ("Директору судоремонтного завода\nБелову И.И.", "", "error"),
        ("Директору департамента продаж\nООО «Вега»\nБелову И.И.", "", "error"),
    ],
)
def test_missing(addressee: str, subject: str, expected: str) -> None:
    assert spoken(without_salutation(addressee, subject), ("SAL001",)) == [f"SAL001 {expected}:"]


@pytest.mark.parametrize(
    ("addressee", "right"),
    [
        ("Директору ООО «Вега»\nСмирнову Андрею Петровичу", "Уважаемый Андрей Петрович!"),
        ("Директору ООО «Вега»\nВельяминовой Софье Романовне", "Уважаемая Софья Романовна!"),
        ("Директору ООО «Вега»\nСмирнову А.П.", "Уважаемый господин Смирнов!"),
        ("Директору ООО «Вега»\nПетровой О.И.", "Уважаемая госпожа Петрова!"),
        ("ООО «Вега»", "Уважаемые господа!"),
        ("Директору ООО «Вега»\nШевченко О.И.", None),
        ("Директору Смирнову А.П. и главному инженеру Белову И.И.", None),
    ],
)
def test_salutation_is_proposed_where_the_addressee_is_known(addressee: str, right: str | None) -> None:
    letter = without_salutation(addressee)
    [match] = checks.run("salutation_missing", letter, {})
    place = letter.place_for(Zone.SALUTATION)
    assert match.paragraph == place
    assert match.edits == ((InsertParagraph(place, right, like=place),) if right else ())


def test_any_of_several_addressees_may_be_greeted() -> None:
    letter = notation.read(
        "addressee| Смирнову А.П., Белову И.И.\n"
        "salutation| Уважаемые Андрей Петрович и Игорь Иванович!\n"
        "preamble| Направляем акт."
    )
    assert spoken(letter, ("SAL009",)) == []


@pytest.mark.parametrize(
    ("addressee", "salutation", "expected"),
    [
        ("Директору\nСмирнову А.П.", "Уважаемый Денис Андреевич!", ["SAL009 error: Денис Андреевич"]),
        ("Директору\nСмирнову А.П.", "Уважаемый господин Смирнов!", []),
        ("Директору\nСмирнову А.П.", "Уважаемая госпожа Смирнова!", ["SAL009 error: Смирнова"]),
        ("Директору\nКоролёву П.С.", "Уважаемый господин Королев!", []),
        ("Директору\nЛи А.", "Уважаемый господин Ли!", []),
        ("Директору\nЦою А.А.", "Уважаемый Алексей Андреевич!", []),
        ("Директору\nШевченко О.И.", "Уважаемая Ольга Ивановна!", []),
        ("Директору\nШевченко О.И.", "Уважаемая Анна Ивановна!", ["SAL009 error: Анна Ивановна"]),
        ("ООО «Вега»", "Уважаемый Андрей Петрович!", []),
        ("Директору ООО «Пекарня «Ржаной край»", "Уважаемый Андрей Петрович!", []),
    ],
)
def test_greeted_and_addressed(addressee: str, salutation: str, expected: list[str]) -> None:
    head = addressee.replace("\n", "\n | ")
    letter = notation.read(f"addressee| {head}\nsalutation| {salutation}\npreamble| Направляем акт.")
    assert spoken(letter, ("SAL009",)) == expected


PIECES = st.sampled_from(
    [
        *("Уважаемый", "уважаемая", "Ув.", "Добрый день", "Ваше Преосвященство", "господин", "г-н", "гг.", "г.", "гр."),
        *(
            "Смирнов",
            "Смирнову",
            "А.П.",
            "Андрей",
            "Петрович",
            "Анна Петровна",
            "Ли",
            "коллеги",
            "товарищ",
            "по списку",
        ),
        *("директор", "Директору", "ООО «Вега»", "2024", "(ая)", "{{name}}", "___", "от", "и", ",", "!", "«", "»"),
        *("\n", "\u00a0", "\t"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([Zone.SALUTATION, Zone.ADDRESSEE, Zone.PREAMBLE]), st.lists(PIECES, max_size=9))
def test_no_text_makes_a_rule_stumble(zone: Zone, pieces: list[str]) -> None:
    letter = notation.skeleton(zone, " ".join(pieces))
    report = engine.lint(letter, RULES)
    assert not report.failures
    for finding in report.findings:
        for edit in finding.fix.edits if finding.fix else ():
            if isinstance(edit, TextEdit):
                paragraph = letter.at(edit.span.start)
                assert paragraph.span.start <= edit.span.start <= edit.span.stop <= paragraph.span.stop
