"""Whether a report speaks of the force."""

import pytest

from gainboard.domain.own_names import speaks_of_force

OWN = frozenset({"northmoor police", "northmoor constabulary", "police forces", "chief constables"})


@pytest.mark.parametrize(
    "name",
    [
        "Northmoor Police",
        "the  Northmoor\nConstabulary.",
        "All police forces in England and Wales",
        "all the police forces (excluding the British Transport Police)",
        "Chief constables nationally",
        "the Chief Constable of Northmoor Police",
        "The chief officer of the Northmoor Constabulary",
    ],
)
def test_a_force_is_known_by_its_names_however_they_are_dressed(name: str) -> None:
    assert speaks_of_force(name, OWN)


@pytest.mark.parametrize(
    "name",
    [
        "Westford Police",
        "the Chief Constable of Westford Police",
        "Northmoor Police and Crime Commissioner",
        "National Police Chiefs’ Council",
        "all",
        "",
    ],
)
def test_what_only_sounds_alike_is_somebody_else(name: str) -> None:
    assert not speaks_of_force(name, OWN)
