"""Lists as the configuration describes them: every key, every mistake with its place and remedy."""

from __future__ import annotations

import re
from datetime import date, time
from email import message_from_string, policy
from typing import Any

import pytest

from oimpress.digest import mailing_list
from oimpress.digest.transports import EmlFolder, Sendmail, Smtp
from oimpress.errors import UsageError
from tests.digest.lists import BASE, listed


def test_what_is_not_said_has_a_default() -> None:
    wanted = mailing_list("presse", {"title": "Lettre", "since": date(2026, 11, 1), "from": "a@b.test"})
    assert (wanted.calendar.period, wanted.calendar.day, wanted.calendar.hour) == ("weekly", 1, time(8))
    assert (wanted.transport, wanted.order, wanted.corrected) == (EmlFolder("outbox"), "newest", "note")
    assert wanted.recipients == ("",)


def test_fields_of_a_list() -> None:
    wanted = listed(
        list_id="Communiqués de l’OIM <presse.oim.test>",
        list_unsubscribe=["https://oim.test/u", "mailto:u@oim.test?subject=unsubscribe"],
        list_post="NO",
    )
    made = message_from_string("".join(wanted.fields()) + "\r\n", policy=policy.default)
    assert made["List-Id"] == "Communiqués de l’OIM <presse.oim.test>"
    assert made["List-Unsubscribe"].split() == ["<https://oim.test/u>,", "<mailto:u@oim.test?subject=unsubscribe>"]
    assert made["List-Post"] == "NO"
    assert made["Auto-Submitted"] == "auto-generated"
    assert wanted.link("list-unsubscribe") == "https://oim.test/u"
    assert wanted.link("list-archive") == ""


def test_transports() -> None:
    smtp = listed(transport={"kind": "smtp", "host": "mail.oim.test"})
    assert smtp.transport == Smtp("mail.oim.test", 587, "starttls", 30)
    assert listed(transport={"kind": "smtp", "host": "m", "security": "tls"}).transport == Smtp("m", 465, "tls", 30)
    assert listed(transport={"kind": "sendmail"}).transport == Sendmail(("/usr/sbin/sendmail", "-i"))
    assert smtp.recipients == ("liste@oim.test",)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"titel": "x"}, "titel: unknown key; the keys are allow-large, at-least"),
        ({"title": None}, "title: missing; give a text"),
        ({"title": ""}, "title: '' will not do"),
        ({"title": "a\nBcc: b"}, "title: 'a\\nBcc: b' will not do"),
        ({"since": None}, "since: missing; give the day the list begins"),
        ({"since": "soon"}, "since: 'soon' will not do; give the day the list begins"),
        ({"period": "hourly"}, "period: 'hourly' will not do; give one of daily, weekly"),
        ({"day": "Monday"}, "day: 'Monday' will not do; give one of monday"),
        ({"period": "monthly", "day": 32}, "day: 32 will not do; give a whole number in 1–31"),
        ({"period": "daily"}, "day: 'monday' will not do; give no day, for this period has none: daily"),
        ({"hour": "24:00"}, "hour: '24:00' will not do; give a time"),
        ({"hour": 8}, "hour: 8 will not do; give a time"),
        ({"time_zone": "Europe/Bern"}, "time-zone: 'Europe/Bern' will not do; give a zone of the IANA"),
        ({"time_zone": "../etc/passwd"}, "time-zone: '../etc/passwd' will not do"),
        ({"from": "OIM"}, "from: 'OIM' is no mail address"),
        ({"to": ["a@b.test\r\nBcc: c@d.test"]}, "is no mail address"),
        ({"to": 3}, "to: 3 will not do; give a text, or a list of texts"),
        ({"limit": -1}, "limit: -1 will not do"),
        ({"limit": True}, "limit: True will not do"),
        ({"include_late": "yes"}, "include-late: 'yes' will not do; give true or false"),
        ({"attach": ["exe"]}, "attach: 'exe' will not do; give some of pdf, epub, docx"),
        ({"list_id": "two words"}, "list-id: 'two words' will not do"),
        ({"list_archive": "javascript:x"}, "list-archive: 'javascript:x' will not do"),
        ({"list_archive": "https://x.test/\r\nBcc: y"}, "will not do"),
        ({"list_archive": "https://x.test/>,<y"}, "will not do"),
        ({"transport": "smtp"}, "transport: 'smtp' will not do; give a table"),
        ({"transport": {"kind": "pigeon"}}, "[lists.presse.transport] kind: 'pigeon' will not do"),
        ({"transport": {"kind": "smtp"}}, "[lists.presse.transport] host: missing"),
        ({"transport": {"kind": "smtp", "host": "m"}, "to": []}, "to: nobody to send to"),
        ({"transport": {"kind": "maildir", "path": "x", "port": 3}}, "port: unknown key"),
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
    with pytest.raises(UsageError, match="no name for a list"):
        mailing_list(name, BASE)
