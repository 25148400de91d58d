"""Ctrl-C while several processes read: pressed once or in a row, it ends the run and every process of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ARTICLE = "Iran denied on Friday that it had supplied drones to Russia. Ukraine accused Iran of supplying them.\n"
SOON = 20.0  # seconds: far more than ending takes, far less than for ever


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups to send a signal to")
@pytest.mark.parametrize("again_after", [(), (0.02,), (0.0, 0.2)])
def test_ctrl_c_leaves_no_process(again_after: tuple[float, ...], tmp_path: Path) -> None:
    """One Ctrl-C, or several in a row, end a run of two processes with status 130, and nothing goes on running."""
    lines = [json.dumps({"text": f"{ARTICLE * 20} Report {number}."}) for number in range(500)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, "-m", "dragoman", "read", str(tmp_path / "a.jsonl"), "--workers", "2"]
    run = subprocess.Popen(
        [*command, "--case", str(tmp_path / "x.case")], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not (tmp_path / "x.case-wal").exists() and run.poll() is None:
        time.sleep(0.05)
    time.sleep(1.0)  # the processes are started, or being started
    os.killpg(run.pid, signal.SIGINT)
    for pause in again_after:
        time.sleep(pause)
        os.kill(run.pid, signal.SIGINT)
    try:
        told = run.communicate(timeout=SOON)[1]  # returns when all that hold the pipe are gone
    finally:
        _kill(run.pid)
    assert run.returncode == 130
    assert "stopped: the case holds" in told


def _kill(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
