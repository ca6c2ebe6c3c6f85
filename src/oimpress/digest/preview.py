"""A page that shows a mail as subscribers will see it: telephone and desk, by day and by night, and as text."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import Any

PAGE = """<!DOCTYPE html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="generator" content="oimpress">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ fields["Subject"] }}</title>
<style>
body { margin: 0; padding: 24px; background: #dde3ea; color: #1b2430; font: 16px/1.5 system-ui, sans-serif; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0 0 24px; }
dt { color: #566272; } dd { margin: 0; overflow-wrap: anywhere; }
section { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; }
figure { margin: 0; } figcaption { margin: 0 0 6px; font-weight: 600; }
iframe { height: 80vh; border: 1px solid #97a3b0; background: #fff; }
.phone { width: 390px; } .desk { width: 800px; max-width: 100%; }
pre { width: 76ch; max-width: 100%; height: 80vh; margin: 0; overflow: auto; padding: 12px; background: #fff;
  border: 1px solid #97a3b0; white-space: pre-wrap; font: 14px/1.45 ui-monospace, monospace; box-sizing: border-box; }
</style>
</head>
<body>
<dl>
{% for name, value in fields.items() %}
<dt>{{ name }}</dt><dd>{{ value }}</dd>
{% endfor %}
</dl>
<section>
{% for caption, width, page in views %}
<figure><figcaption>{{ caption }}</figcaption>
<iframe class="{{ width }}" sandbox="allow-same-origin" title="{{ caption }}" srcdoc="{{ page }}"></iframe></figure>
{% endfor %}
<figure><figcaption>{{ _("text") }}</figcaption><pre>{{ text }}</pre></figure>
</section>
</body>
</html>
"""
SHOWN = ("Subject", "From", "To", "Reply-To", "Date", "Message-ID", "List-Id")


def preview(mail: bytes, lang: str) -> str:
    """The page for the message ``mail``; it holds everything and loads nothing."""
    from jinja2 import Environment, StrictUndefined

    from oimpress.i18n import phrases

    _ = phrases(lang)
    message = message_from_bytes(mail, policy=policy.default)
    html, text = _content(message, "html"), _content(message, "plain")
    views = [
        (_("telephone, by day"), "phone", by_day(html)),
        (_("telephone, by night"), "phone", by_night(html)),
        (_("desk, by day"), "desk", by_day(html)),
        (_("desk, by night"), "desk", by_night(html)),
    ]
    fields = {name: message[name] for name in SHOWN if name in message}
    page = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(PAGE)
    return page.render(lang=lang, fields=fields, views=views, text=text, _=_)


def by_night(html: str) -> str:
    """``html`` with the rules for dark screens in force on any screen."""
    return re.sub(r"@media \(prefers-color-scheme:\s*dark\)", "@media all", html)


def by_day(html: str) -> str:
    """``html`` with those rules in force on none."""
    return re.sub(r"@media \(prefers-color-scheme:\s*dark\)", "@media not all", html)


def _content(message: Any, kind: str) -> str:
    part = message.get_body((kind,))
    content: str = part.get_content() if part else ""
    return content.replace("\r\n", "\n")
