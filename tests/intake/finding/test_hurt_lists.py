"""Lists that a copy or an editor hurt: a label over a bullet alone, a limb in capitals."""

import pytest

from gainboard.intake.extract import extract

ALONE = """Recommendations
Recommendation

1

The Board should, within 28 days, tell each port what it has found.
Recommendation

2


•

publish its findings;

•

write to ports.

Recommendation

3

The Board should consider the report in public.
"""
CAPITALS = """Recommendations

1. The force should:

a. publish its rules; and

b. THE LAW OF HARBOURS

2. The force should tell each port what it found.

3. The force should pay for it.
"""


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("text", "numbers"),
    [(ALONE, ["1", "2", "3"]), (CAPITALS, ["1", "2", "3"])],
    ids=["alone", "capitals"],
)
def test_a_hurt_list_is_read_to_its_end(text: str, numbers: list[str]) -> None:
    assert [item.number for item in extract(text).items] == numbers
