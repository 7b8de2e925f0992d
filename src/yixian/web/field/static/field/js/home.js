// The phone's page: where I am, what I may do here, and everything I recorded. It never leaves this one page, so
// that a whole walk works without a line. Without this file, its links lead to pages that do the same.
import { CaptureForm } from "./form.js";
import { draw, held, isRecord, standing } from "./list.js";
import { Outbox } from "./outbox.js";
import { say as note } from "../../shared/js/toast.js"; // with the page: without a line it could not be fetched any more
import { offer, rescue } from "./rescue.js";
import { bytesOf } from "./store.js";
import { isOpen, isStuck } from "./sync.js";
import { Talk } from "./talk.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const find = (selector) => document.querySelector(selector);
const config = read("field-config");
const words = read("field-words");
const outbox = new Outbox(config);
const dialogs = { capture: find("#capture"), mine: find("#mine") };
const stops = [...document.querySelectorAll("[data-stop]")];
let known = null; // what the number from the server counts already
let here = stops.find((stop) => !stop.hidden) || null;


// One note of success at a time: who records quickly is told the same again and again.
function say(text, level = "success") {
  if (level === "success") find("#toasts .toast-success")?.remove();
  note({ text, level }, JSON.parse(document.body.dataset.words));
}

const talk = new Talk({ config, words, outbox, say });

