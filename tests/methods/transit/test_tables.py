"""Small tables with every habit that files have."""

import numpy as np
import pytest
from samplan.processing.methods.errors import InputError
from samplan.processing.methods.transit.tables import parse

PLAIN = "stop_id,stop_name\n1,Åtvidaberg\n2,Kisa\n"


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.rstrip().encode(),
        PLAIN.replace("Kisa", '" Kisa "').encode(),
        PLAIN.replace("stop_id", " Stop_ID ").encode(),
        PLAIN.replace("\n2", "\n\n2").encode(),
    ],
    ids=[
        "plain",
        "byte-order mark",
        "CRLF",
        "CR",
        "no last line end",
        "quoted",
        "odd header",
        "blank line",
    ],
)
def test_reads_the_same_whatever_the_habit(raw):
    table = parse(raw, "stops.txt", required=["stop_id"])
    assert table["stop_id"].tolist() == ["1", "2"]
    assert table["stop_name"].tolist() == ["Åtvidaberg", "Kisa"]
    assert table["missing"].tolist() == ["", ""]


def test_latin1_is_read_with_a_warning():
    table = parse(PLAIN.encode("latin-1"), "stops.txt")
    assert table["stop_name"][0] == "Åtvidaberg"
    (finding,) = table.findings
    assert (finding.severity, finding.row) == ("warning", 2)
    assert "was read as Latin-1" in finding.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_is_refused(encoding):
    raw = ("\ufeff" if encoding == "utf-16-be" else "").encode(encoding) + PLAIN.encode(encoding)
    with pytest.raises(InputError, match=r"'stops\.txt' is encoded in UTF-16"):
        parse(raw, "stops.txt")


def test_quotes_may_hold_commas_marks_and_line_ends():
    raw = b'stop_id,stop_name,x\n1,"a, ""b""\nc",2\n3,d,4\n'
    table = parse(raw, "stops.txt")
    assert table["stop_name"].tolist() == ['a, "b"\nc', "d"]
    assert table["x"].tolist() == ["2", "4"]
    assert table.line.tolist() == [2, 4]
    assert table.findings == ()


def test_rows_of_another_width_are_pointed_out_with_their_line():
    table = parse(b"a,b\n1,2\n3\n4,5,6\n7,8,9\n", "x.txt")
    assert table["b"].tolist() == ["2", "", "5", "8"]
    assert [(f.severity, f.row, f.values["count"]) for f in table.findings] == [
        ("warning", 4, 2),
        ("note", 3, 1),
    ]


def test_a_nul_is_read_as_a_blank():
    table = parse(b"a\nx\0y\n", "x.txt")
    assert table["a"].tolist() == ["x y"]
    assert [(f.severity, f.row) for f in table.findings] == [("warning", 2)]


def test_a_column_named_twice_is_read_once():
    table = parse(b"a,a\n1,2\n", "x.txt")
    assert table["a"].tolist() == ["1"]
    assert [f.severity for f in table.findings] == ["warning"]


def test_a_missing_column_is_named_with_those_that_are_there():
    with pytest.raises(InputError, match=r"'x\.txt' has no column 'c'; it has a, b"):
        parse(b"a,b\n1,2\n", "x.txt", required=["a", "c"])


def test_numbers_are_nan_where_there_is_none():
    table = parse(b"a\n1.5\n \nx\n -2\n1e3\n", "x.txt")
    np.testing.assert_array_equal(table.numbers("a"), [1.5, np.nan, -2, 1000])
    assert parse(b"a\n", "x.txt").numbers("a").tolist() == []
