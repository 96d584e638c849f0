"""From a configuration and options to rules and their settings."""

from __future__ import annotations

import pytest
from tests.config.conftest import PAGE, codes, found

from letterlint import data, engine, installed, packs
from letterlint.config import Config, Finder, profiles, settle
from letterlint.errors import ConfigError, LetterlintError, RuleError
from letterlint.zones import notation

ALL = {rule.code for rule in packs.standard()}


def rule(config, code, **options):
    return next(rule for rule in settle(config, **options) if rule.code == code)


def test_the_index_of_profiles_is_fresh():
    folder = data.root() / "profiles"
    assert (folder / "index.json").read_text(encoding="utf-8") == profiles.build_index(folder), (
        "run: python -m letterlint.config"
    )


def test_planned_words_mean_no_rule_yet():
    for profile in profiles.shipped().values():
        built = {code[:3] for code in ALL} | ALL
        assert built.isdisjoint(profile.planned), "built by now: take the word out of «planned»"


def test_gost2016_is_as_the_catalogue_says():
    assert codes(Config()) == ALL
    assert codes(Config(), profile="gost2016") == ALL - {"SIG006", "ADR004", "SAL004", "STR002"}
    letter = """
preamble{size=12}| Просим прислать акт сверки до 16 июня 2025 года. Акт передан г-ну Смирнову.
executor{size=SIZE}| Гранкина Софья Петровна, 8 (343) 000-90-93
"""
    for size, found_standard, found_gost in ((7, 1, 0), (12, 1, 0), (13, 1, 1)):
        read = notation.read(letter.replace("SIZE", str(size)), formatted=True)
        for profile, expected in (("standard", found_standard), ("gost2016", found_gost)):
            report = engine.lint(read, [rule(Config(), "EXM006", profile=profile)])
            assert len(report.findings) == expected, (size, profile)
    read = notation.read(letter.replace("SIZE", "9"), formatted=True)
    assert engine.lint(read, [rule(Config(), "SAL005")]).findings
    assert not engine.lint(read, [rule(Config(), "SAL005", profile="gost2016")]).findings


def test_a_profile_of_ones_own(put):
    own = put("p/own.toml", 'extends = "base.toml"\noff = ["SAL001"]\n[rules.STR002]\nmaximum = 7\n')
    put("p/base.toml", 'on = ["SAL", "body-length"]\n[rules.STR002]\nminimum = 1\nmaximum = 9\n')
    assert codes(Config(), profile=str(own)) == {c for c in ALL if c.startswith("SAL")} - {"SAL001"} | {"STR002"}
    settings = rule(Config(), "STR002", profile=str(own)).settings
    assert (settings["minimum"], settings["maximum"]) == (1, 7)
    config = found(put("p/letterlint.toml", 'profile = "own.toml"\n[rules.STR002]\nmaximum = 8\n'))
    assert rule(config, "STR002").settings["maximum"] == 8


def test_layers_of_choice_in_order(put):
    config = found(put("a/letterlint.toml", 'select = ["SAL", "EXM001"]\nignore = ["SAL001"]\n'))
    in_file = {code for code in ALL if code.startswith("SAL")} - {"SAL001"} | {"EXM001"}
    assert codes(config) == in_file
    assert codes(config, ignore=["EXM"]) == in_file - {"EXM001"}
    assert codes(config, extend_select=["SAL001"]) == in_file | {"SAL001"}
    assert codes(config, select=["SAL001"]) == {"SAL001"}
    assert codes(config, select=["ADR"]) == {code for code in ALL if code.startswith("ADR")}
    # a prefix narrows the profile, a code is taken at its word
    assert codes(Config(), profile="gost2016", select=["SIG"]) == {c for c in ALL if c.startswith("SIG")} - {"SIG006"}
    assert codes(Config(), profile="gost2016", select=["SIG006"]) == {"SIG006"}


