"""Runs spread over threads, and over the workers of a Dask cluster on this machine."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.transit.router import spread
from samplan.processing.methods.transit.router.access import straight_ways
from samplan.processing.methods.transit.router.footpaths import straight_footpaths
from samplan.processing.methods.transit.router.matrix import job_of, travel_times
from samplan.processing.methods.transit.router.request import Request, TravelTimes, joined
from samplan.processing.methods.transit.router.spread import spread_blocks
from samplan.processing.methods.transit.router.timetable import Timetable
from samplan.processing.methods.transit.router.window import Window
from samplan.processing.paths import ROOT

ORIGINS = 300
LONG = 60
"""Seconds after which a test gives up on a scheduler or worker."""


def town(origins, lines=6, **options):
    """Timetable, walks and request of a made-up town."""
    rng = np.random.default_rng(7)
    places = rng.uniform(0, 5000, (lines * 12, 2))
    stop, time_, start = [], [], [0]
    for line in range(lines):
        route = rng.permutation(lines * 12)[:12]
        for begin in range(6 * 3600, 10 * 3600, 420):
            stop.append(route)
            time_.append(begin + line * 31 + np.arange(12) * 90)
            start.append(start[-1] + 12)
    calls = np.concatenate(stop).astype(np.int32)
    times = np.concatenate(time_).astype(np.int32)
    boards, alights = np.ones((2, len(calls)), dtype=bool)
    boards[np.array(start[1:]) - 1] = alights[np.array(start[:-1])] = False
    trips = np.arange(len(start) - 1)
    timetable = Timetable(len(places), np.array(start), calls, times, times, boards, alights, trips)
    points = rng.uniform(0, 5000, (origins, 2))
    ways = straight_ways(points, places, limit=900)
    request = Request(
        Window(7 * 3600, 60, 60, 5400), origins, origins, ways, ways, within=(1800,), **options
    )
    return timetable, straight_footpaths(places, limit=300), request


def assert_same(parts, whole, request):
    found = joined(parts, request)
    assert len(whole.origin)
    for name in TravelTimes.__dataclass_fields__:
        np.testing.assert_array_equal(getattr(found, name), getattr(whole, name))


@pytest.fixture
def many_parts(monkeypatch):
    monkeypatch.setattr(spread, "LEAST", 8)


# --- threads -------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [0, 1, 2, 5], ids=["all cores", "one", "two", "five"])
@pytest.mark.parametrize(
    "options",
    [{}, {"by_arrival": True}, {"rides": 2, "percentiles": (5, 85)}],
    ids=["by departure", "by arrival", "by rides"],
)
def test_threads_give_the_same(threads, options, many_parts):
    timetable, footpaths, request = town(60, **options)
    whole = travel_times(timetable, footpaths, request)
    parts = list(spread_blocks(job_of(timetable, footpaths, request), threads=threads))
    assert_same(parts, whole, request)


def test_no_origins_and_one_origin(many_parts):
    for origins in (0, 1):
        timetable, footpaths, request = town(origins)
        parts = list(spread_blocks(job_of(timetable, footpaths, request), threads=3))
        assert set(joined(parts, request).origin.tolist()) <= {0}


def test_progress_only_grows_and_comes_from_the_calling_thread(many_parts):
    told, callers = [], set()

    def tell(fraction):
        told.append(fraction)
        callers.add(threading.get_ident())

    list(spread_blocks(job_of(*town(800, lines=150)), threads=3, progress=tell))
    assert callers == {threading.get_ident()}
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1
    assert len(set(told)) > 4


def test_threads_stop_when_asked_to(monkeypatch):
    # parts that would take for ever, but ask whether to go on as a scan does
    def endless(job, begin, end, *, progress):
        while True:
            progress(0.1)
            time.sleep(0.01)

    monkeypatch.setattr(spread, "part_times", endless)
    monkeypatch.setattr(spread, "LEAST", 8)
    clock = time.monotonic()

    def refuse(fraction):
        if time.monotonic() > clock + 0.5:
            raise Cancelled

    before = threading.active_count()
    with pytest.raises(Cancelled):
        list(spread_blocks(job_of(*town(ORIGINS)), threads=2, progress=refuse))
    assert time.monotonic() - clock < 1.5
    assert threading.active_count() == before


def test_whoever_reads_only_the_first_part_leaves_no_thread(many_parts):
    before = threading.active_count()
    blocks = spread_blocks(job_of(*town(ORIGINS)), threads=2)
    next(blocks)
    blocks.close()
    assert threading.active_count() == before


def test_an_error_in_a_thread_is_told(monkeypatch, many_parts):
    def broken(job, begin, end, *, progress):
        raise InputError("Part {number}.", number=begin)

    monkeypatch.setattr(spread, "part_times", broken)
    with pytest.raises(InputError, match="Part 0"):
        list(spread_blocks(job_of(*town(ORIGINS)), threads=2))


@pytest.mark.parametrize("sharers", [1, 2, 4])
def test_threads_share_the_memory(sharers):
    timetable, footpaths, request = town(20_000)
    job = job_of(timetable, footpaths, replace(request, budget=700_000_000))
    shared = job.shared(sharers, most=20_000)
    assert shared.sizes.bytes <= 700_000_000
    assert shared.sizes.origins * sharers <= 1.05 * job.sizes.origins


# --- a cluster -----------------------------------------------------------------------------------


class LocalCluster:
    """A scheduler and its workers, as processes that know nothing of the plugin."""

    def __init__(self, folder, workers=2, lacking=""):
        self.folder, self.processes = folder, []
        # the tests' own path must not help the workers to find the plugin
        self.environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        self.environment |= {"DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "False"}
        if lacking:
            (folder / f"{lacking}.py").write_text("raise ModuleNotFoundError('no such module')")
            self.environment["PYTHONPATH"] = str(folder)
        file = folder / "scheduler.json"
        self.scheduler = self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", "0",
            "--scheduler-file", file, "--no-dashboard",
        )  # fmt: skip
        wait_until(lambda: file.exists() and file.read_text().strip().endswith("}"))
        self.address = json.loads(file.read_text())["address"]
        self.workers = [self.add_worker() for _ in range(workers)]
        if workers:
            self.wait_for(workers)

    def _start(self, command, *arguments):
        log = open(self.folder / f"{len(self.processes)}.log", "w")  # noqa: SIM115
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{command}", *map(str, arguments)],
            cwd=self.folder, stdout=log, stderr=log, env=self.environment,
        )  # fmt: skip
        log.close()
        self.processes.append(process)
        return process

    def add_worker(self):
        return self._start(
            "dask_worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard",
            "--host", "127.0.0.1", "--local-directory", self.folder / str(len(self.processes)),
        )  # fmt: skip

    def wait_for(self, workers):
        from distributed import Client

        with Client(self.address, timeout=LONG, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=LONG)

    def stop(self):
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()


def wait_until(true):
    limit = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < limit
        time.sleep(0.05)


@pytest.fixture
def start(tmp_path):
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    clusters = []

    def start(workers=2, lacking=""):
        folder = tmp_path / str(len(clusters))
        folder.mkdir()
        clusters.append(LocalCluster.__new__(LocalCluster))
        clusters[-1].processes = []
        clusters[-1].__init__(folder, workers, lacking)
        return clusters[-1]

    yield start
    for cluster in clusters:
        cluster.stop()


def test_workers_give_the_same_and_need_no_plugin(start):
    cluster = start()
    for options in ({}, {"by_arrival": True}, {"rides": 2}):
        timetable, footpaths, request = town(ORIGINS, **options)
        whole = travel_times(timetable, footpaths, request)
        told = []
        job = job_of(timetable, footpaths, request)
        parts = list(spread_blocks(job, scheduler=cluster.address, progress=told.append))
        assert len(parts) > 1
        assert_same(parts, whole, request)
        assert told == sorted(told)
        assert told[-1] == 1
    # and from a plugin folder of any name
    program = (
        "import sys, importlib.util as u\n"
        "spec = u.spec_from_file_location('any-name', sys.argv[1] + '/__init__.py',"
        " submodule_search_locations=[sys.argv[1]])\n"
        "sys.modules['any-name'] = sys.modules['samplan'] = u.module_from_spec(spec)\n"
        "from importlib import import_module\n"
        "r = 'any-name.processing.methods.transit.router.'\n"
        "names = 'access footpaths matrix request spread timetable window'.split()\n"
        "a, f, m, q, s, t, w = (import_module(r + name) for name in names)\n"
        "import numpy as np\n"
        "n = np.arange\n"
        "day = t.Timetable(2, np.array([0, 2]), n(2).astype('i4'), np.array([0, 60], 'i4'),"
        " np.array([0, 60], 'i4'), n(2) == 0, n(2) == 1, n(1))\n"
        "ways = a.access_of([0, 1], [0, 1], [0, 0])\n"
        "request = q.Request(w.Window(0, 1), 2, 2, ways, ways)\n"
        "job = m.job_of(day, f.given_footpaths(2), request)\n"
        "parts = list(s.spread_blocks(job, scheduler=sys.argv[2]))\n"
        "sys.stdout.write(str(q.joined(parts, request).best.tolist()))\n"
    )
    command = [sys.executable, "-c", program, str(ROOT), cluster.address]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=LONG)
    assert done.stdout == "[60.0]", done.stderr


@pytest.mark.heavy
@pytest.mark.parametrize("number", [0, 1], ids=["the first", "the second"])
def test_a_killed_worker_loses_nothing(start, number, many_parts):
    cluster = start()
    timetable, footpaths, request = town(800, lines=150)
    whole = travel_times(timetable, footpaths, request)
    job = job_of(timetable, footpaths, request)
    parts = []
    for part in spread_blocks(job, scheduler=cluster.address):
        parts.append(part)
        if len(parts) == 1:
            cluster.workers[number].kill()
    assert len(parts) > 4
    assert_same(parts, whole, request)


@pytest.mark.heavy
def test_workers_may_all_be_replaced(start, many_parts):
    cluster = start()
    timetable, footpaths, request = town(800, lines=150)
    whole = travel_times(timetable, footpaths, request)
    job = job_of(timetable, footpaths, request)
    parts = []
    for part in spread_blocks(job, scheduler=cluster.address):
        parts.append(part)
        if len(parts) == 1:
            for worker in cluster.workers:
                worker.kill()
                worker.wait()
            cluster.add_worker()
    assert_same(parts, whole, request)


@pytest.mark.heavy
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "ended"])
def test_a_lost_scheduler_is_a_sentence(start, how, many_parts):
    cluster = start()
    job = job_of(*town(800, lines=150))
    blocks = spread_blocks(job, scheduler=cluster.address)
    next(blocks)
    cluster.scheduler.send_signal(how)
    clock = time.monotonic()
    with pytest.raises(InputError, match=rf"scheduler at '{cluster.address}' was lost"):
        list(blocks)
    assert time.monotonic() - clock < 15


@pytest.mark.heavy
def test_a_run_on_a_cluster_stops_when_asked_to(start, many_parts):
    cluster = start()
    asked = []

    def refuse(fraction):
        if fraction > 0:
            asked.append(time.monotonic())
            raise Cancelled

    with pytest.raises(Cancelled):
        list(
            spread_blocks(job_of(*town(800, lines=150)), scheduler=cluster.address, progress=refuse)
        )
    assert time.monotonic() - asked[0] < 1.5


@pytest.mark.heavy
def test_workers_that_lack_a_package_are_a_sentence(start):
    cluster = start(lacking="pandas")
    with pytest.raises(InputError, match="could not compute: .*ModuleNotFoundError"):
        list(spread_blocks(job_of(*town(3)), scheduler=cluster.address))


@pytest.mark.heavy
def test_a_scheduler_without_workers_is_a_sentence(start):
    cluster = start(workers=0)
    with pytest.raises(InputError, match=rf"'{cluster.address}' has no worker"):
        list(spread_blocks(job_of(*town(3)), scheduler=cluster.address))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nothing", "http://", "tcp://"])
def test_a_wrong_address_is_a_sentence(address, monkeypatch):
    pytest.importorskip("distributed", reason="the Python package distributed is not installed")
    monkeypatch.setattr("samplan.processing.methods.transit.router.cluster.CONNECT", 0.5)
    with pytest.raises(InputError, match=f"answers at '{address}'"):
        list(spread_blocks(job_of(*town(3)), scheduler=address))


def test_without_the_package_for_clusters_there_is_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match="python -m pip install distributed"):
        list(spread_blocks(job_of(*town(3)), scheduler="tcp://127.0.0.1:8786"))
