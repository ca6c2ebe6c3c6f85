"""The image: what it promises stands in its recipe, a linter has nothing to say, and it runs where an engine is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

RECIPE = ROOT / "Containerfile"
LINTER = shutil.which("hadolint", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}") or ""
ENGINE = next((name for name in ("podman", "docker") if shutil.which(name)), "")


def instructions() -> list[tuple[str, str]]:
    """The instructions of the recipe with what they say, lines joined."""
    text = re.sub(r"\\\n", "", re.sub(r"^#.*\n", "", RECIPE.read_text("utf-8"), flags=re.MULTILINE))
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in text.splitlines() if line)]


def said(word: str) -> list[str]:
    return [rest for name, rest in instructions() if name == word]


def test_it_runs_without_rights() -> None:
    (user,) = said("USER")
    assert re.fullmatch(r"[1-9]\d*", user)  # a number: runAsNonRoot believes no name
    assert f"useradd --create-home --uid {user} " in said("RUN")[-1]
    after = [name for name, _ in instructions()][[name for name, _ in instructions()].index("USER") :]
    assert not {"RUN", "COPY", "ADD"} & set(after)


def test_its_root_may_be_read_only() -> None:
    (settings,) = said("ENV")
    assert {"PYTHONDONTWRITEBYTECODE=1", "XDG_CACHE_HOME=/tmp"} <= set(settings.split())
    assert said("VOLUME") == ['["/press"]']
    assert said("WORKDIR") == ["/press"]


@pytest.mark.parametrize(
    ("settings", "well"),
    [("", True), ('formats = ["text"]\n', True), ("lang = 3\n", False), ('[lists.a]\ntitle = "A"\n', False)],
)
def test_it_says_whether_it_is_well(settings: str, well: bool, tmp_path: Path) -> None:
    (check,) = said("HEALTHCHECK")
    (tmp_path / "oimpress.toml").write_text(settings)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    command = json.loads(check.partition("CMD ")[2])
    done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, check=False)
    assert (done.returncode == 0) == well


def test_everything_in_it_is_pinned() -> None:
    for base in said("FROM"):
        assert re.match(r"docker\.io/library/python:\d+\.\d+-slim\b", base)
    installed = [part for run in said("RUN") for part in run.split("&&") if "pip install" in part]
    assert all("--require-hashes" in part or "--no-deps" in part for part in installed)
    assert not said("ADD")


def test_one_recipe_makes_it_and_nothing_secret_goes_in() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert [name for name in tracked.splitlines() if Path(name).name in ("Containerfile", "Dockerfile")] in (
        ["Containerfile"],
        [],  # not a checkout
    )
    assert {".git", ".venv"} <= set((ROOT / ".containerignore").read_text("utf-8").split())


@pytest.mark.skipif(not LINTER, reason="hadolint is not there")
def test_a_linter_has_nothing_to_say() -> None:
    done = subprocess.run([LINTER, RECIPE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.slow
def test_it_is_built_and_makes_a_kit(seeds: list[Path], tmp_path: Path) -> None:
    if not ENGINE or subprocess.run([ENGINE, "info"], capture_output=True, check=False).returncode:
        pytest.skip("no engine for containers")
    subprocess.run([ENGINE, "build", "-q", "-t", "oimpress-test", "-f", RECIPE, ROOT], check=True)
    shutil.copy(seeds[0], tmp_path)
    tmp_path.chmod(0o777)
    limits = ["--read-only", "--tmpfs", "/tmp", "--network", "none", "--cap-drop", "all"]
    command = [ENGINE, "run", "--rm", *limits, "-v", f"{tmp_path}:/press", "oimpress-test", "build", seeds[0].name]
    subprocess.run(command, check=True)
    assert list(tmp_path.glob("build/*.pdf"))
