"""Weighing the interests of actors, and following up what they agreed on."""
