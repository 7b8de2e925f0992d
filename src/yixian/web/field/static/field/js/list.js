// Everything that this person recorded, with how far it is: on this phone, on its way, arrived, released.
import { isOpen, isStuck } from "./sync.js";

// What waits for nobody once it has arrived.
const SETTLED = { check_in: ["checked_in", "good"], answer: ["answered", "good"], vote: ["counted", "good"] };

/** Whether a row is a record of the walk: neither an arrival nor an answer nor a vote. */
export const isRecord = (row) => !(row.item.kind in SETTLED);

/** How far a row is, as a word of `words.states` and a tone. */
export function standing(row) {
  if (row.state === "confirmed") {
    const holds = { released: ["released", "good"], withheld: ["withheld", "off"], quarantined: ["quarantined", "bad"] };
    return holds[row.hold] || SETTLED[row.item.kind] || ["confirmed", "wait"];
  }
  if (["refused", "damaged", "lost", "gone"].includes(row.state)) return [row.state, row.state === "gone" ? "off" : "bad"];
  if (isStuck(row)) return ["stuck", "bad"];
  if (row.state === "sent") return [row.whole ? "sent" : "sending", "wait"];
  return ["kept", "plan"];
}

export const held = (rows) => rows.filter((row) => isOpen(row) || isStuck(row)).length;

/** Draw the rows into `list` from the template of one; `on` gets what is pressed. */
export function draw(list, template, rows, words) {
  const old = outvoted(rows);
  const shown = rows.filter((row) => row.state !== "gone").reverse().map((row) => line(template, row, words, old.has(row.id)));
  list.replaceChildren(...shown);
}

/** Votes in whose place a newer one of the same person was sent. */
function outvoted(rows) {
  const votes = rows.filter((row) => row.item.kind === "vote" && row.state !== "refused");
  const isOld = (row) => votes.some((other) => other.item.ballot === row.item.ballot && other.item.sequence > row.item.sequence);
  return new Set(votes.filter((row) => row.state === "confirmed" && isOld(row)).map((row) => row.id));
}

function line(template, row, words, isOld) {
  const node = template.content.cloneNode(true);
  const put = (name, text) => {
    const part = node.querySelector(`[data-row-${name}]`);
    part.textContent = text || "";
    part.hidden = !text;
  };
  const [state, tone] = isOld ? ["outvoted", "off"] : standing(row);
  node.firstElementChild.dataset.row = row.id;
  node.firstElementChild.dataset.state = row.state;
  put("kind", words.kinds[row.item.kind]);
  put("text", row.item.text || (row.item.photo && row.item.kind !== "photo" ? words.kinds.photo : ""));
  put("where", [row.shown.station, when(row)].filter(Boolean).join("  "));
  put("reason", row.reason);
  put("state", words.states[state]);
  node.querySelector("[data-row-state]").className = `state state-${tone}`;
  const can = { edit: isRecord(row), drop: canGo(row) };
  for (const [name, shown] of Object.entries(can)) node.querySelector(`[data-${name}]`).hidden = !shown;
  return node;
}

/** Only what nobody has seen, or what the server will not take, may be thrown away here. */
export const canGo = (row) => (row.state === "kept" && !row.offered) || ["refused", "damaged", "lost"].includes(row.state);

function when(row) {
  return new Date(row.item.made_at).toLocaleTimeString(document.documentElement.lang || undefined, { hour: "2-digit", minute: "2-digit" });
}
