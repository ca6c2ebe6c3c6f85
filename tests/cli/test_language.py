"""The language of messages is chosen with any command, as people write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import FRENCH, Command, program

NONE = ["check", "nowhere.txt"]


@pytest.mark.parametrize(
    "args",
    [
        ["--ui-lang", "fr", *NONE],
        [*NONE, "--ui-lang", "français"],
        [*NONE, "--ui-lang=fr_CA"],
        ["--ui-lang=French", *NONE],
    ],
)
def test_an_option_chooses(args: list[str], oimpress: Command) -> None:
    ran = oimpress(*args)
    assert "ni fichier ni dossier de ce nom" in ran.err
    assert "no such file" in oimpress(*NONE).err


def test_the_whole_help_is_in_the_language_asked_for(tmp_path: Path) -> None:
    for args, env in ((["--help", "--ui-lang", "fr"], {}), (["build", "--help"], {"OIMPRESS_LANG": "french"})):
        said = program(*args, cwd=tmp_path, env={"LC_ALL": "C.UTF-8", **env}).stdout.decode()
        assert "Usage :" in said
        assert "Show this" not in said


def test_a_language_that_is_none(oimpress: Command) -> None:
    ran = oimpress("formats", "--ui-lang", "klingonien")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("--ui-lang: “klingonien” is not a language; write fr")
    assert "n’est pas une langue" in oimpress("formats", "--ui-lang", "klingonien", lang=FRENCH).err
    assert oimpress("formats", "--ui-lang").code == 2


def test_after_two_hyphens_it_is_a_name(oimpress: Command) -> None:
    assert "--ui-lang: no such file or folder" in oimpress("check", "--", "--ui-lang", "fr").err
