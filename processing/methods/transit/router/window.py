"""Times of departure that a search covers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError


@dataclass(frozen=True)
class Window:
    """Departures at equal steps, and how long a journey may take.

    Parameters
    ----------
    begin : int
        First departure [s past midnight].
    count : int
        Number of departures.
    step : int
        Seconds between them.
    limit : int
        Longest journey [s], the wait for the first vehicle included.

    Raises
    ------
    InputError
        If one of the last three is not positive.

    Examples
    --------
    >>> Window(7 * 3600, 3).departures.tolist()
    [25200, 25260, 25320]
    """

    begin: int
    count: int = 60
    step: int = 60
    limit: int = 7200

    def __post_init__(self) -> None:
        if min(self.count, self.step, self.limit) < 1:
            raise InputError(
                "The number of departures, the seconds between them and the longest journey must "
                "be positive."
            )

    @property
    def departures(self) -> NDArray[np.int64]:
        """Times of departure [s past midnight]."""
        return self.begin + self.step * np.arange(self.count)

    @property
    def end(self) -> int:
        """Latest time of arrival [s past midnight]."""
        return self.begin + self.step * (self.count - 1) + self.limit

    def mirrored(self) -> Window:
        """Return the window of arrivals as departures in a mirrored timetable."""
        last = self.begin + self.step * (self.count - 1)
        return Window(-last, self.count, self.step, self.limit)
