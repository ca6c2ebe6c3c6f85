"""Outside validators on the press kit: PDF/UA-1 and PDF/A-3a, syntax, and how it looks beside an accepted picture."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from oimpress.style import load_style, styles
from oimpress.writers.pdf.kit import write
from tests.writers import samples, scripts
from tests.writers.test_html import png

FALSE_ALARM = "STREAM-LENGTH-001"  # whenever a stream ends in CR
EDITIONS = {
    "kit": samples.edition,
    "one": samples.single,
    "hostile": samples.hostile,
    "embargo": samples.embargoed,
    "names": scripts.edition,
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    files = {}
    for style in styles():
        for name, edition in EDITIONS.items():
            files[f"{style}-{name}"] = folder / f"{style}-{name}.pdf"
            data = write(replace(edition(), assets={"images/retour.jpg": png(400, 300)}), load_style(style)).value
            files[f"{style}-{name}"].write_bytes(data)
    shop = load_style("oim").with_settings(print_shop=True, page="letter", hyphenate=True, justify=True)
    files["shop"] = folder / "shop.pdf"
    files["shop"].write_bytes(write(samples.edition(), shop).value)
    return files


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_pdf_ua_and_pdf_a(made: dict[str, Path], profile: str) -> None:
    page = pytest.importorskip("page")
    for name, file in made.items():
        failures = page.validate_pdf(file, profile=profile).failures
        told = {(each.rule_id, each.message) for each in failures if not each.rule_id.endswith(FALSE_ALARM)}
        assert not told, name


@pytest.mark.slow
def test_syntax(made: dict[str, Path], validator: Callable[[str], list[str]]) -> None:
    for file in made.values():
        subprocess.run([*validator("qpdf"), "--check", file], check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_verapdf(made: dict[str, Path], validator: Callable[[str], list[str]], flavour: str) -> None:
    for name, file in made.items():
        said = subprocess.run([*validator("verapdf"), "-f", flavour, file], check=False, capture_output=True, text=True)
        assert 'isCompliant="true"' in said.stdout, (name, said.stdout[-2000:])
