"""The brief as Markdown: every line, with the words of its sources as footnotes."""

from __future__ import annotations

from dragoman.brief.records import Brief, Cite, Line, Source


def render_markdown(brief: Brief) -> str:
    """Return the whole brief as Markdown."""
    parts = [f"# {brief.title}", brief.summary]
    for section in brief.sections:
        parts.append(f"## {section.title}")
        parts.append("\n".join(_line(line) for line in section.lines) or section.empty)
    parts.append("## Sources")
    parts.append("\n".join(_source(source) for source in brief.sources) or "None.")
    return "\n\n".join(parts) + "\n"


def _line(line: Line) -> str:
    when = f"**{line.when}** " if line.when else ""
    marks = "".join(f", {mark}" for mark in line.marks)
    rows = [f"- {when}{_escape(line.text)} — *{line.standing}{marks}*"]
    rows += [f"  - {_escape(note)}" for note in line.notes]
    rows += [f"  - {_cite(cite)}" for cite in line.cites]
    return "\n".join(rows)


def _cite(cite: Cite) -> str:
    who = f"{cite.who}: " if cite.who else ""
    return f"[{cite.source}] {_escape(who)}“{_escape(' '.join(cite.quote.split()))}” ({cite.status})"


def _source(source: Source) -> str:
    document = source.document
    parts = [document.title, document.publisher, document.author, str(document.published or "no date"), document.name]
    origin = f"; repeats {source.origin}" if source.origin and source.origin != document.publisher else ""
    return f"{source.number}. {_escape('; '.join(p for p in parts if p) + origin)}"


def _escape(text: str) -> str:
    """Keep words of a source from turning into formatting or markup."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, "\\" + sign)
    return text
