"""The files of a feed, in a zip archive or a folder.

The one place of the methods that opens files: a feed is far larger than what is kept of it, so
that its path, not its content, is handed in. Nothing is unpacked to disk.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Union

from ..errors import InputError

Source = Union[str, Path, bytes]

LARGEST_MEMBER = 32 << 30
"""Bytes that a file may hold when unpacked; the largest national feeds stay below 4 GB."""

LARGEST_RATIO = 400
"""Times that a file may grow when it is unpacked; timetables grow 5 to 40 times."""

HARMLESS = 1 << 22
"""Bytes that a file may always unpack to."""

BLOCK = 1 << 20
"""Bytes read at a time: what fits a processor's cache is worked on twice as fast."""


@dataclass(frozen=True)
class Archive:
    """Where the files of a feed are.

    Parameters
    ----------
    name : str
        The feed's name in messages.
    source : str, Path or bytes
        Zip archive, its content, or folder.
    members : mapping
        Path inside the archive or folder by file name in lower case.
    sizes : mapping
        Bytes when unpacked, by file name in lower case.
    """

    name: str
    source: Source
    members: Mapping[str, str]
    sizes: Mapping[str, int]

    def __contains__(self, file: str) -> bool:
        return file in self.members

    @contextmanager
    def open(self, file: str) -> Iterator[IO[bytes]]:
        """Open a file for reading bytes."""
        if file not in self.members:
            raise InputError(
                "The feed '{feed}' has no file '{file}'. Every GTFS feed must hold it; "
                "fetch the feed again or ask its publisher.",
                feed=self.name,
                file=file,
            )
        try:
            if _is_folder(self.source):
                with open(Path(str(self.source)) / self.members[file], "rb") as opened:
                    yield opened
            else:
                with _zip(self.source) as archive, archive.open(self.members[file]) as member:
                    yield member
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise InputError(
                "'{file}' in the feed '{feed}' cannot be unpacked: {reason}. "
                "Fetch the feed again; the download may have stopped half-way.",
                file=file,
                feed=self.name,
                reason=str(error),
            ) from error

    def read(self, file: str) -> bytes:
        """Return the content of a file."""
        with self.open(file) as opened:
            return opened.read()

    def blocks(self, file: str, size: int = BLOCK) -> Iterator[bytes]:
        """Yield the content of a file in blocks that end where a line ends."""
        rest = b""
        with self.open(file) as opened:
            while block := opened.read(size):
                block = rest + block
                cut = block.rfind(b"\n") + 1
                rest = block[cut:]
                if cut:
                    yield block[:cut]
        if rest:
            yield rest + b"\n"


