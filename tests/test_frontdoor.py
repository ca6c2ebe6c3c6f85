"""The functions other tools call: no side effects, the same bytes from every thread, names that type checkers see."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import oimpress
from tests.conftest import ROOT

HEAVY = {"weasyprint", "docx", "ebooklib", "lxml", "babel", "rich", "phonenumbers", "jinja2", "click", "PIL"}


def test_importing_loads_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, oimpress\nassert oimpress.__version__\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert done.stderr == b""
    assert list(tmp_path.iterdir()) == []
    loaded = set(done.stdout.decode().split())
    assert not {name for name in loaded if name.split(".")[0] in HEAVY}
    assert {name for name in loaded if name.startswith("oimpress.")} == {"oimpress.version"}


def test_the_newest_version_of_the_changelog_is_this_one() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(\d[^]]*)\] – \d{4}-\d\d-\d\d$", changes, re.MULTILINE)
    assert oimpress.__version__ == versions[0]


def test_what_is_not_said_is_as_the_style_has_it(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Un titre\n\nL’OIM aide 500 familles au Niger.\n")
    plain = oimpress.build([source], output=tmp_path / "plain").outputs[0].path.read_bytes()
    letter = oimpress.build([source], output=tmp_path / "letter", page="letter", each=True).outputs[0].path
    assert plain == oimpress.write(oimpress.normalise(source).value)
    assert letter.read_bytes() != plain
    with pytest.raises(oimpress.UsageError, match="choose among a4, letter"):
        oimpress.build([source], output=tmp_path / "none", page="a5")  # type: ignore[arg-type]


def test_every_public_name_is_there() -> None:
    for name in oimpress.__all__:
        assert getattr(oimpress, name) is not None
    assert set(oimpress.__all__) <= set(dir(oimpress))
    with pytest.raises(AttributeError, match="nonsense"):
        oimpress.nonsense  # type: ignore[attr-defined] # noqa: B018


def test_a_type_checker_sees_the_names(tmp_path: Path) -> None:
    use = tmp_path / "use.py"
    shown = ("normalise", "write", "typeset('a')", "build([]).exit_code")
    lines = ["import oimpress", *(f"reveal_type(oimpress.{each})" for each in shown), "oimpress.nonsense"]
    use.write_text("\n".join(lines))
    shown_code = (ROOT / "README.md").read_text("utf-8").partition("```python\n")[2].partition("```")[0]
    (tmp_path / "readme.py").write_text(shown_code)
    options = ["--strict", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    command = [sys.executable, "-m", "mypy", *options, str(use), str(tmp_path / "readme.py")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = done.stdout
    assert 'has no attribute "nonsense"' in said or 'not explicitly export attribute "nonsense"' in said
    assert "-> oimpress.pipeline.Normalised" in said
    assert "-> bytes" in said or "-> builtins.bytes" in said
    assert 'Revealed type is "builtins.str"' in said or 'Revealed type is "str"' in said
    assert said.count("error:") == 1, said


def test_one_format_and_a_folder_of_styles_may_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un titre\n\nL’OIM aide 500 familles au Niger.\n")
    own = tmp_path / "styles" / "mienne"
    own.mkdir(parents=True)
    (own / "style.toml").write_text('based-on = "oim"\n[colours]\naccent = "#123456"\n')
    report = oimpress.build(
        [tmp_path / "a.txt"], "html", tmp_path / "out", style="mienne", styles=tmp_path / "styles", each=True
    )
    (made,) = report.outputs
    release = oimpress.normalise(tmp_path / "a.txt").value
    assert made.path.read_bytes() == oimpress.write(release, "html", "mienne", styles=str(tmp_path / "styles"))
    assert b"#123456" in made.path.read_bytes()
    with pytest.raises(oimpress.UsageError, match="no such style"):
        oimpress.write(release, "html", "mienne")


def test_what_is_done_is_logged_and_nobody_hears_it_unasked(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Un titre\n\nL’OIM aide 500 familles au Niger.\n")
    assert any(isinstance(each, logging.NullHandler) for each in logging.getLogger("oimpress").handlers)
    with caplog.at_level(logging.DEBUG, "oimpress"):
        oimpress.build([tmp_path / "a.txt"], "text", tmp_path / "out")
    told = {record.name: record.getMessage() for record in caplog.records}
    assert "a.txt: release titre" in told["oimpress.pipeline"]
    assert told["oimpress.publish.outputs"].endswith("bytes written")
    assert capfd.readouterr() == ("", "")


def test_read_applies_no_rule_and_normalise_does(seeds: list[Path]) -> None:
    plain, clean = oimpress.read(seeds[3]), oimpress.normalise(seeds[3])
    lines = [line for line in seeds[3].read_text("utf-8").splitlines() if line]
    assert len(plain.value.body) == len(lines)
    assert len(clean.value.body) < 20
    assert clean.trail is not None
    assert {notice.code for notice in clean.notices} >= {"B111", "B114"}


@pytest.mark.parametrize(
    "kind", [str, Path, lambda path: path.read_bytes(), lambda path: oimpress.Source("a", b"x y.")]
)
def test_a_source_may_be_given_in_four_ways(kind: object, seeds: list[Path]) -> None:
    assert callable(kind)
    assert oimpress.normalise(kind(seeds[0])).value.body


def test_refusals() -> None:
    with pytest.raises(oimpress.ReadError, match="empty"):
        oimpress.read(b"")
    with pytest.raises(oimpress.ReadError, match="cannot be read"):
        oimpress.normalise("nowhere.txt")
    with pytest.raises(oimpress.UsageError, match="no such profile"):
        oimpress.normalise(b"a", profile="x")
    release = oimpress.normalise(b"Titre\nNiger - Un texte.").value
    with pytest.raises(oimpress.UsageError, match="no such format"):
        oimpress.write(release, to="x")
    with pytest.raises(oimpress.UsageError, match="no such style"):
        oimpress.write(release, to="html", style="x")


def test_build_reports(seeds: list[Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    report = oimpress.build([*seeds, tmp_path / "empty.txt"], ["text", "html"], tmp_path / "out", title="Kit")
    assert (report.read, len(report.outputs), len(report.failures), report.exit_code) == (5, 6, 1, 1)
    assert all(output.path.stat().st_size == output.size for output in report.outputs)
    assert any(notice.code == "B111" for _, notice in report.notices)
    with pytest.raises(oimpress.UsageError, match="not a day that exists"):
        oimpress.build(seeds, ["text"], tmp_path, date="2026-02-30")
    with pytest.raises(oimpress.UsageError, match="no such file"):
        oimpress.build(["nowhere"], ["text"], tmp_path)


@pytest.mark.parametrize("form", ["text", "xml", "html", "docx", "epub", "digest", "pdf"])
def test_threads_make_the_same_bytes(form: str, seeds: list[Path]) -> None:
    def made(seed: Path) -> bytes:
        return oimpress.write(oimpress.normalise(seed).value, to=form)

    one_by_one = [made(seed) for seed in seeds[:3]]
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(made, seeds[:3] * 2)) == one_by_one * 2
