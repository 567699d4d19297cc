"""Errors and progress, the pieces every method uses."""

import pytest
from samplan.processing.methods.errors import Cancelled, InputError
from samplan.processing.methods.progress import blocks, part


def test_the_template_stays_whole_for_translation():
    error = InputError("The layer '{layer}' is empty.", layer="Öar")
    assert str(error) == "The layer 'Öar' is empty."
    assert error.template == "The layer '{layer}' is empty."


def test_blocks_cover_everything_once_and_tell_the_progress():
    told = []
    covered = [i for block in blocks(10, 4, told.append) for i in range(10)[block]]
    assert covered == list(range(10))
    assert told == [0.0, 0.4, 0.8, 1.0]


def test_an_empty_job_is_done_at_once():
    told = []
    assert list(blocks(0, 4, told.append)) == []
    assert told == [1.0]


def test_blocks_stop_when_the_progress_raises():
    def stop(fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        list(blocks(10, 4, stop))


def test_a_part_reports_within_the_whole():
    told = []
    step = part(told.append, 0.2, 0.6)
    step(0.0)
    step(1.0)
    assert told == pytest.approx([0.2, 0.6])
