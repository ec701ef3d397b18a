"""The rulebook: every standard and audit question of every area, and the numbers they name.

Each is found wherever it stands in a module of an area's folder, so that adding one touches one folder.
"""

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import AuditQuestion, Standard
from bounden.standards.parameters import read_parameters
from bounden.standards.version import version_of

_HERE = Path(__file__).parent


def _collect() -> tuple[Standard | AuditQuestion, ...]:
    found: list[Standard | AuditQuestion] = []
    for area in pkgutil.iter_modules(__path__, prefix=f"{__name__}."):
        if area.ispkg:
            for name in pkgutil.iter_modules([str(_HERE / area.name.rpartition(".")[2])], prefix=f"{area.name}."):
                module = importlib.import_module(name.name)
                found += [value for value in vars(module).values() if isinstance(value, Standard | AuditQuestion)]
    ids = [one.id for one in found]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        raise ValueError(f"standards written twice: {', '.join(twice)}")
    return tuple(sorted(found, key=lambda one: one.id))


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


@functools.cache
def parameters() -> Parameters:
    """The numbers that the standards name, as delivered with the rulebook.

    Raises ParametersRefused if a parameters.yaml cannot be used.
    """
    return read_parameters([_HERE / "parameters.yaml", *sorted(_HERE.glob("*/parameters.yaml"))])


RULEBOOK_VERSION = version_of(_WRITTEN, parameters())
