"""How many cores a process may use."""

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["available_cores"]

#: where control groups (Linux, v2) are mounted, and which one the process is in
_GROUPS = Path("/sys/fs/cgroup")
_OWN = Path("/proc/self/cgroup")


def available_cores(groups: Path = _GROUPS, own: Path = _OWN) -> int:
    """The cores of the process's affinity, or the least quota of its control group and of those
    around it.

    A container that may use two of 64 cores otherwise starts 64 threads, which wait for each other.
    """
    affine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min([affine or 1, *_quotas(groups, own)])


def _quotas(groups: Path, own: Path) -> Iterator[int]:
    for folder in _folders(groups, own):
        try:
            # "quota period" in microseconds, or "max period"
            quota, period = (folder / "cpu.max").read_text(encoding="ascii").split()
            yield max(1, round(int(quota) / int(period)))
        except (OSError, ValueError, ZeroDivisionError):
            continue


def _folders(groups: Path, own: Path) -> Iterator[Path]:
    """The group's folder and those above it."""
    try:
        lines = own.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    # "0::/outer/inner"; lines with another number are of version 1
    path = next((line[3:] for line in lines if line.startswith("0::")), "/")
    folder = groups / path.lstrip("/")
    yield folder
    for above in folder.parents:
        if above != groups and groups not in above.parents:
            return
        yield above
