"""What arrives from fifty phones at once: photos, batches, a whole meeting, and the memory of many uploads.

    python -m benchmarks.uploads [--full]

A server as delivered (one process, two threads) on loopback with data of its own, fifty people with a phone
each. Without `--full` a tenth of everything is sent. Prints figures beside the bars; whatever is not confirmed
by a later look is counted as lost.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from tests.faults.door import Door, item
from tests.faults.ground import Ground
from tests.faults.pictures import noisy

PEOPLE = 50


def main() -> None:
    """Prepare, measure one after the other, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.uploads", description=__doc__)
    parser.add_argument("--full", action="store_true", help="the sizes of the bars; takes several minutes")
    full = parser.parse_args().full
    folder = Path(tempfile.mkdtemp(prefix="yixian-uploads-"))
    ground = Ground(folder, people=PEOPLE).start()
    try:
        photos(ground, 400 if full else 100)
        batches(ground, 300 if full else 100)
        meeting(ground, 20 if full else 2)
        memory(ground, 10_000 if full else 1_000)
    finally:
        ground.stop()
        shutil.rmtree(folder)


def phones(ground: Ground) -> list[Door]:
    """Everybody's phone."""
    return [Door(ground.port, each["session"], each["pk"]) for each in ground.facts["people"]]


def at_once(ground: Ground, work: Callable[[Door, int], float], times: int) -> tuple[list[float], float]:
    """Each phone works so often; seconds of each turn and of all."""

    def one(door: Door) -> list[float]:
        seconds = [work(door, turn) for turn in range(times)]
        door.hang_up()
        return seconds

    began = time.perf_counter()
    with ThreadPoolExecutor(PEOPLE) as pool:
        each = [seconds for part in pool.map(one, phones(ground)) for seconds in part]
    return each, time.perf_counter() - began


def send(door: Door, whole: dict, content: bytes) -> float:
    """One photo until a later look confirms it; seconds."""
    began = time.perf_counter()
    door.hand([whole])
    status = door.upload(whole["id"], content)
    if status not in (200, 201) or door.look(whole["id"])[whole["id"]]["state"] != "confirmed":
        raise RuntimeError(f"lost: {status}")
    return time.perf_counter() - began


def photos(ground: Ground, number: int) -> None:
    """Photos of 2 MB by fifty phones."""
    content = noisy((1720, 1290))
    number_of_meeting = ground.facts["meeting"]
    work = lambda door, _turn: send(door, item(number_of_meeting, photo=content), content)  # noqa: E731
    each, took = at_once(ground, work, max(1, number // PEOPLE))
    p95 = quantiles(each, n=20)[-1]
    print(
        f"photos of {len(content) / 1e6:.1f} MB: {len(each) / took:.1f}/s (bar 20), p95 {p95:.1f} s (bar 3),"
        f" median {median(each):.1f} s; {len(each)} confirmed"
    )


def batches(ground: Ground, number: int) -> None:
    """Batches of 20 notes by fifty phones."""

    def work(door: Door, turn: int) -> float:
        began = time.perf_counter()
        _status, answer = door.hand(
            [item(ground.facts["meeting"], text=f"笔记 {turn} {n}") for n in range(20)]
        )
        assert [each["result"] for each in answer["receipts"]] == ["stored"] * 20
        return time.perf_counter() - began

    each, took = at_once(ground, work, max(1, number // PEOPLE))
    print(f"batches of 20: {len(each) / took:.1f}/s (bar 15), p95 {quantiles(each, n=20)[-1]:.1f} s")


def meeting(ground: Ground, photos_each: int) -> None:
    """A whole meeting: fifty people, so many photos of 0.9 MB each and two notes for each photo."""
    content, number = noisy((1150, 865)), ground.facts["meeting"]

    def work(door: Door, _turn: int) -> float:
        with_photo = [item(number, photo=content, text=f"照片 {n}") for n in range(photos_each)]
        notes = [item(number, text=f"记录 {n}") for n in range(2 * photos_each)]
        every = [*notes, *with_photo]
        for at in range(0, len(every), 20):
            door.hand(every[at : at + 20])
        for each in with_photo:
            door.upload(each["id"], content)
        seen = door.look(*(each["id"] for each in every))
        return float(sum(each["state"] == "confirmed" for each in seen.values()))

    confirmed, took = at_once(ground, work, 1)
    total = PEOPLE * photos_each * 3
    print(
        f"a meeting of {PEOPLE} × {photos_each} photos of {len(content) / 1e6:.1f} MB and {2 * PEOPLE * photos_each}"
        f" notes: {sum(confirmed):.0f} of {total} confirmed in {took:.0f} s (bar 120 s for 20 photos each)"
    )
    waiting = ground.rows("SELECT count(*) FROM shared_job WHERE state = 'waiting'")[0][0]
    began = time.perf_counter()
    command = [sys.executable, "-m", "django", "worker", "--once"]
    subprocess.run(command, env=ground.environment(), check=True, timeout=1800)
    took = time.perf_counter() - began
    print(
        f"derivatives of {waiting} photos in {took:.0f} s, {waiting / took:.1f}/s (bar 1000 in 300 s: 3.3/s)"
    )


def memory(ground: Ground, number: int) -> None:
    """The server's memory before and after many small uploads."""
    content = noisy((120, 90))
    pid = int(Path(f"/proc/{ground.process.pid}/task/{ground.process.pid}/children").read_text().split()[0])
    work = lambda door, _turn: send(door, item(ground.facts["meeting"], photo=content), content)  # noqa: E731
    seen = [resident(pid)]
    for _part in range(4):
        at_once(ground, work, max(1, number // PEOPLE // 4))
        seen.append(resident(pid))
    shown = " → ".join(f"{each:.0f}" for each in seen)
    print(f"memory over {number} uploads: {shown} MiB")


def resident(pid: int) -> float:
    """MiB that a process holds."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
