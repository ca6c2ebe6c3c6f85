"""Addresses of services that lead on to those that are meant."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from oimpress.knowledge.addresses import is_on_the_web

# Where a service's own address stands before the one that a link means, and the field that holds that.
REDIRECTS = {
    "google.com/url": ("q", "url"),
    "safelinks.protection.outlook.com": ("url",),
    "l.facebook.com/l.php": ("u",),
}


def straight(address: str) -> str:
    """The address that a redirecting one of Google, Outlook or Facebook leads to; any other as it is."""
    if not (fields := next((names for place, names in REDIRECTS.items() if place in address[:120]), ())):
        return address
    try:
        said = parse_qs(urlsplit(address).query)
    except ValueError:  # brackets that are none of an address
        return address
    found = next((said[name][0] for name in fields if name in said), "")
    return found if is_on_the_web(found) else address