def test_settings_by_code_and_by_name(put):
    config = found(
        put("a/letterlint.toml", '[rules.missing-executor]\nrequire = true\nseverity = "error"\n[rules.LNG004]\n')
    )
    own = rule(config, "EXM001")
    assert own.settings["require"] is True
    assert own.severity == "error"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('profile = "gost2019"', "«profile»: профиля «gost2019» нет (возможно, «gost2016»)"),
        ('profile = "../own.toml"', "только профиль в этой же папке"),
        ('profile = "/etc/own.toml"', "только профиль в этой же папке"),
        ('profile = "nowhere.toml"', "nowhere.toml: такого файла нет"),
        ('profile = "ring.toml"', "продолжает сам себя"),
        ('ignore = ["SAL070"]', "неизвестное правило «SAL070» (возможно, «SAL010»)"),
        ("[rules.SAL055]\n", "«rules.SAL055»: такого правила нет (возможно, «SAL005»)"),
        (
            '[rules.SAL005]\nseverty = "info"',
            "«rules.SAL005.severty»: неизвестный ключ «severty» (возможно, «severity»)",
        ),
        ('[rules.SAL005]\nseverity = "off"', "«rules.SAL005.severity»: неизвестное значение «off»"),
        (
            '[rules.SAL005]\nzones = ["salutaton"]',
            "«rules.SAL005.zones»: неизвестное значение «salutaton» (возможно, «sal",
        ),
        ('[rules.SAL005]\nzones = "salutation"', "«rules.SAL005.zones»: здесь нужно значение вида: список строк"),
        ('[rules.STR002]\nmaximum = "5"', "«rules.STR002.maximum»: здесь нужно значение вида: целое число"),
        ("[rules.STR002]\nmaximum = true", "«rules.STR002.maximum»: здесь нужно значение вида: целое число"),
        ("[rules.STR002]\nmaximum = 1", "«rules.STR002»: нужно 0 ≤ minimum ≤ maximum"),
        ('[rules.ADR001]\nzone = "signature"', "«rules.ADR001.zone»: неизвестный ключ «zone»"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(put, text, says):
    put("inbox/ring.toml", 'extends = "./ring.toml"\n')
    path = put("inbox/letterlint.toml", text)
    with pytest.raises(ConfigError) as error:
        settle(found(path))
    assert error.value.reason.startswith(str(path.parent))
    assert says in error.value.reason
    assert not any("а" <= sign <= "я" for sign in error.value.reason_en.replace(str(path), ""))


def test_a_pack_by_its_path(put, pack):
    folder = pack("conf/bank")
    put("conf/bank/evil.py", "raise SystemExit('looked at')")
    config = Finder().named(str(put("conf/own.toml", 'packs = ["./bank"]\n[rules.own-word]\nallowed = ["Cмирнов"]')))
    own = rule(config, "BANK001")
    assert (own.folder, own.settings["allowed"]) == (folder, ["Cмирнов"])
    assert own.options["allowed"]["en"] == "Which words are allowed."
    assert codes(config) == ALL | {"BANK001"}
    assert codes(config, select=["BANK"]) == codes(config, select=["Регламент"]) == {"BANK001"}
    assert codes(config, profile="gost2016", select=["B"]) == {"BANK001"}


@pytest.mark.parametrize(
    ("page", "text", "says"),
    [
        ("SAL005-other-name", PAGE, "«SAL005» уже есть в"),
        ("BA001-title-abbreviated", PAGE, "«title-abbreviated» уже есть в"),
        ("TOOLONG001-own-word", PAGE, "должно иметь вид"),
        ("BA001-own-word", PAGE.replace("[settings.allowed]", "[settings.alowed]"), "(возможно, «allowed»)"),
        ("BA001-own-word", PAGE.replace('en = "Which words are allowed."', ""), "описания ru и en"),
        (
            "BA001-own-word",
            PAGE.replace('"mixed_script"', '"text_length"\nminimum = 3\nmaximum = 1'),
            "«check»: нужно 0",
        ),
    ],
)
def test_a_wrong_pack_is_told_with_its_file(put, pack, page, text, says):
    folder = pack("conf/bank", page, text)
    config = Finder().named(str(put("conf/own.toml", 'packs = ["./bank"]')))
    with pytest.raises(RuleError) as error:
        settle(config)
    assert error.value.reason.startswith(f"{folder / page}.toml: ")
    assert says in error.value.reason


def test_a_clash_names_both_files(put, pack):
    first, second = pack("conf/a"), pack("conf/b", "BANK001-other-word")
    config = Finder().named(str(put("conf/own.toml", 'packs = ["./a", "./b"]')))
    with pytest.raises(RuleError) as error:
        settle(config)
    assert str(first / "BANK001-own-word.toml") in error.value.reason
    assert str(second / "BANK001-other-word.toml") in error.value.reason


def test_a_folder_without_pack_toml_is_no_pack(put, tmp_path):
    put("conf/bank/BANK001-own-word.toml", PAGE)
    with pytest.raises(LetterlintError, match=r"pack\.toml"):
        settle(Finder().named(str(put("conf/own.toml", 'packs = ["./bank"]'))))


@pytest.fixture
def distribution(put, tmp_path, monkeypatch):
    """An installed package that offers a pack and a check."""
    put(
        "site/bankrules/__init__.py",
        "from pathlib import Path\n\n"
        "from letterlint.data import read_words\nfrom letterlint.errors import RuleError\n"
        "from letterlint.model import Match, Span\n\n"
        "def bank_word(letter, *, folder: Path, listed: str):\n"
        "    for word in read_words(folder / listed):\n"
        "        at = letter.text.find(word)\n"
        "        if at >= 0:\n"
        "            yield Match(Span(at, at + len(word)))\n\n"
        "def validate_bank_word(settings, folder):\n"
        "    if not (folder / settings['listed']).is_file():\n"
        "        raise RuleError('нет списка', 'no list')\n\n"
        "def folder():\n    return Path(__file__).parent\n",
    )
    put("site/bankrules/pack.toml", 'name = "b"\nversion = "1"\nru = "б"\nen = "b"\n')
    page = PAGE.replace('"mixed_script"', '"bank_word"\nlisted = "words.txt"').replace(
        "settings.allowed", "settings.listed"
    )
    put("site/bankrules/BANK001-own-word.toml", page)
    put("site/bankrules/words.txt", "сверки # слово\n")
    put("site/bankrules-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: bankrules\nVersion: 1\n")
    put(
        "site/bankrules-1.dist-info/entry_points.txt",
        f"[{installed.PACKS}]\nbank = bankrules\nbank-too = bankrules:folder\nbroken = bankrules:nothing\n"
        f"[{installed.CHECKS}]\nbank_word = bankrules:bank_word\n",
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    return tmp_path / "site" / "bankrules"


@pytest.mark.parametrize("name", ["bank", "bank-too"])
def test_an_installed_pack_with_a_check_of_its_own(put, distribution, name):
    config = Finder().named(str(put("conf/own.toml", f'packs = ["{name}"]')))
    letter = notation.read("preamble| Направляем акт сверки.\n")
    [finding] = engine.lint(letter, [rule(config, "BANK001")]).findings
    assert finding.message == "Слово «сверки»"
    config = Finder().named(str(put("conf/own.toml", f'packs = ["{name}"]\n[rules.BANK001]\nlisted = "none.txt"\n')))
    with pytest.raises(ConfigError, match=r"own\.toml: «rules\.BANK001»: нет списка\."):
        settle(config)


@pytest.mark.parametrize(
    ("name", "says"), [("bnk", "не установлен (возможно, «bank»)"), ("broken", "не загружается"), ("here", "«./here»")]
)
def test_what_is_not_installed(put, distribution, name, says):
    put("conf/here/pack.toml")
    with pytest.raises(LetterlintError, match="packs") as error:
        settle(Finder().named(str(put("conf/own.toml", f'packs = ["{name}"]'))))
    assert says in error.value.reason
