"""The language of messages: chosen, or that of the system, whatever system it is."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from oimpress import i18n
from oimpress.i18n import apple_locale, user_language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "POSIX"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "es:fr"}, "es"),
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "C", "OIMPRESS_LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR", "LANGUAGE": "fr", "OIMPRESS_LANG": "es-MX"}, "es"),
        ({"LANG": "fr_FR", "OIMPRESS_LANG": ""}, "fr"),
        ({"LANG": "../../x"}, "en"),
    ],
)
def test_the_variables(environ: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "system_locale", lambda: "C")
    assert user_language(environ) == language


@pytest.mark.parametrize(("system", "language"), [("fr_CA", "fr"), ("es-419", "es"), ("C", "en"), ("", "en")])
def test_without_variables_the_system_says(system: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "system_locale", lambda: system)
    assert user_language({}) == language
    assert user_language({"LANG": "en_GB"}) == "en"


@pytest.mark.parametrize(
    ("said", "locale"),
    [
        (plistlib.dumps({"AppleLanguages": ["fr-CH", "de"]}), "fr-CH"),
        (plistlib.dumps({"AppleLanguages": ["es-419"]}, fmt=plistlib.FMT_BINARY), "es-419"),
        (plistlib.dumps({"AppleLanguages": []}), "C"),
        (plistlib.dumps({}), "C"),
        (plistlib.dumps([]), "C"),
        (b"<?xml version='1.0'?><plist><dict>", "C"),
        (b"bplist00 and no more", "C"),
        (b"", "C"),
    ],
)
def test_a_mac_says_it_in_its_preferences(said: bytes, locale: str, tmp_path: Path) -> None:
    assert apple_locale(tmp_path) == "C"
    folder = tmp_path / "Library" / "Preferences"
    folder.mkdir(parents=True)
    (folder / ".GlobalPreferences.plist").write_bytes(said)
    assert apple_locale(tmp_path) == locale
