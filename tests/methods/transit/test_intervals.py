"""Intervals and gaps against published figures and against waiting second by second."""

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.intervals import (
    HOUR,
    departures_of,
    measure,
    plain_interval,
)


def at(text):
    hours, minutes = text.split(":")
    return int(hours) * HOUR + int(minutes) * 60


def one(times, window, **options):
    """Measure a single group; times and window as "HH:MM"."""
    moments = [at(text) for text in times] if times and isinstance(times[0], str) else times
    board = departures_of(np.zeros(len(moments), int), moments, groups=1)
    found = measure(board, (at(window[0]), at(window[1])), **options)
    return {name: values[0] for name, values in found._asdict().items()}


PUBLISHED = [
    (["6:35", "7:15"], ("6:00", "7:00"), 2600.0),
    (list(range(at("9:00"), at("16:45") + 1, 900)), ("8:40", "16:40"), 890.625),
    (["9:01", "9:02", "10:01", "10:02", "11:00", "11:05"], ("9:00", "11:00"), 3481.5),
]


@pytest.mark.parametrize(("times", "window", "seconds"), PUBLISHED)
def test_the_published_mean_intervals(times, window, seconds):
    assert one(times, window, squared="oevgk18")["squared_interval"] == seconds


@pytest.mark.parametrize(
    ("times", "window", "seconds"),
    [
        (*PUBLISHED[0][:2], 2600.0),  # PTV's own example
        # 20 min at first, 30 gaps of 15, and 10 of the last 15 minutes
        (*PUBLISHED[1][:2], (1200**2 + 30 * 900**2 + 900**2 - 300**2) / (8 * HOUR)),
        # the departure on the hour ends the wait; 11:01 would be the first once more
        (*PUBLISHED[2][:2], (60**2 + 60**2 + 3540**2 + 60**2 + 3480**2) / (2 * HOUR)),
    ],
)
def test_the_waiting_rule_counts_every_gap(times, window, seconds):
    assert one(times, window)["squared_interval"] == pytest.approx(seconds, rel=1e-12)


@pytest.mark.parametrize("minutes", [1, 5, 7.5, 30, 60])
def test_a_regular_service_has_the_interval_it_has(minutes):
    step = int(minutes * 60)
    found = one(list(range(0, 24 * HOUR, step)), ("6:00", "20:00"))
    assert found["squared_interval"] == pytest.approx(step, rel=1e-12)
    assert found["longest_gap"] == found["shortest_gap"] == found["mean_gap"] == step
    assert found["longest_wait"] <= step
    assert found["hours_served"] == 1


@pytest.mark.parametrize("seed", range(20))
def test_equals_waiting_from_every_second(seed):
    rng = np.random.default_rng(seed)
    begin, end = 6 * HOUR, 6 * HOUR + int(rng.integers(600, 5000))
    times = np.sort(rng.integers(begin - 3000, end + 3000, rng.integers(1, 12)))
    inside = times[(times >= begin) & (times < end)]
    board = departures_of(np.zeros(len(times), int), times, groups=1)
    found = measure(board, (begin, end))
    if not len(inside):
        assert np.isnan(found.squared_interval[0])
        return
    # whoever finds nothing more waits for the first departure of the window, one window later
    every = np.append(times, inside[0] + end - begin)
    # the mean over all moments, not only whole seconds, lies half a second below
    moments = np.arange(begin, end) + 0.5
    wait = [every[every >= moment].min() - moment for moment in moments]
    assert found.squared_interval[0] == pytest.approx(2 * np.mean(wait), rel=1e-9)
    gaps = np.diff(inside)
    assert found.departures[0] == len(inside)
    assert (found.first[0], found.last[0]) == (inside[0], inside[-1])
    assert found.longest_wait[0] == max([inside[0] - begin, end - inside[-1], *gaps])
    if len(gaps):
        assert found.longest_gap[0] == gaps.max()
        assert found.shortest_gap[0] == gaps.min()
        assert found.mean_gap[0] == pytest.approx(gaps.mean())
    else:
        assert np.isnan([found.longest_gap[0], found.shortest_gap[0], found.mean_gap[0]]).all()
    hours = {(moment - begin) // HOUR for moment in inside}
    assert found.hours_served[0] == pytest.approx(len(hours) / np.ceil((end - begin) / HOUR))


def test_groups_do_not_meddle_with_each_other():
    rng = np.random.default_rng(7)
    group, time = rng.integers(0, 50, 900), rng.integers(0, 30 * HOUR, 900)
    group[group == 13] = 14
    together = measure(departures_of(group, time, groups=50), (7 * HOUR, 19 * HOUR))
    for number in range(50):
        mine = time[group == number]
        alone = measure(
            departures_of(np.zeros(len(mine), int), mine, groups=1), (7 * HOUR, 19 * HOUR)
        )
        np.testing.assert_array_equal(
            [values[number] for values in together], [values[0] for values in alone]
        )
    assert together.departures[13] == 0


def test_nothing_at_all():
    found = measure(departures_of([], [], groups=2), (0, HOUR))
    assert found.departures.tolist() == [0, 0]
    assert found.hours_served.tolist() == [0, 0]
    assert np.isnan(found.squared_interval).all()
    assert measure(departures_of([], [], groups=0), (0, HOUR)).departures.tolist() == []


def test_the_end_of_a_window_does_not_belong_to_it():
    found = one(["6:00", "7:00"], ("6:00", "7:00"))
    assert (found["departures"], found["first"], found["last"]) == (1, 21600, 21600)


def test_simultaneous_departures_leave_no_gap():
    found = one(["6:30", "6:30"], ("6:00", "7:00"))
    assert (found["departures"], found["shortest_gap"], found["longest_gap"]) == (2, 0, 0)


@pytest.mark.parametrize("window", [(HOUR, HOUR), (2 * HOUR, HOUR), (-1, HOUR)])
def test_a_window_must_last(window):
    with pytest.raises(InputError, match="time window"):
        measure(departures_of([0], [0], groups=1), window)


def test_the_plain_interval_is_the_window_over_departures():
    found = plain_interval([14, 28, 0.5, 0], (6 * HOUR, 20 * HOUR))
    np.testing.assert_array_equal(found, [3600, 1800, 100800, np.nan])
