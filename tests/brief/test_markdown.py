"""The brief as Markdown."""

from __future__ import annotations

from pathlib import Path

from dragoman.brief import render_markdown
from tests.brief.builders import Told, arms_case, brief_of, document, who

HOSTILE = "*Russia* [fired](http://x.test) <script>alert(1)</script> `at` Iran_and_others # with | pipes & ~tildes~."


def test_every_statement_is_quoted_with_its_source(tmp_path: Path) -> None:
    """Under each line stand the words of every statement, who says them, and their status."""
    text = render_markdown(brief_of(arms_case(tmp_path)))
    assert "- **13 Sep 2023** Vladimir Putin and North Korea met — *single-source, credibility 6* [1]" in text
    assert "  - [1] Russia (said): “it had not received any shells” (denied)" in text
    assert "1. Shells for whom?; Meridian; 2023-09-20 (unknown); d1.txt" in text
    assert "Stored unread, not in English: d3.txt." in text


def test_signs_of_a_document_stay_signs(tmp_path: Path) -> None:
    """What is markup in Markdown or HTML is escaped in quotes and titles."""
    told = Told(document("d", HOSTILE, title="1. <b>Title</b>"))
    told.event(told.state("d", HOSTILE, "fired", "ASSAULT", agents=who("RUS"), targets=who("IRN")))
    text = render_markdown(brief_of(told.case(tmp_path)))
    assert "<script" not in text.replace("\\<script", "")
    assert "\\*Russia\\* \\[fired\\](http://x.test)" in text
    assert "Iran\\_and\\_others \\# with \\| pipes \\& \\~tildes\\~" in text
    assert "1. 1\\. \\<b\\>Title\\</b\\>" in text
