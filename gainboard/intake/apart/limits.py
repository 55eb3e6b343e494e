"""The most that one child process may take, set by itself before it reads anything."""

import sys

SECONDS = 60
MEMORY = 1024 * 1024 * 1024

if sys.platform == "win32":
    from gainboard.intake.apart.windows_job import bind_to_job

    def bind() -> None:
        """Bound this process in memory, and let it start no other."""
        bind_to_job(MEMORY)

    def end_with_asker(pipe: int) -> None:
        """Let the clock end this process where whoever asked has gone; Windows knows no signal."""

    def end_with_parent() -> None:
        """Do nothing: Windows makes no image of a process that could outlive it."""

else:
    import contextlib
    import ctypes
    import fcntl
    import os
    import resource
    import signal

    _ENDED_WITH_PARENT = 1  # what Linux calls PR_SET_PDEATHSIG

    def bind() -> None:
        """Bound this process in memory and in time at work, and let it leave no image of itself."""
        for kind, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, SECONDS + 1),  # the last resort, where its parent has gone
            (resource.RLIMIT_AS, MEMORY),
        ):
            hard = resource.getrlimit(kind)[1]
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            # Some systems know a limit by name only; the parent's clock is there in any case.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (least, hard))

    def end_with_asker(pipe: int) -> None:
        """Let the system end this process as soon as nobody holds the other end of the pipe."""
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
            # The signal that comes when the pipe is closed ends a process that does not expect it.
            fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)

    def end_with_parent() -> None:
        """Let Linux end this process, an image of its parent, as soon as that ends."""
        ctypes.CDLL(None).prctl(_ENDED_WITH_PARENT, signal.SIGKILL)
