"""The archive of a timetable scenario: every file of the user's feed, with what was edited."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath

from ..methods.errors import InputError

TIMES, SHAPES = "stop_times.txt", "shapes.txt"
MOMENT = (1980, 1, 1, 0, 0, 0)
"""Date of all members: the same scenario gives the same bytes on any day."""
READABLE = 0o644 << 16
BLOCK = 1 << 20


def path_of(inputs, name):
    """Return the path of the one feed to edit: an archive, or the folder of an unpacked one."""
    path = Path(inputs.algorithm.parameterAsFile(inputs.parameters, name, inputs.context))
    if path.suffix.lower() == ".txt":
        return path.parent
    if path.is_dir() and not any(path.glob("*.txt")) and any(path.glob("*.zip")):
        raise InputError(
            "'{folder}' holds several timetables; a scenario edits one. Choose one of them.",
            folder=path.name,
        )
    return path


def write(path, archive, original, draft, *, scenario, progress):
    """Write the archive of a scenario.

    Files that the scenario does not change keep their bytes, and all keep their order; files that
    are new come last.

    Parameters
    ----------
    path : str or Path
        Archive to write.
    archive : Archive
        The user's feed.
    original, draft : Original, Draft
        The timetable as read, and after the edits.
    scenario : str
        Its name.
    progress : callable
        Told the fraction done.
    """
    from ..methods.transit.scenario.files import changed_files

    changed = changed_files(original, draft, scenario=scenario)
    contents = {name: iter([raw]) for name, raw in changed.items()}
    if draft.calls is not original.draft.calls:
        contents[TIMES] = _told(_calls(archive, original, draft), archive, progress)
    if set(draft.ways) != set(original.draft.ways):
        contents[SHAPES] = _shapes(archive, original, draft)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, blocks in _members(archive):
            _copy(target, name, contents.pop(name.lower(), blocks))
        for name, blocks in sorted(contents.items()):
            _copy(target, name, blocks)


def save(source, path):
    """Move a finished file to its place, whole or not at all; returns "" as `Outputs` wants."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.move(str(source), str(part))  # perhaps from another disk
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return ""


def _copy(target, name, blocks):
    info = zipfile.ZipInfo(name, MOMENT)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, READABLE
    with target.open(info, "w", force_zip64=True) as member:
        for block in blocks:
            member.write(block)


def _members(archive):
    """Yield the name and content of every file; those of the feed stand outermost."""
    source = Path(archive.source)
    feed = set(archive.members.values())
    folder = {str(PurePosixPath(path).parent) for path in feed}
    inner = "" if "." in folder else f"{folder.pop()}/"
    if source.is_dir():
        for path in sorted(each for each in source.iterdir() if each.is_file()):
            with path.open("rb") as stream:
                yield path.name, _blocks(stream)
        return
    with zipfile.ZipFile(source) as opened:
        for info in opened.infolist():
            if not info.is_dir():
                with opened.open(info) as stream:
                    name = info.filename
                    yield name[len(inner) :] if name in feed else name, _blocks(stream)


def _blocks(stream):
    while block := stream.read(BLOCK):
        yield block


def _calls(archive, original, draft):
    from ..methods.transit.scenario.calls import rewritten

    return rewritten(archive.blocks(TIMES), original.draft, draft)


def _told(blocks, archive, progress):
    """Tell the progress of blocks on their way."""
    size, done = max(archive.sizes.get(TIMES, 1), 1), 0
    for block in blocks:
        progress(min(done / size, 1.0))
        done += len(block)
        yield block


def _shapes(archive, original, draft):
    from ..methods.transit.scenario.files import new_shapes

    head = b""
    if SHAPES in archive:
        with archive.open(SHAPES) as stream:
            head = stream.readline()
        yield from archive.blocks(SHAPES)
    yield from new_shapes(original, draft, head)
