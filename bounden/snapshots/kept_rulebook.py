"""The rulebook that judged a snapshot, kept in it, so that records can be judged by it again (what if)."""

import json
from pathlib import Path

from bounden.obligations.parameters import Parameter, Parameters
from bounden.obligations.rules import Rules
from bounden.obligations.terms import Standard
from bounden.standards import RULEBOOK_VERSION
from bounden.standards.codec import Unreadable, decoded, encoded

FILE_NAME = "rulebook.json"


class RulebookUnreadable(Exception):
    """A kept rulebook is missing, damaged, or written in terms that this version does not have."""


def written(rules: Rules) -> str:
    """The standards and the national numbers as the text of a file."""
    data = {
        "rulebook": RULEBOOK_VERSION,
        "standards": [encoded(one) for one in rules.standards],
        "parameters": [encoded(one) for one in rules.parameters.by_name.values()],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def kept(path: Path) -> tuple[str, Rules]:
    """The version and the rules of a kept rulebook, without numbers of forces' own. Raises RulebookUnreadable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        standards, parameters = decoded(data["standards"]), decoded(data["parameters"])
        version = str(data["rulebook"])
    except FileNotFoundError as error:
        raise RulebookUnreadable(f"{path} is not there: name a snapshot that this version built") from error
    except Unreadable as error:
        raise RulebookUnreadable(f"{path} cannot be judged by: {error}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RulebookUnreadable(f"{path} is damaged: it is no kept rulebook") from error
    if not all(isinstance(one, Standard) for one in standards) or not all(isinstance(p, Parameter) for p in parameters):
        raise RulebookUnreadable(f"{path} is damaged: it is no kept rulebook")
    return version, Rules(standards=standards, parameters=Parameters.of(parameters))