// ---- where I am ----------------------------------------------------------------------------------------------
function go(station) {
  const stop = stops.find((each) => each.dataset.stop === station);
  if (!stop) return;
  here = stop;
  for (const each of stops) each.hidden = each !== stop;
  for (const link of document.querySelectorAll(".walk-list [data-go]")) {
    if (link.dataset.go === station) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const key = find("[data-kind=photo]");
  const isForbidden = stop.dataset.photos === "forbidden";
  key.setAttribute("aria-disabled", String(isForbidden || !config.may_record));
  if (isForbidden || !config.may_record) key.removeAttribute("href");
  else key.href = "#photo";
  find("[data-photo-note]").hidden = !isForbidden;
  history.replaceState(null, "", `?meeting=${config.meeting}&station=${station}`);
  stop.querySelector("h2")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

// ---- recording ------------------------------------------------------------------------------------------------
const form = new CaptureForm(dialogs.capture.querySelector("form"), {
  outbox,
  words,
  done() {
    dialogs.capture.close();
    say(words.saved);
  },
});
dialogs.capture.addEventListener("close", () => form.close());

function open(kind, row = null, photo = null) {
  const stop = row ? stops.find((each) => each.dataset.stop === String(row.item.station)) : here;
  const allowed = stop?.dataset.photos !== "forbidden";
  if (kind === "photo" && !allowed) return say(words.forbidden, "warning");
  const shown = { station: stop?.dataset.name || "" };
  form.begin({ kind, station: stop?.dataset.stop, text: row?.item.text, prompt: words.prompts[kind], allowed, instead: row?.id || "", shown, photo });
  find("#capture-title").textContent = words.kinds[kind];
  find("[data-capture-station]").textContent = shown.station;
  dialogs.capture.showModal();
  if (kind !== "photo") dialogs.capture.querySelector("textarea").focus();
  return undefined;
}

async function checkIn(button) {
  button.setAttribute("aria-disabled", "true");
  try {
    await outbox.record({ meeting: config.meeting, station: null, kind: "check_in", text: "", shows_people: false }, null);
    say(words.saved);
  } catch {
    button.removeAttribute("aria-disabled");
    say(words.not_saved, "error");
  }
}

// ---- everything that is here --------------------------------------------------------------------------------
const troubles = { offline: words.offline, signed_out: words.signed_out, other_person: words.other_person, failed: words.failed, full: words.server_full };

async function refresh() {
  let rows, others;
  try {
    ({ mine: rows, others } = await outbox.rows());
  } catch {
    return show("[data-store-lost]", words.no_store);
  }
  known ??= new Set(rows.filter((row) => row.state === "confirmed").map((row) => row.id));
  const left = held(rows);
  const chip = find("[data-held]");
  chip.textContent = left ? words.held.replace("{number}", left) : words.nothing_held;
  chip.className = `state state-${left ? "wait" : "good"}`;
  find("[data-own-count]").textContent = config.own + rows.filter((row) => !known.has(row.id) && isRecord(row) && row.state !== "gone").length;
  show("[data-trouble]", left ? troubles[outbox.trouble] || "" : "");
  show("[data-stuck]", rows.some(isStuck) ? words.some_stuck : "");
  show("[data-others]", [...others].map(([name, number]) => words.others.replaceAll("{name}", name || "?").replace("{number}", number)).join(" "));
  find("[data-export]").disabled = !rows.some((row) => isOpen(row) || isStuck(row) || row.state === "lost");
  draw(find("[data-rows]"), find("#row"), rows, words);
  find("[data-nothing]").hidden = rows.length > 0;
  showArrival(rows);
  talk.show(rows);
  return undefined;
}

function show(selector, text) {
  const part = find(selector);
  part.hidden = !text;
  part.querySelector("p").textContent = text;
}

function showArrival(rows) {
  const button = find("[data-check-in]");
  const arrival = rows.filter((row) => row.item.kind === "check_in" && row.item.meeting === config.meeting).pop();
  if (!button || !arrival) return;
  const [state, tone] = standing(arrival);
  const badge = find("[data-arrival]");
  badge.textContent = state === "checked_in" ? words.states.checked_in : `${words.kinds.check_in}: ${words.states[state]}`;
  badge.className = `state state-${tone}`;
  badge.hidden = false;
  button.hidden = arrival.state !== "refused";
}

async function exportAll() {
  const { mine } = await outbox.rows();
  const stamp = new Date().toISOString().slice(0, 16).replace(/[-:T]/g, "");
  await offer(await rescue(mine.filter((row) => isOpen(row) || isStuck(row) || row.state === "lost")), `yixian-${stamp}.zip`);
}

async function onRow(button) {
  const id = button.closest("[data-row]").dataset.row;
  const row = (await outbox.rows()).mine.find((each) => each.id === id);
  if (!row) return;
  if (button.matches("[data-edit]")) {
    const photo = row.item.photo ? await bytesOf(id) : null;
    dialogs.mine.close();
    open(row.item.kind === "photo" && !photo?.length ? "note" : row.item.kind, row, photo);
  } else if (button.dataset.sure) await outbox.forget(id);
  else {
    button.dataset.sure = "1";
    button.textContent = words.really;
  }
}

// ---- what is pressed ------------------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const on = (selector) => event.target.closest(selector);
  const pressed = on("[data-go], [data-kind], [data-mine], [data-check-in], [data-choice], [data-answer], [data-export], [data-now], [data-row] button, [data-leave]");
  if (!pressed || pressed.disabled) return;
  event.preventDefault();
  if (pressed.dataset.go) go(pressed.dataset.go);
  else if (pressed.dataset.kind) { if (config.may_record) open(pressed.dataset.kind); }
  else if (pressed.matches("[data-mine]")) dialogs.mine.showModal();
  else if (pressed.matches("[data-check-in]")) { if (pressed.getAttribute("aria-disabled") !== "true") checkIn(pressed); }
  else if (pressed.dataset.choice) talk.vote(pressed);
  else if (pressed.dataset.answer) talk.open(pressed);
  else if (pressed.matches("[data-export]")) exportAll();
  else if (pressed.matches("[data-now]")) outbox.wake();
  else if (pressed.matches("[data-leave]")) pressed.closest("dialog").close();
  else onRow(pressed);
});

// Who signs out takes the kept page along; what they recorded stays, locked, until they are back.
document.addEventListener("submit", (event) => {
  if (event.submitter?.matches("[formaction*=signout]")) caches?.delete("yixian-field-page");
});

if ("serviceWorker" in navigator && window.isSecureContext) {
  navigator.serviceWorker.register(config.urls.worker, { scope: config.urls.home }).catch(() => undefined);
}
const wanted = new URLSearchParams(location.search);
if (wanted.get("station")) go(wanted.get("station"));
outbox.addEventListener("change", refresh);
refresh();
outbox.start();
if (wanted.get("record") && config.may_record) open(wanted.get("record"));
