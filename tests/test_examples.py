"""The packages of ``examples``: each is installed beside oimpress and does what its line says."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hatchling.build import build_wheel

from oimpress.plugins import EntryGroup
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
PACKAGES = sorted(path.parent for path in EXAMPLES.glob("*/pyproject.toml"))
LIST = {"title": "Presse", "since": "2026-01-01", "from": "presse@oim.example"}
REQUEST = "Photos disponibles sur demande."
USE = """
import json, sys
from pathlib import Path
import oimpress
from oimpress.digest import mailing_list
folder = Path(sys.argv[1])
export = folder / "archive.jsonl"
release, broken = oimpress.normalise_all(export), []
done = release[0]
parcel = oimpress.Parcel("presse-1", b"Subject: un\\r\\n\\r\\nFrom here\\r\\n", "a@b.example")
told = {"kind": "mbox", "options": {"file": "mails.mbox"}}
transport = mailing_list("presse", {**json.loads(sys.argv[2]), "transport": told}).transport
outcomes = [transport.deliver(parcel, folder).answer for _ in range(2)]
body = [oimpress.plain(block.children) for block in done.value.body]
print(json.dumps({
    "titles": [oimpress.plain(each.value.title) for each in release],
    "refused": [notice.detail for notice in done.notices if notice.code == "R051"],
    "body": body,
    "rules": done.trail.rules,
    "unexplained": [notice.detail for notice in done.notices if notice.code == "X101"],
    "words": [oimpress.rule_texts()[code]["fr"] for code in ("F901", "T901")],
    "linked": [any("Link(" in repr(block) for block in oimpress.normalise(export.with_suffix(".txt"), name).value.body)
               for name in ("press-fr", "no-links")],
    "csv": oimpress.write(done.value, "csv").decode(),
    "colour": oimpress.load_style("foret").settings.colours["accent"],
    "outcomes": outcomes,
}))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds all of them, as their wheels unpack; nothing is fetched."""
    target = tmp_path_factory.mktemp("examples")
    for package in PACKAGES:
        with contextlib.chdir(package):
            wheel = target / build_wheel(str(target))
        zipfile.ZipFile(wheel).extractall(target)
    return target


@pytest.fixture(scope="module")
def told(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program says that uses all of them."""
    folder = tmp_path_factory.mktemp("use")
    lines = ("Niamey, 3 mars 2026 - Les États ont adopté la résolution 2250 jeudi.", REQUEST, "Ils se revoient en mai.")
    row = {"title": "Une résolution est adoptée", "date": "2026-03-03", "text": "\n\n".join(lines)}
    rows = [row, {"titre": "sans texte"}]
    (folder / "archive.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (folder / "archive.txt").write_text("Un titre\n\nL’OIM en dit plus sur https://www.iom.int depuis hier.\n")
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-W", "error", "-c", USE, str(folder), json.dumps(LIST)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return {**said, "mbox": (folder / "mails.mbox").read_text()}


@pytest.mark.slow
def test_a_reader_gives_releases_and_refuses_what_is_none(told: dict[str, Any]) -> None:
    assert told["titles"] == ["Une résolution est adoptée"]
    assert told["refused"] == ["archive.jsonl: line 2 is no release; write title, date and text"]


@pytest.mark.slow
def test_a_pass_and_a_rule_change_text_under_codes_of_their_own(told: dict[str, Any]) -> None:
    assert told["body"] == ["Les États ont adopté la résolution\u00a02250 jeudi.", "Ils se revoient en mai."]
    assert (told["rules"]["F901"], told["rules"]["T901"]) == (1, 1)
    assert told["words"] == ["Demande au service photo retirée", "Espace insécable entre une résolution et son numéro"]
    assert told["unexplained"] == []


@pytest.mark.slow
def test_a_profile_a_writer_and_a_style_are_found_by_their_names(told: dict[str, Any]) -> None:
    assert told["linked"] == [True, False]
    assert told["csv"] == "date,place,title\r\n2026-03-03,Niamey,Une résolution est adoptée\r\n"
    assert told["colour"] == "#1b5e3a"


@pytest.mark.slow
def test_a_transport_takes_a_mail_once(told: dict[str, Any]) -> None:
    assert told["outcomes"][1] == "was there already"
    assert told["mbox"].count("Subject: un") == 1


def test_there_is_one_of_each_group_with_a_line_in_the_guide() -> None:
    declared = re.findall(
        r'entry-points\."([^"]+)"', "".join((each / "pyproject.toml").read_text() for each in PACKAGES)
    )
    assert set(declared) == {str(group) for group in EntryGroup}
    guide = (EXAMPLES / "README.md").read_text("utf-8")
    assert [group for group in EntryGroup if f"`{group}`" not in guide] == []
    assert [each.name for each in PACKAGES if f"[{each.name}](" not in guide] == []


def test_they_import_the_front_door_only() -> None:
    code = "\n".join(path.read_text("utf-8") for each in PACKAGES for path in each.rglob("*.py"))
    assert re.findall(r"^(?:from|import) (oimpress\.\S+)", code, re.MULTILINE) == []
