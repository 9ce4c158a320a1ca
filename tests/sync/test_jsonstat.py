"""JSON-stat: published sample files with values looked up in them by hand, and each way in which it may be written."""

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.sync.jsonstat import cubes, read
from gigdesk.sync.wire import json_of

SPOTS = {
    "galicia-2.0": [(0, "2695880", {"birth": "T", "age": "T", "gender": "T", "time": "2001", "residence": "T"})],
    "statswe": [(1119, "137", {"Region": "25", "Alder": "90+", "Kon": "2", "Tid": "1996"})],
    "us-labor-ds": [(0, "25480", {"county": "01001", "labor": "labforce"}),
                    (12879, "15.8", {"county": "72153", "labor": "unr"})],
    "QS104EW": [(2, "28502536", {"CL_0000035": "CI_0000070", "2011WARDH": "K04000001"})],
    "ons": [(2, "98375", {"CL_0000304": "CI_0002762", "CL_0000137": "CI_0000001"})],
}  # fmt: skip


@pytest.mark.parametrize("name", SPOTS)
def test_a_published_sample_says_what_stands_in_it(fact, name):
    cube = read(json_of(fact(f"jsonstat/{name}.json")))
    for place, value, codes in SPOTS[name]:
        assert str(cube.values[place]) == value
        assert codes.items() <= cube.codes(place).items()


def test_a_bundle_holds_each_of_its_data_sets(fact):
    oecd, canada = cubes(json_of(fact("jsonstat/oecd-canada.json")))
    assert (oecd.size, str(oecd.values[431]), oecd.codes(431)["year"]) == (432, "8.004598637", "2014")
    assert (oecd.status[10], 9 in oecd.status) == ("e", False)
    assert (canada.size, str(canada.values[0]), set(canada.status.values())) == (120, "34880.5", {"a"})
    with pytest.raises(RefusedError):
        read(json_of(fact("jsonstat/oecd-canada.json")))


@pytest.mark.parametrize("kind", ["collection", "dimension"])
def test_what_holds_no_figures_is_refused_by_what_it_is(fact, kind):
    with pytest.raises(RefusedError) as refused:
        read(json_of(fact(f"jsonstat/{kind}.json")))
    assert (refused.value.code, refused.value.details["kind"]) == ("feed-jsonstat", kind)


def cube(**changed):
    """Two sexes in three years; all values are made up."""
    dimension = {"sex": {"category": {"index": {"T": 1, "F": 0}}}, "time": {"category": {"index": ["1", "2", "3"]}}}
    return {
        "class": "dataset",
        "id": ["sex", "time"],
        "size": [2, 3],
        "dimension": dimension,
        "value": [1] * 6,
    } | changed


def test_the_last_dimension_runs_fastest_and_codes_stand_where_the_index_says():
    assert read(cube()).codes(4) == {"sex": "T", "time": "2"}


@pytest.mark.parametrize(
    "changed",
    [
        {"value": [1] * 5},
        {"value": {"6": 1}},
        {"value": {"-1": 1}},
        {"value": {"x": 1}},
        {"value": 7},
        {"size": [3, 2]},
        {"size": [2]},
        {"id": ["sex", "sex"]},
        {"id": ["sex", "place"]},
        {"dimension": {}},
        {"dimension": {"sex": {"category": {"index": {"T": 0, "F": 0}}}, "time": {"category": {"index": ["1"] * 3}}}},
        {"status": ["a", "b"]},
        {"class": "folder"},
    ],
)
def test_a_cube_that_does_not_fit_together_is_refused(changed):
    with pytest.raises(RefusedError):
        read(cube(**changed))


def test_a_cube_larger_than_any_answer_is_refused_before_it_is_laid_out():
    years = {"category": {"index": [str(at) for at in range(2500)]}}
    with pytest.raises(RefusedError):
        read({"id": ["a", "b"], "size": [2500, 2500], "dimension": {"a": years, "b": years}, "value": {}})
