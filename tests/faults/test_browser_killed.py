"""The browser dies: rows 3, 4 and 5 of the fault list, on a profile that lasts."""

import os
import threading
from random import Random

import pytest

from tests.faults.owned import owned
from tests.faults.pictures import noisy

REPEATS = int(os.environ.get("YIXIAN_KILLS", "5"))
SEED = int(os.environ.get("YIXIAN_SEED", "1"))


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "profile"


def test_03_killed_right_after_saved(ground, proxy, person, profile, driver, exact):
    profile.mkdir()
    with owned(profile, driver) as own:
        phone = own.phone(ground, proxy, person).open()
        proxy.block()
        phone.shoot("存完就死", content=noisy((900, 700)))
        own.kill()
        phone = own.phone(ground, proxy, person).open().has("kept", 1)
        exact(phone, ["存完就死"], photos=1)


def test_04_killed_while_saving_is_whole_or_absent(ground, proxy, person, profile, driver, exact):
    profile.mkdir()
    chance, said = Random(SEED), []
    with owned(profile, driver) as own:
        for number in range(REPEATS):
            phone = own.phone(ground, proxy, person).open()
            proxy.block()
            before = phone.states()
            phone.shoot(f"第{number}次", content=noisy((900, 700)), saved=False).press_save()
            threading.Event().wait(chance.uniform(0, 0.06))
            is_said = phone.page.locator("#capture").is_hidden()
            own.kill()
            phone = own.phone(ground, proxy, person).open()
            phone.page.wait_for_timeout(100)
            new = set(phone.states()) - set(before)
            assert len(new) == 1 or (not new and not is_said)
            said += [f"第{number}次"] if new else []
            own.kill()
        phone = own.phone(ground, proxy, person).open().has("kept", len(said))
        exact(phone, said, photos=len(said))
    print(
        f"{REPEATS} kills of the browser on {ground.kept.kind}: {len(said)} captures whole, the others absent"
    )


def test_05_renderer_crashes(ground, proxy, person, profile, driver, exact):
    profile.mkdir()
    with owned(profile, driver) as own:
        phone = own.phone(ground, proxy, person).open()
        proxy.block()
        phone.shoot("渲染崩溃", content=noisy((600, 400)))
        own.crash_renderers()
        phone = own.phone(ground, proxy, person, anew=False).open().has("kept", 1)
        exact(phone, ["渲染崩溃"], photos=1)
