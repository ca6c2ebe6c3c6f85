"""What other packages add: told by name where it is broken, and never in silence."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path
from zipfile import ZipFile

import pytest

import oimpress
from oimpress import notices
from oimpress.digest import mailing_list
from oimpress.plugins import EntryGroup, named_on
from oimpress.publish import keys
from oimpress.settings.lists import TRANSPORTS
from tests.plugging import plug

TEXT = b"Un titre\n\nNiamey, 3 mars 2026 - Un texte assez long pour en tenir lieu."
LIST = {"title": "Presse", "since": "2026-01-01", "from": "presse@oim.example"}
GIVES_NONE = print


def divides(release: oimpress.Release) -> oimpress.Result[oimpress.Release]:
    return oimpress.Result(replace(release, id=str(1 // 0)))


def entry(group: EntryGroup, name: str, target: str) -> EntryPoint:
    return EntryPoint(name, target, group)


@pytest.mark.parametrize(
    ("target", "reason"), [("divides", "ZeroDivisionError"), ("GIVES_NONE", "NoneType is no Result of a Release")]
)
def test_a_pass_that_fails_is_named(target: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, entry(EntryGroup.PASSES, "extra", f"{__name__}:{target}"))
    with pytest.raises(oimpress.ReadError, match=f"extra: the plug-in fails on the release .*{reason}"):
        oimpress.normalise(TEXT)
    assert oimpress.read(TEXT).value.body  # where no rule is applied


def test_what_a_name_does_not_give_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = f"{__name__}:TEXT"
    plug(monkeypatch, entry(EntryGroup.PROFILES, "odd", nothing), entry(EntryGroup.STYLES, "odd", nothing))
    with pytest.raises(oimpress.MissingDependency, match="must name a Profile"):
        oimpress.normalise(TEXT, profile="odd")
    with pytest.raises(oimpress.MissingDependency, match="must name a Path"):
        oimpress.load_style("odd")
    with pytest.raises(oimpress.UsageError, match="choose among press-fr, plain, odd"):
        oimpress.normalise(TEXT, profile="old")
    with pytest.raises(oimpress.UsageError, match="choose among odd, oim, sobre"):
        oimpress.load_style("old")


@pytest.mark.parametrize("target", ["GIVES_NONE", "divides"])
def test_a_transport_that_is_none_is_told(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, entry(EntryGroup.TRANSPORTS, "pigeon", f"{__name__}:{target}"))
    with pytest.raises(oimpress.MissingDependency, match=r"pigeon: .* makes no transport of these options"):
        mailing_list("a", {**LIST, "transport": {"kind": "pigeon", "options": {"speed": "80"}}})
    with pytest.raises(oimpress.UsageError, match="options"):
        mailing_list("a", {**LIST, "transport": {"kind": "eml", "options": {"speed": "80"}}})
    with pytest.raises(oimpress.UsageError, match=", ".join((*TRANSPORTS, "pigeon"))):
        mailing_list("a", {**LIST, "transport": {"kind": "telegraph"}})


def test_codes_of_packages_stand_apart_from_ours() -> None:
    row = {"name": "a", "en": "a"}
    with pytest.raises(ValueError, match="from 900 to 999"):
        oimpress.Texts(rules={"T035": row})
    with pytest.raises(ValueError, match="lacks name"):
        oimpress.Texts(rules={"T935": {"en": "a"}})
    rule = oimpress.rule("T935", "A", "a", lambda run, usage: iter(()), "a")
    with pytest.raises(ValueError, match="T935: a rule of typography without words"):
        oimpress.Rulebook(typography={"fr": (rule,)})
    with pytest.raises(ValueError, match="de: no such language"):
        oimpress.Rulebook(rules={"T935": row}, typography={"de": (rule,)})
    assert [code for code in {**notices.rule_texts(), **notices.notice_texts()} if notices.OTHERS.fullmatch(code)] == []


ONE = oimpress.Texts(rules={"F935": {"name": "a", "en": "a"}})


def test_a_code_of_two_packages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    plug(monkeypatch, *(entry(EntryGroup.RULES, name, f"{__name__}:ONE") for name in ("a", "b")))
    with pytest.raises(oimpress.MissingDependency, match="b: the code F935 is that of another package too"):
        notices.other_texts.__wrapped__()


@pytest.mark.parametrize("group", [EntryGroup.READERS, EntryGroup.PASSES, EntryGroup.RULES, EntryGroup.PROFILES])
def test_nothing_is_kept_where_a_package_has_a_say(group: EntryGroup, monkeypatch: pytest.MonkeyPatch) -> None:
    assert keys.of_reading("press-fr", oimpress.House()) != ""
    plug(monkeypatch, entry(group, "a", f"{__name__}:ONE"))
    assert keys.of_reading("press-fr", oimpress.House()) == ""


@pytest.mark.parametrize("made", ["press-1.0.dist-info", "press.egg-info"])
def test_a_package_on_the_path_is_found_by_its_entry_points(made: str, tmp_path: Path) -> None:
    (tmp_path / made).mkdir()
    (tmp_path / made / "METADATA").write_text("Metadata-Version: 2.1\nName: press\nVersion: 1.0\n")
    (tmp_path / made / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: press\nVersion: 1.0\n")
    listed = tmp_path / made / "entry_points.txt"
    listed.write_text("[console_scripts]\noimpress = oimpress.cli:main\n")
    assert not named_on((str(tmp_path), str(tmp_path / "gone")))
    listed.write_text("[oimpress.styles]\nhouse = press:STYLE\n")
    assert named_on((str(tmp_path), ""))
    with ZipFile(tmp_path / "packages.zip", "w") as archive:
        archive.writestr("press-1.0.dist-info/entry_points.txt", "[oimpress.styles]\nhouse = press:STYLE\n")
    assert named_on((str(tmp_path / "packages.zip"),))  # nobody looks into an archive to be quick
