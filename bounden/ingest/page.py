"""A page of YAML read strictly: every scalar as text, every key with its line, every complaint collected.

Text stays text, so that `no`, `1e3` or `2023-03-06` are never turned into something else. Unknown and repeated keys,
anchors, tags and further documents are refused.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from bounden.ingest.encoding import NotUtf8Error, text_of
from bounden.ingest.refusals import Refusal, named, not_a_word_of, shape

_LARGEST = 1_000_000
_DEEPEST = 20
_NULL = "tag:yaml.org,2002:null"
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "timestamp", "str", "map", "seq", "merge", "value")
)


class _Composer(yaml.SafeLoader):
    """Composes nodes, never objects; refuses aliases and tags, and stops before the stack does."""

    _depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(
                problem="anchors and aliases are not used in case files", problem_mark=event.start_mark
            )
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _refusal("nested too deeply for a case file", event)
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def _refusal(problem: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)


class Complaints:
    """The reasons against one file, in the order found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.refusals: list[Refusal] = []

    def add(self, line: int, column: str, reason: str) -> None:
        self.refusals.append(Refusal(self.file, line, column, reason))


class Block:
    """A mapping: its keys, each with the line it stands on."""

    def __init__(self, node: Any, complaints: Complaints, name: str, allowed: Iterable[str]) -> None:
        self._complaints = complaints
        self.line: int = node.start_mark.line + 1
        self._values: dict[str, Any] = {}
        self._lines: dict[str, int] = {}
        known = frozenset(allowed)
        if not isinstance(node, yaml.MappingNode):
            complaints.add(self.line, name, "must be a mapping of keys and values")
            return
        for key_node, value in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if key not in known:
                complaints.add(line, name, f"unknown key {named(key)}; known are {', '.join(sorted(known))}")
            elif key in self._values:
                complaints.add(line, key, "the key is given twice")
            else:
                self._values[key] = value
                self._lines[key] = line

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line_of(self, key: str) -> int:
        """The line of a key, or of the block where the key is missing."""
        return self._lines.get(key, self.line)

    def refuse(self, key: str, reason: str) -> None:
        self._complaints.add(self.line_of(key), key, reason)

    def complain(self, line: int, key: str, reason: str) -> None:
        self._complaints.add(line, key, reason)

    def text(self, key: str, *, required: bool = False) -> str | None:
        """The text of a key; None where it is missing or empty."""
        node = self._values.get(key)
        if node is not None and not isinstance(node, yaml.ScalarNode):
            self.refuse(key, "must be a single value")
            return None
        text = None if node is None or (node.tag == _NULL and node.style is None) else str(node.value).strip()
        if required and not text:
            self.refuse(key, "is missing" if node is None else "is empty")
        return text or None

    def word(self, key: str, words: Iterable[str], *, required: bool = False) -> str | None:
        """A word of a closed list."""
        text = self.text(key, required=required)
        known = frozenset(words)
        if text is not None and text not in known:
            self.refuse(key, not_a_word_of(text, known))
            return None
        return text

    def truth(self, key: str) -> bool | None:
        """Whether it is true; only the words true and false are read."""
        text = self.text(key)
        if text not in (None, "true", "false"):
            self.refuse(key, f"must be true or false, not {shape(text or '')}")
            return None
        return None if text is None else text == "true"

    def blocks(self, key: str, allowed: Iterable[str]) -> list["Block"]:
        """The mappings of a list."""
        known = frozenset(allowed)
        return [Block(node, self._complaints, key, known) for node in self.nodes(key)]

    def block(self, key: str, allowed: Iterable[str]) -> "Block | None":
        """The mapping under a key."""
        node = self._values.get(key)
        return None if node is None else Block(node, self._complaints, key, allowed)

    def is_list(self, key: str) -> bool:
        return isinstance(self._values.get(key), yaml.SequenceNode)

    def texts(self, key: str) -> list[str]:
        """The texts of a list."""
        found = []
        for node in self.nodes(key):
            if isinstance(node, yaml.ScalarNode) and node.value.strip():
                found.append(str(node.value).strip())
            else:
                self._complaints.add(node.start_mark.line + 1, key, "must be a list of texts")
        return found

    def texts_or_blocks(self, key: str, allowed: Iterable[str]) -> list["tuple[int, str] | Block"]:
        """The items of a list in which each is a text (with its line) or a mapping."""
        known = frozenset(allowed)
        return [
            (node.start_mark.line + 1, str(node.value).strip())
            if isinstance(node, yaml.ScalarNode)
            else Block(node, self._complaints, key, known)
            for node in self.nodes(key)
        ]

    def nodes(self, key: str) -> list[Any]:
        node = self._values.get(key)
        if node is None or (isinstance(node, yaml.ScalarNode) and node.tag == _NULL):
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.refuse(key, "must be a list")
            return []
        return list(node.value)


def read_page(path: Path, complaints: Complaints, allowed: Iterable[str]) -> Block | None:
    """The one mapping that a YAML file holds; None, with complaints, where it cannot be read at all."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            complaints.add(0, "", f"{size} bytes; a case file is a page, at most {_LARGEST} bytes")
            return None
        content = path.read_bytes()
    except OSError as error:
        complaints.add(0, "", f"cannot be read: {error.strerror}")
        return None
    return _page_of(content, complaints, allowed)


def _page_of(content: bytes, complaints: Complaints, allowed: Iterable[str]) -> Block | None:
    try:
        loader = _Composer(text_of(content))
        node = loader.get_single_node()
    except NotUtf8Error as error:
        complaints.add(error.line, "", error.reason)
        return None
    except yaml.reader.ReaderError as error:
        line = text_of(content)[: error.position].count("\n") + 1
        complaints.add(line, "", f"control character U+{error.character:04X} is not allowed in YAML")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        complaints.add(mark.line + 1 if mark else 0, "", f"is not readable YAML: {error.problem or error.context}")
        return None
    if node is None:
        complaints.add(0, "", "the file is empty")
        return None
    _refuse_tags(node, complaints)
    return Block(node, complaints, "case file", allowed)


def page_of_mapping(held: Mapping[str, Any], complaints: Complaints, allowed: Iterable[str]) -> Block:
    """A page that is already held as mappings, lists and text. It has no lines: complaints name the first."""
    return Block(_node(held), complaints, "case file", allowed)


def _node(held: Any) -> yaml.Node:
    start = yaml.Mark("", 0, 0, 0, None, 0)
    if isinstance(held, Mapping):
        pairs = [(_node(key), _node(value)) for key, value in held.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, start, start)
    if isinstance(held, list):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(item) for item in held], start, start)
    if not isinstance(held, str):
        raise TypeError(f"a page holds mappings, lists and text, not {type(held).__name__}")
    return yaml.ScalarNode("tag:yaml.org,2002:str", held, start, start)


def _refuse_tags(node: Any, complaints: Complaints) -> None:
    if node.tag not in _PLAIN_TAGS:
        complaints.add(node.start_mark.line + 1, "", "YAML tags are not used in case files")
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _refuse_tags(key, complaints)
            _refuse_tags(value, complaints)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_tags(item, complaints)
