"""Tries the examples of a pack: what ``letterlint rules test`` does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from letterlint import packs, proving
from letterlint.cli import look as looks
from letterlint.cli.streams import Output
from letterlint.cli.translated import LANGUAGES, Wrong
from letterlint.reports.proof import proof_document, proof_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONE = ("Назовите одну папку со страницами правил.", "Name one folder of rule pages.")
_NO_FOLDER = ("Нет папки «{folder}».", "There is no folder “{folder}”.")
_NO_PAGES = (
    "В папке «{folder}» нет страниц правил (файлов вида SAL005-title-abbreviated.toml).",
    "The folder “{folder}” holds no rule pages (files like SAL005-title-abbreviated.toml).",
)


def test_rules(folders: Sequence[str], output_format: str, lang: str) -> int:
    """Try the examples of the pack in the one folder that is named; the exit status.

    Raises ``click.UsageError``, and ``RuleError`` for a page that is wrong.
    """
    index = LANGUAGES.index(lang)
    if len(folders) != 1:
        raise Wrong(_ONE[index])
    folder = Path(folders[0])
    if not folder.is_dir():
        raise Wrong(_NO_FOLDER[index].format(folder=folder))
    rules = packs.read(folder).rules if (folder / packs.PACK_FILE).exists() else packs.load(folder)
    if not rules:
        raise Wrong(_NO_PAGES[index].format(folder=folder))
    proof = proving.prove(rules, lang)
    if output_format == "json":
        Output(utf8=True).write(proof_document(proof))
    else:
        Output().write(proof_text(proof, looks.for_output(lang, "never", to_file=False)))
    return int(bool(proof.flaws))
