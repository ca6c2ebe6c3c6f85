"""The same edition gives the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from oimpress.model.nodes import Edition
from oimpress.writers.pdf.kit import write
from tests.writers import samples
from tests.writers.pdfs import (
    STYLE,
    information,
    small,
)


def test_same_edition_same_bytes() -> None:
    assert write(samples.single(), STYLE).value == write(samples.single(), STYLE).value


@pytest.mark.campaign  # every day all formats are built twice, in two processes and folders, by test_reproducible.py
def test_same_bytes_in_another_process_and_another_folder(tmp_path: Path) -> None:
    make = (
        "import sys; from tests.writers import samples; from oimpress.style import load_style\n"
        "from oimpress.writers.pdf import kit\nfrom oimpress.writers.web import html\n"
        "for one in (kit, html): sys.stdout.buffer.write(one.write(samples.edition(), load_style('oim')).value)"
    )
    root = Path(__file__).parents[2]
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        (folder := tmp_path / seed).mkdir()
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}",
        }
        run = subprocess.run([sys.executable, "-c", make], cwd=folder, env=environment, check=True, capture_output=True)
        made.append(run.stdout)
        assert run.stderr == b""
    assert made[0] == made[1]
    assert len(made[0]) > 50_000


def test_threads_make_the_same_bytes() -> None:
    with ThreadPoolExecutor(2) as pool:
        made = set(pool.map(lambda _: write(samples.single(), STYLE).value, range(4)))
    assert made == {write(samples.single(), STYLE).value}


def test_an_undated_edition_has_no_date_in_the_file() -> None:
    data = write(small(), STYLE).value
    assert not re.search(rb"D:(19|20)\d\d|CreateDate|ModifyDate", data)
    assert information(data).creation_date is None


def test_a_date_comes_from_the_edition_or_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    def created(edition: Edition) -> str:
        return str(information(write(edition, STYLE).value)["/CreationDate"])

    assert created(small(date="2019-05-14")).startswith("D:20190514000000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert created(small(date="2019-05-14")).startswith("D:20231114221320")
