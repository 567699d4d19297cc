"""Progress, cancelling and bounded memory for long methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Progress = Callable[[float], None]
"""Told the fraction done, 0 to 1; raises ``Cancelled`` when the user asked to stop."""


def silent(fraction: float) -> None:
    """Ignore progress: the default of every method."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """Progress of one step of a longer job.

    Parameters
    ----------
    progress : callable
        Told the fraction done of the whole job.
    start, end : float
        Where the step begins and ends within the whole, 0 to 1.

    Examples
    --------
    >>> part(print, 0.5, 1.0)(0.5)
    0.75
    """
    return lambda fraction: progress(start + (end - start) * fraction)


def remembered(progress: Progress) -> tuple[Progress, Callable[[], None]]:
    """Progress that can be told again, unchanged, by a step between two reports.

    Examples
    --------
    >>> tell, again = remembered(print)
    >>> tell(0.5)
    0.5
    >>> again()
    0.5
    """
    last = [0.0]

    def tell(fraction: float) -> None:
        last[0] = fraction
        progress(fraction)

    return tell, lambda: progress(last[0])


def blocks(count: int, size: int, progress: Progress = silent) -> Iterator[slice]:
    """Cut ``count`` items into slices of at most ``size``, telling the progress before each.

    Examples
    --------
    >>> list(blocks(5, 2))
    [slice(0, 2, None), slice(2, 4, None), slice(4, 5, None)]
    """
    for start in range(0, count, size):
        progress(start / count)
        yield slice(start, min(start + size, count))
    progress(1.0)
