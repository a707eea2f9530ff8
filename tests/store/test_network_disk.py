"""Whether a path lies on a network disk, as the system's own words tell."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.store import network_disk
from simulator.store.faults import StoreFault
from simulator.store.network_disk import check_local, is_network, kind_at, network_kind

if TYPE_CHECKING:
    from collections.abc import Callable

MOUNTS = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
30 27 0:40 / /home rw,relatime shared:1 master:2 - nfs4 server:/home rw,vers=4.2,addr=192.0.2.1
31 30 0:41 / /home/ann/local rw - ext4 /dev/vdb rw
32 27 0:42 / /mnt/my\040share rw - cifs //server/share rw
33 27 0:43 / /srv/tab\011line\012back\134slash rw - fuse.sshfs me@server:/ rw
34 27 0:44 / /over rw - nfs server:/over rw
35 27 0:45 / /over rw - xfs /dev/vdc rw
36 27 0:46 / /auto rw - autofs systemd-1 rw
37 36 0:47 / /auto rw - smb3 //server/auto rw
38 27 0:48 / /mnt/c rw - 9p C:\134 rw,aname=drvfs
"""


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the system say something else of its mounts."""

    def say(mounts: str) -> None:
        monkeypatch.setattr(network_disk, "read_mounts", lambda: mounts)

    return say


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/sessions.sqlite", "ext4"),
        ("/home/ann/sessions.sqlite", "nfs4"),
        ("/home/ann/local/sessions.sqlite", "ext4"),
        ("/home/ann/localized/sessions.sqlite", "nfs4"),
        ("/homes/sessions.sqlite", "ext4"),
        ("/mnt/my share/sessions.sqlite", "cifs"),
        ("/srv/tab\tline\nback\\slash/sessions.sqlite", "fuse.sshfs"),
        ("/over/sessions.sqlite", "xfs"),
        ("/auto/sessions.sqlite", "smb3"),
        ("/mnt/c/sessions.sqlite", "9p"),
    ],
)
def test_the_longest_mount_point_tells_and_of_equals_the_last(path: str, kind: str) -> None:
    assert kind_at(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    "kind",
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "fuse.sshfs",
        "fuse.rclone",
        "ceph",
        "lustre",
        "CIFS",
    ],
)
def test_file_systems_of_a_network_are_known(kind: str) -> None:
    assert is_network(kind)


@pytest.mark.parametrize(
    "kind",
    ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "zfs", "fuseblk", "fuse.ntfs-3g", "sshfs", "ntfs", ""],
)
def test_file_systems_of_one_machine_are_none_of_a_network(kind: str) -> None:
    assert not is_network(kind)


@given(st.text(), st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_whatever_the_system_says_nothing_is_raised(mounts: str, path: str) -> None:
    kind_at(Path("/") / path, mounts)
    kind_at(Path("/") / path, f"1 2 3 / {mounts} - nfs\n\\\\ - - -\n 1 2 - ")


def test_a_store_on_a_network_disk_is_refused_with_why_and_what_to_do(says: Callable[[str], None]) -> None:
    says(MOUNTS)
    with pytest.raises(StoreFault, match=r"/home/ann/s\.sqlite lies on a network disk \(nfs4\)") as refused:
        check_local(Path("/home/ann/s.sqlite"))
    for word in ("one machine", "answers could be lost", "SIMULATOR_STORE", "PostgreSQL"):
        assert word in str(refused.value)


def test_a_link_to_a_network_disk_is_followed(says: Callable[[str], None], tmp_path: Path) -> None:
    says(f"1 0 0:1 / / rw - ext4 x rw\n2 1 0:2 / {tmp_path.resolve()}/far rw - nfs x rw\n")
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    assert network_kind(tmp_path / "near" / "not" / "yet" / "there.sqlite") == "nfs"
    assert network_kind(tmp_path / "there.sqlite") is None


def test_links_in_a_circle_are_left_to_the_store(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    check_local(tmp_path / "a")


def test_where_the_system_says_nothing_nothing_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(network_disk, "MOUNTS", tmp_path / "none")
    check_local(Path("/home/ann/s.sqlite"))


def test_a_share_of_another_machine_is_known_by_its_name() -> None:
    path = cast("Path", PureWindowsPath(r"\\server\share\s.sqlite"))
    assert network_disk._windows_kind(path) == "share"
    assert network_disk._windows_kind(cast("Path", PureWindowsPath(r"C:\s.sqlite"))) is None
