"""What areas live on: employment by branch, compared with a reference and over time."""
