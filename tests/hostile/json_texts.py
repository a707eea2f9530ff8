"""JSON that is no document for us: how it is written, and how the first fault that is told begins."""

from __future__ import annotations

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "nothing": (b"", "1:1: this is empty"),
    "a line feed": ("\n", "1:1: this is empty"),
    "a comment": ("// facts\n{}", "1:1: a value is missing here"),
    "YAML": ("id: x\n", "1:1: `id` is no JSON value"),
    "a NUL": ('{"id": "\0"}', "1:9: the character U+0000 is invisible or controls a terminal"),
    "a raw escape sequence": (
        '{"id": "\x1b[2J"}',
        "1:9: the character U+001B is invisible or controls a terminal",
    ),
    "an escaped escape": (
        '{"id": "\\u001b[2J"}',
        "1:8: the character U+001B is invisible or controls a terminal",
    ),
    "an escaped override": (
        '{"id": "\\u202e"}',
        "1:8: the character U+202E is invisible or controls a terminal",
    ),
    "an escaped zero-width space as a key": (
        '{"\\u200b": 1}',
        "1:2: the character U+200B is invisible or controls a terminal",
    ),
    "half a character": ('{"id": "\\ud83d"}', "1:8: \\ud83d is half a character"),
    "the second half of a character": ('{"id": "\\ude00"}', "1:8: \\ude00 is half a character"),
    "halves in the wrong order": ('{"id": "\\ude00\\ud83d"}', "1:8: \\ude00 is half a character"),
    "a byte that is not UTF-8": (b'{"id":\n "\xff"}', "2:3: the byte 0xff is not UTF-8"),
    "UTF-16": ('{"id": "x"}'.encode("utf-16"), "1:1: this is UTF-16 or UTF-32"),
    "a key twice": ('{"id": "x",\n "id": "y"}', "2:2: the key `id` stands here twice, first in line 1"),
    "a key twice, written in escapes": (
        '{"id": "x",\n "\\u0069d": "y"}',
        "2:2: the key `id` stands here twice, first in line 1",
    ),
    "a key twice, far down": (
        '{"people": [{"id": "A", "age": 1, "id": "B"}]}',
        "1:35: the key `id` stands here twice, first in line 1",
    ),
    "NaN": ('{"id": NaN}', "1:8: NaN is no number"),
    "infinity": ('{"id": Infinity}', "1:8: Infinity is no number"),
    "minus infinity": ('{"id": -Infinity}', "1:8: -Infinity is no number"),
    "infinity by size": ('{"id": 1e999}', "1:8: the number 1e999 is too large"),
    "a number of 5,000 digits": (
        '{"id": ' + "9" * 5_000 + "}",
        "1:8: the number 999999999999999999999999999999999999999… is too large",
    ),
    "a number beyond 2^53": ('{"id": -9007199254740993}', "1:8: the number -9007199254740993 is too large"),
    "a plus sign": ('{"id": +1}', "1:8: `+1` is no JSON value"),
    "a leading nought": ('{"id": 01}', "1:8: `01` is no JSON value"),
    "a number in base sixteen": ('{"id": 0x1F}', "1:8: `0x1F` is no JSON value"),
    "a half without its nought": ('{"id": .5}', "1:8: `.5` is no JSON value"),
    "single quotes": ("{'id': 'x'}", "1:2: a key is missing here"),
    "a key without quotes": ("{id: 1}", "1:2: a key is missing here"),
    "no colon": ('{"id" "x"}', "1:7: a colon is missing here"),
    "no comma": ('{"id": "x" "a": 1}', "1:12: a comma or a closing bracket is missing here"),
    "a comma at the end": ('{"id": "x",}', "1:12: a key is missing here"),
    "a comma at the end of a list": ('{"people": [1,]}', "1:15: a value is missing here"),
    "two commas": ("[1,,2]", "1:4: a value is missing here"),
    "a text never closed": ('{"id": "x}', "1:8: text in quotes is never closed"),
    "a brace never closed": ('{"id": "x"', "1:11: a comma or a closing bracket is missing here"),
    "a bracket of another sort": ('{"people": [1}', "1:14: a comma or a closing bracket is missing here"),
    "a closing brace alone": ("}", "1:1: a value is missing here"),
    "a line feed in a text": ('{"id": "a\nb"}', "1:10: a text goes over the end of its line or holds a tab"),
    "a tab in a text": ('{"id": "a\tb"}', "1:10: a text goes over the end of its line or holds a tab"),
    "an unknown escape": ('{"id": "\\x41"}', "1:9: this escape is unknown"),
    "an escape without digits": ('{"id": "\\u12"}', "1:10: this escape lacks digits"),
    "an escape at the end": ('{"id": "\\', "1:8: text in quotes is never closed"),
    "text after the end": ('{"id": "x"} x', "1:13: the document has already ended"),
    "two documents in two lines": ('{"id": "x"}\n{"id": "y"}', "2:1: the document has already ended"),
    "two documents in one line": ('{"id": "x"} {"id": "y"}', "1:13: the document has already ended"),
    "True": ('{"id": True}', "1:8: `True` is no JSON value"),
    "undefined": ('{"id": undefined}', "1:8: `undefined` is no JSON value"),
    "33 levels": ("[" * 33 + "]" * 33, "1:33: this is more than 32 levels deep"),
    "100,000 levels": ("[" * 100_000, "1:33: this is more than 32 levels deep"),
    "100,000 levels of mappings": ('{"a":' * 100_000, "1:161: this is more than 32 levels deep"),
    "100,000 levels, all closed": ("[" * 100_000 + "]" * 100_000, "1:33: this is more than 32 levels deep"),
}

