"""The rulebook: every standard of every area, and the numbers they name.

A standard is found wherever it stands in a module of an area's folder, so that adding one touches one folder.
"""

import functools
import importlib
import pkgutil
from pathlib import Path

from bounden.obligations.parameters import Parameters
from bounden.obligations.terms import Standard
from bounden.standards.parameters import read_parameters
from bounden.standards.version import version_of

_HERE = Path(__file__).parent


def _collect() -> tuple[Standard, ...]:
    found: list[Standard] = []
    for area in pkgutil.iter_modules(__path__, prefix=f"{__name__}."):
        if area.ispkg:
            for name in pkgutil.iter_modules([str(_HERE / area.name.rpartition(".")[2])], prefix=f"{area.name}."):
                module = importlib.import_module(name.name)
                found += [value for value in vars(module).values() if isinstance(value, Standard)]
    ids = [one.id for one in found]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        raise ValueError(f"standards written twice: {', '.join(twice)}")
    return tuple(sorted(found, key=lambda one: one.id))


RULEBOOK: tuple[Standard, ...] = _collect()
_BY_ID = {one.id: one for one in RULEBOOK}


def standard(id: str) -> Standard:
    """The standard of this id; KeyError if the rulebook has none."""
    return _BY_ID[id]


@functools.cache
def parameters() -> Parameters:
    """The numbers that the standards name, as delivered with the rulebook.

    Raises ParametersRefused if a parameters.yaml cannot be used.
    """
    return read_parameters([_HERE / "parameters.yaml", *sorted(_HERE.glob("*/parameters.yaml"))])


RULEBOOK_VERSION = version_of(RULEBOOK, parameters())
