"""The set-up: what is pinned, that nothing names a machine or an index, and what ./dev answers."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FILES = ("requirements.txt", "requirements-dev.txt")


def pinned(name: str) -> dict[str, str]:
    """The lines of a file of requirements by package, each with its hashes."""
    lines = (ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines()
    return {line.split("==")[0].strip(): line for line in lines if not line.startswith("#")}


def wanted(*groups: str) -> set[str]:
    """The packages that the project and its dependency groups name."""
    named = list(PROJECT["project"]["dependencies"])
    for group in groups:
        named += [each for each in PROJECT["dependency-groups"][group] if isinstance(each, str)]
    return {canonicalize_name(Requirement(each).name) for each in named}


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_one_version_with_its_hashes(name: str) -> None:
    for package, line in pinned(name).items():
        assert re.match(rf"{package}==\S+( ; [^-]+)?( +--hash=sha256:[0-9a-f]{{64}})+ *$", line), line[:80]


@pytest.mark.parametrize("name", [*FILES, "tests/validators/package-lock.json"])
def test_no_index_and_no_machine_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(
        r"--(index|extra-index|find-links|trusted-host)|file:|resolved|/(home|root|work|tmp|opt)/", text
    )


def test_the_requirements_are_in_step_with_the_project() -> None:
    groups = {"build", "test", "benchmark", "docs", "lint", "lock"}
    assert groups | {"dev"} == set(PROJECT["dependency-groups"])
    assert wanted("build") <= pinned("requirements.txt").keys(), "run ./dev lock"
    assert wanted(*groups) <= pinned("requirements-dev.txt").keys(), "run ./dev lock"


def test_the_tests_run_with_the_versions_that_users_get() -> None:
    assert pinned("requirements.txt").items() <= pinned("requirements-dev.txt").items()


def test_the_validators_are_exact_versions_with_their_hashes() -> None:
    folder = ROOT / "tests" / "validators"
    asked = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert asked == {name: locked[f"node_modules/{name}"]["version"] for name in asked}
    assert [path for path, package in locked.items() if path and "integrity" not in package] == []


def test_it_tells_what_it_can_do_and_refuses_the_rest() -> None:
    told = subprocess.run([ROOT / "dev", "--help"], capture_output=True, text=True, check=True)
    refused = subprocess.run([ROOT / "dev", "tset"], capture_output=True, text=True, check=False)
    assert all(f"  {command} " in told.stdout for command in ("oimpress", "test", "lint", "lock", "catalogue"))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.endswith("dev: tset: no such command\n")


def test_the_scripts_pass_shellcheck(validator: Callable[[str], list[str]]) -> None:
    scripts = [ROOT / "dev", ROOT / ".ci" / "run"]
    checked = subprocess.run([*validator("shellcheck"), *scripts], capture_output=True, text=True, check=False)
    assert checked.stdout == ""
