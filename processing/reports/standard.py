"""The page of a service standard: what is required, where it is met, and what is wrong."""

from __future__ import annotations

from ..i18n import tr
from ..presentation import version
from ..subjects.servicedays import type_name
from . import html
from .words import number

MET, FAILED, OPEN = "#cfe3f2", "#f6c99f", "#eceff1"
"""Blue and orange, which colour-blind readers can tell apart; a sign says the same."""

SIGNS = {1.0: ("✓", MET), 0.0: ("✗", FAILED)}


def page(lines, table, frame, *, feed, made_by):
    """Return the page.

    Parameters
    ----------
    lines : list of Line
    table : DataFrame
        From `standardresults.table_of`.
    frame : GeoDataFrame
        The localities; ``population`` is used where it is there.
    feed : Feed
    made_by : str
        Name of the tool.
    """
    known = table[table["req_pass"].notna()]
    words = tr("{met} of {all} checks are met, in {places} localities.")
    lede = words.format(
        met=number((known["req_pass"] == 1).sum(), 0),
        all=number(len(known), 0),
        places=number(known["locality"].nunique(), 0),
    )
    parts = [_required(lines, table, frame), _matrix(lines, table), _failures(table)]
    foot = tr("Made by Samplan {version}, {tool}, from '{feed}'.").format(
        version=version(), tool=made_by, feed=feed.name
    )
    return html.page(tr("Service standard of localities"), *parts, lede=lede, foot=foot)


def in_words(line):
    """Say what a line of the table requires."""
    asked = line.asked
    time = ""
    if asked.minutes < 1e9:
        time = tr(", at most {minutes} min").format(minutes=number(asked.minutes, 0))
    event = tr("arriving {window}") if asked.by_arrival else "{window}"
    back = ""
    if asked.back:
        back = tr("; back {window}").format(window=line.windows[1].replace("-", "–"))
    words = tr(
        "Journeys at least {journeys}, changes at most {changes}{time}; {days} {when}{back}."
    )
    return words.format(
        journeys=asked.journeys,
        changes=asked.transfers,
        time=time,
        days=", ".join(map(type_name, asked.days)),
        when=event.format(window=line.windows[0].replace("-", "–")),
        back=back,
    )


def _required(lines, table, frame):
    header = [tr("Id"), tr("Requirement"), tr("Localities"), tr("Met"), tr("Not met")]
    people = frame.get("population")
    if people is not None:
        header.append(tr("Inhabitants where not met"))
    rows = []
    for line in lines:
        own = table[table["req_id"] == line.code]
        failed = own[own["req_pass"] == 0]
        what = html.join(html.tag("strong", line.name), html.paragraph(in_words(line), "note"))
        counts = [len(own), (own["req_pass"] == 1).sum(), len(failed)]
        if people is not None:
            counts.append(people.iloc[failed["locality"]].sum())
        rows.append((line.code, what, *(number(count, 0) for count in counts)))
    numeric = range(2, len(header))
    return html.section(tr("What is required"), html.table(header, rows, numeric=numeric))


def _matrix(lines, table):
    """Localities and requirements, with a sign and the journeys found."""
    cells = {(row.locality, row.req_id): row for row in table.itertuples()}
    places = table.drop_duplicates("locality").set_index("locality")["loc_name"]
    failed = table[table["req_pass"] == 0].groupby("locality").size()
    order = sorted(places.index, key=lambda place: (-failed.get(place, 0), str(places[place])))
    codes = [line.code for line in lines]
    head = html.tag("tr", html.tag("th", tr("Locality")), *(html.tag("th", c) for c in codes))
    body = [
        html.tag(
            "tr",
            html.tag("td", places[place]),
            *(_cell(cells.get((place, code))) for code in codes),
        )
        for place in order
    ]
    note = tr(
        "✓ met, ✗ not met, ? not known; the number of journeys found of those required. Empty: the "
        "requirement is not for the locality. Those with most failures come first."
    )
    return html.section(
        tr("Localities and requirements"),
        html.tag("table", html.tag("thead", head), html.tag("tbody", *body)),
        html.paragraph(note, "note"),
    )


def _cell(row):
    if row is None:
        return html.tag("td", "")
    sign, colour = SIGNS.get(row.req_pass, ("?", OPEN))
    words = f"{sign} {number(row.jour_n, 0)}/{number(row.jour_need, 0)}"
    return html.tag("td", words, style=f"background:{colour}", title=row.req_words)


def _failures(table):
    failed = table[table["req_pass"] == 0]
    if failed.empty:
        return html.section(tr("What fails"), html.paragraph(tr("Every requirement is met.")))
    rows = [(row.loc_name, row.req_id, row.req_words) for row in failed.itertuples()]
    rows.sort(key=lambda row: str(row[0]))
    header = (tr("Locality"), tr("Id"), tr("What was found"))
    return html.section(tr("What fails"), html.table(header, rows))
