"""The page of docs/reference that describes every command, made from the commands."""

import re
from collections.abc import Mapping
from typing import Any

import typer

from bounden.cli.application import application

_ENDINGS = """
Exit status: 0 on success, 1 when the data was refused (with every reason), 2 on wrong usage. What was asked for goes to
standard output, everything else to standard error.
"""


def commands() -> Mapping[str, Any]:
    """The commands by name."""
    group: Any = typer.main.get_command(application)
    found: Mapping[str, Any] = group.commands
    return found


def manual() -> str:
    """Every command with its arguments and options, as Markdown."""
    lines = ["# Commands", "", "Made from the commands themselves; each has `--help`.", *_ENDINGS.splitlines(), ""]
    for name, command in commands().items():
        lines += [f"## bounden {name}", "", *_prose(command.help), ""]
        lines += ["| | |", "|---|---|"]
        lines += [_row(parameter) for parameter in command.params if parameter.name != "help"]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _prose(text: str) -> list[str]:
    paragraphs = [re.sub(r"\s+", " ", paragraph) for paragraph in text.strip().split("\n\n")]
    return "\n\n".join(paragraphs).splitlines()


def _row(parameter: Any) -> str:
    word = (parameter.metavar or "").replace("|", "\\|")
    name = f"{parameter.opts[0]} {word}".strip() if is_option(parameter) else word
    return f"| `{name}` | {parameter.help}{_default(parameter)} |"


def is_option(parameter: Any) -> bool:
    """Whether a parameter is given by its name, not by its place."""
    return str(parameter.opts[0]).startswith("-")


def _default(parameter: Any) -> str:
    if parameter.required:
        return " Required."
    if not parameter.show_default or parameter.default is None:
        return ""
    return f" Otherwise `{getattr(parameter.default, 'value', parameter.default)}`."