WORST: dict[str, tuple[str | bytes, str]] = {
    "a megabyte and a byte": (b"[" + b" " * 2**20, "1:1: this holds more than 1 MiB"),
    "a megabyte of noughts": (
        b"[" + b"0," * (2**19 - 2) + b"0]",
        "1:40000: this document holds more than 20000 values",
    ),
    "a megabyte of noughts and NaN": (
        b"[" + b"0," * (2**19 - 4) + b"NaN]",
        "1:40000: this document holds more than 20000 values",
    ),
    "a megabyte of small mappings": (
        b"[" + b'{"a":1},' * (2**17 - 1) + b"0]",
        "1:79999: this document holds more than 20000 values",
    ),
    "a megabyte of empty lists": (
        b"[" + b"[]," * 349_000 + b"0]",
        "1:59999: this document holds more than 20000 values",
    ),
    "a megabyte of one key": (
        b"{" + b'"a":1,' * 170_000 + b'"a":1}',
        "1:8: the key `a` stands here twice, first in line 1",
    ),
    "19,000 keys and the first again": (
        "{" + "".join(f'"k{number}":1,' for number in range(19_000)) + '"k0":2}',
        "1:197892: the key `k0` stands here twice, first in line 1",
    ),
    "a megabyte of escaped overrides": (
        b"[" + b'"\\u202e",' * 110_000 + b"0]",
        "1:2: the character U+202E is invisible or controls a terminal",
    ),
    "a megabyte of halves": (b"[" + b'"\\ud800",' * 110_000 + b"0]", "1:2: \\ud800 is half a character"),
    "a megabyte of NaN": (b"[" + b"NaN," * 2**17 + b"0]", "1:2: NaN is no number"),
    "a megabyte of numbers too large": (
        b"[" + b"1e999," * 2**17 + b"0]",
        "1:2: the number 1e999 is too large",
    ),
    "a megabyte of long numbers": (
        b"[" + (b"9" * 4_300 + b",") * 240 + b"0]",
        "1:2: the number 999999999999999999999999999999999999999… is too large",
    ),
    "a number of a megabyte": (
        b"1" * 2**20,
        "1:1: the number 111111111111111111111111111111111111111… is too large",
    ),
    "a fraction of a megabyte": (b"[0." + b"1" * 2**20, "1:1: this holds more than 1 MiB"),
    "a power of a megabyte": (
        b"1e" + b"9" * (2**20 - 2),
        "1:1: the number 1e9999999999999999999999999999999999999… is too large",
    ),
    "a megabyte of brackets": (b"[" * 2**20, "1:33: this is more than 32 levels deep"),
    "a megabyte of closing brackets": (b"]" * 2**20, "1:1: a value is missing here"),
    "a megabyte of commas": (b"[" + b"," * (2**20 - 2) + b"]", "1:2: a value is missing here"),
    "a megabyte of quotes": (b'"' * 2**20, "1:3: the document has already ended"),
    "a megabyte of backslashes": (b'"' + b"\\" * (2**20 - 1), "1:1: text in quotes is never closed"),
    "a megabyte of line feeds": (b"\n" * (2**20 - 1) + b"x", "1048576:1: `x` is no JSON value"),
    "lists of 31 levels": (
        b"[" + (b"[" * 31 + b"]" * 31 + b",") * 16_000 + b"0]",
        "1:40641: this document holds more than 20000 values",
    ),
}
