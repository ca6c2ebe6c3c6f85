"""The documentation: it builds without a warning, asks nobody for anything, and forgets no code and no name."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

import oimpress
from oimpress.notices import notice_texts, rule_texts
from tests.conftest import ROOT

LANGUAGES = ("fr", "en")
FETCHED = re.compile(r"""<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)="((?:https?:)?//[^"]+)""")
LINKED = re.compile(r"""(?:src|href)="([^"#?:]+)[#?"]""")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``./dev docs`` builds it, where every warning is an error: dead links among them."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "tools.docs", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return folder


def test_every_link_inside_leads_somewhere(site: Path) -> None:
    dead = [
        f"{page.relative_to(site)}: {target}"
        for page in site.rglob("*.html")
        for target in LINKED.findall(page.read_text("utf-8"))
        if not (page.parent / unquote(target)).exists()
    ]
    assert dead == []


def test_pages_fetch_nothing(site: Path) -> None:
    assert [each for page in site.rglob("*.html") for each in FETCHED.findall(page.read_text("utf-8"))] == []
    sheets = "".join(path.read_text("utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*|@import[^;]*//[^;]*", sheets) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_forgets_nothing(site: Path, lang: str) -> None:
    folder = site / lang / lang / "reference"
    rules, notices, library, settings, xml = (
        (folder / f"{name}.html").read_text("utf-8") for name in ("rules", "notices", "library", "settings", "xml")
    )
    assert [code for code in rule_texts() if f">{code}<" not in rules] == []
    assert [code for code in notice_texts() if f">{code}<" not in notices] == []
    assert [name for name in oimpress.__all__ if name != "__version__" and f'id="oimpress.{name}"' not in library] == []
    assert [key for key in ("print-shop", "time-zone", "based-on", "embargo") if f">{key}<" not in settings] == []
    assert [name for name in ("release", "dateline", "pre", "cell") if f">{name}<" not in xml] == []


def test_both_languages_have_the_same_doors() -> None:
    french, english = ((ROOT / "docs" / lang / "index.md").read_text("utf-8") for lang in LANGUAGES)
    assert french.count("```{toctree}") == english.count("```{toctree}")
    shared = re.findall(r"(?:\.\./|reference/)[\w/-]+", french)
    assert len(shared) >= 10
    assert [page for page in shared if page not in english] == ["../cinq-minutes"]
