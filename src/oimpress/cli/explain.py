"""``oimpress explain``"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from oimpress.cli.common import json_option, only_source, profile_option, settings
from oimpress.errors import UsageError
from oimpress.i18n import phrases, user_language

if TYPE_CHECKING:
    from oimpress.publish.explain import LineFate

language = user_language()
_ = phrases(language)
SIGNS = {"kept": ("=", "green"), "changed": ("~", "yellow"), "removed": ("-", "red"), "blank": (" ", "white")}
WIDTH = 96


@click.command(help=_("Say what became of each line of SOURCE, and why."))
@click.argument("source")
@profile_option
@json_option
def explain(source: str, profile: str | None, as_json: bool) -> None:
    from oimpress.pipeline import normalise_source
    from oimpress.publish.explain import line_fates

    config = settings(profile=profile)
    done = normalise_source(only_source(source), config.profile)
    if done.trail is None:
        raise UsageError(
            "{source}: canonical XML is taken as it is; explain the source it was made from", source=source
        )
    lines = list(line_fates(done.value, done.trail))
    if as_json:
        click.echo(json.dumps([_row(line) for line in lines], ensure_ascii=False, indent=1))
        return
    for line in lines:
        _show(line)
    click.echo()
    for code, count in sorted(done.trail.rules.items()):
        click.echo(f"{count:6} × {code} {_text(code)}")
    for notice in done.notices:
        click.echo(f"{notice.where}: {notice.code} {notice.text(language)}")


def _show(line: LineFate) -> None:
    from oimpress.model.trail import Change

    sign, colour = SIGNS[line.fate]
    shown = line.text if len(line.text) <= WIDTH else f"{line.text[: WIDTH - 1]}…"
    click.echo(click.style(f"{line.number:5} {sign} {shown}", fg=colour, dim=line.fate == "blank"))
    if line.fate == "blank":
        return
    if line.places:
        click.echo(f"        → {', '.join(line.places)}")
    edits = [step for step in line.told if isinstance(step, Change)]
    told = {code for step in edits for code in step.rule.split("+")}
    for code in line.rules:
        if code not in told:
            click.echo(f"        {code} {_text(code)}")
    for step in edits:
        where = f" @{step.path.rpartition('@')[2]}" if "@" in step.path else ""
        click.echo(f"        {step.rule}{where}: {_visible(step.before)} → {_visible(step.after)}  {_text(step.rule)}")


def _visible(text: str) -> str:
    """``text`` with its spaces made visible."""
    return "“" + text.replace("\u00a0", "⍽").replace("\u202f", "·").replace("\n", "⏎").replace("\r", "␍") + "”"


def _text(code: str) -> str:
    from oimpress.notices import rule_texts

    texts = rule_texts()
    return " + ".join(texts[part].get(language, texts[part]["en"]) for part in code.split("+"))


def _row(line: LineFate) -> dict[str, object]:
    from oimpress.model.trail import NAMES

    steps = [{"kind": NAMES[type(step)], **step._asdict()} for step in line.told]
    return {"line": line.number, "text": line.text, "fate": line.fate, "places": line.places, "steps": steps}
