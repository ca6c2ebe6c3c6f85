"""The words of the command line, in the language of whoever runs it."""

from __future__ import annotations

from oimpress.i18n import phrases, user_language


def _(phrase: str) -> str:
    """The phrase in the user's language, asked anew each time: the language is known when a command runs."""
    return phrases(user_language())(phrase) if phrase else ""


def system_reasons() -> tuple[str, ...]:
    """What the operating system says of files, in the words of C: keys of the catalogues."""
    return (
        _("Permission denied"),
        _("No such file or directory"),
        _("Is a directory"),
        _("Not a directory"),
        _("File exists"),
        _("File name too long"),
        _("No space left on device"),
        _("Read-only file system"),
        _("Input/output error"),
        _("Too many open files"),
        _("Too many levels of symbolic links"),
    )
