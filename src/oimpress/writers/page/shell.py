"""Page shells: Jinja2 templates of a style, filled in a sandbox that reaches nothing but the values it is given."""

from __future__ import annotations

from oimpress.errors import UsageError
from oimpress.style import Style


def fill(style: Style, file: str, **values: object) -> str:
    """The style's template ``file`` with ``values``; text is escaped, ``markupsafe.Markup`` is not.

    Raises UsageError, with the file and line, when a designer's template does not work.
    """
    from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    shells = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(style.text), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    try:
        return shells.get_template(file).render(values)
    except TemplateError as error:
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        raise UsageError(
            "{path}: {reason}; mend the page shell", path=f"{style.find(file)}{line}", reason=error.message
        ) from error
