"""The limits of a job, laid out as Windows reads them."""

import ctypes
import sys

import pytest

from gainboard.intake.apart.windows_job import ExtendedLimits, limits_of


@pytest.mark.skipif(sys.maxsize < 2**32, reason="laid out for 64 bits")
def test_the_limits_lie_where_windows_looks_for_them() -> None:
    places = {name: getattr(ExtendedLimits, name).offset for name, _ in ExtendedLimits._fields_}
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert places["Counters"] == 64
    assert places["ProcessMemoryLimit"] == 112


def test_a_job_is_one_process_with_so_much_memory_and_ends_with_it() -> None:
    limits = limits_of(1 << 30)
    assert limits.ProcessMemoryLimit == 1 << 30
    assert limits.Basic.ActiveProcessLimit == 1
    assert limits.Basic.LimitFlags == 0x0008 | 0x0100 | 0x0400 | 0x2000
