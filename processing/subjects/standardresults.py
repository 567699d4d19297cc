"""What a service standard came to, as a table with plain sentences and as fields of localities."""

from __future__ import annotations

from ..i18n import tr
from ..reports.words import number
from .servicedays import type_name

COLUMNS = ("loc_code", "loc_name", "req_id", "req_name", "req_to", "req_pass", "jour_n")
COLUMNS += ("jour_need", "best_min", "max_min", "few_chg", "max_chg", "day_type", "window")
COLUMNS += ("req_way", "req_words")
MOST_NAMES = 3


def table_of(judged, lines, pairs, frame):
    """Return a row for each requirement and locality, under the catalogue's codes.

    Parameters
    ----------
    judged : DataFrame
        From `service_standard`.
    lines : list of Line
    pairs : list of list of (int, tuple of int)
    frame : GeoDataFrame
        The localities.

    Returns
    -------
    DataFrame
        `COLUMNS`, and ``locality``, its row in ``frame``.
    """
    import numpy as np
    import pandas as pd

    names = frame.get("name", frame["code"])
    line = [lines[n] for n in judged["requirement"]]
    ends = [pairs[n][pair] for n, pair in zip(judged["requirement"], judged["pair"])]
    origin = np.array([start for start, _ in ends], dtype=np.int64)
    goals = [_goal_name(goal, names) for _, goal in ends]
    back = judged["back"].to_numpy(dtype=bool)
    table = pd.DataFrame(
        {
            "locality": origin,
            "loc_code": frame["code"].to_numpy(dtype=object)[origin],
            "loc_name": names.to_numpy(dtype=object)[origin],
            "req_id": [each.code for each in line],
            "req_name": [each.name for each in line],
            "req_to": goals,
            "req_pass": judged["met"].to_numpy(dtype=float),
            "jour_n": judged["journeys"].to_numpy(dtype=float),
            "jour_need": np.array([each.asked.journeys for each in line], dtype=float),
            "best_min": judged["fastest"].to_numpy(dtype=float),
            "max_min": _finite([each.asked.minutes for each in line]),
            "few_chg": judged["transfers"].to_numpy(dtype=float),
            "max_chg": np.array([each.asked.transfers for each in line], dtype=float),
            "day_type": judged["day"].to_numpy(dtype=object),
            "window": [each.windows[way] for each, way in zip(line, back.astype(int))],
            "req_way": np.where(back, "back", "out").astype(object),
        }
    )
    arrival = [one.asked.by_arrival and not way for one, way in zip(line, back)]
    rows = zip(table.to_dict("records"), arrival)
    return table.assign(req_words=[sentence(row, by_arrival) for row, by_arrival in rows])


def _goal_name(goal, names):
    """Return the names of a destination's localities, or how many they are."""
    found = list(dict.fromkeys(str(names.iloc[each]) for each in goal))
    if len(found) > MOST_NAMES:
        return tr("{count} localities").format(count=len(found))
    return ", ".join(found)


def sentence(row, by_arrival=False):
    """Say in plain words what a row of the table found."""
    way = {"out": tr("To {place}"), "back": tr("From {place}")}[row["req_way"]]
    when = tr("{day}, arriving {window}") if by_arrival else tr("{day} {window}")
    if row["jour_n"] != row["jour_n"]:
        words = tr("{way}: nothing is known of this day type ({day}).")
        return words.format(way=way.format(place=row["req_to"]), day=type_name(row["day_type"]))
    found = tr("{way}, {when}: journeys {found}, required {needed}.").format(
        way=way.format(place=row["req_to"]),
        when=when.format(day=type_name(row["day_type"]), window=row["window"].replace("-", "–")),
        found=number(row["jour_n"], 0),
        needed=number(row["jour_need"], 0),
    )
    return " ".join([found, *([] if row["jour_n"] >= row["jour_need"] else _reasons(row))])


def _reasons(row):
    """Say what is wrong, as far as one figure tells."""
    import numpy as np

    from ..methods.transit.standard import LONGEST

    if row["few_chg"] != row["few_chg"]:
        words = tr("There is no journey of at most {hours} h with up to {changes} changes.")
        most = np.fmax(LONGEST / 60, row["max_min"])
        changes = number(row["max_chg"] + 1, 0)
        yield words.format(hours=number(most / 60, 0), changes=changes)
    elif row["few_chg"] > row["max_chg"]:
        words = tr("The fewest changes are {found}, allowed {allowed}.")
        yield words.format(found=number(row["few_chg"], 0), allowed=number(row["max_chg"], 0))
    elif row["best_min"] > row["max_min"]:
        words = tr("The fastest takes {found} min, allowed {allowed}.")
        yield words.format(found=number(row["best_min"], 0), allowed=number(row["max_min"], 0))


def fields_of(table, count):
    """Return the fields of the localities: how many requirements, how many met, and the worst.

    Parameters
    ----------
    table : DataFrame
        From `table_of`.
    count : int
        Localities.
    """
    import numpy as np
    import pandas as pd

    known = table[table["req_pass"].notna()]
    place = known["locality"].to_numpy()
    every = np.bincount(place, minlength=count).astype(float)
    met = np.bincount(place, known["req_pass"], minlength=count)
    failed = known[known["req_pass"] == 0]
    share = failed["jour_n"] / failed["jour_need"]
    worst = failed.assign(share=share, order=range(len(failed)))
    worst = worst.sort_values(["locality", "share", "order"]).drop_duplicates("locality")
    worst = worst.set_index("locality").reindex(range(count))
    words = {"req_worst": "req_id", "req_words": "req_words"}
    return pd.DataFrame(
        {
            "req_n": every,
            "req_met": met,
            "req_fail": every - met,
            "req_share": np.divide(100 * met, every, out=np.full(count, np.nan), where=every > 0),
            **{code: worst[name].to_numpy(dtype=object) for code, name in words.items()},
        }
    )


def _finite(values):
    import numpy as np

    numbers = np.array(values, dtype=float)
    return np.where(np.isfinite(numbers), numbers, np.nan)
