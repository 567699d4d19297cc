"""What makes a group of buildings a locality: the settings of a delineation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from ..errors import InputError
from .arrays import Bools, Floats
from .outline import check_margin


@dataclass(frozen=True)
class SettlementRule:
    """Settings of a delineation; a profile file gives them names and sources.

    Attributes
    ----------
    key : str
        Name of the profile, which becomes the class of its localities.
    gap : float
        Largest distance between neighbouring buildings [m]; the distance itself counts.
    min_inhabitants, max_inhabitants : int
        Fewest and most whole inhabitants; ``None`` for no upper limit.
    min_holiday_homes : int
        Fewest holiday homes.
    max_holiday_share : float
        Largest share of holiday homes among homes [%]; the share itself is allowed.
    holiday_homes_only : bool
        Whether only holiday homes are linked.
    smallest_building : float
        Buildings with a smaller ground area are left out [m2]; points are not.
    purposes : tuple of str
        Building purposes that count, whatever the case, where buildings have a purpose; in
        ``Bostad;Småhus`` the part before the semicolon. Empty for all.
    margin : float
        Ground kept round the buildings [m].
    hole_size : float
        Holes in an outline smaller than this are filled [ha].
    bridge_gap : float
        Largest distance across bridging land [m].
    bridge_width : float
        Largest width of water that counts as bridging land [m]; 0 for none.
    name_distance : float
        Largest distance from an outline to a place name outside it [m].

    Raises
    ------
    InputError
        If a setting is not a number where one is asked for, is out of its range, or contradicts
        another one.

    Examples
    --------
    >>> SettlementRule("village", gap=150, min_inhabitants=50).margin
    25.0
    """

    key: str
    gap: float = 200.0
    min_inhabitants: int = 0
    max_inhabitants: int | None = None
    min_holiday_homes: int = 0
    max_holiday_share: float = 100.0
    holiday_homes_only: bool = False
    smallest_building: float = 15.0
    purposes: tuple[str, ...] = ()
    margin: float = 25.0
    hole_size: float = 1.0
    bridge_gap: float = 500.0
    bridge_width: float = 0.0
    name_distance: float = 1000.0

    def __post_init__(self) -> None:
        for field in fields(self):
            if field.type in ("int", "float", "int | None"):
                self._check_number(field.name, optional=field.type == "int | None")
        if self.gap == 0:
            raise InputError("The largest gap of the rule '{rule}' must be above 0.", rule=self.key)
        check_margin(self.margin, self.gap)
        if self.max_inhabitants is not None and self.max_inhabitants < self.min_inhabitants:
            raise InputError(
                "The rule '{rule}' asks for at least {low} and at most {high} inhabitants; "
                "no locality can have both.",
                rule=self.key,
                low=self.min_inhabitants,
                high=self.max_inhabitants,
            )

    def is_met(self, inhabitants: Floats, homes: Floats, holiday_homes: Floats) -> Bools:
        """Tell which groups of buildings are localities; whole inhabitants count.

        Examples
        --------
        >>> village = SettlementRule("village", min_inhabitants=50, max_inhabitants=199)
        >>> village.is_met(np.array([49.9, 50.0, 199.5, 200.0]), np.zeros(4), np.zeros(4))
        array([False,  True,  True, False])
        """
        whole = np.floor(inhabitants)
        most = np.inf if self.max_inhabitants is None else self.max_inhabitants
        met = (whole >= self.min_inhabitants) & (whole <= most)
        met &= holiday_homes >= self.min_holiday_homes
        return np.asarray(met & (100 * holiday_homes <= self.max_holiday_share * homes))

    def _check_number(self, name: str, *, optional: bool) -> None:
        value = getattr(self, name)
        if value is None and optional:
            return
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not (is_number and math.isfinite(value) and value >= 0):
            raise InputError(
                "The setting '{setting}' of the rule '{rule}' must be a number from 0 up, "
                "not '{value}'.",
                setting=name,
                rule=self.key,
                value=value,
            )

    @classmethod
    def from_mapping(cls, settings: Mapping[str, object]) -> SettlementRule:
        """Make a rule from the settings of a profile file.

        Parameters
        ----------
        settings : mapping
            The attributes by name; ``key`` is needed, the others have defaults.

        Raises
        ------
        InputError
            If a setting is unknown or ``key`` is missing.

        Examples
        --------
        >>> SettlementRule.from_mapping({"key": "tatort", "gap": 200, "purposes": ["Bostad"]}).gap
        200
        """
        known = [field.name for field in fields(cls)]
        for name in settings:
            if name not in known:
                raise InputError(
                    "A settlement rule has no setting '{setting}'. It knows {known}.",
                    setting=name,
                    known=", ".join(known),
                )
        if not isinstance(settings.get("key"), str):
            raise InputError("A settlement rule needs a name: add the setting 'key'.")
        values = dict(settings)
        values["purposes"] = _texts(values.get("purposes", ()))
        return cls(**values)  # type: ignore[arg-type]


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(text, str) for text in value):
        raise InputError(
            "The setting 'purposes' must be a list of texts, not '{value}'.", value=value
        )
    return tuple(value)
