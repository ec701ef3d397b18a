"""A page of YAML read strictly: every scalar stays the text that stands there, and a key given twice is refused."""

from pathlib import Path
from typing import Any

import yaml


def read_mapping(path: Path, of: str, reasons: list[str]) -> dict[str, Any]:
    """The one mapping that a file holds; empty, and why added to `reasons`, where it holds none.

    `of` says what it must map: "the id of each standard to its examples".
    """
    where = place(path)
    try:
        page = _Strict(path.read_text(encoding="utf-8")).get_single_data()
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        at = f"line {mark.line + 1}: {getattr(error, 'problem', '')}" if mark else "the text cannot be decoded"
        reasons.append(f"{where}: is no YAML in UTF-8: {at}")
        return {}
    if not isinstance(page, dict):
        reasons.append(f"{where}: must map {of}")
        return {}
    return page


def place(path: Path) -> str:
    """The file as messages name it: its folder and its name."""
    return f"{path.parent.name}/{path.name}"


# The reader in C is several times faster; a PyYAML built without it reads the same.
class _Strict(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Every scalar as text; a key given twice is refused."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        for key, _ in node.value:
            if keys.count(key.value) > 1:
                raise yaml.MarkedYAMLError(problem="a key is given twice", problem_mark=key.start_mark)
        held: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return held
