"""Whom a standard binds."""

from dataclasses import replace

import pytest

from bounden.obligations.extent import binds, forces_in_wales
from bounden.obligations.terms import Extent
from bounden.standards import standard


def test_the_four_forces_of_wales_are_packaged() -> None:
    assert forces_in_wales() == {"dyfed-powys police", "gwent police", "north wales police", "south wales police"}


@pytest.mark.parametrize("force", ["Gwent Police", "gwent police", "SOUTH WALES POLICE", "Dyfed-Powys Police"])
def test_the_guidance_of_england_binds_no_force_in_wales(force: str) -> None:
    assert not binds(standard("AH-04"), force)
    assert binds(replace(standard("AH-04"), extent=Extent.ENGLAND_AND_WALES), force)


@pytest.mark.parametrize("force", ["Wexshire Police", "Gwent", "West Mercia Police", ""])
def test_any_other_name_is_a_force_of_england(force: str) -> None:
    assert binds(standard("AH-04"), force)
