"""The demo region's PX files: read back by a small reader, cells counted and summed."""

import doctest
import itertools
import re

import numpy as np
import pandas as pd
import pytest
from samplan.processing.demo import facts
from samplan.processing.demo import statistics as statistics_module
from samplan.processing.demo.commuting import jobs, jobs_by_section
from samplan.processing.demo.statistics import ENCODING, statistics

STRING = re.compile(r'"([^"]*)"')
TINY = ["Mantorp", "Vikingstad", "Sya", "Spångsholm"]


def read(text):
    """Keywords and cells of a PX file: the few rules these files need."""
    head, data = text.split("DATA=")
    keywords = {}
    # A semicolon inside quotes does not end a keyword.
    for statement in re.findall(r'((?:[^;"]|"[^"]*")+);\s*', head):
        key, value = re.match(r'((?:[^="]|"[^"]*")+)=(.*)', statement, re.S).groups()
        joined = re.sub(r'"\s*\n\s*"', "", value)
        keywords[key] = STRING.findall(joined) if '"' in joined else [joined]
    cells = re.findall(r'"[^"]*"|[^\s;]+', data)
    return keywords, cells


def table(text, mark=""):
    """Cells with the codes of each variable, in one of the languages."""
    keywords, cells = read(text)
    variables = keywords[f"STUB{mark}"] + keywords[f"HEADING{mark}"]
    codes = [keywords[f'CODES{mark}("{name}")'] for name in variables]
    assert len(cells) == np.prod([len(c) for c in codes])
    frame = pd.DataFrame(itertools.product(*codes), columns=variables)
    return frame.assign(text=cells, value=pd.to_numeric(pd.Series(cells), errors="coerce"))


@pytest.fixture(scope="module")
def files():
    return statistics(facts.PLACES, seed=1)


@pytest.fixture(scope="module")
def population(files):
    return table(files["folkmangd_tatort.px"])


@pytest.fixture(scope="module")
def employed(files):
    return table(files["sysselsatta_dagbefolkning.px"])


@pytest.fixture(params=["folkmangd_tatort.px", "sysselsatta_dagbefolkning.px"])
def text(request, files):
    return files[request.param]


# --- the files -------------------------------------------------------------------------------


def test_the_file_is_what_it_says(text):
    keywords, _ = read(text)
    assert keywords["CHARSET"] == ["ANSI"]
    assert keywords["CODEPAGE"] == [ENCODING]
    assert text.encode(ENCODING).decode(ENCODING) == text
    assert keywords["LANGUAGES"] == ["sv", "en"]
    assert keywords["LANGUAGE"] == ["sv"]
    assert "synteti" in keywords["NOTE"][0].lower()
    assert "synthetic" in keywords["NOTE[en]"][0].lower()
    assert max(map(len, text.splitlines())) < 512


def test_both_languages_tell_the_same(text):
    keywords, _ = read(text)
    swedish = {key for key in keywords if "TITLE" in key or "VALUES" in key or "CODES" in key}
    assert len([key for key in swedish if "[en]" in key]) * 2 == len(swedish)
    for sv, en in zip(
        keywords["STUB"] + keywords["HEADING"], keywords["STUB[en]"] + keywords["HEADING[en]"]
    ):
        assert keywords[f'CODES("{sv}")'] == keywords[f'CODES[en]("{en}")']
        texts = keywords[f'VALUES("{sv}")'], keywords[f'VALUES[en]("{en}")']
        for values in texts:
            assert len(values) == len(keywords[f'CODES("{sv}")']) == len(set(values))


def test_the_year_is_time(text):
    keywords, _ = read(text)
    (year,) = keywords["HEADING"]
    codes = keywords[f'CODES("{year}")']
    assert f'TIMEVAL("år")=TLIST(A1,"{codes[0]}"-"{codes[-1]}");' in text
    assert codes == [str(y) for y in range(int(codes[0]), int(codes[-1]) + 1)]


def test_examples_are_true():
    assert doctest.testmod(statistics_module).failed == 0


def test_the_same_seed_gives_the_same_files(files):
    assert statistics(facts.PLACES, seed=1) == files
    assert statistics(facts.PLACES, seed=2) != files


def test_a_tiny_region_has_its_places_only():
    places = facts.PLACES[facts.PLACES["name"].isin(TINY)]
    found = statistics(places, seed=1)
    assert set(table(found["folkmangd_tatort.px"])["tätort"]) == set(places["code"])
    areas = set(table(found["sysselsatta_dagbefolkning.px"])["område"])
    assert areas == set(places["code"]) | {"0580R", "0586R", "0580", "0586"}


# --- population ------------------------------------------------------------------------------


def test_population_has_every_place_and_year(population):
    assert len(population) == len(facts.PLACES) * 16
    assert set(population["tätort"]) == set(facts.PLACES["code"])
    assert (population["år"].min(), population["år"].max()) == ("2010", "2025")
    assert population["value"].gt(0).all()


