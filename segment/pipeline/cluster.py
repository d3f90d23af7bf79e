"""More machines than one: a dask.distributed scheduler in the place of processes on this machine."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from segment.errors import Cause, SegmentError
from segment.media.refusal import writing

_CONNECT_S = 10
_NAME = ".segment-shared-"


class Cluster:
    """A scheduler and its workers, as a pool for :func:`segment.batch`; a context manager."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def slots(self) -> int:
        """Stories that its workers can make at once; 0 while none is there."""
        return sum(self._client.nthreads().values())

    def pool(self, jobs: int) -> Executor:
        """An executor whose work goes to the workers; a worker that dies has its story done by another."""
        executor: Executor = self._client.get_executor(pure=False, retries=0)
        return executor

    def must_share(self, folder: Path) -> None:
        """Raises SegmentError where a worker does not see this folder, or sees another of that name; MediaError where it may not
        be written.
        """
        mark = folder.absolute() / f"{_NAME}{uuid.uuid4().hex}"
        try:
            mark.write_bytes(b"")
        except OSError as error:
            raise writing(mark, error) from error
        try:
            seen: dict[str, bool] = self._client.run(_is_there, str(mark))
        finally:
            mark.unlink(missing_ok=True)
        blind = sorted(worker for worker, there in seen.items() if not there)
        if blind:
            raise SegmentError(
                f"The folder {folder.absolute()} is not there on {', '.join(blind)}.",
                hint="Stories and results go through a folder that all machines share under the same name.",
                cause=Cause.MACHINE,
            )


def _is_there(path: str) -> bool:
    # Files new on another machine are seen on a network disk when their folder is read again.
    return Path(path).name in {entry.name for entry in Path(path).parent.iterdir()} if Path(path).parent.is_dir() else False


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """Connects to a scheduler such as ``tcp://10.0.0.5:8786``.

    Raises SegmentError: MISSING without the extra ``cluster``, MACHINE where no scheduler answers or it has no worker.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise SegmentError(
            "Work on more machines needs dask.distributed.", hint="pip install 'radio-segment[cluster]'", cause=Cause.MISSING
        ) from error
    try:
        connect: Any = Client  # which has no types
        client = connect(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        hint = "It is started with dask scheduler, and its workers with dask worker tcp://…"
        raise SegmentError(f"No scheduler answers at {address}.", hint=hint, cause=Cause.MACHINE) from error
    try:
        found = Cluster(client)
        if not found.slots:
            hint = f"dask worker {address} --nworkers 2 --nthreads 1"
            raise SegmentError(f"The scheduler at {address} has no worker.", hint=hint, cause=Cause.MACHINE)
        yield found
    finally:
        client.close()
