"""``oimpress typeset FILES`` and ``oimpress rule``: files whole or untouched, answers for tools."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from oimpress.notices import notice_texts, rule_texts
from oimpress.publish import typesetting
from oimpress.typography import Convention, Mode
from tests.cli.running import FRENCH, Command, left_over

WRONG, RIGHT = 'Il dit "oui" !\n', "Il dit «\u00a0oui\u00a0»\u202f!\n"


@pytest.fixture
def wrong(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(WRONG, "utf-8")
    return path


def test_files_are_set_in_place(oimpress: Command, wrong: Path) -> None:
    (wrong.parent / "b.txt").write_text(RIGHT, "utf-8")
    ran = oimpress("typeset", "a.txt", "b.txt")
    assert (ran.code, ran.out) == (0, "a.txt\n")
    assert wrong.read_text("utf-8") == RIGHT
    assert oimpress("typeset", "a.txt").out == ""
    assert left_over(wrong.parent) == []


def test_or_put_elsewhere(oimpress: Command, wrong: Path) -> None:
    assert oimpress("typeset", "a.txt", "--output", "made").code == 0
    assert wrong.read_text("utf-8") == WRONG
    assert (wrong.parent / "made" / "a.txt").read_text("utf-8") == RIGHT


def test_check_changes_nothing_and_tells(oimpress: Command, wrong: Path) -> None:
    ran = oimpress("typeset", "--check", "a.txt")
    assert (ran.code, ran.out) == (1, "a.txt\n")
    assert wrong.read_text("utf-8") == WRONG
    wrong.write_text(RIGHT, "utf-8")
    assert oimpress("typeset", "--check", "a.txt").code == 0


def test_line_ends_byte_order_mark_and_rights_stay(oimpress: Command, wrong: Path) -> None:
    wrong.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    wrong.chmod(0o640)
    assert oimpress("typeset", "a.txt").code == 0
    assert wrong.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()
    assert wrong.stat().st_mode & 0o777 == 0o640


def test_the_house_and_the_options_decide(oimpress: Command, wrong: Path) -> None:
    (wrong.parent / "oimpress.toml").write_text('lang = "fr-CA"\n[typography]\noff = ["straight-quotes"]\n', "utf-8")
    assert oimpress("typeset", "a.txt").code == 0
    assert wrong.read_text("utf-8") == 'Il dit "oui"!\n'
    wrong.write_text("12 kg", "utf-8")
    assert oimpress("typeset", "a.txt", "--off", "unit").out == ""
    assert oimpress("typeset", "a.txt", "--off", "unti").err == "unti: no such rule of typography; see unit\n"


def test_spaces_and_words_are_chosen_by_options_too(oimpress: Command, wrong: Path) -> None:
    wrong.write_text("Oui ! 12 000 Etat-Mag", "utf-8")
    spaces = ("--narrow", "no-break", "--guillemets", "narrow", "--thousands", "no-break")
    assert oimpress("typeset", "a.txt", *spaces, "--keep", "Etat-Mag").code == 0
    assert wrong.read_text("utf-8") == "Oui\u00a0! 12\u00a0000 Etat-Mag"


def test_answers_for_tools(oimpress: Command, wrong: Path) -> None:
    first = json.loads(oimpress("typeset", "--check", "--json", "a.txt").out)[0]
    assert (first["path"], first["line"], first["column"], first["code"], first["proposal"]) == (
        "a.txt", 1, 8, "T006", "«\u00a0",
    )  # fmt: skip
    log = json.loads(oimpress("typeset", "--check", "--report", "sarif", "a.txt").out)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["results"][0]["ruleId"] == run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"]
    (change,) = run["results"][0]["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "«\u00a0"}
    told = oimpress("typeset", "--check", "--report", "github", "a.txt").out.splitlines()
    assert told[0].startswith("::warning file=a.txt,line=1,col=8,endLine=1,title=T006::")


def test_check_of_sources_answers_tools_too(oimpress: Command, folder: Path) -> None:
    (folder / "r.txt").write_text("Une aide\n\nIl faut qu il vienne à la ville.\n", "utf-8")
    told = oimpress("check", "r.txt", "--report", "github").out
    assert "::warning file=r.txt,line=3,col=1,endLine=3,title=T104::" in told
    log = json.loads(oimpress("check", "r.txt", "--report", "sarif").out)
    assert "T104" in [result["ruleId"] for result in log["runs"][0]["results"]]


def test_what_is_not_utf_8_stays_and_is_told(oimpress: Command, wrong: Path) -> None:
    (wrong.parent / "b.txt").write_bytes(b'caf\xe9 "x"')
    ran = oimpress("typeset", "b.txt", "a.txt")
    assert (ran.code, ran.err) == (1, "b.txt: byte 3 is not UTF-8; save the file as UTF-8, it stays as it is\n")
    assert (wrong.parent / "b.txt").read_bytes() == b'caf\xe9 "x"'
    assert wrong.read_text("utf-8") == RIGHT


def test_a_file_that_is_not_there_is_told(oimpress: Command) -> None:
    ran = oimpress("typeset", "none.txt")
    assert ran.code == 3
    assert ran.err.startswith("none.txt: cannot be read (No such file or directory)")


def test_a_file_that_changes_meanwhile_stays(oimpress: Command, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = typesetting.set_file

    def changing(path: Path, lang: str, house: Convention, mode: Mode | None) -> typesetting.SetFile:
        done = read(path, lang, house, mode)
        path.write_text('Autre "texte"', "utf-8")
        return done

    monkeypatch.setattr(typesetting, "set_file", changing)
    ran = oimpress("typeset", "a.txt")
    assert (ran.code, ran.err) == (5, "a.txt: changed while it was set; it stays as it is, run again\n")
    assert wrong.read_text("utf-8") == 'Autre "texte"'


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights there")
def test_a_file_that_cannot_be_written_stays(oimpress: Command, wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    ran = oimpress("typeset", "a.txt")
    assert ran.code == 5
    assert "No space left on device" in ran.err
    assert wrong.read_text("utf-8") == WRONG
    assert left_over(wrong.parent) == []


def test_a_link_stays_a_link(oimpress: Command, wrong: Path) -> None:
    link = wrong.parent / "link.txt"
    link.symlink_to(wrong)
    assert oimpress("typeset", "link.txt").code == 0
    assert link.is_symlink()
    assert wrong.read_text("utf-8") == RIGHT


def test_a_long_line_is_set(oimpress: Command, wrong: Path) -> None:
    wrong.write_text("Il dit oui ! " * 20_000, "utf-8")
    assert oimpress("typeset", "a.txt").code == 0
    assert wrong.read_text("utf-8") == ("Il dit oui\u202f! " * 20_000).rstrip()


def test_every_rule_and_notice_is_explained(oimpress: Command) -> None:
    for code, row in {**rule_texts(), **notice_texts()}.items():
        said = oimpress("rule", code).out
        assert said.startswith(code)
        assert row["en"] in said


def test_a_rule_by_its_name_in_french(oimpress: Command) -> None:
    said = oimpress("rule", "unit", lang=FRENCH).out.splitlines()
    assert said[0] == "T038  unit"
    assert said[-1] == "exemple\u00a0: 5 km → 5⍽km"


def test_no_such_rule_is_told(oimpress: Command) -> None:
    ran = oimpress("rule", "unitt")
    assert (ran.code, ran.err) == (2, "unitt: no rule or notice of this code or name; see unit\n")


def test_all_rules_are_listed(oimpress: Command) -> None:
    assert len(oimpress("rule").out.splitlines()) == len(rule_texts()) + len(notice_texts())
