// The board of groups: a person is carried to another group with the mouse, and the effect is told before they are
// set down. A click, Enter or a finger opens the card on which the same is chosen from a list.
let carried = null;

const board = () => document.querySelector("#board[data-can-arrange]");
const tip = () => document.querySelector("#board-tip");
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const known = (seat) => new Set(seat.dataset.met.split(" ").filter(Boolean));

/** What a person would find in a group: {new, again}, from whom their unit has met before. */
export function effect(seat, card) {
  const met = known(seat);
  const others = [...card.querySelectorAll("a.seat")].filter((each) => each !== seat);
  const again = others.filter((each) => met.has(each.dataset.person)).length;
  return { new: others.length - again, again };
}

/** The wishes, in words, that a group would not keep: with whom the person was to be, or not to be. */
export function against(seat, card, wishes) {
  const person = seat.dataset.person;
  const sits = (whole, other) => whole.querySelector(`a.seat[data-person="${other}"]`) !== null;
  return wishes
    .map(([one, two, kind, words]) => ({ pair: [String(one), String(two)], kind, words }))
    .filter(({ pair }) => pair.includes(person))
    .map((wish) => ({ ...wish, other: wish.pair.find((each) => each !== person) }))
    .filter(({ other, kind }) => placed(other) && sits(card, other) !== (kind === "together"))
    .map(({ words }) => words);
}

const placed = (person) => board().querySelector(`.group-card[data-group] a.seat[data-person="${person}"]`) !== null;

function open(seat) {
  window.htmx.ajax("GET", seat.href, { target: "#dialog-content", source: seat });
}

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("a.seat")) event.preventDefault();
});

document.addEventListener("pointerdown", (event) => {
  const seat = event.target.closest("a.seat");
  if (!seat || !board()?.contains(seat) || event.button || event.pointerType === "touch") return;
  carried = { seat, x: event.clientX, y: event.clientY, moved: false, target: null };
});

document.addEventListener("pointermove", (event) => {
  if (!carried || carried.done) return;
  if (!carried.moved && Math.hypot(event.clientX - carried.x, event.clientY - carried.y) < 5) return;
  if (!carried.moved) pickUp();
  aim(document.elementFromPoint(event.clientX, event.clientY)?.closest(".group-card[data-group]"));
  tip().style.transform = `translate(${Math.min(event.clientX + 14, innerWidth - 260)}px, ${event.clientY + 18}px)`;
});

function pickUp() {
  carried.moved = true;
  document.body.classList.add("is-carrying");
  carried.seat.classList.add("is-carried");
  const met = known(carried.seat);
  for (const each of board().querySelectorAll("a.seat")) each.classList.toggle("is-known", met.has(each.dataset.person));
}

function aim(card) {
  if (card === carried.target) return;
  carried.target?.classList.remove("is-target");
  carried.target = card;
  tip().hidden = !card;
  if (!card) return;
  card.classList.add("is-target");
  const stays = card.contains(carried.seat);
  const words = { group: card.dataset.name, ...effect(carried.seat, card) };
  const told = fill(stays ? board().dataset.stay : board().dataset.tip, words);
  const broken = against(carried.seat, card, JSON.parse(board().dataset.wishes ?? "[]"));
  tip().textContent = broken.length
    ? fill(board().dataset.against, { effect: told, wishes: broken.join(board().dataset.comma) })
    : told;
  document.querySelector("#board-says").textContent = tip().textContent;
}

function setDown(take) {
  if (!carried || carried.done) return;
  carried.done = true; // Escape comes before the button is let go; only the click that follows still asks
  const { seat, target, moved } = carried;
  target?.classList.remove("is-target");
  seat.classList.remove("is-carried");
  document.body.classList.remove("is-carrying");
  if (tip()) {
    tip().hidden = true;
    tip().removeAttribute("style"); // htmx would carry it over to the new board, and the policy forbids that
  }
  for (const each of document.querySelectorAll("a.seat.is-known")) each.classList.remove("is-known");
  if (moved && take && target && !target.contains(seat)) {
    const values = { person: seat.dataset.person, group: target.dataset.group };
    window.htmx.ajax("POST", board().dataset.places, { source: board(), target: "#board", swap: "outerHTML", values });
  }
  setTimeout(() => { carried = null; });
}

document.addEventListener("pointerup", () => setDown(true));
document.addEventListener("pointercancel", () => setDown(false));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") setDown(false); });

document.addEventListener("click", (event) => {
  const seat = event.target.closest("a.seat");
  if (!seat || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (!carried?.moved) open(seat);
});

// After a move the person keeps the focus, wherever they sit now.
document.addEventListener("htmx:afterSettle", (event) => {
  const person = event.detail.requestConfig?.parameters?.person;
  if (person) document.querySelector(`#board a.seat[data-person="${CSS.escape(person)}"]`)?.focus();
});
