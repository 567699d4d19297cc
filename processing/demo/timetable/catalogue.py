"""The region's main lines and what each kind of line is like.

Numbers, ways and hours are invented; they follow what is usual in the region: a commuter train,
branch trains, express buses on the national roads, suburban and regional buses. Speeds are our own
choice; with them the median run between two town stops comes to the 78 seconds observed in
Linköping.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

TRAIN, BUS, ON_DEMAND = 106, 700, 1501
"""Extended route types: suburban railway, bus, demand-responsive traffic by taxi."""


class Kind(NamedTuple):
    """What lines of a kind have in common."""

    label: str
    """``route_desc``."""
    route_type: int
    street_speed: float
    """Between stops in a place [km/h]."""
    road_speed: float
    """Between places [km/h]."""
    halt: float
    """Lost at each call [s]."""
    street_calls: int
    """Calls at one of so many stops of a town with town buses."""
    road_calls: int
    """Calls at one of so many stops by a country road."""
    rounding: int = 10
    """Times are told in steps of so many seconds."""


KINDS: Final[Mapping[str, Kind]] = {
    "commuter train": Kind("Pendeltåg", TRAIN, 118, 118, 100, 1, 1, rounding=60),
    "branch train": Kind("Regiontåg", TRAIN, 76, 76, 100, 1, 1, rounding=60),
    "express": Kind("Expressbuss", BUS, 34, 80, 16, 3, 5),
    "suburban": Kind("Förortsbuss", BUS, 30, 64, 14, 2, 1),
    "regional": Kind("Regionbuss", BUS, 30, 64, 12, 3, 1),
    "town": Kind("Stadsbuss", BUS, 27, 45, 20, 1, 1),
    "rural": Kind("Landsbygdsbuss", BUS, 30, 58, 12, 3, 1),
    "on demand": Kind("Närtrafik, beställs", ON_DEMAND, 35, 65, 20, 4, 3),
    "night": Kind("Nattbuss", BUS, 36, 70, 12, 3, 2),
    "weekend": Kind("Helgbuss", BUS, 34, 76, 16, 4, 4),
    "loop": Kind("Ringlinje", BUS, 27, 55, 17, 1, 1),
}


class Planned(NamedTuple):
    """A line by the places it is to serve."""

    number: int
    kind: str
    hours: str
    minute: int
    """Past the hour, when the way out leaves the anchor; where a train is met, the train says."""
    via: str
    """Ids of places, separated by blanks."""
    anchor: str = ""
    """The place whose clock the line keeps; the first, if not said."""


CATALOGUE: Final = (
    Planned(
        8001,
        "commuter train",
        "commuter train",
        2,
        "motala skanninge mjolby mantorp vikingstad linkoping linghem norrkoping",
        anchor="linkoping",
    ),
    Planned(8002, "branch train", "branch train", 8, "linkoping rimforsa kisa"),
    Planned(8003, "branch train", "branch train", 14, "linkoping atvidaberg"),
    Planned(30, "express", "half-hourly", 10, "linkoping ljungsbro borensberg motala"),
    Planned(31, "express", "hourly", 40, "linkoping grebo atvidaberg"),
    Planned(32, "express", "hourly", 40, "linkoping brokind rimforsa kisa"),
    Planned(33, "express", "peak", 20, "linkoping mantorp mjolby vaderstad"),
    Planned(34, "express", "hourly", 15, "motala skanninge mjolby"),
    Planned(35, "express", "hourly", 25, "linkoping linghem gistad norrkoping"),
    Planned(101, "suburban", "quarter-hourly", 10, "linkoping bergs_slussar ljungsbro"),
    Planned(102, "suburban", "quarter-hourly", 12, "linkoping ekangen"),
    Planned(103, "suburban", "quarter-hourly", 9, "linkoping tallboda linghem"),
    Planned(104, "suburban", "quarter-hourly", 11, "linkoping sturefors"),
    Planned(105, "suburban", "quarter-hourly", 13, "linkoping malmslatt"),
    Planned(106, "regional", "half-hourly", 10, "linkoping malmslatt vikingstad mantorp mjolby"),
    Planned(107, "regional", "hourly", 15, "linkoping slaka skeda_udde nykil ulrika"),
    Planned(108, "regional", "hourly", 20, "linkoping bankekind askeby"),
    Planned(109, "regional", "two-hourly", 25, "linkoping rappestad vasterlosa"),
    Planned(110, "regional", "two-hourly", 30, "linkoping krange maspelosa klockrike fornasa"),
    Planned(111, "regional", "hourly", 35, "linkoping sturefors bestorp brokind"),
    Planned(112, "regional", "hourly", 0, "motala osterstad borensberg"),
    Planned(113, "regional", "hourly", 0, "mjolby skanninge fagelsta sodra_freberga motala"),
    Planned(114, "regional", "hourly", 0, "mjolby hogstad vaderstad"),
    Planned(115, "regional", "two-hourly", 0, "motala karlsby nykyrka"),
    Planned(116, "regional", "two-hourly", 0, "motala borensberg tjallmo"),
    Planned(117, "regional", "two-hourly", 0, "kisa horn hycklinge"),
    Planned(118, "regional", "two-hourly", 0, "atvidaberg berg bjorsater"),
    Planned(119, "regional", "two-hourly", 0, "atvidaberg falerum"),
    Planned(120, "regional", "hourly", 0, "mjolby sya spangsholm mantorp"),
    Planned(590, "loop", "school loop", 0, "mjolby hogstad vaderstad skanninge mjolby"),
)
"""Those lines run of which at least two places are served."""
