"""The page in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dragoman.brief import render_html
from tests.brief.builders import arms_case, brief_of
from tests.brief.figures.test_figures import talks_case

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


MEASURE = """<script>
const shown = [...document.querySelectorAll(".picture svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
const clashes = [], cut = [];
for (const svg of shown) {
  const frame = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  words.forEach(([said, box], i) => {
    if (box.left < frame.left - 1 || box.right > frame.right + 1) cut.push(said);
    for (const [other, b] of words.slice(0, i)) {
      if (box.left < b.right - 1 && b.left < box.right - 1 && box.top < b.bottom - 4 && b.top < box.bottom - 4)
        clashes.push(said + " / " + other);
    }
  });
}
document.title = JSON.stringify({
  shown: shown.length, clashes, cut, over: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
});
</script></body>"""


@pytest.mark.parametrize("width", [500, 1280])
def test_pictures_fit_their_window(tmp_path: Path, width: int) -> None:
    """Each picture is shown once, narrow or wide; as the browser sets them no words overlap or run over the edge."""
    page = render_html(brief_of(talks_case(tmp_path))).replace("</body>", MEASURE)
    title = re.search(r"<title>(.*?)</title>", open_page(tmp_path, page, width=width))
    assert title and title[1] == '{"shown":4,"clashes":[],"cut":[],"over":0}'


def test_mark_leads_into_a_closed_table(tmp_path: Path) -> None:
    """An address of a row opens the table that holds it."""
    page = render_html(brief_of(talks_case(tmp_path)))
    row = re.search(r'<tr role="row" id="(network-[^"]+)"', page)
    assert row
    shown = open_page(tmp_path, page, anchor=f"#{row[1]}")
    figure = re.search(r'<figure id="network".*?</figure>', shown, re.S)
    assert figure and "<details open" in figure[0]
