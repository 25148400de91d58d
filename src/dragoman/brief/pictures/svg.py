"""A drawing as SVG, to stand within a page of HTML."""

from __future__ import annotations

import html
from collections.abc import Sequence

from dragoman.brief.pictures.shapes import Drawing, Mark, Shape, number


def write_svg(drawing: Drawing, *, name: str, css: str, title: str, told: str, links: Sequence[str]) -> str:
    """Return the element; `name` begins its ids, and `links` are where each row's marks lead ("#happened-e1")."""
    head = (
        f'<svg class="{css}" viewBox="0 0 {number(drawing.width)} {number(drawing.height)}" role="group" '
        f'aria-labelledby="{name}-title {name}-told">'
    )
    said = f'<title id="{name}-title">{html.escape(title)}</title><desc id="{name}-told">{html.escape(told)}</desc>'
    ground = f'<g aria-hidden="true">{"".join(map(_shape, drawing.ground))}</g>'
    marks = "\n".join(_mark(mark, links) for mark in drawing.marks)
    top = f'<g class="top" aria-hidden="true">{"".join(map(_shape, drawing.top))}</g>' if drawing.top else ""
    return f"{head}{said}{ground}\n{marks}{top}</svg>"


def _mark(mark: Mark, links: Sequence[str]) -> str:
    css = f' class="{mark.css}"' if mark.css else ""
    inner = "".join(map(_shape, mark.shapes))
    return f'<a href="{html.escape(links[mark.row])}"{css}><title>{html.escape(_plain(mark.says))}</title>{inner}</a>'


def _shape(shape: Shape) -> str:
    places = "".join(
        f' {key}="{number(value) if isinstance(value, int | float) else html.escape(value)}"' for key, value in shape.at
    )
    css = f' class="{shape.css}"' if shape.css else ""
    if shape.tag == "text":
        return f"<text{css}{places}>{html.escape(_plain(shape.words))}</text>"
    return f"<{shape.tag}{css}{places}/>"


def _plain(words: str) -> str:
    """Return the words without signs that turn the direction of writing or that XML can't hold."""
    return "".join(c for c in words if c.isprintable())
