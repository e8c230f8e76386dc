"""Converted files are kept privately, within bounds, and never mistaken for others."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractors import cache as module
from extractors.cache import Cache, UnusableCache


@pytest.fixture
def converted(tmp_path: Path) -> Path:
    path = tmp_path / "converted.docx"
    path.write_bytes(b"PK" + bytes(998))
    return path


def test_what_is_kept_comes_back_for_the_same_file_and_version_alone(tmp_path: Path, converted: Path) -> None:
    cache = Cache.at(tmp_path / "kept")
    cache.keep("a1", "LibreOffice 7.4", converted)
    target = tmp_path / "back.docx"
    assert not cache.fetch("a1", "LibreOffice 24.2", target)
    assert not cache.fetch("b2", "LibreOffice 7.4", target)
    assert not target.exists()
    assert Cache.at(tmp_path / "kept").fetch("a1", "LibreOffice 7.4", target)
    assert target.read_bytes() == converted.read_bytes()


def test_nobody_else_may_look(tmp_path: Path, converted: Path) -> None:
    (tmp_path / "kept" / "converted").mkdir(parents=True, mode=0o777)
    cache = Cache.at(tmp_path / "kept")
    cache.keep("a1", "7", converted)
    assert cache.folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in cache.folder.iterdir())


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UnusableCache, match="--no-cache"):
        Cache.at(tmp_path / "file")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "converted").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(UnusableCache, match="somebody else"):
        Cache.at(tmp_path / "kept")


def test_the_least_recently_used_go_first(
    tmp_path: Path, converted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CACHE_BYTES", 2500)
    cache = Cache.at(tmp_path)
    for age, name in enumerate(("new", "older", "oldest")):
        cache.keep(name, "7", converted)
        (path,) = cache.folder.glob(f"{name}-*")
        stamp = path.stat().st_mtime - 1000 * age
        os.utime(path, (stamp, stamp))
    assert cache.fetch("oldest", "7", tmp_path / "x.docx")  # used now, so no longer the oldest
    cache.tidy()
    left = sorted(path.name.partition("-")[0] for path in cache.folder.iterdir())
    assert left == ["new", "oldest"]


def test_what_nobody_asked_for_in_half_a_year_goes(tmp_path: Path, converted: Path) -> None:
    cache = Cache.at(tmp_path)
    cache.keep("a1", "7", converted)
    (path,) = cache.folder.iterdir()
    os.utime(path, (1e9, 1e9))
    cache.tidy()
    assert not list(cache.folder.iterdir())


def test_runs_that_share_it_see_whole_files(tmp_path: Path) -> None:
    cache = Cache.at(tmp_path / "kept")
    contents = [bytes([number]) * 500_000 for number in range(4)]

    def work(number: int) -> bool:
        source = tmp_path / f"source-{number}"
        source.write_bytes(contents[number % 4])
        for turn in range(20):
            cache.keep("same", "7", source)
            target = tmp_path / f"target-{number}-{turn}"
            if cache.fetch("same", "7", target) and target.read_bytes() not in contents:
                return False
            cache.tidy()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(4)))
    assert [path.suffix for path in cache.folder.iterdir()] == [".docx"]
