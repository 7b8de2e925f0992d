// Everything that this person recorded, with how far it is: on this phone, on its way, arrived, released.
import { isOpen, isStuck } from "./sync.js";

/** How far a row is, as a word of `words.states` and a tone. */
export function standing(row) {
  if (row.state === "confirmed") {
    const holds = { released: ["released", "good"], withheld: ["withheld", "off"], quarantined: ["quarantined", "bad"] };
    return holds[row.hold] || (row.item.kind === "check_in" ? ["checked_in", "good"] : ["confirmed", "wait"]);
  }
  if (["refused", "damaged", "lost", "gone"].includes(row.state)) return [row.state, row.state === "gone" ? "off" : "bad"];
  if (isStuck(row)) return ["stuck", "bad"];
  if (row.state === "sent") return [row.whole ? "sent" : "sending", "wait"];
  return ["kept", "plan"];
}

export const held = (rows) => rows.filter((row) => isOpen(row) || isStuck(row)).length;

/** Draw the rows into `list` from the template of one; `on` gets what is pressed. */
export function draw(list, template, rows, words) {
  const shown = rows.filter((row) => row.state !== "gone").reverse().map((row) => line(template, row, words));
  list.replaceChildren(...shown);
}

function line(template, row, words) {
  const node = template.content.cloneNode(true);
  const put = (name, text) => {
    const part = node.querySelector(`[data-row-${name}]`);
    part.textContent = text || "";
    part.hidden = !text;
  };
  const [state, tone] = standing(row);
  node.firstElementChild.dataset.row = row.id;
  node.firstElementChild.dataset.state = row.state;
  put("kind", words.kinds[row.item.kind]);
  put("text", row.item.text || (row.item.photo && row.item.kind !== "photo" ? words.kinds.photo : ""));
  put("where", [row.shown.station, when(row)].filter(Boolean).join("  "));
  put("reason", row.reason);
  put("state", words.states[state]);
  node.querySelector("[data-row-state]").className = `state state-${tone}`;
  const can = { edit: row.item.kind !== "check_in", drop: canGo(row) };
  for (const [name, shown] of Object.entries(can)) node.querySelector(`[data-${name}]`).hidden = !shown;
  return node;
}

/** Only what nobody has seen, or what the server will not take, may be thrown away here. */
export const canGo = (row) => (row.state === "kept" && !row.offered) || ["refused", "damaged", "lost"].includes(row.state);

function when(row) {
  return new Date(row.item.made_at).toLocaleTimeString(document.documentElement.lang || undefined, { hour: "2-digit", minute: "2-digit" });
}
