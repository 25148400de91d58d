from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.world import load_world
from dragoman.world.check import check_world

HEADER = "name,also,gender,state,role,since,until\n"


def test_shipped_data_has_no_errors() -> None:
    """The check finds no error in the data that ships (long gaps in a list of office holders are warnings)."""
    assert [line for line in check_world(load_world()) if line.startswith("error")] == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "- {kind: state, code: QQQ, name: Heronia}", "QQQ is no ISO 3166 code"),
        ("a.yaml", "- {kind: bloc, code: BIRDS, name: the Birds, members: RUS|QQQ}", "has the member QQQ"),
        ("a.yaml", "- {kind: group, name: Russia}", '"Russia" is the name of'),
        ("a.yaml", "- {kind: group, name: Herons, since: 2012, until: 2011}", "ends on 2011-12-31, before 2012-01-01"),
        ("a.csv", "Oro Wexcombe,,,TUV,envoy,2001,", "Oro Wexcombe has no gender"),
        ("a.csv", "Oro Wexcombe,,m,QQQ,envoy,2001,", "has the term QQQ"),
        ("a.csv", "Oro Wexcombe,,m,RUS,president,2013-02-01,2016-02-01", "are both president of RUS"),
        ("a.csv", "Oro Wexcombe,,m,TUV,envoy,2004,2003", "as envoy of TUV ends on 2003-12-31"),
    ],
)
def test_errors_are_found(tmp_path: Path, name: str, text: str, message: str) -> None:
    """Each sort of mistake is found and named."""
    header = HEADER if name.endswith("csv") else ""
    path = tmp_path / name
    path.write_text(header + text + "\n", encoding="utf-8")
    found = check_world(load_world([path]))
    assert any(line.startswith("error") and message in line for line in found)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "- {kind: state, code: QQQ, name: Heronia}", "a.yaml:1: QQQ is no ISO 3166 code"),
        ("a.yaml", "\n- {kind: bloc, name: the Birds, members: RUS|ZZZZ}", "a.yaml:2: the Birds has the member ZZZZ"),
        ("a.yaml", "- {kind: group, name: Russia}", 'a.yaml:1: "Russia" is the name of'),
        ("a.csv", f"{HEADER}Oro Wexcombe,,m,QQQ,envoy,2001,", "a.csv:2: Oro Wexcombe has the term QQQ"),
        ("a.csv", f"{HEADER}Oro Wexcombe,,m,RUS,president,2013,2016", "a.csv:2: "),
    ],
)
def test_what_a_file_of_ones_own_brings_is_told_alone(tmp_path: Path, name: str, text: str, said: str) -> None:
    """Of a user's file each mistake has its file and line, and the program's own warnings are left out."""
    path = tmp_path / name
    path.write_text(text + "\n", encoding="utf-8")
    found = check_world(load_world([path]), own=True)
    assert found
    assert all(line.startswith(f"error: {said}") for line in found)
