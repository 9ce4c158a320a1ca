"""Whatever a source sends in place of metadata: taken, or refused in words; the copy proves itself before and after."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import RefusedError
from gigdesk.sync.chain import vouched

NAMES = ("2.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json")
SMALL = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
ANYTHING = st.recursive(
    SMALL, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=9), one, max_size=3)
)
quickly = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def places(found, path=()):
    """The ways to each value of a structure."""
    yield path
    inside = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for name, value in inside:
        yield from places(value, (*path, name))


def changed(found, path, value):
    """A structure with another value at one place."""
    if not path:
        return value
    name, *rest = path
    copy = dict(found) if isinstance(found, dict) else list(found)
    copy[name] = changed(copy[name], rest, value)
    return copy


@pytest.fixture
def behind(station, publisher, second):
    """A function: a station looks for a new release and a new root, and in place of one file finds something else."""
    publisher.new_root("timestamp")
    publisher.release(second)
    shutil.copytree(station.state, station.state.with_name("before"), symlinks=True)

    def refreshed(name, sent):
        shutil.rmtree(station.state)
        shutil.copytree(station.state.with_name("before"), station.state, symlinks=True)
        publisher.answer = lambda asked: (200, [sent]) if asked.endswith(name) else None
        try:
            with station.repository() as repository:
                repository.refresh()
        finally:
            assert station.check().sound

    refreshed.served = publisher.served
    return refreshed


@quickly
@given(st.data())
def test_no_structure_in_place_of_metadata_ends_a_sync_in_another_way(behind, data):
    name = data.draw(st.sampled_from(NAMES))
    good = json.loads(behind.served[f"metadata/{name}"])
    path = data.draw(st.sampled_from(list(places(good))))
    with suppress(RefusedError):
        behind(name, json.dumps(changed(good, path, data.draw(ANYTHING))).encode())


@quickly
@given(st.sampled_from(NAMES), st.binary(max_size=300))
def test_no_bytes_in_place_of_metadata_end_a_sync_in_another_way(behind, name, sent):
    with pytest.raises(RefusedError):
        behind(name, sent)


@quickly
@given(st.data())
def test_no_structure_in_place_of_a_copy_s_metadata_ends_its_check_in_another_way(station, data):
    name = data.draw(st.sampled_from(["root.json", "timestamp.json", "snapshot.json", "targets.json"]))
    content = (station.metadata / name).read_bytes()
    good = json.loads(content)
    path = data.draw(st.sampled_from(list(places(good))))
    try:
        (station.metadata / name).write_bytes(json.dumps(changed(good, path, data.draw(ANYTHING))).encode())
        station.check()
    finally:
        (station.metadata / name).write_bytes(content)
    assert vouched(station.metadata, station.root).signatures == 2
