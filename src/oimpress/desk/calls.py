"""A request as the pages see it, and the pages they answer with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from oimpress.desk.index import Index
from oimpress.desk.jobs import Jobs
from oimpress.desk.marks import issue_states
from oimpress.desk.sidecars import Overtaken
from oimpress.desk.workroom import Workroom
from oimpress.errors import OimpressError, ReadError
from oimpress.i18n import phrases, plural
from oimpress.knowledge.folding import fold
from oimpress.model.nodes import Inlines
from oimpress.model.runs import flatten
from oimpress.notices import rule_text
from oimpress.own_files import own_file
from oimpress.records import record
from oimpress.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment

    from oimpress.desk.previews import Previews

LARGEST = 1_000_000  # bytes of a form
LANGUAGES = {"fr": "Français", "en": "English", "es": "Español"}
SPOKEN = "oimpress-desk-lang"  # the cookie


@record
class OpenDesk:
    """What every page works with."""

    room: Workroom
    index: Index
    jobs: Jobs
    previews: Previews
    lang: str  # of messages, where nobody chose another


@record
class DeskCall:
    """A request: what its address asks, what its form gives, and the language it is answered in."""

    desk: OpenDesk
    path: str
    lang: str
    asked: Mapping[str, Sequence[str]]
    given: Mapping[str, Sequence[str]]

    @property
    def room(self) -> Workroom:
        return self.desk.room

    def ask(self, name: str, otherwise: str = "") -> str:
        """The value of ``name`` in the address."""
        return self.asked.get(name, (otherwise,))[0]

    def give(self, name: str) -> str:
        """The value of ``name`` in the form."""
        return self.given.get(name, ("",))[0]

    def number(self, name: str, otherwise: int = 0) -> int:
        """The whole number ``name`` of the address."""
        said = self.ask(name)
        return int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else otherwise

    def say(self, phrase: str) -> str:
        return phrases(self.lang)(phrase)

    def rule(self, code: str) -> str:
        """What a rule does, in words."""
        return rule_text(code, self.lang)

    def size(self, count: int) -> str:
        """``count`` bytes in words."""
        _ = phrases(self.lang)
        return _("{count} kB").format(count=max(1, round(count / 1000)))

    def address(self, path: str, fragment: str = "", **asked: object) -> str:
        return address(path, fragment, **asked)

    def issue_state(self, state: str) -> str:
        """How an issue stands, in words."""
        return issue_states(self.say)[state]

    def fold(self, words: str) -> str:
        return fold(words)

    def plain(self, text: Inlines) -> str:
        return str(flatten(text))

    def show(self, template: str, status: int = 200, **values: Any) -> Response:
        """The page that ``template`` makes of ``values``."""
        page = _environment().get_template(template)
        shared = {"_": phrases(self.lang), "ngettext": plural(self.lang), "lang": self.lang, "languages": LANGUAGES}
        made = page.render(**shared, call=self, room=self.room, visible=visible, **values)
        return HTMLResponse(made, status)


Handler: TypeAlias = Callable[[DeskCall], Response]


def address(path: str, fragment: str = "", **asked: object) -> str:
    """``path`` with what is asked for, as far as it says something."""
    said = {name: value for name, value in asked.items() if value not in ("", 0, (), None)}
    query = urlencode(said, doseq=True)
    return path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def go(path: str, fragment: str = "", **asked: object) -> Response:
    """The browser goes on to another page of ours."""
    return RedirectResponse(address(path, fragment, **asked), 303)


def answered(handler: Handler) -> Callable[[Request], Any]:
    """``handler`` as an endpoint: off the loop that serves others, its refusals told on a page."""

    async def endpoint(request: Request) -> Response:
        body = b""
        if request.method == "POST":
            async for piece in request.stream():
                body += piece
                if len(body) > LARGEST:
                    return HTMLResponse("", 413)
        return await run_in_threadpool(_safely, handler, call_of(request, body))

    return endpoint


def call_of(request: Request, body: bytes) -> DeskCall:
    """The request with the form in ``body``."""
    desk: OpenDesk = request.app.state.desk
    chosen = request.cookies.get(SPOKEN, "")
    asked = parse_qs(request.url.query, keep_blank_values=True)
    given = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return DeskCall(desk, request.url.path, chosen if chosen in LANGUAGES else desk.lang, asked, given)


def _safely(handler: Handler, call: DeskCall) -> Response:
    try:
        return handler(call)
    except Overtaken as error:
        return refused(call, error, 409)
    except ReadError as error:
        return refused(call, error, 404)
    except OimpressError as error:
        return refused(call, error, 422)


def refused(call: DeskCall, error: OimpressError, status: int) -> Response:
    """A page that says why it was not done."""
    return call.show("refused.html.j2", status, error=error.text(phrases(call.lang)), here="")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    def load(name: str) -> str:
        own = own_file("oimpress.desk", "pages", name)
        return (own if own.is_file() else own_file("oimpress.publish", name)).read_text("utf-8")

    return Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
