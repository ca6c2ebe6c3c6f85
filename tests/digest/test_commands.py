"""``oimpress digest …`` as a press office uses it."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from html import unescape
from pathlib import Path
from typing import get_args

import pytest

import oimpress
from oimpress.digest.account import reason_of
from oimpress.digest.selection import Verdict
from tests.digest.press import CONFIG, TEXT, run
from tests.passes.reading import bare
from tests.readers.test_docx_own import rewritten


def test_a_week_at_the_office(office: Path) -> None:
    outlook = run("plan", "--dry-run", "--now", "2026-11-22T10:00")
    assert outlook.output.startswith("presse-1-048: cut-off 2026-11-23 08:00 CET\n")
    assert outlook.output.endswith(": new\n")
    assert not (office / "box").exists()
    early = run("send", "--due", "--now", "2026-11-18T10:00")
    assert (early.exit_code, early.output) == (0, "")
    planned = run("plan", "--list", "presse", "--now", "2026-11-23T08:00")
    assert planned.output.startswith("presse-1-048: 1 release\n")
    built = run("build", "--now", "2026-11-23T08:01")
    assert built.output.strip().endswith("presse-1-048.eml")
    assert run("send", "--due", "--now", "2026-11-23T08:02").output == "presse-1-048: handed over\n"
    assert run("send", "--due", "--now", "2026-11-23T08:03").output == ""
    assert run("send", "--now", "2026-11-23T08:04").stderr.endswith("nothing is due before 2026-11-30 08:00 CET\n")
    assert len(list((office / "box" / "new").iterdir())) == 1


def test_a_cache_that_there_is_has_the_releases_of_the_next_call(office: Path) -> None:
    kept = office / ".oimpress" / "cache"
    first = run("plan", "--dry-run", "--now", "2026-11-22T10:00")
    assert not kept.exists()
    kept.mkdir(parents=True)
    assert run("plan", "--dry-run", "--now", "2026-11-22T10:00").output == first.output
    (entry,) = kept.glob("??/*")
    written = entry.stat().st_mtime_ns
    assert run("plan", "--dry-run", "--now", "2026-11-22T10:00").output == first.output
    assert [each.stat().st_mtime_ns for each in kept.glob("??/*")] == [written]


def test_log_and_status(office: Path) -> None:
    run("send", "--now", "2026-11-23T08:00")
    (row,) = json.loads(run("log", "--json").output)
    assert (row["list"], row["issue"], row["reason"]) == ("presse", "presse-1-048", "presse-1-048: new")
    issue, following = json.loads(run("status", "--json", "--now", "2026-11-24T08:00").output)
    assert (issue["state"], issue["releases"], issue["open"]) == ("handed-over", 1, [])
    assert (following["next"], following["due"], following["stuck"]) == ("2026-11-30 08:00 CET", "", False)
    assert "presse-1-048\thanded over\t1 release\n" in run("status", "--now", "2026-11-24T08:00").output


def test_preview_is_one_file_that_loads_nothing(office: Path) -> None:
    path = Path(run("preview", "--now", "2026-11-22T10:00").output.strip())
    page = path.read_text("utf-8")
    assert page.count("<iframe") == 4
    assert page.count('sandbox="allow-same-origin"') == 4  # which lets no script run
    assert "Volume 1, n°" in page
    assert " src=" not in page
    assert "<link" not in page
    assert not (office / "box").exists()
    assert json.loads(run("log", "--json").output) == []


@pytest.mark.parametrize(
    "arguments", [["status"], ["log"], ["plan", "--dry-run"], ["send", "--dry-run"], ["status", "--json"]]
)
@pytest.mark.parametrize("before", [[], ["plan"], ["send"]])
def test_looking_makes_nothing(office: Path, arguments: list[str], before: list[str]) -> None:
    if before:
        run(*before, "--now", "2026-11-23T08:00")
    there = {path: path.stat().st_mtime_ns for path in office.rglob("*")}
    now = [] if arguments == ["log"] else ["--now", "2026-11-23T08:30"]
    assert run(*arguments, *now).exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in office.rglob("*")} == there


def test_its_own_files_are_no_sources(office: Path) -> None:
    config = CONFIG.replace('["archive"]', '["."]')
    (office / "oimpress.toml").write_text(config, "utf-8")
    run("preview", "--now", "2026-11-22T10:00")
    assert run("plan", "--dry-run", "--now", "2026-11-22T10:00").output.count("\n") == 2


def test_a_plan_made_again_takes_what_came_since(office: Path) -> None:
    run("plan", "--now", "2026-11-23T08:00")
    (office / "archive" / "autre.txt").write_text(TEXT.replace("ouvre", "inaugure"), "utf-8")
    assert run("plan", "--now", "2026-11-23T09:00").stderr.startswith("presse: nothing is due before")
    assert "presse-1-048: 2 releases" in run("plan", "--again", "--now", "2026-11-23T09:00").output
    page = Path(run("preview", "--now", "2026-11-23T09:01", "--output", str(office / "page.html")).output.strip())
    assert "inaugure" in page.read_text("utf-8")
    run("send", "--now", "2026-11-23T09:02")
    assert "nothing is due" in run("plan", "--again", "--now", "2026-11-23T09:03").stderr


def test_every_verdict_is_told_in_words() -> None:
    told = {lang: [reason_of(verdict, lang) for verdict in get_args(Verdict)] for lang in ("en", "fr")}
    assert all(len(set(words)) == len(words) == len(get_args(Verdict)) for words in told.values())
    assert not set(told["en"]) & set(told["fr"])


def test_each_release_of_a_kit_is_one_of_the_list(office: Path) -> None:
    """One that waited is new when its turn comes, though the kit it stands in was met before."""
    for number in (1, 2, 3):
        (office / f"{number}.txt").write_text(TEXT.replace("Motozintla", f"Motozintla {number}"), "utf-8")
    texts = [office / f"{number}.txt" for number in (1, 2, 3)]
    (made,) = oimpress.build(texts, ["docx"], office / "kit").outputs
    made.path.rename(office / "archive" / "kit.docx")
    (office / "archive" / "centre.txt").unlink()
    (office / "oimpress.toml").write_text(CONFIG + "limit = 2\n", "utf-8")
    assert run("plan", "--now", "2026-11-23T08:00").output.count("(new)") == 2
    assert run("send", "--now", "2026-11-23T08:00").output == "presse-1-048: handed over\n"
    assert run("plan", "--now", "2026-11-30T08:00").output.count("(new)") == 1
    assert run("send", "--now", "2026-11-30T08:00").output == "presse-1-049: handed over\n"
    assert run("plan", "--dry-run", "--now", "2026-12-07T08:00").output.splitlines() == [
        "presse-1-050: cut-off 2026-12-07 08:00 CET",
        "  3 sent before",
    ]
    kit = office / "archive" / "kit.docx"
    kit.write_bytes(rewritten(kit.read_bytes(), lambda xml: xml.replace("mercredi", "jeudi", 1)))
    assert run("plan", "--now", "2026-12-07T08:00").output.splitlines() == [
        "presse-1-050: 1 release",
        "  oim-ouvre-centre-motozintla-1 (corrected)",
    ]


def test_an_embargo_is_held_back_and_told(office: Path) -> None:
    (office / "archive" / "centre.toml").write_text("date = 2026-11-20\nembargo = 2026-11-24T06:00:00+01:00\n", "utf-8")
    held = "oim-ouvre-centre-motozintla: held back until 2026-11-24 06:00 CET: under embargo\n"
    outlook = run("plan", "--dry-run", "--now", "2026-11-22T10:00")
    assert (outlook.exit_code, outlook.output) == (0, f"presse-1-048: cut-off 2026-11-23 08:00 CET\n  {held}")
    planned = run("plan", "--now", "2026-11-23T08:00")
    assert (planned.exit_code, planned.stdout, planned.stderr) == (0, "presse-1-048: 0 releases\n", held)
    assert run("send", "--due", "--retry", "--now", "2026-11-23T08:01").output == ""
    (row,) = json.loads(run("log", "--json").output)
    assert (row["until"], row["reason"]) == ("2026-11-24T05:00:00Z", held.partition(": ")[2].strip())
    assert run("send", "--due", "--now", "2026-11-30T08:00").output == "presse-1-049: handed over\n"


@pytest.mark.parametrize("sidecar", ["", 'correction = "Rectificatif : la date d’ouverture."\n'])
def test_a_correction_says_what_was_corrected(office: Path, sidecar: str) -> None:
    run("send", "--now", "2026-11-23T08:00")
    (office / "archive" / "centre.txt").write_text(TEXT.replace("mercredi", "jeudi"), "utf-8")
    (office / "archive" / "centre.toml").write_text(f"date = 2026-11-20\n{sidecar}", "utf-8")
    foreseen = run("preview", "--now", "2026-11-28T08:00", "--output", str(office / "page.html")).output.strip()
    run("send", "--now", "2026-11-30T08:00")
    mail = message_from_bytes((office / "box" / "new" / "presse-1-049").read_bytes(), policy=policy.default)
    words = (
        "Rectificatif : la date d'ouverture." if sidecar else "Corrigé : paragraphe 1 : « mercredi », devenu « jeudi »."
    )
    for kind in ("plain", "html"):
        part = mail.get_body((kind,))
        assert part is not None
        assert words in bare(unescape(part.get_content())).replace("\n", " ")
    assert words.partition(" ")[0] in Path(foreseen).read_text("utf-8")
