"""The page *Publish*: what is chosen, how it will look, and making it."""

from __future__ import annotations

import mimetypes
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from oimpress.desk import choices
from oimpress.desk.calls import DeskCall, go
from oimpress.desk.framing import framed
from oimpress.desk.guard import THEIRS
from oimpress.desk.jobs import Job
from oimpress.desk.previews import SHOWN, Previews
from oimpress.desk.settings import change_settings
from oimpress.errors import OimpressError, ReadError, UsageError
from oimpress.i18n import phrases
from oimpress.publish.build import build_editions
from oimpress.style import styles as style_names
from oimpress.visible import visible
from oimpress.writers import find, find_each, names
from oimpress.written import Written

PAGE, JOB = "/publish", "/publish/job"
VIEWS = {"pages": "pdf", "web": "html", "mail": "digest"}
MOST_PAGES = 24  # pictures on one page
INLINE = {".pdf": "application/pdf", ".html": "text/html", ".txt": "text/plain", ".md": "text/plain"}


def publish(call: DeskCall) -> Response:
    """What is chosen, with its preview."""
    wanted = choices.choice(call, call.asked)
    say, view = call.say, call.ask("view", "pages")
    view = view if view in VIEWS else "pages"
    pages, fault = 0, ""
    try:
        pages = call.desk.previews.pages(wanted) if view == "pages" and wanted.paths else 0
    except OimpressError as error:
        fault = error.text(phrases(call.lang))
    return call.show(
        "publish.html.j2",
        here="publish",
        wanted=wanted,
        view=view,
        views={"pages": say("Pages"), "web": say("Web page"), "mail": say("Mail")},
        night=bool(call.ask("night")),
        pages=range(1, min(pages, MOST_PAGES) + 1),
        more=max(0, pages - MOST_PAGES),
        shown=SHOWN,
        fault=fault,
        formats=_formats(call),
        styles=style_names(call.room.styles),
        hidden=[(name, value) for name in choices.NAMED for value in wanted.query.get(name, ())],
        query={name: value for name, value in wanted.query.items() if value != ("",)},
    )


def _formats(call: DeskCall) -> dict[str, str]:
    """Each format with what it is."""
    found, _broken = find_each(names())
    return {form.name: call.say(form.summary) for form in found}


def preview(call: DeskCall) -> Response:
    """A page of the PDF, the web page or the mail of what the address chooses, fit for a frame of ours."""
    wanted = choices.choice(call, call.asked)
    previews: Previews = call.desk.previews
    match call.path.rpartition("/")[2]:
        case "page":
            data = previews.page(wanted, call.number("number", 1))
            return Response(data, media_type="image/png", headers={"cache-control": "max-age=600"})
        case "web":
            return framed(previews.web(wanted, bool(call.ask("night"))))
        case _:
            return framed(previews.mail(wanted, bool(call.ask("night"))))


def build(call: DeskCall) -> Response:
    """Begin to make what the form chooses, and show how far it is."""
    wanted = choices.choice(call, call.given)
    if not wanted.formats:
        raise UsageError("no format is chosen; choose one at least")
    forms = [find(name) for name in wanted.formats]
    style = call.room.style(wanted.style).with_settings(**call.room.config.printing)
    if call.give("keep"):
        change_settings(call.room, choices.settings_of(wanted))
    output = call.room.output

    def work(job: Job) -> None:
        build_editions(wanted.paths, forms, output, style, wanted.options, job.report, job.tick)

    job = call.desk.jobs.start(len(wanted.paths) + len(forms), work)
    return go(JOB, number=job.number)


def watch(call: DeskCall) -> Response:
    """How far a build is, and what came of it."""
    job = call.desk.jobs.find(call.number("number"))
    if job is None:
        raise ReadError("{path}: no such page", path=call.path)
    job = replace(job)  # how far it is now: what is listed below is then whole where it is over
    made: list[Any] = [(each, call.room.key(each.path.resolve())) for each in job.report.outputs]
    faults = [each.error.text(phrases(call.lang)) for each in job.report.failures]
    return call.show("job.html.j2", here="publish", job=job, made=made, faults=faults)


def published(call: DeskCall) -> Response:
    """A file that oimpress wrote. Raises ReadError for any other."""
    path = call.room.publication(call.ask("file"))
    if not Written(call.room.output.resolve()).knows(path):
        raise ReadError("{path}: no such page", path=visible(path.name))
    data = path.read_bytes()
    kind = INLINE.get(path.suffix.lower(), "")
    if not kind:
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        name = path.name.encode("ascii", "replace").decode().replace('"', "")
        return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
    headers = {} if kind == "application/pdf" else {"content-security-policy": THEIRS}
    return Response(data, media_type=kind, headers=headers)
