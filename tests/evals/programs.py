"""The programs of the evals, which are no package, as modules."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

EVALS = Path(__file__).parents[2] / "evals"


def load_program(task: str, name: str = "run") -> ModuleType:
    """Return `evals/TASK/NAME.py` as a module."""
    return load_module(EVALS / task / f"{name}.py", f"{task}_{name}")


def load_module(path: Path, called: str) -> ModuleType:
    """Return the file as a module of that name."""
    spec = importlib.util.spec_from_file_location(called, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[called] = module
    spec.loader.exec_module(module)
    return module
