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


def test_processes_killed_at_random_leave_one_whole_release_and_no_lock():
    tally = crash.run(4, seed=3)
    assert tally.wrong == []
    assert tally.kills >= 4


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Runs of actions that do what must not be done."""
    actions = {"saw": (saw, 1), "litter": (litter, 1), "stumble": (stumble, 1)}
    folder = tmp_path_factory.mktemp("crash")
    scene = shelves.Scene(folder / "data", tuple(shelves.published(folder / "published")))
    shelves.start(scene, random.Random())  # noqa: S311
    return crash.Run(1, scene.published, folder, actions, {}), scene


def saw(scene, _):
    compiled = scene.shelf.current().path / COMPILED
    compiled.unlink()


def litter(scene, _):
    (scene.shelf.current().path / "litter").write_text("")


def stumble(_, __):
    raise KeyError("stumbled")


@pytest.mark.parametrize(("name", "found"), [("saw", "mended"), ("litter", "left over"), ("stumble", "stumbled")])
def test_what_must_not_be_would_be_noticed(runs, name, found):
    run, scene = runs
    tally = crash.Tally()
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
