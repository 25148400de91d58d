"""The page in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dragoman.brief import render_html
from tests.brief.builders import arms_case, brief_of

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium to try the page in")
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --enable-logging=stderr --v=0 --dump-dom"
).split()
REPORT = """<script>
const cite = document.querySelectorAll("a.cite")[0];
cite.focus();
cite.click();
document.title = JSON.stringify({
  lit: document.querySelectorAll("#sources mark.lit").length,
  sheet: document.getElementById("sheet").open,
  focus: document.activeElement.id,
  over: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
}).replaceAll('"', "'");
</script></body>"""


def open_page(folder: Path, page: str, *, width: int = 1280, anchor: str = "") -> str:
    """Return the page as the browser has it after its scripts ran; anything that it complains about fails."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    window = [f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900"]
    command = [str(BROWSER), *OPTIONS, *window, f"{file.as_uri()}{anchor}"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if "<main" not in ran.stdout:
        pytest.skip(f"Chromium doesn't run here: {ran.stderr[-200:]}")
    assert "CONSOLE" not in ran.stderr
    return ran.stdout


def test_number_lights_the_words_beside_the_findings(tmp_path: Path) -> None:
    """In a wide window following a number lights its words in the sources beside it; nothing runs over the edge."""
    page = render_html(brief_of(arms_case(tmp_path))).replace("</body>", REPORT)
    title = re.search(r"<title>(.*?)</title>", open_page(tmp_path, page))
    assert title and title[1] == "{'lit':1,'sheet':false,'focus':'sources','over':0}"


def test_number_opens_a_sheet_in_a_narrow_window(tmp_path: Path) -> None:
    """In a narrow window the words are shown over the findings; a word without end wraps."""
    page = render_html(brief_of(arms_case(tmp_path))).replace("Shells for whom?", "x" * 900).replace("</body>", REPORT)
    title = re.search(r"<title>(.*?)</title>", open_page(tmp_path, page, width=500))
    assert title and "'lit':1,'sheet':true" in title[1] and "'over':0" in title[1]


def test_address_of_a_statement_lights_it(tmp_path: Path) -> None:
    """A link to a statement opens the page with its words lit."""
    case = arms_case(tmp_path)
    statement = case.statements()[0].id
    shown = open_page(tmp_path, render_html(brief_of(case)), anchor=f"#s{statement}")
    assert re.findall(r'<mark data-s="([^"]*)" class="lit">', shown) == [statement]
