"""A server that does not prove that it is the right one is not spoken to."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.postgres.failing import said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate")
def test_a_server_that_anybody_could_be_has_its_sentence(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-subj", "/CN=localhost", "-keyout", key, "-out", certificate], check=True, capture_output=True,
    )  # fmt: skip
    secured = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secured.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        threading.Thread(target=offer_encryption, args=(listening, secured), daemon=True).start()
        address = f"postgresql://u:x@127.0.0.1:{port}/d?sslmode=verify-full&sslrootcert="
        for root, reason in [
            (tmp_path / "nowhere", "root certificate file"),
            (certificate, "server certificate for"),
        ]:
            fault, gone = said(f"{address}{root}")
            assert f"does not prove that it is the right server ({reason}" in fault
            assert not gone


def offer_encryption(listening: socket.socket, secured: ssl.SSLContext) -> None:
    """What a server does first where it has a certificate: https://www.postgresql.org/docs/current/protocol-flow.html"""
    with suppress(OSError):
        while True:
            ours, _ = listening.accept()
            with ours, suppress(OSError):
                ours.recv(8)
                ours.sendall(b"S")
                secured.wrap_socket(ours, server_side=True).close()