def test_the_last_year_is_the_demo_regions(population):
    last = population[population["år"] == "2025"].set_index("tätort")["value"]
    assert (last == facts.PLACES.set_index("code")["population"]).all()


def test_growth_is_believable(population):
    wide = population.pivot(index="tätort", columns="år", values="value")
    assert wide.pct_change(axis=1).iloc[:, 1:].abs().to_numpy().max() < 0.06
    decade = (wide["2025"] / wide["2015"]).rename("growth").to_frame()
    decade["character"] = facts.PLACES.set_index("code")["character"]
    means = decade.groupby("character")["growth"].mean()
    assert means["residential"] > means["service"] > means["rural"]
    assert 1.05 < decade.loc["0580T001", "growth"] < 1.18


# --- employment ------------------------------------------------------------------------------


def test_employment_has_the_dimensions_of_the_original(employed):
    sizes = employed.drop(columns=["text", "value"]).nunique().to_dict()
    assert sizes == {"område": 56, "näringsgren": 16, "kön": 3, "år": 10}
    assert set(employed["näringsgren"]) == {
        "TOT", "A", "B+C", "D+E", "F", "G", "H", "I", "J", "K", "L", "M+N", "O", "P", "Q",
        "R+S+T+U",
    }  # fmt: skip


def test_nobody_sees_a_one_or_a_two(employed):
    assert not employed["text"].isin(["1", "2"]).any()
    assert employed["text"].eq("0").any()
    assert set(employed.loc[employed["value"].isna(), "text"]) == {'".."'}


def test_sections_are_hidden_where_fewer_than_thirty_work(employed):
    both = employed[employed["kön"] == "1+2"].set_index(["område", "år"])
    total = both.loc[both["näringsgren"] == "TOT", "value"]
    hidden = both.loc[both["näringsgren"] == "Q", "text"] == '".."'
    assert hidden.any()
    assert (hidden == (total < 30)).all()
    assert employed.loc[employed["näringsgren"] == "TOT", "value"].notna().all()


def test_the_last_year_is_the_jobs(employed):
    last = employed.query("år == '2024' and kön == '1+2'").set_index(["område", "näringsgren"])
    expected = jobs(facts.PLACES)
    totals = last["value"].xs("TOT", level="näringsgren")
    assert (totals[expected.index] == expected).all()
    linkoping = jobs_by_section(facts.PLACES).loc["0580T001"]
    assert last.loc[("0580T001", "B+C"), "value"] == linkoping["B"] + linkoping["C"]
    assert last.loc[("0580T001", "M+N"), "value"] == linkoping["M"] + linkoping["N"]


@pytest.mark.parametrize(
    ("dimension", "total"), [("näringsgren", "TOT"), ("kön", "1+2")], ids=["sections", "sexes"]
)
def test_parts_sum_to_the_total_but_for_disclosure(employed, dimension, total):
    others = [c for c in ("område", "näringsgren", "kön", "år") if c != dimension]
    parts = employed[employed[dimension] != total].groupby(others)["value"]
    whole = employed[employed[dimension] == total].set_index(others)["value"]
    shown = parts.count() == parts.size()
    gap = (parts.sum() - whole[parts.sum().index])[shown & whole.notna()]
    # A 1 becomes 0 or 3, a 2 becomes 0 or 3: at most 2 off for each part and for the total.
    assert gap.abs().max() <= 2 * (employed[dimension].nunique())
    assert gap.abs().max() > 0
    assert abs(gap.mean()) < 0.2


def test_localities_and_countryside_sum_to_the_municipality(employed):
    total = employed.query("näringsgren == 'TOT' and kön == '1+2'").set_index(["område", "år"])
    area = total["value"].unstack()
    parts = area[area.index.str.len() > 4]
    sums = parts.groupby(parts.index.str[:4]).sum()
    assert len(sums) == 5
    assert (sums == area.loc[sums.index]).all(axis=None)


def test_the_break_of_2019_is_a_step_and_is_told(employed, files):
    keywords, _ = read(files["sysselsatta_dagbefolkning.px"])
    assert "AGI" in keywords['VALUENOTE("år","2019")'][0]
    assert "AGI" in keywords['VALUENOTE[en]("year","2019")'][0]
    total = employed.query("näringsgren == 'TOT' and kön == '1+2'")
    region = total[total["område"].str.len() == 4].groupby("år")["value"].sum()
    growth = region.pct_change().dropna()
    others = growth.drop("2019")
    assert 0.025 < growth["2019"] < 0.06
    assert others.between(-0.01, 0.02).all()


def test_women_and_men_work_where_they_usually_do(employed):
    last = employed.query("område == '0580' and år == '2024'")
    wide = last.pivot(index="näringsgren", columns="kön", values="value")
    women = wide["2"] / wide["1+2"]
    assert women["Q"] > 0.7 > 0.5 > women["B+C"] > women["F"]
    assert 0.4 < women["TOT"] < 0.55
