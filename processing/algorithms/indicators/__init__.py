"""Indicators per locality."""
