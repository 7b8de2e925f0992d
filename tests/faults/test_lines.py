"""Bad lines between the phone and the site: rows 1, 11–13, 15–19 and 32 of the fault list."""

import pytest

from tests.faults import proxy as line
from tests.faults.pictures import noisy

DOOR = "/field/items/"


def test_01_no_network_at_capture(phone, proxy, exact):
    phone.open()
    proxy.fault(line.refuse)
    phone.context.set_offline(True)
    for number in range(3):
        phone.write(f"无网 {number}")
    phone.shoot("无网照片")
    phone.has("kept", 4).sees("4 on this phone")
    phone.context.set_offline(False)
    exact(phone, ["无网 0", "无网 1", "无网 2", "无网照片"], photos=1)


def test_11_upload_cut_at_60_percent_goes_on_from_there(phone, proxy, exact):
    phone.open()
    proxy.fault(line.cut(0.6), "PUT", "/photos/", times=3)
    phone.shoot("断线", content=noisy((1400, 1000)))
    phone.until(lambda: proxy.count("PUT", "/photos/") >= 3)
    exact(phone, ["断线"], photos=1)
    offsets = [int(each.path.rpartition("=")[2]) for each in proxy.seen if each.method == "PUT"]
    assert offsets == sorted(offsets)
    assert offsets[-1] > 0


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_12_done_but_the_reply_is_lost(phone, proxy, exact, method):
    phone.open()
    proxy.fault(line.no_reply, method, "/field/", times=2)
    phone.shoot("回执丢失")
    exact(phone, ["回执丢失"], photos=1)


def test_13_every_request_arrives_twice(phone, proxy, exact):
    phone.open()
    proxy.fault(line.twice, "POST", DOOR)
    proxy.fault(line.twice, "PUT", "/photos/")
    phone.write("重复").shoot("重复照片")
    phone.has("confirmed", 2)
    exact(phone, ["重复", "重复照片"], photos=1)


@pytest.mark.parametrize("broken", [line.truncate, line.invalid], ids=["cut", "invalid"])
def test_15_broken_answer_marks_nothing(phone, proxy, exact, broken):
    phone.open()
    proxy.fault(broken, "POST", DOOR)
    phone.write("残缺回执")
    phone.has("kept", 1)
    exact(phone, ["残缺回执"])


@pytest.mark.parametrize("stranger", [line.captive, line.to_sign_in], ids=["16-captive", "17-sign-in"])
def test_16_and_17_a_stranger_answers(phone, proxy, exact, stranger):
    phone.open()
    proxy.fault(stranger, "", "/field/")
    phone.write("认证网络")
    phone.has("kept", 1).sees("Sign in again; nothing is lost.")
    exact(phone, ["认证网络"])


@pytest.mark.parametrize("status", [500, 503])
def test_18_bursts_of_5xx_are_met_with_patience(phone, proxy, exact, status):
    phone.open()
    proxy.fault(line.answering(status, b"<html>busy</html>"), "", "/field/status/")
    before = len(proxy.seen)
    phone.write("五百")
    phone.has("kept", 1).sees("tried again by itself")
    phone.page.wait_for_timeout(3000)
    assert 2 <= len(proxy.seen) - before <= 6
    exact(phone, ["五百"])


def test_19_words_pass_a_thin_line_before_photos(phone, proxy, exact):
    phone.open()
    proxy.fault(line.slow(40_000), "PUT", "/photos/")
    phone.shoot("细线照片", content=noisy((400, 300)))
    phone.write("细线文字")
    phone.has("confirmed", 1)
    exact(phone, ["细线照片", "细线文字"], photos=1)


def test_19_two_kilobytes_a_second_and_a_photo_that_falls_silent_on_its_way(phone, proxy, exact):
    phone.open()
    proxy.fault(line.slow(2_000), "POST", "/field/items/")
    proxy.fault(line.stalled(3), "PUT", "/photos/", times=1)
    phone.shoot("断续照片", content=noisy((400, 300)))
    phone.write("细线文字")
    phone.until(lambda: proxy.count("PUT", "/photos/") >= 1)
    exact(phone, ["断续照片", "细线文字"], photos=1)
    first, second, *_more = [int(each.path.rpartition("=")[2]) for each in proxy.seen if each.method == "PUT"]
    assert (first, second > 0) == (0, True)


def test_32_stale_token_in_an_old_page(phone, proxy, exact):
    phone.open()
    phone.context.clear_cookies(name="yixian-csrf")
    phone.write("旧令牌")
    phone.has("confirmed", 1)
    exact(phone, ["旧令牌"])
