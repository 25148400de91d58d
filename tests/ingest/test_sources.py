"""Folders, files and addresses as the user names them."""

from __future__ import annotations

from pathlib import Path

from dragoman.ingest import find_sources, survey_sources


def test_folder_is_read_all_the_way_down_in_order(tmp_path: Path) -> None:
    """Files of known endings are found at any depth, sorted; hidden ones are passed over, others are reported."""
    for name in ("b.txt", "a.md", "deep/c.PDF", ".hidden.txt", ".git/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    survey = survey_sources([str(tmp_path)])
    assert [Path(source.address).name for source in survey.sources] == ["a.md", "b.txt", "c.PDF"]
    assert {source.base for source in survey.sources} == {tmp_path}
    assert survey.skipped == (str(tmp_path / "picture.png"),)


def test_named_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    """What the user names is tried, and each file is read once."""
    odd = tmp_path / "article"
    odd.write_text("words")
    text = tmp_path / "b.txt"
    text.write_text("words")
    addresses = [str(text), str(odd), "https://example.org/x", str(tmp_path), "https://example.org/x"]
    assert find_sources(addresses) == [str(text), str(odd), "https://example.org/x"]
