"""Small files of each format."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_BREAK

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}">
<title>Dam talks stall - The Harbour Post</title>
<meta property="og:title" content="Dam talks stall"><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2022-06-03T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Dam talks stall</h1>
<p>Negotiators from the two river states met for a third day without agreeing on the dam, the delegations said.</p>
<p>The café by the river where they met will stay open for another round, which nobody has announced as yet.</p>
</article><div id="comments"><p>What a fine article, thank you.</p></div>
<footer>Copyright 2022 The Harbour Post. All rights reserved.</footer></body></html>"""


def make_pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF of text in one font: pages of lines."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {font} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _write_objects(objects)


def make_docx(paragraphs: list[str], title: str | None = None, break_after: int | None = None) -> bytes:
    """Return a Word file; a page ends after paragraph number `break_after`."""
    document = docx.Document()
    if title:
        document.add_paragraph(title, style="Title")
    for number, words in enumerate(paragraphs):
        paragraph = document.add_paragraph(words)
        if number == break_after:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _write_objects(objects: list[str]) -> bytes:
    out, offsets = "%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n"
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")
