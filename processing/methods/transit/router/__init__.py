"""Travel times by public transport: every departure minute of a window, door to door."""
