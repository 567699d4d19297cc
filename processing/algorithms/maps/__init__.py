"""Maps and reports."""
