"""Page shells: Jinja2 templates of a style, filled in a sandbox that reaches nothing but the values it is given."""

from __future__ import annotations

from functools import cache
from types import CodeType
from typing import TYPE_CHECKING

from oimpress.errors import UsageError
from oimpress.style import Style

if TYPE_CHECKING:
    from jinja2 import BytecodeCache


def fill(style: Style, file: str, **values: object) -> str:
    """The style's template ``file`` with ``values``; text is escaped, ``markupsafe.Markup`` is not.

    Raises UsageError, with the file and line, when a designer's template does not work.
    """
    from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    shells = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(style.text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        bytecode_cache=_compiled(),
    )
    try:
        return shells.get_template(file).render(values)
    except TemplateError as error:
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise UsageError(
            "{path}: {reason}; mend the page shell", path=f"{style.find(file)}{line}", reason=error.message
        ) from error


@cache
def _compiled() -> BytecodeCache:
    """Keeps what templates were compiled to, by their text: to compile one takes as long as to fill it ten times."""
    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket

    codes: dict[tuple[str, str], CodeType] = {}

    class Compiled(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = codes.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            if bucket.code:
                codes[bucket.key, bucket.checksum] = bucket.code

    return Compiled()
