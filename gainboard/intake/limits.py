"""The most that one child process may take, set by itself before it reads anything."""

import sys

SECONDS = 60
MEMORY = 1024 * 1024 * 1024

if sys.platform == "win32":
    from gainboard.intake.windows_job import bind_to_job

    def bind() -> None:
        """Bound this process in memory, and let it start no other."""
        bind_to_job(MEMORY)

else:
    import contextlib
    import resource

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
