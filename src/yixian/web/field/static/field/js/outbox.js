// One person's outbox on this phone: what they record goes in, a sender takes it out whenever there is a line.
import { canonical, sha256 } from "./digest.js";
import { Door } from "./door.js";
import { newId } from "./ids.js";
import { BUSY, alone } from "./lock.js";
import * as store from "./store.js";
import { isOpen, isStuck, look, send } from "./sync.js";

const LONGEST_WAIT = 60;
const KEPT_FOR = 7 * 24 * 3600 * 1000;

export class Outbox extends EventTarget {
  #door;
  #turns = 0;
  #timer = 0;
  #reported = "";
  trouble = "";

  constructor(config) {
    super();
    this.config = config;
    this.#door = new Door(config);
    this.tabs = "BroadcastChannel" in window ? new BroadcastChannel("yixian-field") : null;
    this.tabs?.addEventListener("message", () => this.#changed(false));
  }

  /** Begin to send, now and whenever there is reason to hope. */
  start() {
    window.addEventListener("online", () => this.wake());
    window.addEventListener("pageshow", () => this.wake());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.wake(); });
    this.wake(true);
  }

  /** Keep one thing. Resolves when it is safe on the phone; `instead` names a row that it corrects. */
  async record(core, bytes, { instead = "", shown = {} } = {}) {
    const photo = bytes ? { digest: await sha256(bytes), size: bytes.length } : null;
    const item = { id: newId(), made_at: new Date().toISOString(), ...core, photo };
    item.digest = await sha256(canonical(item));
    const { person, name } = this.config;
    const row = { id: item.id, person, name, item, shown, state: "kept", at: Date.now(), tries: 0, offered: false };
    await (instead ? store.replace(instead, row, bytes) : store.keep(row, bytes));
    navigator.storage?.persist?.().catch(() => false);
    this.#changed();
    this.wake();
    return row;
  }

  /** This person's rows, and how many of whom else are here. */
  async rows() {
    const every = await store.all();
    const mine = every.filter((row) => row.person === this.config.person);
    const others = new Map();
    for (const row of every) {
      if (row.person !== this.config.person && row.state !== "confirmed") others.set(row.name, (others.get(row.name) || 0) + 1);
    }
    return { mine, others };
  }

  /** Forget a line: one that nobody has seen yet, or one that its owner gives up. */
  async forget(id) {
    await store.remove(id);
    this.#changed();
  }

  wake(isFirst = false) {
    clearTimeout(this.#timer);
    this.#turns = 0;
    return this.#drain(isFirst);
  }

  async #drain(isFirst = false) {
    try {
      const done = await alone(() => this.#send(isFirst));
      this.trouble = done === BUSY ? this.trouble : "";
    } catch (error) {
      this.trouble = error.kind === "forbidden" ? "signed_out" : error.kind || "failed";
    }
    this.#changed(this.trouble !== "");
    const left = (await this.rows().catch(() => ({ mine: [] }))).mine.some(isOpen);
    if (left || this.trouble === "failed") this.#later();
  }

  async #send(isFirst) {
    const mine = async () => (await this.rows()).mine;
    if (isFirst) await this.#tidy(await mine());
    if ((await mine()).some(isOpen)) await send(this.#door, mine, () => this.#changed());
    await this.#report(await mine());
  }

  /** Lines that were let go: look whether they are still there, and forget them after a week. */
  async #tidy(rows) {
    const settled = rows.filter((row) => ["confirmed", "gone"].includes(row.state));
    for (const row of settled.filter((each) => Date.now() - each.at > KEPT_FOR)) await store.remove(row.id);
    await look(this.#door, settled.filter((row) => row.state === "confirmed" && Date.now() - row.at <= KEPT_FOR));
  }

  /** Tell the host how much is still here, when that has changed. */
  async #report(rows) {
    const id = await store.writeNote("device", (known) => known || newId());
    const holds = rows.filter((row) => isOpen(row) || isStuck(row)).length;
    const phone = { id, meeting: this.config.meeting, holds, stuck: rows.filter(isStuck).length };
    if (JSON.stringify(phone) === this.#reported) return;
    await this.#door.hand([], phone);
    this.#reported = JSON.stringify(phone);
  }

  #later() {
    clearTimeout(this.#timer);
    const seconds = Math.min(LONGEST_WAIT, 2 ** this.#turns) * (0.5 + Math.random() / 2);
    this.#turns = Math.min(this.#turns + 1, 10);
    this.#timer = setTimeout(() => this.#drain(), seconds * 1000);
  }

  #changed(tellTabs = true) {
    this.dispatchEvent(new Event("change"));
    if (tellTabs) this.tabs?.postMessage("changed");
  }
}
