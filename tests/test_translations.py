"""The Swedish of everything a user sees is complete and says the same things."""

import csv
import runpy
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from samplan.processing.i18n import CONTEXT
from samplan.processing.paths import CATALOGUE, ROOT, STYLES

tool = SimpleNamespace(**runpy.run_path(str(ROOT / "tools" / "strings.py")))


def test_every_text_is_translated():
    assert tool.problems(tool.collect(), tool.translations()) == []


def test_the_compiled_translations_are_those_of_the_ts():
    translator = QTranslator()
    assert translator.load(str(tool.TRANSLATION.with_suffix(".qm")))
    translated = tool.translations()
    QCoreApplication.installTranslator(translator)
    shown = {text: QCoreApplication.translate(CONTEXT, text) for text in translated}
    QCoreApplication.removeTranslator(translator)
    assert shown == {text: translation or text for text, translation in translated.items()}


@pytest.mark.parametrize("table", [CATALOGUE, STYLES / "legend.csv"], ids=lambda path: path.stem)
def test_every_row_is_in_both_languages(table):
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    english = [name for name in rows[0] if name.split("_")[-1] == "en"]
    assert english
    for row in rows:
        for name in english:
            swedish = f"{name.removesuffix('en')}sv"
            assert bool(row[name]) == bool(row[swedish]), f"{swedish} of {row}"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("tr('one ' 'text')", ["one text"]),
        ("raise InputError('No {field}.', field=field)", ["No {field}."]),
        (
            "tr('second') if tr('first') else errors.InputError('third')",
            ["second", "first", "third"],
        ),
        ("tr(text); other('text')", []),
    ],
    ids=["literals in a row", "an error", "in reading order", "no literal"],
)
def test_collects(source, texts):
    assert tool.texts_of(source) == texts


@pytest.mark.parametrize("source", ["tr(f'No {x}')", "InputError('No ' + x)"])
def test_refuses_a_text_that_is_put_together_first(source):
    with pytest.raises(SystemExit, match="put together"):
        tool.texts_of(source)


@pytest.mark.parametrize(
    ("english", "swedish", "problem"),
    [
        ("Gap", "", "not translated"),
        ("No {field}", "Inget {fält}", "other {names}"),
        ("Stop.", "Stopp", "ends otherwise"),
    ],
)
def test_finds_a_bad_translation(english, swedish, problem):
    found = tool.problems({english: "a.py"}, {english: swedish})
    assert len(found) == 1
    assert found[0].startswith(problem)


def test_finds_a_new_and_a_dropped_text():
    assert len(tool.problems({"New": "a.py"}, {"Dropped": "Struken"})) == 2
