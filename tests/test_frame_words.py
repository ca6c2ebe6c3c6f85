"""Every message that a person may read, in French and in Spanish: their words, one tone, one word for one thing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from babel.messages.extract import extract_from_dir

from oimpress.notices import notice_texts, rule_texts
from tests.phrases import LANGUAGES, catalogue

# Small words of English, and what in a message is no prose: fields, options, quoted words, names of files and commands.
ENGLISH = re.compile(r"\b(?:the|of|and|with|which|that|this|are|from|not|for|when|what|nothing|every|file|folder)\b")
CODE = re.compile(r"\[[^]]*\]|\{[^}]*\}|--[\w-]+|“[^”]*”|«[^»]*»|\"[^\"]*\"|oimpress [a-z]+|[\w./-]+\.(?:toml|rnc)\b")
PLACEHOLDER = re.compile(r"[A-Z]{2,}")

# What a word of ours is called; in brackets what the English word means beside it.
GLOSSARY = {
    "fr": {
        r"sidecars?": r"fichiers? annexes?",
        r"(?:press )?kits?": r"dossiers? de presse",
        r"folders?": r"dossiers?|répertoires?",
        r"ledgers?": r"registre",
        r"(?<!Breadcrumb )trails?": r"piste",
        r"kickers?": r"surtitre",
        r"standfirsts?": r"chapô",
        r"sidebars?": r"encadré",
        r"(?<!rder of )releases?": r"communiqué|lettre|le |la |les ",
    },
    "es": {
        r"sidecars?": r"archivos? anexos?",
        r"(?:press )?kits?": r"dosier",
        r"folders?": r"carpetas?",
        r"ledgers?": r"registro",
        r"(?<!Breadcrumb )trails?": r"rastro",
        r"kickers?": r"antetítulo",
        r"standfirsts?": r"entradilla",
        r"sidebars?": r"recuadro",
        r"(?<!rder of )releases?": r"comunicado|el |la |los |las ",
    },
}
# How a command says what it does: « Produire … », « Producir … ».
INFINITIVE = {"fr": re.compile(r"\w+(?:er|ir|re|oir)"), "es": re.compile(r"\w+(?:ar|er|ir)")}
FAMILIAR = {"fr": re.compile(r"\b(?:tu|ton|ta|tes|toi)\b"), "es": re.compile(r"\b(?:tú|tu|tus|vosotros|vuestro)\b")}

HELPS = """
import json
from click import Context, Group, Option
from oimpress.cli import program

def below(command):
    yield command
    if isinstance(command, Group):
        context = Context(command)
        for name in command.list_commands(context):
            yield from below(command.get_command(context, name))

every = list(below(program()))
options = [param.help for command in every for param in command.params if isinstance(param, Option) and param.help]
print(json.dumps([[command.help for command in every], options]))
"""


class Message(NamedTuple):
    """What is said, and the English that it stands for."""

    english: str
    text: str


@cache
def messages(lang: str) -> tuple[Message, ...]:
    """Every phrase of the catalogue, in each of its forms, and what each rule and notice says."""
    registers = [*notice_texts().values(), *rule_texts().values()]
    return (*_phrases(lang), *(Message(row["en"], row[lang]) for row in registers))


def _phrases(lang: str) -> Iterator[Message]:
    for message in catalogue(lang):
        ids, forms = (one if isinstance(one, list | tuple) else (one,) for one in (message.id, message.string))
        if any(ids):
            yield from (Message(str(ids[min(at, len(ids) - 1)]), str(form)) for at, form in enumerate(forms))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_english_is_left(lang: str) -> None:
    assert [text for _, text in messages(lang) if ENGLISH.search(CODE.sub("", text))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_placeholders_are_those_of_the_language(lang: str) -> None:
    own = {each.english: each.text for each in messages(lang) if PLACEHOLDER.fullmatch(each.english)}
    foreign = {english for english, text in own.items() if english != text}
    assert {"DIR", "NAME"} <= foreign
    assert [text for _, text in messages(lang) if foreign & set(re.findall(r"\b[A-Z]{2,}\b", text))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_word_is_one_thing(lang: str) -> None:
    assert [
        (english, text)
        for english, text in messages(lang)
        for ours, theirs in GLOSSARY[lang].items()
        if re.search(rf"\b{ours}\b", CODE.sub("", english), re.IGNORECASE)
        and not re.search(theirs, text, re.IGNORECASE)
    ] == []


def test_a_dossier_is_a_folder_or_else_says_de_presse() -> None:
    alone = re.compile(r"\bdossiers?\b(?! de presse)", re.IGNORECASE)
    folder = re.compile(r"folder|directory|\bDIR\b", re.IGNORECASE)
    assert [text for english, text in messages("fr") if alone.search(text) and not folder.search(english)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_spoken_to_familiarly(lang: str) -> None:
    assert [text for _, text in messages(lang) if FAMILIAR[lang].search(CODE.sub("", text))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_says_itself_twice(lang: str) -> None:
    assert [text for _, text in messages(lang) if re.search(r"(.{25,})\1", text, re.DOTALL)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_help_of_every_command_says_what_is_to_be_done(lang: str) -> None:
    environment = {**os.environ, "OIMPRESS_LANG": lang}  # a process of its own: help is said once
    done = subprocess.run([sys.executable, "-c", HELPS], env=environment, capture_output=True, text=True, check=True)
    commands, options = json.loads(done.stdout)
    assert len(commands) > 25
    assert [text for text in commands if not INFINITIVE[lang].fullmatch(re.findall(r"\w+", text)[0])] == []
    assert [text for text in (*commands, *options) if not text.endswith((".", "…"))] == []


def test_what_click_says_is_said_in_both_languages() -> None:
    of_click = {row[2] for row in extract_from_dir(str(Path(click.__file__).parent))}
    first, other = ({one.id for one in catalogue(lang) if one.id in of_click} for lang in LANGUAGES)
    assert len(first) > 30
    assert first == other
