"""Whether a path lies on a file system that other machines reach as well, where a store in a file is not safe.

SQLite's write-ahead log needs memory that all its users share, so all of them on one machine
(https://sqlite.org/wal.html#overview), and locks that network file systems often do not keep
(https://sqlite.org/howtocorrupt.html#_filesystems_with_broken_or_missing_lock_implementations).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.store.faults import store_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.store.faults import StoreFault

MOUNTS = Path("/proc/self/mountinfo")
NETWORK = frozenset({
    "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "fhgfs", "gfs2", "glusterfs",
    "gpfs", "lustre", "ncp", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "panfs", "pvfs2", "smb2", "smb3", "smbfs",
    "vboxsf", "vmhgfs", "webdav",
})  # fmt: skip
"""File systems of a network, of a cluster, or of the machine on which this one runs as a guest."""
NETWORK_FUSE = frozenset({
    "ceph", "ceph-fuse", "curlftpfs", "davfs", "davfs2", "gcsfuse", "glusterfs", "gvfsd-fuse", "juicefs", "mfs",
    "onedriver", "rclone", "s3fs", "seaweedfs", "smbnetfs", "sshfs", "vmhgfs-fuse",
})  # fmt: skip
"""The same among those that a program of the person's serves; mounted, their kind begins with `fuse.`."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE = 4
_REFUSED = (
    "{path} lies on a network disk ({kind}), where answers could be lost: the store needs memory that all programs "
    "using it share, which only programs on one machine have. Name a file in a folder of this machine with "
    "SIMULATOR_STORE, or, for one store for several machines, the address of a PostgreSQL database."
)


def check_local(path: Path) -> None:
    """Raise StoreFault where `path`, which need not be there yet, is known to lie on a network disk."""
    kind = network_kind(path)
    if kind is not None:
        raise refusal(path, kind)


def refusal(path: Path, kind: str) -> StoreFault:
    """Why a store cannot lie at `path`, on a network disk of that kind, and what to do."""
    return store_fault(path, _REFUSED, kind=kind)


def network_kind(path: Path) -> str | None:
    """The kind of network disk on which `path` lies; None where it lies on none, or where that cannot be known."""
    whole = _resolved(path)
    if sys.platform == "win32":
        return _windows_kind(whole)
    kind = kind_at(whole, read_mounts())
    return kind if kind is not None and is_network(kind) else None


def read_mounts() -> str:
    """What the system says of its mounts, as `proc_pid_mountinfo(5)` describes it; empty where it says nothing."""
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def kind_at(path: Path, mountinfo: str) -> str | None:
    """The kind of file system on which the resolved `path` lies: that of the longest mount point, the last of such.

    Lines that are none of `mountinfo` are passed over; None where nothing is said of the path.
    """
    best, found = -1, None
    for point, kind in _mounts(mountinfo):
        if len(point.parts) >= best and path.is_relative_to(point):  # a later mount lies over an earlier one
            best, found = len(point.parts), kind
    return found


def is_network(kind: str) -> bool:
    """Whether a file system of that kind lies on a network."""
    name = kind.lower()
    return name in NETWORK or (name.startswith("fuse.") and name.removeprefix("fuse.") in NETWORK_FUSE)


def _mounts(mountinfo: str) -> Iterator[tuple[Path, str]]:
    for line in mountinfo.split("\n"):
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if dash and len(fields) >= 5 and kinds[0]:
            yield Path(_ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])), kinds[0]


def _resolved(path: Path) -> Path:
    """Where `path` leads to through every link; as it is where the links lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _windows_kind(path: Path) -> str | None:
    """What Windows says of the drive, or that the path names another machine."""
    if path.drive.startswith("\\\\"):
        return "share"
    if sys.platform != "win32":
        return None
    import ctypes

    remote = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE
    return "network drive" if remote else None
