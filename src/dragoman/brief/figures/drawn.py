"""Figures as the page has them: drawn for both widths, their marks leading to lines that the page holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dragoman.brief.pictures.draw import draw
from dragoman.brief.pictures.shapes import NARROW, WIDE
from dragoman.brief.pictures.svg import write_svg
from dragoman.brief.records import Figure


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure with its pictures as SVG; `links` has for each row where it is told on the page, "" for nowhere else."""

    figure: Figure
    pictures: tuple[str, ...]
    links: tuple[str, ...]


def draw_figure(figure: Figure, ids: Collection[str]) -> Drawn:
    """Return the figure drawn; `ids` are those of the lines and items that the page holds.

    A mark leads to the line that tells it, or to its row in the table beneath where the page has left the line out.
    """
    told = [f"#{row.told_in}" if row.told_in in ids else "" for row in figure.rows]
    links = [link or f"#{row.id}" for link, row in zip(told, figure.rows, strict=True)]
    pictures = tuple(
        write_svg(
            draw(figure.subject, width),
            name=f"{figure.key}-{css}",
            css=css,
            title=figure.title,
            told=figure.told,
            links=links,
        )
        for css, width in (("narrow", NARROW), ("wide", WIDE))
    )
    return Drawn(figure, pictures, tuple(told))
