"""What the README shows runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_library_lines_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("seeds", "styles"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert bytes(names["pdf"]).startswith(b"%PDF")  # type: ignore[call-overload]
    assert sorted(path.suffix for path in (tmp_path / "build").glob("[!.]*")) == [".docx", ".epub"]
    assert "MX {" in capsys.readouterr().out


def test_its_exit_codes_are_those_of_the_errors() -> None:
    from oimpress import errors

    table = dict(re.findall(r"^\| (\d+) \| ([^|]+) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    for name in ("UsageError", "ReadError", "InvalidRelease", "WriteError", "MissingDependency"):
        assert str(getattr(errors, name).exit_code) in table


def test_what_it_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8")):
        assert (ROOT / target).exists(), target
