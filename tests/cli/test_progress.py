from __future__ import annotations

import pytest

from dragoman.cli.progress import PlainProgress, say_duration, say_rate


def test_plain_progress_is_told_now_and_then() -> None:
    """Without a terminal, a line is written every ten seconds with the rate and the time left."""
    lines: list[str] = []
    ticks = iter([0.0, 4.0, 12.0, 15.0, 30.0])
    progress = PlainProgress(lines.append, lambda: next(ticks))
    for done in (1, 24, 30, 60):
        progress(done, 120, "a.txt")
    assert lines == [
        "24 of 120 documents, 2.0 a second, 48 s left",
        "60 of 120 documents, 2.0 a second, 30 s left",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (59, "59 s"), (125, "2 min 5 s"), (3600, "1 h 0 min"), (9000, "2 h 30 min")]
)
def test_durations(seconds: float, words: str) -> None:
    """Durations are told in the units that matter."""
    assert say_duration(seconds) == words


@pytest.mark.parametrize(
    ("done", "seconds", "words"), [(10, 4, "2.5 a second"), (1, 2, "30.0 a minute"), (0, 0, "0.0 a minute")]
)
def test_rates(done: int, seconds: float, words: str) -> None:
    """Slow rates are told by the minute."""
    assert say_rate(done, seconds) == words
