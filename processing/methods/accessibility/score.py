"""A score of 0 to 5 from travel time and number of choices.

References
----------
.. [1] Göteborgs Stad, Trivector (2023). *Tillgänglighetsmått*: a score of 0 to 5 that combines
   travel time and the choice of destinations. The source states no thresholds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from ..errors import InputError
from ..progress import Progress, part, silent
from .opportunities import closest, cumulative
from .times import TravelTimes

Floats = NDArray[np.float64]

HIGHEST = 5


@dataclass(frozen=True)
class ScoreRule:
    """What a destination type must offer for each score; read from a profile.

    Attributes
    ----------
    minutes : tuple of float
        Travel times [min], rising.
    choices : tuple of float
        Numbers of choices within them, rising.
    scores : tuple of tuple of int
        Score for each time (rows) and number of choices (columns).
    weight : float
        Weight of the destination type in the total score.
    types : tuple of str
        Destination types that the rule is for.
    """

    minutes: tuple[float, ...]
    choices: tuple[float, ...]
    scores: tuple[tuple[int, ...], ...]
    weight: float = 1.0
    types: tuple[str, ...] = ()

    @classmethod
    def from_mapping(cls, settings: Mapping[str, Any]) -> ScoreRule:
        """Make a rule from the settings of a profile.

        Parameters
        ----------
        settings : mapping
            The attributes by name, as in ``accessibility.json``; weight and types may be left out.

        Raises
        ------
        InputError
            If a part is missing, the table is not complete, the times or numbers do not rise, or
            a score is not from 0 to 5.

        Examples
        --------
        >>> ScoreRule.from_mapping({"minutes": [15, 30], "choices": [1, 3],
        ...                         "scores": [[4, 5], [2, 3]]}).choices
        (1.0, 3.0)
        """
        try:
            minutes = np.array(settings["minutes"], dtype=float)
            choices = np.array(settings["choices"], dtype=float)
            scores = np.array(settings["scores"], dtype=float)
            weight = float(settings.get("weight", 1))
            types = tuple(str(name) for name in settings.get("types", ()))
        except (KeyError, ValueError, TypeError) as error:
            raise InputError(
                "The profile of the accessibility score needs 'minutes', 'choices' and 'scores' "
                "with a row for each time and a column for each number of choices; 'weight' is a "
                "number and 'types' a list of words ({reason}).",
                reason=str(error),
            ) from error
        _check(minutes, choices, scores)
        rows = tuple(tuple(int(score) for score in row) for row in scores)
        return cls(tuple(minutes.tolist()), tuple(choices.tolist()), rows, weight, types)


def accessibility_score(
    times: TravelTimes, opportunities: ArrayLike, rule: ScoreRule, *, progress: Progress = silent
) -> pd.DataFrame:
    """Score of 0 to 5 for how soon one destination type is reached and what choice there is [1]_.

    Parameters
    ----------
    times : TravelTimes
        From n origins to m destinations.
    opportunities : array_like, shape (m,)
        Choices at each destination: 1 for a school, the number of jobs for a workplace; missing
        counts as 0.
    rule : ScoreRule
        The score for each time and number of choices; the best that is met counts.
    progress : callable
        Told the fraction done.

    Returns
    -------
    DataFrame, n rows
        ``score`` 0 to 5, 0 where nothing of the rule is met; ``choices`` opportunities within the
        longest time of the rule; ``nearest`` time to the closest [min], NaN where none can be
        reached.

    Raises
    ------
    InputError
        If an opportunity is negative.

    Examples
    --------
    >>> from .times import times_from_matrix
    >>> rule = ScoreRule((15, 30), (1, 3), ((4, 5), (2, 3)))
    >>> accessibility_score(times_from_matrix([[20, 25, 28]]), [1, 1, 1], rule)
       score  choices  nearest
    0      3      3.0     20.0
    """
    within = cumulative(times, opportunities, rule.minutes, progress=part(progress, 0.0, 0.5))
    met = within[:, :, None] >= np.array(rule.choices)
    score = np.where(met, np.array(rule.scores), 0).max(axis=(1, 2), initial=0)
    nearest = closest(times, opportunities, progress=part(progress, 0.5, 1.0))
    return pd.DataFrame(
        {"score": score.astype(np.int64), "choices": within[:, -1], "nearest": nearest.minutes}
    )


def total_score(scores: pd.DataFrame, *, weights: ArrayLike | None = None) -> pd.DataFrame:
    """Weigh the scores of several destination types together.

    Parameters
    ----------
    scores : DataFrame, n rows
        One column for each destination type, score 0 to 5.
    weights : array_like, shape (types,), optional
        Weight of each type; 1 for all if not given.

    Returns
    -------
    DataFrame, n rows
        ``acc_score`` weighted mean, 0 to 5, NaN where a score is missing; ``acc_lack`` types with
        the score 0, the most weighty first, with commas between.

    Raises
    ------
    InputError
        If there is no type, or not one weight of 0 or more for each and one above 0.

    Examples
    --------
    >>> scores = pd.DataFrame({"school": [5, 0], "shop": [3, 4]})
    >>> total_score(scores, weights=[1, 3]).values.tolist()
    [[3.5, ''], [3.0, 'school']]
    """
    count = scores.shape[1]
    weight = np.ones(count) if weights is None else np.asarray(weights, dtype=float)
    if weight.shape != (count,) or not (weight >= 0).all() or not weight.sum() > 0:
        raise InputError(
            "Give one weight of 0 or more for each of the {count} destination types, and at least "
            "one above 0.",
            count=count,
        )
    values = scores.to_numpy(dtype=float)
    order = np.argsort(-weight, kind="stable")
    names = np.array([str(name) for name in scores.columns], dtype=object)[order]
    lacking = [", ".join(names[row]) for row in values[:, order] == 0]
    return pd.DataFrame({"acc_score": values @ weight / weight.sum(), "acc_lack": lacking})


def _check(minutes: Floats, choices: Floats, scores: Floats) -> None:
    if scores.shape != minutes.shape + choices.shape or scores.ndim != 2 or not scores.size:
        raise InputError(
            "The profile of the accessibility score needs a row of scores for each of its times, "
            "and in each row a score for each number of choices."
        )
    if not (_rises(minutes) and _rises(choices)):
        raise InputError(
            "The times and the numbers of choices of the accessibility score must rise, and begin "
            "above 0."
        )
    if not np.isin(scores, np.arange(HIGHEST + 1)).all():
        raise InputError("The scores of the profile must be whole numbers from 0 to 5.")


def _rises(values: Floats) -> bool:
    return bool(values[0] > 0 and (np.diff(values) > 0).all())
