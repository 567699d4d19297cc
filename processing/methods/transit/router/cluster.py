"""Parts of a run on the workers of a Dask cluster.

The workers need Python packages (numpy, scipy, pandas, shapely; the versions of this machine, or
near), but not this plugin: its methods are sent to them as an archive named by its content, so that
workers that serve several users and versions never mix them up, and whatever the plugin's folder is
called here. The job is handed to each worker once.

Dask sends objects in its own way, which lets whoever speaks to a scheduler run programs on its
workers, and a scheduler send anything back. Use one that you trust, on a network that you trust,
or behind Dask's TLS.
"""

from __future__ import annotations

import asyncio
import gc
import hashlib
import importlib
import importlib.util
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from operator import methodcaller
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, cast

from ...errors import InputError
from ...progress import Progress
from .matrix import Job
from .request import TravelTimes

METHODS = Path(__file__).resolve().parents[2]
OWN = __name__.rsplit(".", 3)[0]
"""Name of the package of methods, as it is called here."""

CONNECT = 5
"""Seconds in which a scheduler must answer."""

LOOK = 0.1
"""Seconds between two looks at a part."""

LOST = (OSError, CancelledError, asyncio.TimeoutError)
"""What is raised where a worker or the scheduler is gone."""

TRIES = 5
"""Times that a part is handed out anew after the worker with it, or with the job, was lost."""


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to a Dask scheduler and send the methods to its workers.

    Parameters
    ----------
    address : str
        Its address, such as "tcp://10.0.0.5:8786".

    Yields
    ------
    Cluster
        Its workers.

    Raises
    ------
    InputError
        If the Python package distributed is missing, no scheduler answers or it has no worker.
    """
    try:
        from distributed import Client
        from distributed.diagnostics.plugin import UploadFile
    except ImportError as error:
        raise InputError(
            "Computing on a Dask cluster needs the Python package 'distributed', which is missing. "
            "Install it where QGIS finds it (python -m pip install distributed), or leave the "
            "scheduler's address empty."
        ) from error
    client, connect = None, cast(Any, Client)
    with suppress(OSError, ValueError, TypeError):
        client = connect(address, timeout=CONNECT, set_as_default=False)
    if client is None:
        # a client that never connected ends at once now, or takes long when the program ends
        gc.collect()
        raise InputError(
            "No Dask scheduler answers at '{address}'. Start it, correct the address (such as "
            "tcp://10.0.0.5:8786), or leave it empty to compute on this machine.",
            address=address,
        )
    try:
        threads = client.nthreads()
        if not threads:
            raise InputError(
                "The Dask scheduler at '{address}' has no worker. Start workers, or leave the "
                "address empty to compute on this machine.",
                address=address,
            )
        with TemporaryDirectory() as folder:
            name = _archive(Path(folder))
            client.register_plugin(UploadFile(f"{folder}/{name}.zip"), name=name)
        yield Cluster(client, address, name, list(threads.values()))
    finally:
        client.close(timeout=2)


class Cluster:
    """Workers of a Dask scheduler that know the methods.

    Parameters
    ----------
    client : distributed.Client
        Connection.
    address : str
        Of the scheduler.
    package : str
        Name of the package of methods on the workers.
    threads : list of int
        Threads of each worker.
    """

    def __init__(self, client: Any, address: str, package: str, threads: list[int]) -> None:
        self.client, self.address, self.package = client, address, package
        self.threads, self.most_threads = sum(threads), max(threads)

    def holding(self, job: Job) -> _Held:
        """Hand a job to all workers."""
        return _Held(self, job)

    def require_scheduler(self) -> None:
        """Stop where the scheduler is gone: it alone knew what its workers were doing."""
        if self.client.status != "running":
            raise InputError(
                "The connection to the Dask scheduler at '{address}' was lost. Start the run "
                "again when the scheduler is back, or leave its address empty to compute on this "
                "machine.",
                address=self.address,
            )


class _Held:
    """A job that the workers hold; computes its parts."""

    def __init__(self, cluster: Cluster, job: Job) -> None:
        self.cluster, self.lock = cluster, Lock()
        _load(cluster.package)
        self.job = _renamed(job, OWN, cluster.package)
        self.held: Any = None

    def __call__(self, begin: int, end: int, *, progress: Progress) -> TravelTimes:
        """Compute one part on some worker; ``progress`` is told nothing but may stop it."""
        for _ in range(TRIES):
            with suppress(*LOST):
                future = self._submitted(begin, end)
                try:
                    self._wait(future, progress)
                    if future.status == "finished":
                        found: TravelTimes = _renamed(future.result(), self.cluster.package, OWN)
                        return found
                    if future.status == "error" and not _killed(future):
                        raise self._failed(future.exception())
                finally:
                    future.release()
            # the scheduler, the workers with the job, or those with the answer are gone
            time.sleep(LOOK)
            self.cluster.require_scheduler()
        raise InputError(
            "The Dask workers at '{address}' ended again and again while they computed. They may "
            "lack memory: allow the run less, or start them with more.",
            address=self.cluster.address,
        )

    def _failed(self, error: BaseException) -> InputError:
        return InputError(
            "The Dask workers at '{address}' could not compute: {reason}. They need numpy, scipy, "
            "pandas and shapely, and Python and these in versions like those of this machine.",
            address=self.cluster.address,
            reason=repr(error),
        )

    def _submitted(self, begin: int, end: int) -> Any:
        """Hand out a part, and before that the job where no worker has it any more."""
        client = self.cluster.client
        with self.lock:
            if self.held is None or self.held.status != "finished":
                try:
                    self.held = client.scatter(self.job, broadcast=True, hash=False)
                except LOST:
                    raise
                except Exception as error:
                    raise self._failed(error) from error
            held = self.held
        # a call by name: the scheduler, which looks at it, need not know the methods
        return client.submit(methodcaller("part", begin, end), held, pure=False)

    def _wait(self, future: Any, progress: Progress) -> None:
        while not future.done():
            progress(0.0)
            self.cluster.require_scheduler()
            time.sleep(LOOK)


def _killed(future: Any) -> bool:
    """Whether one worker after the other ended over a part."""
    return type(future.exception()).__name__ == "KilledWorker"


def _archive(folder: Path) -> str:
    """Write the methods into an archive, and return the name of the package in it."""
    files = {file.relative_to(METHODS).as_posix(): file for file in METHODS.rglob("*.py")}
    content = {name: files[name].read_bytes() for name in sorted(files)}
    digest = hashlib.sha256(repr(content).encode()).hexdigest()
    package = f"samplan_methods_{digest[:16]}"
    with zipfile.ZipFile(folder / f"{package}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(f"{package}/{name}", text)
    return package


def _load(package: str) -> None:
    """Let the methods be imported here under the name of the package that the workers have."""
    if package in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        package, METHODS / "__init__.py", submodule_search_locations=[str(METHODS)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(package)
    sys.modules[package] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[package])


def _renamed(value: Any, old: str, new: str) -> Any:
    """Return an object of the package ``old``, and all in it, as one of the package ``new``."""
    kind = type(value)
    if isinstance(value, (list, tuple)) and not kind.__module__.startswith(f"{old}."):
        return kind(_renamed(each, old, new) for each in value)
    if not kind.__module__.startswith(f"{old}."):
        return value
    module = importlib.import_module(new + kind.__module__[len(old) :])
    twin = getattr(module, kind.__qualname__)
    if isinstance(value, tuple):
        return twin(*(_renamed(each, old, new) for each in value))
    copy = object.__new__(twin)
    copy.__dict__.update({name: _renamed(each, old, new) for name, each in vars(value).items()})
    return copy
