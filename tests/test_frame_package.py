"""The distributions hold all that oimpress needs, and the wheel works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from oimpress import writers

ROOT = Path(__file__).parents[1]
LITTER = {".venv", ".validators", ".git", "build", "dist", "node_modules", "__pycache__"}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel built from that sdist."""
    folder = tmp_path_factory.mktemp("distributions")
    command: list[str | Path] = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    built = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment, away from the checkout, that holds the wheel and borrows the libraries of this one.

    They stand behind its own in a ``.pth`` file, so that the editable install they lie beside is not seen.
    """
    home = tmp_path_factory.mktemp("elsewhere") / "environment"
    venv.create(home, with_pip=False)
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", home / "bin" / "python"]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", wheel], check=True)
    packages = next(home.glob("lib/python3*/site-packages"))
    borrowed = {sysconfig.get_path(place) for place in ("purelib", "platlib")}
    (packages / "borrowed.pth").write_text("\n".join(sorted(borrowed)), "utf-8")
    return home


def run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in ``folder`` with nothing of the checkout in its environment."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | {"LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_holds_every_file_of_the_package_and_of_the_styles(wheel: Path) -> None:
    expected = {
        (place / path.relative_to(folder)).as_posix()
        for folder, place in ((ROOT / "src/oimpress", Path("oimpress")), (ROOT / "styles", Path("oimpress/styles")))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    names = zipfile.ZipFile(wheel).namelist()
    held = {name for name in names if ".dist-info/" not in name and ".data/" not in name}
    assert held == expected
    shared = {name.partition(".data/data/")[2] for name in names if ".data/" in name}
    assert shared == {path.relative_to(ROOT).as_posix() for path in (ROOT / "share").rglob("*") if path.is_file()}
    assert {"oimpress/model/release.rng", "oimpress/notices.toml", "oimpress/rules.toml", "oimpress/py.typed"} <= held


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folder = next(name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name)
        said = message_from_bytes(archive.read(f"{folder}/METADATA"))
        commands = archive.read(f"{folder}/entry_points.txt").decode()
        licences = [name for name in archive.namelist() if name.startswith(f"{folder}/licenses/")]
    assert (said["Name"], said["License-Expression"]) == ("oimpress", "MIT AND OFL-1.1 AND Apache-2.0")
    assert "oimpress = oimpress.cli:main" in commands
    texts = {path.name for path in ROOT.glob("*/*/fonts/*") if path.suffix in (".md", ".txt")}
    assert {Path(name).name for name in licences} == {"LICENSE"} | texts


def test_the_sdist_holds_sources_only(distributions: Path) -> None:
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        paths = [Path(*Path(name).parts[1:]) for name in archive.getnames()]
    assert not [path for path in paths if LITTER & set(path.parts)]
    assert {"src", "styles", "tests", "seeds", "dev", "LICENSE", "README.md", "pyproject.toml"} <= {
        path.parts[0] for path in paths
    }


def test_the_same_sources_make_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, ROOT]
    subprocess.run(command, capture_output=True, check=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_wheel_makes_every_format_away_from_the_checkout(
    installed: Path, seeds: list[Path], tmp_path: Path
) -> None:
    for seed in seeds:
        shutil.copy(seed, tmp_path)
    where = run([installed / "bin" / "python", "-c", "import oimpress; print(oimpress.__file__)"], tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed), where.stderr
    sources: list[str | Path] = sorted(path.name for path in tmp_path.glob("*.txt"))
    made = run([installed / "bin" / "oimpress", "build", "--format", "all", *sources, "--output", "made"], tmp_path)
    assert made.returncode == 0, made.stderr
    endings = {path.suffix for path in (tmp_path / "made").rglob("*") if path.is_file() and path.stat().st_size}
    assert endings >= {writers.find(name).extension for name in writers.BUILT_IN}
