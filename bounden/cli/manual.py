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
        lines += ["| | | |", "|---|---|---|"]
        lines += [_row(parameter) for parameter in command.params if parameter.name != "help"]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _prose(text: str) -> list[str]:
    return [re.sub(r"\s+", " ", paragraph) for paragraph in text.strip().split("\n\n")]


def _row(parameter: Any) -> str:
    argument = parameter.param_type_name == "argument"
    words = getattr(parameter.type, "choices", None)
    what = parameter.metavar or (" \\| ".join(words) if words else parameter.type.name.upper())
    name = f"`{what}`" if argument else f"`{', '.join(parameter.opts)}`"
    value = "" if argument or parameter.is_flag else f"`{what}`"
    return f"| {name} | {value} | {re.sub(r'[ ]+', ' ', parameter.help)}{_default(parameter)} |"


def _default(parameter: Any) -> str:
    if parameter.required:
        return " Required."
    if parameter.default is None or parameter.is_flag:
        return ""
    return f" Otherwise `{getattr(parameter.default, 'value', parameter.default)}`."
