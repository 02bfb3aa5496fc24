"""How many cores a process may use."""

import os
from pathlib import Path

__all__ = ["available_cores"]

#: "quota period" in microseconds, or "max period" (Linux, cgroup v2)
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def available_cores(quota_file: Path = _QUOTA) -> int:
    """The cores of the process's affinity, or of its control group's quota where that is less.

    A container that may use two of 64 cores otherwise starts 64 threads, which wait for each other.
    """
    affine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    try:
        quota, period = quota_file.read_text(encoding="ascii").split()
        allowed = max(1, round(int(quota) / int(period)))
    except (OSError, ValueError):
        return affine or 1
    return min(affine or 1, allowed)
