"""What a reader remarks on its way through a feed: plain sentences with a place and a remedy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

SEVERITIES = ("error", "warning", "note")
"""``error``: something was left out; ``warning``: doubtful; ``note``: harmless, worth knowing."""


def tr(text: str) -> str:
    """Mark a sentence for translation; it is translated where it is shown.

    Examples
    --------
    >>> tr("The feed has no lines.")
    'The feed has no lines.'
    """
    return text


@dataclass(frozen=True)
class Finding:
    """One remark about a feed.

    Parameters
    ----------
    severity : str
        One of `SEVERITIES`.
    file : str
        Name of the feed's file it is about.
    row : int or None
        Line of the first instance, the header being line 1; None for the file as a whole.
    template : str
        English sentence with ``{names}``, so that it can be translated before it is filled in.
    values : mapping
        What the names stand for: texts and numbers.
    remedy : str
        English sentence that says what to do; it holds no names.

    Examples
    --------
    >>> Finding("note", "stops.txt", None, "{count} stops.", {"count": 3}, "Nothing to do.").text
    '3 stops.'
    """

    severity: str
    file: str
    row: int | None
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    remedy: str = ""

    @property
    def text(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.values)

    def within(self, feed: str) -> Finding:
        """Return the same finding with the feed's name before the file's."""
        return replace(self, file=f"{feed}/{self.file}")


Findings = tuple[Finding, ...]