def ahead(items: Iterator[bytes]) -> Iterator[bytes]:
    """Yield items while a thread makes the next one: unpacking and reading go side by side.

    Examples
    --------
    >>> list(ahead(iter([b"a", b"b"])))
    [b'a', b'b']
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        waiting = pool.submit(next, items, b"")
        while item := waiting.result():
            waiting = pool.submit(next, items, b"")
            yield item


def open_archive(source: Source) -> Archive:
    """Find the files of a feed in a zip archive or a folder.

    A feed may lie in a folder inside the archive. Names are checked: no member may lead out of
    the archive, be encrypted, or unpack to an absurd size.

    Parameters
    ----------
    source : str, Path or bytes
        Path of the archive or folder, or an archive's content.

    Returns
    -------
    Archive
        Files by their name in lower case.

    Raises
    ------
    InputError
        If there is nothing at the path, it is no archive, or its members are unsafe.

    Examples
    --------
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     feed.writestr("otraf/Stops.txt", "stop_id")
    >>> dict(open_archive(content.getvalue()).members)
    {'stops.txt': 'otraf/Stops.txt'}
    """
    name = "feed" if isinstance(source, bytes) else Path(source).name
    if not isinstance(source, bytes) and not Path(source).exists():
        raise InputError("There is no feed at '{path}'. Check the path.", path=str(source))
    if _is_folder(source):
        found = {
            path.name: path.stat().st_size
            for path in sorted(Path(str(source)).iterdir())
            if path.is_file()
        }
    else:
        found = _zip_members(source, name)
    members = _shallowest(found, name)
    return Archive(name, source, members, {file: found[member] for file, member in members.items()})


def content_key(source: Source) -> str:
    """Name the content of a feed: equal content, equal key, wherever it lies, packed or not.

    The key is made of the files' names, sizes and CRC-32, which a zip archive holds ready.

    Parameters
    ----------
    source : str, Path or bytes
        As in `open_archive`.

    Returns
    -------
    str
        32 hexadecimal digits.

    Raises
    ------
    InputError
        As in `open_archive`.

    Examples
    --------
    >>> content = io.BytesIO()
    >>> with zipfile.ZipFile(content, "w") as feed:
    ...     feed.writestr("stops.txt", "stop_id")
    >>> len(content_key(content.getvalue()))
    32
    """
    archive = open_archive(source)
    sums = sorted((file, archive.sizes[file], crc) for file, crc in _checksums(archive).items())
    return hashlib.sha256(repr(sums).encode()).hexdigest()[:32]


def _checksums(archive: Archive) -> dict[str, int]:
    """Return each file's CRC-32: a zip archive holds them ready."""
    if not _is_folder(archive.source):
        with _zip(archive.source) as opened:
            return {file: opened.getinfo(path).CRC for file, path in archive.members.items()}
    checksums = dict.fromkeys(archive.members, 0)
    for file in checksums:
        with archive.open(file) as stream:
            while block := stream.read(BLOCK):
                checksums[file] = zlib.crc32(block, checksums[file])
    return checksums


def _is_folder(source: Source) -> bool:
    return not isinstance(source, bytes) and Path(source).is_dir()


def _zip(source: Source) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)


def _zip_members(source: Source, name: str) -> dict[str, int]:
    try:
        with _zip(source) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(
            "'{feed}' is neither a zip archive nor a folder with GTFS files. "
            "Fetch the feed again; the download may have stopped half-way.",
            feed=name,
        ) from error
    for info in infos:
        _refuse_unsafe(info, name)
    return {info.filename: info.file_size for info in infos}


def _refuse_unsafe(info: zipfile.ZipInfo, name: str) -> None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in info.filename:
        raise InputError(
            "The archive '{feed}' is refused: its member '{member}' leads out of the archive. "
            "Fetch the feed again from its publisher.",
            feed=name,
            member=info.filename,
        )
    if info.flag_bits & 1:
        raise InputError(
            "The archive '{feed}' is encrypted. Unpack it with its password and give the folder.",
            feed=name,
        )
    grown = info.file_size > max(HARMLESS, LARGEST_RATIO * info.compress_size)
    if grown or info.file_size > LARGEST_MEMBER:
        raise InputError(
            "The archive '{feed}' is refused: its member '{member}' would unpack to {size} bytes. "
            "Fetch the feed again from its publisher.",
            feed=name,
            member=info.filename,
            size=info.file_size,
        )


def _shallowest(found: Mapping[str, int], name: str) -> dict[str, str]:
    """Return the members of the outermost folder that holds text files, by lower-case name."""
    paths = [PurePosixPath(member) for member in found]
    texts = [
        path
        for path in paths
        if path.suffix.lower() in (".txt", ".geojson")
        and "__MACOSX" not in path.parts
        and not path.name.startswith(".")
    ]
    depth = min((len(path.parts) for path in texts), default=0)
    outermost = [path for path in texts if len(path.parts) == depth]
    folders = sorted({str(path.parent) for path in outermost})
    if len(folders) > 1:
        raise InputError(
            "The archive '{feed}' holds several feeds: '{first}' and '{second}'. "
            "Unpack it and give one folder at a time.",
            feed=name,
            first=folders[0],
            second=folders[1],
        )
    return {path.name.lower(): str(path) for path in outermost}
