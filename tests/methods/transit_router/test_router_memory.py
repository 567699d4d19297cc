"""A run keeps to its memory, whatever its size; measured in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "bench_router.py"


@pytest.mark.heavy
@pytest.mark.parametrize("threads", [1, 2], ids="{} threads".format)
@pytest.mark.parametrize("budget", [120, 250], ids="{} MB".format)
def test_memory_stays_within_the_budget(budget, threads):
    arguments = ["matrix", "20", "700", str(budget), "0", str(threads)]
    command = [sys.executable, BENCHMARK, "--run", *arguments]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["planned_mb"] <= budget
    assert result["used_mb"] <= 1.2 * budget
    assert result["pairs"] > 0
