// What is put to those who are present: votes, and questions that wait for an answer. Both go through the outbox.
// As long as the page is seen and there is a line, it looks now and then whether there is something new.
import { writeNote } from "./store.js";
import { standing } from "./list.js";

const LOOK_EVERY = 20_000;
const find = (selector) => document.querySelector(selector);

export class Talk {
  #told = null; // what was refused and has been said

  constructor({ config, words, outbox, say }) {
    Object.assign(this, { config, words, outbox, say, rows: [] });
    this.dialog = find("#answer");
    this.form = this.dialog.querySelector("form");
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#answer(); });
    setInterval(() => this.look(), LOOK_EVERY);
    window.addEventListener("online", () => this.look());
    document.addEventListener("visibilitychange", () => this.look());
  }

  /** Open the form for an answer. */
  open(button) {
    const asked = button.closest("li").querySelector("[data-asked]").textContent;
    const { elements } = this.form;
    if (elements.question.value !== button.dataset.answer) elements.text.value = "";
    elements.question.value = button.dataset.answer;
    this.dialog.querySelector("[data-asked]").textContent = asked;
    this.#tell("");
    this.dialog.showModal();
    elements.text.focus();
  }

  async #answer() {
    const { elements } = this.form;
    const text = elements.text.value;
    if (!text.trim()) return this.#tell(this.words.no_answer);
    if (this.form.dataset.busy) return undefined;
    this.form.dataset.busy = "1";
    try {
      const asked = this.dialog.querySelector("[data-asked]").textContent;
      await this.#keep("answer", { text, question: Number(elements.question.value) }, asked);
      elements.text.value = "";
      this.dialog.close();
      this.say(this.words.saved);
    } catch (error) {
      this.#tell(error?.name === "QuotaExceededError" ? this.words.full : this.words.not_saved);
    } finally {
      delete this.form.dataset.busy;
    }
    return undefined;
  }

  /** Keep a vote. Each has a higher number than any that this phone or the site knows of this person. */
  async vote(button) {
    const ballot = button.closest("[data-ballot]");
    const isHere = "here" in find("#talk").dataset || this.rows.some((row) => row.item.kind === "check_in" && row.state !== "refused" && row.item.meeting === this.config.meeting);
    if (!isHere) {
      ballot.querySelector("[data-vote-note]").textContent = this.words.check_in_first;
      return undefined;
    }
    if (ballot.dataset.busy || button.getAttribute("aria-pressed") === "true") return undefined;
    ballot.dataset.busy = "1";
    try {
      const known = Number(ballot.dataset.sequence);
      const sequence = await writeNote("votes", (last) => Math.max(last || 0, known) + 1);
      const core = { text: "", ballot: Number(ballot.dataset.ballot), choice: Number(button.dataset.choice), sequence };
      await this.#keep("vote", core, `${ballot.querySelector("h2").textContent}  ${button.textContent}`);
      this.say(this.words.saved);
    } catch {
      this.say(this.words.not_saved, "error");
    } finally {
      delete ballot.dataset.busy;
    }
    return undefined;
  }

  #keep(kind, core, station) {
    const usual = { meeting: this.config.meeting, station: null, kind, shows_people: false };
    return this.outbox.record({ ...usual, ...core }, null, { shown: { station } });
  }

  #tell(text) {
    const status = this.dialog.querySelector("[data-answer-status]");
    status.hidden = !text;
    status.querySelector("p").textContent = text;
  }

  /** Say at each vote and question how far one's own is. */
  show(rows) {
    this.rows = rows;
    for (const ballot of document.querySelectorAll("[data-ballot]")) this.#mark(ballot);
    for (const note of document.querySelectorAll("[data-answered]")) {
      const mine = rows.filter((row) => row.item.kind === "answer" && String(row.item.question) === note.dataset.answered).pop();
      if (mine) note.textContent = `${this.words.kinds.answer}: ${this.#standing(mine)}`;
    }
    const refused = rows.filter((row) => row.state === "refused" && ["vote", "answer"].includes(row.item.kind));
    for (const row of refused) if (this.#told && !this.#told.has(row.id)) this.say(row.reason || this.words.states.refused, "warning");
    this.#told = new Set(refused.map((row) => row.id));
  }

  #mark(ballot) {
    const mine = this.rows.filter((row) => row.item.kind === "vote" && String(row.item.ballot) === ballot.dataset.ballot);
    const last = mine.sort((one, other) => one.item.sequence - other.item.sequence).pop();
    if (!last || last.item.sequence < Number(ballot.dataset.sequence)) return;
    ballot.querySelector("[data-vote-note]").textContent = `${this.words.kinds.vote}: ${this.#standing(last)}`;
    const counted = [...mine, last].filter((row) => row.state !== "refused").pop();
    const choice = counted ? String(counted.item.choice) : ballot.dataset.own;
    for (const key of ballot.querySelectorAll("[data-choice]")) key.setAttribute("aria-pressed", String(key.dataset.choice === choice));
  }

  #standing(row) {
    const words = this.words.states[standing(row)[0]];
    return row.reason ? `${words}. ${row.reason}` : words;
  }

  /** Take over what is new, and keep the page for the time without a line. */
  async look() {
    if (document.hidden || !navigator.onLine) return;
    const { home } = this.config.urls;
    const answer = await fetch(`${home}?meeting=${this.config.meeting}`, { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (!answer?.ok || !answer.headers.has("X-Field-Shell")) return;
    const copy = answer.clone();
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#talk");
    const now = find("#talk");
    if (!fresh || fresh.dataset.version === now.dataset.version) return;
    if (await globalThis.caches?.has("yixian-field-page")) await (await caches.open("yixian-field-page")).put(home, copy);
    const isOpen = now.querySelector("[data-questions]")?.open;
    now.replaceWith(fresh);
    if (isOpen) fresh.querySelector("[data-questions]")?.setAttribute("open", "");
    this.show(this.rows);
  }
}
