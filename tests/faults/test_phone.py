"""What happens on the phone itself: rows 2 and 5–10, 26, 30, 31, 34, 35, 36 and 38 of the fault list."""

import hashlib
import json
import zipfile

from tests.faults import proxy as line
from tests.faults.phone import Phone
from tests.faults.pictures import noisy

DOOR = "/field/items/"
IN_STORE = """(work) => new Promise((done, fail) => {
  const request = indexedDB.open("yixian-field");
  request.onerror = () => fail(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction(["items", "chunks"], "readwrite");
    transaction.oncomplete = () => { request.result.close(); done(); };
    const store = transaction.objectStore(work.store);
    store.openCursor().onsuccess = (event) => {
      if (!event.target.result) return;
      const value = event.target.result.value;
      if (work.store === "chunks") new Uint8Array(value.bytes)[100] ^= 1;
      else value.item.text += "!";
      event.target.result.update(value);
      event.target.result.continue();
    };
  };
})"""


def test_02_tab_closed_and_opened_again(phone, proxy, exact):
    phone.open()
    proxy.block()
    phone.write("关掉再开").shoot("照片")
    before = phone.states()
    phone.page.close()
    phone.page = phone.context.new_page()
    phone.open().has("kept", 2)
    assert phone.states() == before
    exact(phone, ["关掉再开", "照片"], photos=1)


