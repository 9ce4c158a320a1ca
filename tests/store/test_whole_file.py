"""A file is written whole or not at all, and over another only where that was asked."""

import errno
import os

import pytest

from gigdesk.store.whole import write_whole


def full(_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("before", [None, b"mine"])
def test_a_full_disk_leaves_what_was_there_and_nothing_half_written(tmp_path, monkeypatch, before):
    file = tmp_path / "table.csv"
    if before:
        file.write_bytes(before)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        write_whole(file, b"new", over=True)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([before] if before else [])


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "table.csv", b"new")
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_stays_unless_it_was_to_be_replaced(tmp_path):
    file = tmp_path / "table.csv"
    file.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_whole(file, b"new")
    assert file.read_bytes() == b"mine"
    write_whole(file, b"new", over=True)
    assert file.read_bytes() == b"new"
