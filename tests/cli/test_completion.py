"""What the shells offer: as the program says it, and as bash, zsh and fish show it to somebody who types."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context
from click.shell_completion import ShellComplete

from oimpress.cli import program
from oimpress.typography.rules import EVERY
from oimpress.writers import BUILT_IN
from tests.conftest import ROOT

SHARE = ROOT / "share"
LISTED = '[lists.presse]\ntitle = "Presse"\nsince = 2026-01-01\nfrom = "a@b.example"\n'
BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
compopt() { echo "$@"; }
_oimpress_completion oimpress
printf '%s\\n' "${COMPREPLY[@]}"
"""
# In a pseudo terminal, as zsh completes nowhere else: the words are typed, and Tab is hit twice.
ZSH = """
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; fpath=($1 \\$fpath); autoload -Uz compinit; compinit -u -D; zstyle ':completion:*' list-prompt ''"
zpty -w shell "print R''EADY"
zpty -r -m shell out '*READY*'
zpty -w -n shell "$2"$'\\t\\t'
sleep 3
while zpty -r -t shell out; do print -r -- "$out"; done
zpty -d shell
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a source, a profile, a style and a list of its own."""
    (tmp_path / "communique.txt").write_text("Un titre\n")
    (tmp_path / "site.toml").write_text("")
    (tmp_path / "styles" / "marine").mkdir(parents=True)
    (tmp_path / "styles" / "marine" / "style.toml").write_text('based-on = "oim"\n')
    (tmp_path / "oimpress.toml").write_text(f'styles = "styles"\n{LISTED}')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def offered(*words: str) -> set[str]:
    """The words that may stand where the last of ``words`` was begun; of files and folders their kind."""
    shell = ShellComplete(program(), {}, "oimpress", "_OIMPRESS_COMPLETE")
    found = shell.get_completions(list(words[:-1]), words[-1])
    return {each.value if each.type == "plain" else each.type for each in found}


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("bui",), {"build"}),
        (("build", "--pag"), {"--page"}),
        (("build", "--format", ""), {*BUILT_IN, "all"}),
        (("build", "--style", ""), {"oim", "sobre", "marine"}),
        (("style", "new", "--from", "m"), {"marine"}),
        (("build", "--page", "l"), {"letter"}),
        (("build", "--lang", "fr-C"), {"fr-CA", "fr-CH"}),
        (("build", "--profile", ""), {"press-fr", "plain", "site.toml"}),
        (("digest", "send", "--list", ""), {"presse"}),
        (("rule", "T0"), {rule.code for rule in EVERY if rule.code.startswith("T0")}),
        (("typeset", "--off", "perc"), {"percent"}),
        (("check", "--report", "s"), {"sarif"}),
        (("--ui-lang", ""), {"fr", "en", "es"}),
        (("build", "comm"), {"file"}),
        (("explain", ""), {"file"}),
        (("build", "--output", ""), {"dir"}),
        (("desk", ""), {"dir"}),
    ],
)
def test_the_program_offers(words: tuple[str, ...], some: set[str], folder: Path) -> None:
    assert some <= offered(*words)
    assert {word for word in offered(*words) if not word.startswith(words[-1])} <= {"file", "dir"}


def test_settings_with_a_mistake_offer_nothing_and_say_nothing(folder: Path) -> None:
    (folder / "oimpress.toml").write_text("lang = 3\n")
    assert offered("digest", "send", "--list", "") == set()


def test_each_option_that_takes_a_file_or_a_name_offers_some(folder: Path) -> None:
    """A new option that names a folder, a file, a style or a format is not forgotten."""
    group = program()
    context = Context(group, info_name="oimpress")
    silent = [
        f"{name} {param.opts[0]}"
        for name in group.list_commands(context)
        if (command := group.get_command(context, name))
        for param in command.params
        if param.name in ("output", "styles", "cache", "sources", "formats", "style", "profile", "html")
        and not param.shell_complete(context, "")
    ]
    assert silent == []


def needing(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not there")


def said(*command: str | Path) -> str:
    """What ``command`` prints, where ``oimpress`` is the one of this environment."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60).stdout


@pytest.mark.slow
@needing("bash")
def test_bash(folder: Path) -> None:
    script = SHARE / "bash-completion" / "completions" / "oimpress"
    begun = ("bash", "-c", BASH, "bash", script, "oimpress", "build")
    assert said(*begun, "--style", "m").split() == ["marine"]
    assert said(*begun, "comm").split() == ["-o", "default"]  # bash completes names of files itself


@pytest.mark.slow
@needing("fish")
def test_fish(folder: Path) -> None:
    script = SHARE / "fish" / "vendor_completions.d" / "oimpress.fish"
    typed = f"source {script}; complete --do-complete "
    assert said("fish", "--no-config", "-c", f"{typed}'oimpress build --style m'").split() == ["marine"]
    assert "communique.txt" in said("fish", "--no-config", "-c", f"{typed}'oimpress build comm'")


@pytest.mark.slow
@needing("zsh")
def test_zsh(folder: Path) -> None:
    functions = SHARE / "zsh" / "site-functions"
    assert "--style marine" in said("zsh", "-f", "-c", ZSH, "zsh", functions, "oimpress build --style m")
    assert "communique.txt" in said("zsh", "-f", "-c", ZSH, "zsh", functions, "oimpress explain comm")
