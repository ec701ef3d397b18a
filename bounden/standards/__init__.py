"""The rulebook: every standard and audit question of every area, and the numbers they name.

Each is found wherever it stands in a module of an area's folder, so that adding one touches one folder.
"""

import functools
import importlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from bounden.obligations.parameters import Parameters
from bounden.obligations.refused import RulebookRefused
from bounden.obligations.rules import LocalNumber, Rules
from bounden.obligations.terms import AuditQuestion, Standard
from bounden.standards.checking import wrong_in
from bounden.standards.parameters import read_parameters
from bounden.standards.strict_yaml import place
from bounden.standards.version import version_of

_HERE = Path(__file__).parent


@functools.cache
def parameters() -> Parameters:
    """The numbers that the standards name, as delivered with the rulebook.

    Raises ParametersRefused if a parameters.yaml cannot be used.
    """
    return read_parameters([_HERE / "parameters.yaml", *sorted(_HERE.glob("*/parameters.yaml"))])


def _collect() -> tuple[Standard | AuditQuestion, ...]:
    """Raises RulebookRefused with everything that is wrong with any of them, and where."""
    found: dict[str, Standard | AuditQuestion] = {}
    places: dict[str, tuple[Path, str]] = {}
    reasons: list[str] = []
    for path in sorted(path for path in _HERE.glob("*/*.py") if path.stem != "__init__"):
        module = importlib.import_module(f"{__name__}.{path.parent.name}.{path.stem}")
        for name, one in vars(module).items():
            if isinstance(one, Standard | AuditQuestion):
                wrong = [f"{one.id}: {each}" for each in wrong_in(one, path.parent.name, parameters())]
                if one.id in found:
                    wrong.append(f"{one.id} stands in {_place(*places[one.id])}, too; give one of them another id")
                reasons += [f"{_place(path, name)}: {each}" for each in wrong]
                found[one.id], places[one.id] = one, (path, name)
    if reasons:
        raise RulebookRefused("\n".join(reasons))
    return tuple(sorted(found.values(), key=lambda one: one.id))


def _place(path: Path, name: str) -> str:
    """The file and the line where something of this name begins."""
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if text.startswith(f"{name} = ")), 0)
    return f"{place(path)}, line {line}" if line else place(path)


_WRITTEN = _collect()

#: Everything that the rulebook holds, by id and in the order of the ids.
CATALOGUE: Mapping[str, Standard | AuditQuestion] = MappingProxyType({one.id: one for one in _WRITTEN})
#: What is judged from records.
RULEBOOK: tuple[Standard, ...] = tuple(one for one in _WRITTEN if isinstance(one, Standard))
#: What only a person can answer.
QUESTIONS: tuple[AuditQuestion, ...] = tuple(one for one in _WRITTEN if isinstance(one, AuditQuestion))


def standard(id: str) -> Standard:
    """The standard of this id; KeyError if the rulebook has none that is judged from records."""
    found = CATALOGUE[id]
    if not isinstance(found, Standard):
        raise KeyError(id)
    return found


def rules(local: tuple[LocalNumber, ...] = ()) -> Rules:
    """What records are judged by today: the standards and numbers of the rulebook, and those of forces' own."""
    return Rules(standards=RULEBOOK, parameters=parameters(), local=local)


RULEBOOK_VERSION = version_of(_WRITTEN, parameters())
