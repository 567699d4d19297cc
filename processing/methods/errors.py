"""The two ways a method stops early."""

from __future__ import annotations


class InputError(ValueError):
    """The user's data or settings cannot be used: a sentence with the cause and the remedy.

    Parameters
    ----------
    template : str
        English sentence as a literal, with ``{names}`` for the values, so that the sentence can
        be translated before it is filled in.
    **values : object
        What the names stand for: layer, field, file, line, number.

    Examples
    --------
    >>> str(InputError("The gap must be positive, not {gap}.", gap=-1))
    'The gap must be positive, not -1.'
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class Cancelled(Exception):  # noqa: N818 (not an error: the user asked for it)
    """The user asked to stop."""
