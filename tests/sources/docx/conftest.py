"""LibreOffice as a judge, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Convert = Callable[[bytes, str], bytes]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert bytes of a DOCX into another format (``fodt``, ``docx``, ``txt``); skips where soffice is missing."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is not installed")
    profile = tmp_path_factory.mktemp("office-pytest")

    def convert(data: bytes, target: str) -> bytes:
        folder = Path(tmp_path_factory.mktemp("office"))
        source = folder / "letter.docx"
        source.write_bytes(data)
        subprocess.run(
            [
                program,
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                target,
                "--outdir",
                str(folder / "out"),
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return (folder / "out" / f"letter.{target.partition(':')[0]}").read_bytes()

    return convert
