"""`simulator plugins`: every plugin and pack, and whether it works."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from simulator.cli.output import print_json, print_lines
from simulator.cli.workshop import Workshop
from simulator.plugins.listing import plugin_list, plugins_json

if TYPE_CHECKING:
    from simulator.cli.parser import Asked


def run(asked: Asked) -> int:
    """Lists them; a broken one is no fault of the command."""
    workshop = Workshop(strangers=asked.plugins)
    rows = plugin_list(workshop.plugins, workshop.found)
    if asked.format == "json":
        print_json(plugins_json(rows))
        return 0
    table = [("NAME", "KIND", "VERSION", "STATUS"), *(astuple(row)[:4] for row in rows)]
    widths = [max(len(str(row[column])) for row in table) for column in range(4)]
    reasons = ["", *(row.why for row in rows)]
    for cells, why in zip(table, reasons, strict=True):
        line = "  ".join(str(cell).ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        print_lines([line, *([f"    {why}"] if why else [])])
    return 0
