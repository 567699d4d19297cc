"""What the tools of a subject share: reading its layers, steps of computing, dressing results."""
