"""Findings -> the written report: for the terminal, as Markdown, as one self-contained page."""

from dragoman.brief.compose import compose
from dragoman.brief.markdown import render_markdown
from dragoman.brief.page import render_html
from dragoman.brief.system import concerning
from dragoman.brief.terminal import render_terminal

__all__ = ["compose", "concerning", "render_html", "render_markdown", "render_terminal"]
