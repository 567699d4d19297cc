"""Public transport: from a timetable feed to what it gives each place."""
