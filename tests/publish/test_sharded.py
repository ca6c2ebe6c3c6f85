"""Outputs shared out among folders, so that none holds too many."""

from __future__ import annotations

from pathlib import Path

from oimpress.publish.build import Options, build_editions, normalise_files
from oimpress.publish.outputs import shard
from oimpress.publish.planning import writing_steps
from oimpress.publish.report import Report
from oimpress.sources import discover
from oimpress.style import load_style
from oimpress.writers import find
from tests.publish.test_cache import PLACES, a_source, everything


def sources(folder: Path) -> list[Path]:
    for place in PLACES:
        a_source(folder / "sources", place)
    return list(discover([folder / "sources"]))


def test_each_release_has_a_folder_by_its_name(tmp_path: Path) -> None:
    items = sources(tmp_path)
    for name, sharded in (("flat", False), ("sharded", True)):
        for _ in range(2):  # what stands there is known again
            normalise_files(items, tmp_path / name, "press-fr", report := Report(), sharded=sharded)
            assert (report.read, report.failures) == (3, [])
    flat, shared = ({path.name for path in (tmp_path / name).rglob("*.xml")} for name in ("flat", "sharded"))
    assert flat == shared
    for path in (tmp_path / "sharded").rglob("*.xml"):
        assert path.parent == tmp_path / "sharded" / shard(path.stem)
        assert path.with_suffix(".trail.json").is_file()
    one, other = everything(tmp_path / "flat"), everything(tmp_path / "sharded")
    assert {name: data for name, data in one.items() if name.endswith("xml")} == {
        name: data for name, data in other.items() if name.endswith("xml")
    }


def test_the_same_name_of_another_source_is_kept_apart_there_too(tmp_path: Path) -> None:
    items = sources(tmp_path)
    normalise_files(items[:1], tmp_path / "out", "press-fr", Report(), sharded=True)
    items[0].write_text(items[0].read_text() + "Une phrase de plus en fait une autre source.\n")
    normalise_files(items[:1], tmp_path / "out", "press-fr", Report(), sharded=True)
    assert len(list((tmp_path / "out").rglob("*.xml"))) == 2


def test_what_was_shared_out_is_read_as_one_folder(tmp_path: Path) -> None:
    normalise_files(sources(tmp_path), tmp_path / "out", "press-fr", Report(), sharded=True)
    assert len(list(discover([tmp_path / "out"]))) == len(PLACES)


def test_files_of_one_release_are_shared_out_and_kits_are_not(tmp_path: Path) -> None:
    items, style = sources(tmp_path), load_style("oim")
    for each in (True, False):
        options = Options(each=each, sharded=True)
        build_editions(items, [find("html")], tmp_path / "out", style, options, report := Report())
        folders = {output.path.parent for output in report.outputs}
        assert folders == (
            {tmp_path / "out" / shard(output.path.stem) for output in report.outputs} if each else {tmp_path / "out"}
        )


def test_a_plan_names_the_folders(tmp_path: Path) -> None:
    from oimpress.pipeline import normalise_source
    from oimpress.publish.kept import keep
    from oimpress.publish.shelf import HeldPart
    from oimpress.sources import load

    read = [HeldPart(keep(normalise_source(load(path), "press-fr"))) for path in sources(tmp_path)]
    style, options = load_style("oim"), Options(each=True, sharded=True)
    steps = list(writing_steps(read, [find("html")], tmp_path / "out", style, options, None))
    assert [Path(step.place).parent.name for step in steps] == [shard(Path(step.place).stem) for step in steps]
