"""A job object of Windows: the one way there to bound a process in memory."""

import ctypes
import sys
from ctypes import c_int64, c_size_t, c_uint32, c_uint64, c_void_p

_LIMIT_ACTIVE_PROCESS = 0x0008
_LIMIT_PROCESS_MEMORY = 0x0100
_LIMIT_DIE_ON_UNHANDLED = 0x0400
_LIMIT_KILL_ON_CLOSE = 0x2000
_EXTENDED_LIMITS = 9


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", c_int64),
        ("PerJobUserTimeLimit", c_int64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
    )


class _Counters(ctypes.Structure):
    _fields_ = tuple((f"Count{place}", c_uint64) for place in range(6))


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, as Windows lays it out."""

    _fields_ = (
        ("Basic", _BasicLimits),
        ("Counters", _Counters),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    )


def limits_of(memory: int) -> ExtendedLimits:
    """Return the limits of a job of one process with so many bytes of memory."""
    limits = ExtendedLimits()
    limits.Basic.LimitFlags = (
        _LIMIT_ACTIVE_PROCESS
        | _LIMIT_PROCESS_MEMORY
        | _LIMIT_DIE_ON_UNHANDLED
        | _LIMIT_KILL_ON_CLOSE
    )
    limits.Basic.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    return limits


if sys.platform == "win32":

    def bind_to_job(memory: int) -> None:
        """Put this process alone into a job; the job lasts as long as the process.

        Where Windows refuses (an old one, inside another job), the parent's clock still holds.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = c_void_p
        kernel.CreateJobObjectW.argtypes = (c_void_p, c_void_p)
        kernel.SetInformationJobObject.argtypes = (c_void_p, c_uint32, c_void_p, c_uint32)
        kernel.GetCurrentProcess.restype = c_void_p
        kernel.AssignProcessToJobObject.argtypes = (c_void_p, c_void_p)
        job = kernel.CreateJobObjectW(None, None)
        limits = limits_of(memory)
        kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
