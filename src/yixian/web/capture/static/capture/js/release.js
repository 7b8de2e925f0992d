// The release queue by keyboard: j and k walk, r releases, w withholds, b blurs, u takes back. Without this file every
// button still works. The place is kept by number, because a decided card is replaced by a new one.
const queue = document.querySelector("#list");
let here = -1;

const cards = () => [...queue.querySelectorAll("[data-record]")];

function go(number) {
  const all = cards();
  if (!all.length) return;
  here = Math.max(0, Math.min(number, all.length - 1));
  for (const card of all) card.classList.toggle("is-here", card === all[here]);
  all[here].focus({ preventScroll: true });
  all[here].scrollIntoView({ block: "nearest" });
}

/** The next card that is not decided yet, after this one. */
function nextOpen() {
  const all = cards();
  if (!all[here]?.classList.contains("is-decided")) return here;
  const found = all.findIndex((card, number) => number > here && !card.classList.contains("is-decided"));
  return found < 0 ? here : found;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  if (event.key === "j") go(here + 1);
  else if (event.key === "k") go(here - 1);
  else if ("rwub".includes(event.key) && cards()[here]) {
    cards()[here].querySelector(`[data-verb="${event.key}"]:not([disabled])`)?.click();
  } else return;
  event.preventDefault();
});

queue.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-record]");
  if (card) here = cards().indexOf(card);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.matches?.("[data-record]") && here >= 0) go(nextOpen());
});
