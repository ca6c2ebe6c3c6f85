"""No output is unreadable to a parser: addresses, files, telephones and numbers come out as they went in."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.typography import LANGUAGES, typeset

FRAMES = ("Voir {} !", "({})", "« {} »", '"{}"', "{} : oui", "écrire à {}, puis", "see {}; then", "'{}' it's", "- {} -")
frames = st.sampled_from(FRAMES)
languages = st.sampled_from(LANGUAGES)
mails = st.from_regex(r"[A-Za-z0-9](?:[A-Za-z0-9._%+'-]{0,10}[A-Za-z0-9])?@[a-z]{2,8}\.(?:org|fr|com)", fullmatch=True)
urls = st.from_regex(
    r"https?://[a-z]{2,8}\.(?:org|fr)(?::8080)?/(?:[A-Za-z0-9_./;!'~:=?&%#-]{0,20}[A-Za-z0-9])?", fullmatch=True
)
files = st.from_regex(r"[A-Za-zÉé0-9](?:[A-Za-zÉé0-9_.-]{0,14}[A-Za-zÉé0-9])?\.(?:pdf|docx|html|xlsx)", fullmatch=True)
versions = st.lists(st.integers(0, 99), min_size=3, max_size=4).map(lambda parts: ".".join(map(str, parts)))
REGIONS = ("FR", "BE", "CH", "LU", "CA", "US", "GB", "ES", "MX", "SN", "MA", "CD")


@given(mails, frames, languages)
def test_a_mail_address_can_be_written_to(address: str, frame: str, lang: str) -> None:
    made = typeset(frame.format(address), lang)
    assert address in made


@given(urls, frames, languages)
def test_an_address_of_the_web_leads_where_it_led(url: str, frame: str, lang: str) -> None:
    made = typeset(frame.format(url), lang)
    assert url in made
    assert urlsplit(re.findall(r"https?://\S+", made)[0]).netloc == urlsplit(url).netloc


@given(files, frames, languages)
def test_a_file_can_be_found(name: str, frame: str, lang: str) -> None:
    assert name in typeset(frame.format(name), lang)


@given(versions, frames, languages)
def test_a_version_stays(version: str, frame: str, lang: str) -> None:
    assert version in typeset(frame.format(version), lang)


@given(st.ip_addresses(), frames, languages)
def test_an_address_of_a_machine_is_one(address: ipaddress.IPv4Address, frame: str, lang: str) -> None:
    assert str(address) in typeset(frame.format(address), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("region", REGIONS)
def test_a_telephone_number_can_be_dialled(region: str, lang: str) -> None:
    number = phonenumbers.example_number(region)
    assert number
    for form in (phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.NATIONAL):
        written = phonenumbers.format_number(number, form)
        made = typeset(f"Tél. : {written}", lang)
        assert written in made
        assert phonenumbers.parse(made.partition(".")[2].strip(" \u00a0:"), region) == number


@given(st.integers(0, 10**9), languages)
def test_a_grouped_number_is_the_same_number(number: int, lang: str) -> None:
    made = typeset(f"plus de {number:,} euros".replace(",", " "), lang)
    assert re.sub(r"\D", "", made) == str(number)


@given(st.decimals(-999, 999, places=2), languages)
def test_a_signed_number_is_the_same_number(number: object, lang: str) -> None:
    written = str(number).replace(".", "," if lang[:2] == "fr" else ".")
    made = typeset(f"({written} %)", lang)
    assert re.sub(r"[^\d.,-]", "", made.replace("\u2212", "-")) == written
