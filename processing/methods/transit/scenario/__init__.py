"""Timetable scenarios: edits of a feed that leave all else of it as it is."""
