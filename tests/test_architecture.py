"""The house keeps its own laws: the index is fresh, kinds exist, pages are complete, start-up stays light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from letterlint import checks, data, packs
from letterlint.errors import RuleError

PACK = data.root() / "standard"


def test_index_is_fresh() -> None:
    assert (PACK / "index.json").read_text(encoding="utf-8") == packs.build_index(PACK), (
        "run: python -m letterlint.packs"
    )


def test_reaches_of_lists_are_fresh() -> None:
    assert (PACK / "reaches.json").read_text(encoding="utf-8") == packs.build_reaches(PACK), (
        "run: python -m letterlint.packs"
    )


def test_pages_and_index_give_the_same_rules() -> None:
    assert packs.load(PACK) == packs.standard()


def test_every_kind_is_used_and_there() -> None:
    used = {rule.check for rule in packs.standard()}
    assert used == set(checks.KINDS)
    for kind in checks.KINDS:
        assert checks.find(kind).__doc__, kind


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_light_commands_load_no_dictionary(option: str) -> None:
    code = (
        "import sys; from letterlint.__main__ import main\n"
        f"sys.argv = ['letterlint', {option!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('lxml', 'pymorphy3', 'docx', 'rich', 'razdel', 'pytrovich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_broken_page_names_place_and_nearest_key(tmp_path: Path) -> None:
    page = (PACK / "SAL003-salutation-lowercase.toml").read_text(encoding="utf-8")
    broken = tmp_path / "SAL003-salutation-lowercase.toml"
    broken.write_text(page.replace("severity =", "severty =", 1), encoding="utf-8")
    with pytest.raises(RuleError, match=r"SAL003-salutation-lowercase\.toml: «severty».*возможно, «severity»"):
        packs.load(tmp_path)


def test_broken_page_names_unknown_kind(tmp_path: Path) -> None:
    page = (PACK / "SAL003-salutation-lowercase.toml").read_text(encoding="utf-8")
    broken = tmp_path / "SAL003-salutation-lowercase.toml"
    broken.write_text(page.replace('kind = "salutation_lowercase"', 'kind = "salutation_lowercaze"'), encoding="utf-8")
    with pytest.raises(RuleError, match="возможно, «salutation_lowercase»"):
        packs.load(tmp_path)
