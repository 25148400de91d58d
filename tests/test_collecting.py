from __future__ import annotations

import gc

import pytest

from dragoman.collecting import collecting_later


@pytest.mark.parametrize("fails", [False, True])
def test_collector_is_back(fails: bool) -> None:
    """The collector rests within, and is as before afterwards, whatever happens."""
    before = gc.isenabled()
    with pytest.raises(ValueError) if fails else collecting_later(), collecting_later():
        assert not gc.isenabled()
        if fails:
            raise ValueError
    assert gc.isenabled() == before
