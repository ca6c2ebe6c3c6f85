"""Lists as the configuration describes them: every key, every mistake with its place and remedy."""

from __future__ import annotations

import re
from datetime import date, time
from email import message_from_string, policy
from operator import attrgetter
from typing import Any

import pytest

from oimpress.digest import mailing_list
from oimpress.digest.transports import EmlFolder, Maildir, Sendmail, Smtp
from oimpress.errors import UsageError
from tests.digest.lists import BASE, listed


def test_what_is_not_said_has_a_default() -> None:
    wanted = mailing_list("presse", {"title": "Lettre", "since": date(2026, 11, 1), "from": "a@b.test"})
    assert (wanted.calendar.period, wanted.calendar.day, wanted.calendar.hour) == ("weekly", 1, time(8))
    assert (wanted.transport, wanted.order, wanted.corrected) == (EmlFolder("outbox"), "newest", "note")
    assert wanted.recipients == ("",)
    assert (wanted.language, wanted.style, wanted.folder, wanted.form) == ("fr", "oim", "digest", "alternative")
    assert (wanted.to, wanted.reply_to, wanted.bounces, wanted.fields()) == ((), (), None, ())
    assert (wanted.limit, wanted.at_least, wanted.when_empty, wanted.include_late) == (0, 1, "skip", True)
    assert (wanted.allow_large, wanted.approve, wanted.auto_submitted) == (False, False, False)


@pytest.mark.parametrize(
    ("settings", "key", "value"),
    [
        ({"since": "22 novembre 2026"}, "calendar.since", date(2026, 11, 22)),
        ({"since": "22/11/2026"}, "calendar.since", date(2026, 11, 22)),
        ({"hour": "8 h 30"}, "calendar.hour", time(8, 30)),
        ({"hour": "18h"}, "calendar.hour", time(18)),
        ({"hour": time(8, 0, 7)}, "calendar.hour", time(8)),
        ({"day": "Friday"}, "calendar.day", 5),
        ({"period": "Monthly", "day": 31}, "calendar.day", 31),
        ({"language": "espagnol"}, "language", "es"),
        ({"language": "fr_CA"}, "language", "fr-CA"),
        ({"when_empty": "SEND"}, "when_empty", "send"),
        ({"attach": ["docx", "PDF"]}, "attach", ("pdf", "docx")),
        ({"attach": "epub"}, "attach", ("epub",)),
        ({"form": "MIME digest"}, "form", "mime-digest"),
        ({"period": "monthly", "day": None}, "calendar.day", 1),
        ({"period": "quarterly", "day": 15}, "calendar.day", 15),
        ({"period": "fortnightly", "day": "sunday"}, "calendar.day", 7),
        ({"period": "fortnightly", "day": None}, "calendar.day", 1),
        ({"period": "daily", "day": None}, "calendar.day", 1),
        ({"style": "sobre"}, "style", "sobre"),
    ],
)
def test_values_are_taken_as_people_write_them(settings: dict[str, Any], key: str, value: object) -> None:
    assert attrgetter(key)(listed(**settings)) == value


def test_fields_of_a_list() -> None:
    wanted = listed(
        list_id="Communiqués de l’OIM <presse.oim.test>",
        list_unsubscribe=["https://oim.test/u", "mailto:u@oim.test?subject=unsubscribe"],
        list_post="NO",
        auto_submitted=True,
    )
    made = message_from_string("".join(wanted.fields()) + "\r\n", policy=policy.default)
    assert made["List-Id"] == "Communiqués de l’OIM <presse.oim.test>"
    assert made["List-Unsubscribe"].split() == ["<https://oim.test/u>,", "<mailto:u@oim.test?subject=unsubscribe>"]
    assert made["List-Post"] == "NO"
    assert made["Auto-Submitted"] == "auto-generated"
    assert wanted.link("list-unsubscribe") == "https://oim.test/u"
    assert wanted.link("list-archive") == ""


@pytest.mark.parametrize("name", ["List-Help", "List-Subscribe", "List-Owner", "List-Archive"])
def test_each_link_of_a_list_has_its_field(name: str) -> None:
    key = name.lower().replace("-", "_")
    assert listed(**{key: ["https://oim.test/x"]}).fields() == (f"{name}: <https://oim.test/x>\r\n",)


def test_the_name_of_a_list_for_machines_may_stand_alone() -> None:
    assert listed(list_id="presse.oim.test").fields() == ("List-Id: <presse.oim.test>\r\n",)


def test_where_a_mail_is_put() -> None:
    assert listed(transport={"kind": "eml", "path": "a/b"}).transport == EmlFolder("a/b")
    assert listed(transport={"kind": "maildir", "path": "box"}).transport == Maildir("box")
    assert listed(transport={"kind": "sendmail", "command": ["msmtp", "-t"]}).transport == Sendmail(("msmtp", "-t"))
    relay = {"kind": "smtp", "host": "m", "security": "none", "timeout": 5}
    assert listed(transport=relay).transport == Smtp("m", 25, "none", 5)
    assert listed(transport={**relay, "port": 2525}).transport == Smtp("m", 2525, "none", 5)