def test_06_phone_storage_full(phone, proxy, exact):
    session = phone.context.new_cdp_session(phone.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": phone.address, "quotaSize": 200_000})
    phone.open()
    proxy.block()
    phone.write("先存的")
    phone.shoot("放不下", content=noisy((1400, 1000)), saved=False).press_save()
    phone.sees("NOT saved: this phone has no space left.")
    assert phone.page.locator("#capture textarea").input_value() == "放不下"
    assert list(phone.states().values()) == ["kept"]
    session.send("Storage.overrideQuotaForOrigin", {"origin": phone.address})
    exact(phone, ["先存的"])


def test_07_storage_evicted_while_the_page_is_open(phone, proxy, ground):
    phone.open()
    proxy.block()
    phone.write("被清除")
    session = phone.context.new_cdp_session(phone.page)
    session.send("Storage.clearDataForOrigin", {"origin": phone.address, "storageTypes": "indexeddb"})
    proxy.heal()
    phone.write("清除之后").has("confirmed", 1)
    assert list(ground.records(phone.person["pk"]).values()) == [("清除之后", "held")]


def test_08_handle_lost_is_opened_once_more(phone, exact):
    phone.page.add_init_script("""
      const real = IDBDatabase.prototype.transaction;
      let broken = 1;
      IDBDatabase.prototype.transaction = function (...args) {
        if (args[1] === "readwrite" && broken-- > 0) throw new DOMException("closing", "InvalidStateError");
        return real.apply(this, args);
      };""")
    phone.open().write("句柄丢失")
    exact(phone, ["句柄丢失"])


def test_08_store_that_never_opens_says_so(phone, ground):
    phone.page.add_init_script("""
      IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };""")
    phone.page.goto(phone.home)
    phone.sees("This browser keeps nothing here")
    phone.write("存不下", saved=False).press_save()
    phone.sees("NOT saved on this phone.")
    assert ground.records(phone.person["pk"]) == {}


def test_09_source_file_becomes_unreadable(phone, exact):
    phone.page.add_init_script("""
      window.broken = "reject";
      const real = Blob.prototype.arrayBuffer;
      File.prototype.arrayBuffer = function () {
        if (window.broken === "reject") return Promise.reject(new DOMException("gone", "NotReadableError"));
        return window.broken === "empty" ? Promise.resolve(new ArrayBuffer(0)) : real.apply(this);
      };""")
    phone.open()
    file = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": noisy((60, 40))}
    phone.page.locator("[data-kind=photo]").click()
    for trouble in ("reject", "empty"):
        phone.page.evaluate("(trouble) => { window.broken = trouble; }", trouble)
        phone.page.locator("#capture input[name=camera]").set_input_files(file)
        phone.sees("could not be read as a picture").press_save()
        phone.sees("Take a photo first.")
    assert phone.states() == {}
    phone.page.locator("#capture [data-leave]").click()
    phone.page.evaluate("() => { window.broken = ''; }")
    phone.shoot("好了", content=noisy((60, 40)))
    exact(phone, ["好了"], photos=1)


def test_10_corrupted_on_the_phone_is_never_sent_as_good(phone, proxy, ground):
    phone.open()
    proxy.block()
    phone.shoot("坏照片")
    phone.page.evaluate(IN_STORE, {"store": "chunks"})
    proxy.heal()
    phone.now().has("damaged", 1)
    assert list(ground.photos(phone.person["pk"]).values()) == [False]
    proxy.block()
    phone.write("坏文字")
    phone.page.evaluate(IN_STORE, {"store": "items"})
    proxy.heal()
    phone.now().has("damaged", 2)
    assert [text for text, _hold in ground.records(phone.person["pk"]).values()] == ["坏照片"]


def test_26_two_tabs_send_as_one(phone, proxy, exact):
    phone.open()
    proxy.block()
    words = [f"双开 {number}" for number in range(6)]
    for text in words:
        phone.write(text)
    other = Phone.__new__(Phone)
    other.__dict__.update(phone.__dict__, page=phone.context.new_page())
    other.open().has("kept", 6)
    proxy.heal()
    posts = proxy.count("POST", DOOR)
    for tab in (phone, other, phone, other):
        tab.now()
    other.has("confirmed", 6)
    exact(phone, words)
    bodies = [
        json.loads(each.body)["items"]
        for each in proxy.seen[0:]
        if DOOR in each.path and each.method == "POST"
    ]
    sent = [item["id"] for items in bodies[posts:] for item in items]
    assert len(sent) == len(set(sent)) == 6


def test_30_session_expires_mid_queue(phone, proxy, exact):
    phone.open()
    phone.context.clear_cookies(name="yixian")
    phone.write("会话过期")
    phone.has("kept", 1).sees("Sign in again; nothing is lost.")
    phone.sign_in(phone.person["session"])
    exact(phone, ["会话过期"])


def test_31_other_person_on_the_same_phone(phone, browser, ground, proxy, exact, person):
    phone.open()
    proxy.block()
    phone.write("甲的记录")
    owner, other = phone.person, ground.facts["people"][person + 40 if person < 40 else person - 40]
    proxy.heal()
    phone.sign_in(other["session"])
    phone.now().sees("Somebody else is signed in here now.")
    phone.person = other
    phone.open().sees(f"1 records of {owner['name']} are on this phone.")
    phone.write("乙的记录").has("confirmed", 1)
    assert [text for text, _hold in ground.records(other["pk"]).values()] == ["乙的记录"]
    assert ground.records(owner["pk"]) == {}
    phone.person = owner
    phone.sign_in(owner["session"])
    phone.open()
    exact(phone, ["甲的记录"])


def test_34_clock_a_day_off_and_changed_in_between(phone, ground, exact):
    phone.page.clock.install(time="2026-11-20T08:00:00+08:00")
    phone.open().write("昨天的钟")
    phone.page.clock.set_system_time("2026-11-25T23:59:59+08:00")
    phone.write("明天的钟")
    phone.page.clock.set_system_time("2026-11-01T00:00:00+08:00")
    phone.write("倒退的钟")
    phone.page.clock.run_for(3000)
    exact(phone, ["昨天的钟", "明天的钟", "倒退的钟"])
    times = ground.rows(
        "SELECT made_at FROM capture_capture WHERE author_id = ? ORDER BY id", phone.person["pk"]
    )
    assert sorted(each[0][:10] for each in times) == ["2026-10-31", "2026-11-20", "2026-11-25"]


def test_35_newer_database_and_older_page_live_together(phone, proxy, exact):
    phone.open()
    proxy.block()
    phone.write("旧版本时")
    phone.page.evaluate("""() => new Promise((done, fail) => {
      const request = indexedDB.open("yixian-field", 7);
      request.onupgradeneeded = () => request.result.createObjectStore("later", { keyPath: "id" });
      request.onsuccess = () => { request.result.close(); done(); };
      request.onerror = () => fail(request.error);
    })""")
    phone.write("新版本后")
    proxy.heal()
    phone.open()
    exact(phone, ["旧版本时", "新版本后"])


def test_38_poison_item_holds_up_nobody(phone, proxy, ground, exact):
    def poisoned(way, client, request):
        is_bad = "毒" in json.loads(request.body)["items"].__str__()
        (line.answering(500, b"oops") if is_bad else line.forward)(way, client, request)

    phone.open()
    proxy.block()
    for text in ("好一", "毒", "好二", "好三"):
        phone.write(text)
    proxy.heal()
    proxy.fault(poisoned, "POST", DOOR)
    phone.now().has("confirmed", 3).has("kept", 1)
    for _turn in range(4):
        seen = proxy.count("POST", DOOR)
        phone.now().until(lambda seen=seen: proxy.count("POST", DOOR) > seen)
        phone.page.wait_for_timeout(150)
    phone.sees("Something cannot be sent.")
    exact(phone, ["好一", "毒", "好二", "好三"])


def test_what_is_stuck_can_be_taken_along_as_one_file(phone, proxy, tmp_path, exact):
    phone.open()
    proxy.block()
    phone.shoot("带走的照片", content=noisy((200, 150))).write("带走的话")
    with phone.page.expect_download() as waiting:
        phone.page.locator("[data-export]").evaluate("button => button.click()")
    waiting.value.save_as(tmp_path / "rescue.zip")
    with zipfile.ZipFile(tmp_path / "rescue.zip") as file:
        assert file.testzip() is None
        rows = {each["text"]: each for each in json.loads(file.read("records.json"))}
        photo = file.read(f"photos/{rows['带走的照片']['id']}.jpg")
    assert set(rows) == {"带走的照片", "带走的话"}
    assert hashlib.sha256(photo).hexdigest() == rows["带走的照片"]["photo"]["digest"]
    exact(phone, ["带走的照片", "带走的话"], photos=1)
