"""Writes the examples of docs/export.md from what the program exports; a test fails when the page has others."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from pathlib import Path

import dragoman
from dragoman.settings import Settings

PAGE = Path(__file__).parent / "export.md"
ARTICLE = (
    "PYONGYANG, May 3, 2018 - North Korean leader Kim Jong Un met Chinese Foreign Minister Wang Yi in Pyongyang"
    " on Thursday.\n"
)
_BLOCK = re.compile(r"(<!-- example: (\w+) -->\n```\w*\n).*?(```\n)", re.DOTALL)


def export_page() -> str:
    """Return the page with the examples as the program makes them."""
    with tempfile.TemporaryDirectory() as folder:
        examples = _examples(Path(folder))
    return _BLOCK.sub(lambda found: found[1] + examples[found[2]] + found[3], PAGE.read_text("utf-8"))


def _examples(folder: Path) -> dict[str, str]:
    """Return an example of each format by its name."""
    (folder / "kim.txt").write_text(ARTICLE, "utf-8")
    with dragoman.open_case(folder / "kim.case", settings=Settings(user="ann")) as case:
        case.read(folder / "kim.txt")
        made = {}
        for form in ("plover", "cameo", "dyads", "ftm", "graphml", "gexf", "claims"):
            case.export(form, folder / form)
            made[form] = (folder / form).read_text("utf-8")
        case.export("csv", folder / "csv")
    return {
        "article": ARTICLE,
        "plover": _pretty(json.loads(made["plover"].splitlines()[0])),
        "cameo": "".join(line + "\n" for line in made["cameo"].splitlines()),
        "dyads": "".join(line + "\n" for line in made["dyads"].splitlines()),
        "ftm": "".join(_pretty(json.loads(line)) for line in made["ftm"].splitlines() if '"Event"' in line),
        "graphml": made["graphml"][made["graphml"].index("    <edge") : made["graphml"].index("  </graph>")],
        "gexf": made["gexf"][made["gexf"].index("      <edge ") : made["gexf"].index("    </edges>")],
        "claims": "".join(_pretty(item) for item in json.loads(made["claims"])["@graph"] if item["@type"] == "Claim"),
        "csv": _columns(folder / "csv" / "events.csv"),
    }


def _pretty(value: object) -> str:
    """Return JSON with a line for each field."""
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    fields = ",\n".join(f" {json.dumps(name)}: {json.dumps(part, ensure_ascii=False)}" for name, part in value.items())
    return "{\n" + fields + "\n}\n"


def _columns(path: Path) -> str:
    """Return the first row of a table, a line for each column that holds something."""
    row = next(csv.DictReader(path.read_text("utf-8").splitlines()))
    return "".join(f"{name}: {cell}\n" for name, cell in row.items() if cell)


if __name__ == "__main__":
    PAGE.write_text(export_page(), encoding="utf-8")
