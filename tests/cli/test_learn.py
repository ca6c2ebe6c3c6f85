"""``oimpress learn``, and the profile that it writes."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Command
from tests.passes.lines.test_learned import page


def test_a_learned_profile_is_taken_by_the_other_commands(folder: Path, oimpress: Command) -> None:
    (folder / "site").mkdir()
    for number in range(6):
        (folder / "site" / f"{number}.txt").write_text(page(number), "utf-8")
    assert oimpress("learn", "site", "-o", "site.toml").code == 0
    assert oimpress("normalise", "site", "-o", "out", "--profile", "site.toml").code == 0
    assert len(list((folder / "out").glob("titre-numero-*.xml"))) == 6
    assert "H101" not in oimpress("check", "site", "--profile", "site.toml").out


def test_a_profile_that_is_none_is_refused(folder: Path, oimpress: Command) -> None:
    (folder / "bad.toml").write_text("wrong = 1\n")
    (folder / "a.txt").write_text("Un titre\nUn texte qui suffit.\n")
    refused = oimpress("check", "a.txt", "--profile", "bad.toml")
    assert refused.code == 2
    assert "bad.toml: wrong: unknown key; the keys here are based-on, head, foot" in refused.err
    assert oimpress("check", "a.txt", "--profile", "gone.toml").code == 2
