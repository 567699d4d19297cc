"""What can be reached from where: measures over a table of travel times."""