def test_transports() -> None:
    smtp = listed(transport={"kind": "smtp", "host": "mail.oim.test"})
    assert smtp.transport == Smtp("mail.oim.test", 587, "starttls", 30)
    assert listed(transport={"kind": "smtp", "host": "m", "security": "tls"}).transport == Smtp("m", 465, "tls", 30)
    assert listed(transport={"kind": "sendmail"}).transport == Sendmail(("/usr/sbin/sendmail", "-i"))
    assert smtp.recipients == ("liste@oim.test",)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"titel": "x"}, "titel: unknown key; did you mean “title”?"),
        ({"adresses": "x"}, "adresses: unknown key; the keys here are title, since, from"),
        ({"title": None}, 'title: missing; write "…"'),
        ({"title": ""}, "title: “” is not a text on one line"),
        ({"title": "a\nBcc: b"}, "title: “a\\nBcc: b” is not a text on one line"),
        ({"since": None}, "since: missing; write 2026-11-22"),
        ({"since": "soon"}, "since: “soon” is not a day that exists; write 2026-11-22"),
        ({"since": "2026"}, "since: “2026” is not a day that exists"),
        ({"since": "03/04/2026"}, "since: “03/04/2026” may be two days; write 2026-04-03 or 2026-03-04"),
        ({"period": "hourly"}, "period: “hourly” is not known here; choose among daily, weekly"),
        ({"period": "weekley"}, "period: “weekley” is not known here; did you mean “weekly”?"),
        ({"day": "mondays"}, "day: “mondays” is not known here; did you mean “monday”?"),
        ({"day": 3}, "day: “3” is not known here; choose among monday, tuesday"),
        ({"period": "monthly"}, "day: “monday” is not a whole number within bounds; write 1–31"),
        ({"period": "monthly", "day": 32}, "day: “32” is not a whole number within bounds; write 1–31"),
        ({"period": "daily"}, "day: a period that has no day; take this line out"),
        ({"hour": "24:00"}, 'hour: “24:00” is not a time of the day; write "08:00"'),
        ({"hour": 8}, "hour: “8” is not a time of the day"),
        ({"time_zone": "Europe/Bern"}, "time-zone: “Europe/Bern” is not a zone of the IANA data base"),
        ({"time_zone": "../etc/passwd"}, "time-zone: “../etc/passwd” is not a zone"),
        ({"from": "OIM"}, "from: “OIM” is no mail address"),
        ({"to": ["a@b.test\r\nBcc: c@d.test"]}, "to: “a@b.test\\r\\nBcc: c@d.test” is not a text on one line"),
        ({"to": ["a@b"], "bounces": "a.b"}, "bounces: “a.b” is no mail address"),
        ({"to": 3}, "to: “3” is not a list of texts"),
        ({"limit": -1}, "limit: “-1” is not a whole number within bounds; write 0–1000"),
        ({"limit": True}, "limit: “true” is not a whole number"),
        ({"include_late": "yes"}, "include-late: “yes” is not true or false"),
        ({"language": "esp"}, "language: “esp” is not a language"),
        ({"attach": ["exe"]}, "attach: “exe” is not known here; choose among pdf, epub, docx"),
        ({"list_id": "two words"}, "list-id: “two words” is not a dotted name of yours"),
        ({"list_archive": "javascript:x"}, "list-archive: “javascript:x” is not an address that begins with https:"),
        ({"list_archive": "https://x.test/\r\nBcc: y"}, "is not an address that begins"),
        ({"list_archive": "https://x.test/>,<y"}, "is not an address that begins"),
        ({"list_archive": "NO"}, "list-archive: “NO” is not an address that begins"),
        ({"transport": "smtp"}, "transport: “smtp” is not a table; write [transport]"),
        (
            {"transport": {"kind": "pigeon"}},
            "[lists.presse.transport] kind: “pigeon” is not known here; choose among eml",
        ),
        ({"transport": {"kind": "smtp"}}, '[lists.presse.transport] host: missing; write "…"'),
        ({"transport": {"kind": "maildir"}}, '[lists.presse.transport] path: missing; write "…"'),
        ({"transport": {"kind": "sendmail", "host": "m"}}, "host: unknown key; the keys here are command"),
        ({"transport": {"kind": "eml", "port": 3}}, "port: unknown key; the keys here are path"),
        ({"reply_to": ["OIM"]}, "reply-to: “OIM” is no mail address"),
        ({"transport": {"kind": "smtp", "host": "m"}, "to": []}, "to: nobody to send to"),
        ({"transport": {"kind": "maildir", "path": "x", "port": 3}}, "port: unknown key; the keys here are path"),
    ],
)
def test_mistakes_have_a_place_and_a_remedy(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=re.escape(words)) as caught:
        listed(**settings)
    assert str(caught.value).startswith("oimpress.toml: [lists.presse")


@pytest.mark.parametrize("key", ["password", "smtp-password", "user", "auth", "token", "passwd"])
def test_a_secret_in_the_file_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(UsageError, match="OIMPRESS_SMTP_PASSWORD") as caught:
        listed(transport={"kind": "smtp", "host": "m", key: "hunter2"})
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("name", ["", "Press", "a b", "../x", "a/b", "x" * 41, "-a", "é"])
def test_names_that_could_be_paths_are_refused(name: str) -> None:
    with pytest.raises(UsageError, match="is not a name that may stand here"):
        mailing_list(name, BASE)
