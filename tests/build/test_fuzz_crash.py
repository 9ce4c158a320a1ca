"""The short form of the long run over killed processes, and that it would notice what is wrong."""

from __future__ import annotations

import os
import random
import signal

import pytest

if os.name != "posix":
    pytest.skip("processes are forked", allow_module_level=True)

from fuzz import crash, killed, shelves
from fuzz.killed import Death

from gigdesk.store.kept import COMPILED

KILLS = 3


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three releases, and a data folder in which the first is installed."""
    folder = tmp_path_factory.mktemp("crash")
    scene = shelves.Scene(folder / "data", tuple(shelves.published(folder / "published", 3)))
    shelves.start(scene, random.Random())  # noqa: S311
    return scene


def test_processes_killed_at_random_leave_one_whole_release_and_no_lock(scene, tmp_path):
    tally, number, run = crash.Tally(), 0, crash.Run(4, scene.published, tmp_path)
    while tally.kills < KILLS:
        number += 1
        run.once(number, scene.data, tally, told=number == 1)
    assert tally.wrong == []


def saw(scene, _):
    compiled = scene.shelf.current().path / COMPILED
    compiled.unlink()


def litter(scene, _):
    (scene.shelf.current().path / "litter").write_text("")


def stumble(_, __):
    raise KeyError("stumbled")


@pytest.mark.parametrize(("name", "found"), [("saw", "mended"), ("litter", "left over"), ("stumble", "stumbled")])
def test_what_must_not_be_would_be_noticed(scene, tmp_path, name, found):
    actions = {"saw": (saw, 1), "litter": (litter, 1), "stumble": (stumble, 1)}
    run, tally = crash.Run(1, scene.published, tmp_path, actions), crash.Tally()
    run.tried(1, scene, [(name, Death())], tally)
    assert any(found in wrong for wrong in tally.wrong)
    shelves.start(scene, random.Random())  # noqa: S311


def test_a_process_is_killed_at_the_event_that_is_asked_for(tmp_path):
    def work():
        for at in range(9):
            (tmp_path / f"folder {at}").mkdir(exist_ok=True)

    (ended,) = killed.run([(work, Death(events=4))], tmp_path)
    assert ended.status == -signal.SIGKILL
    assert len(list(tmp_path.glob("folder *"))) == 3
    (ended,) = killed.run([(work, Death())], tmp_path)
    assert (ended.status, ended.events) == (0, 9)
