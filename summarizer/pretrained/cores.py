"""How many cores a process may use."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

__all__ = ["available_cores"]


def available_cores(root: Path = Path("/")) -> int:
    """The cores of the process's affinity, or of its control groups' quota where that is less.

    A container that may use two of 64 cores otherwise starts 64 threads, which wait for each other.
    `root` is where `proc` and `sys` stand.
    """
    affine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    allowed = [max(1, round(quota)) for quota in _quotas(root)]
    return min([affine or 1, *allowed])


def _quotas(root: Path) -> Iterator[float]:
    """In cores: those of the process's group and of every group above it, each of which binds."""
    for group in _groups(root):
        for folder in (group, *group.parents):
            if folder == root:
                break
            with suppress(OSError, ValueError, ZeroDivisionError):
                # "quota period" in microseconds, or "max period" (Linux, cgroup v2)
                quota, period = (folder / "cpu.max").read_text(encoding="ascii").split()
                yield int(quota) / int(period)
            with suppress(OSError, ValueError, ZeroDivisionError):
                # a file for each, and -1 for no quota (version 1)
                quota = (folder / "cpu.cfs_quota_us").read_text(encoding="ascii")
                period = (folder / "cpu.cfs_period_us").read_text(encoding="ascii")
                if int(quota) > 0:
                    yield int(quota) / int(period)


def _groups(root: Path) -> Iterator[Path]:
    """The process's control groups that may bind its cores, as folders; some may not be there: in a
    container the path may be the host's.
    """
    mounted = root / "sys/fs/cgroup"
    try:
        lines = (root / "proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = ["0::/"]
    for line in lines:
        # "0::/path" of version 2, "4:cpu,cpuacct:/path" of version 1
        _, _, rest = line.partition(":")
        controllers, _, path = rest.partition(":")
        inside = path.strip("/")
        if not controllers:
            yield mounted / inside
        elif "cpu" in controllers.split(","):
            yield mounted / controllers / inside
            yield mounted / "cpu" / inside
