"""What is found in files, for the tools that show it: SARIF, and the annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from oimpress.notices import notice_texts, rule_texts

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"info": "note", "warning": "warning", "error": "error"}
COMMANDS = {"info": "notice", "warning": "warning", "error": "error"}


class Finding(NamedTuple):
    """``code`` at a place of a file; lines and columns count from 1, the end is behind the last character.

    ``proposal`` replaces what stands there, where ``mends`` says that there is one.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    severity: str
    message: str
    proposal: str = ""
    mends: bool = False


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects, one for each finding."""
    return json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=1)


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    place = {
        "file": finding.path,
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "title": finding.code,
    }
    said = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
    return f"::{COMMANDS[finding.severity]} {said}::{_escaped(finding.message)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + more else char for char in text)


def as_sarif(findings: Iterable[Finding], version: str) -> str:
    """One run in SARIF 2.1.0 (OASIS)."""
    found = list(findings)
    codes = sorted({finding.code for finding in found})
    driver = {"name": "oimpress", "version": version, "rules": [_rule(code) for code in codes]}
    results = [_result(finding, codes.index(finding.code)) for finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: str) -> dict[str, Any]:
    row = rule_texts().get(code) or notice_texts()[code]
    name = {"name": row["name"]} if "name" in row else {}
    return {"id": code, **name, "shortDescription": {"text": row["en"]}}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    artifact = {"uri": finding.path.replace("\\", "/")}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if finding.mends:
        change = {"deletedRegion": region, "insertedContent": {"text": finding.proposal}}
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}]}]
    return result
