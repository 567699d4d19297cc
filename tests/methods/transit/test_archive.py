"""Files of a feed in archives and folders, and those that are refused."""

import io
import zipfile

import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit import archive
from samplan.processing.methods.transit.archive import ahead, content_key, open_archive


def packed(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in members.items():
            opened.writestr(name, text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"stops.txt": "x"}, {"stops.txt": "stops.txt"}),
        ({"gtfs/Stops.TXT": "x"}, {"stops.txt": "gtfs/Stops.TXT"}),
        ({"stops.txt": "x", "old/stops.txt": "y"}, {"stops.txt": "stops.txt"}),
        ({"stops.txt": "x", "__MACOSX/._stops.txt": "y"}, {"stops.txt": "stops.txt"}),
        ({"stops.txt": "x", ".hidden.txt": "y", "readme.md": "z"}, {"stops.txt": "stops.txt"}),
    ],
    ids=["plain", "in a folder", "another feed deeper inside", "Mac's rubbish", "other files"],
)
def test_finds_the_files(members, found):
    assert dict(open_archive(packed(members)).members) == found


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"../stops.txt": "x"}, "leads out of the archive"),
        ({"/etc/stops.txt": "x"}, "leads out of the archive"),
        ({"C:/stops.txt": "x"}, "leads out of the archive"),
        ({"a\\..\\..\\stops.txt": "x"}, "leads out of the archive"),
        ({"a/stops.txt": "x", "b/stops.txt": "y"}, "holds several feeds: 'a' and 'b'"),
        ({"stops.txt": b"\0" * (1 << 24)}, "would unpack to 16777216 bytes"),
    ],
    ids=["upwards", "absolute", "a drive", "Windows upwards", "two feeds", "a bomb"],
)
def test_refuses_unsafe_archives(members, sentence):
    with pytest.raises(InputError, match=sentence):
        open_archive(packed(members))


def test_refuses_an_encrypted_archive():
    content = bytearray(packed({"stops.txt": "x"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="is encrypted"):
        open_archive(bytes(content))


def test_refuses_what_is_no_archive(tmp_path):
    (tmp_path / "feed.zip").write_text("<html>404</html>")
    with pytest.raises(InputError, match=r"'feed\.zip' is neither a zip archive nor a folder"):
        open_archive(tmp_path / "feed.zip")
    with pytest.raises(InputError, match="There is no feed at"):
        open_archive(tmp_path / "missing.zip")


def test_says_so_when_a_member_is_damaged():
    content = bytearray(packed({"stops.txt": bytes(range(256)) * 40}))
    content[60] ^= 0xFF
    with pytest.raises(InputError, match=r"'stops\.txt' in the feed 'feed' cannot be unpacked"):
        open_archive(bytes(content)).read("stops.txt")


def test_blocks_end_where_lines_end(monkeypatch):
    monkeypatch.setattr(archive, "BLOCK", 16)
    text = b"\n".join(b"%d" % n * 5 for n in range(60))
    feed = open_archive(packed({"stop_times.txt": text}))
    blocks = list(feed.blocks("stop_times.txt", 16))
    assert len(blocks) > 10
    assert all(block.endswith(b"\n") for block in blocks)
    assert b"".join(blocks) == text + b"\n"


def test_a_line_longer_than_a_block_stays_whole():
    feed = open_archive(packed({"stop_times.txt": b"x" * 100 + b"\ny\n"}))
    assert list(feed.blocks("stop_times.txt", 16)) == [b"x" * 100 + b"\ny\n"]


def test_reading_ahead_passes_errors_on():
    def broken():
        yield b"a"
        raise InputError("It broke.")

    items = ahead(broken())
    assert next(items) == b"a"
    with pytest.raises(InputError, match="It broke"):
        next(items)


def test_the_key_names_the_content(write, pack, tmp_path):
    folder, packed_feed = write(), pack()
    assert content_key(folder) == content_key(packed_feed)
    before = content_key(folder)
    stops = folder / "stops.txt"
    stops.write_text(stops.read_text().replace("15.10", "15.11"))
    assert content_key(folder) != before
