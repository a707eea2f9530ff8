"""An editor without a screen: talks to yaml-language-server as every editor does, over its standard streams."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from typing import TYPE_CHECKING, Any

from .installing import NODE, modules

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

SECONDS = 60.0
SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
    }
}


class Editor:
    """One run of the server, with a folder open in it."""

    def __init__(self, folder: Path) -> None:
        server = modules() / "yaml-language-server/out/server/src/server.js"
        self._process = subprocess.Popen(
            [NODE, server, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self._asked = 0
        self._opened = 0
        self._uri = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._request("initialize", processId=None, rootUri=folder.as_uri(), capabilities={})
        self._notify("initialized")
        self._notify("workspace/didChangeConfiguration", settings=SETTINGS)

    def __enter__(self) -> Editor:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def shows(self, file: Path, text: str) -> list[dict[str, Any]]:
        """The diagnostics of a new file beside this one with this text, which is not saved."""
        self._opened += 1
        self._uri = file.with_stem(f"{file.stem}-{self._opened}").as_uri()
        document = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", textDocument=document)
        while True:
            said = self._wait("textDocument/publishDiagnostics")["params"]
            if said["uri"] == self._uri:
                found: list[dict[str, Any]] = said["diagnostics"]
                return found

    def completes(self, line: int, column: int) -> list[str]:
        """What it offers at a place in the file shown last; lines and columns count from 0."""
        given = self._request("textDocument/completion", **self._at(line, column))
        items = given["items"] if isinstance(given, dict) else given or []
        return [each["label"] for each in items]

    def explains(self, line: int, column: int) -> str:
        """What it says of a place in the file shown last."""
        given = self._request("textDocument/hover", **self._at(line, column))
        return json.dumps(given, ensure_ascii=False) if given else ""

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}

    def _request(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        return self._wait(self._asked).get("result")

    def _notify(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _wait(self, wanted: str | int) -> dict[str, Any]:
        """The next message of a method, or the answer of a number; what the server asks meanwhile is answered."""
        while True:
            try:
                message = self._said.get(timeout=SECONDS)
            except queue.Empty:
                raise AssertionError(f"the language server said nothing for {SECONDS} seconds") from None
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": None})
            elif wanted in (message.get("method"), message.get("id")):
                return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while head := stream.readline():
            length = int(head.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._said.put(json.loads(stream.read(length)))
