// Put a list into another order by dragging: <ol data-sortable="address"> with <li data-id>. The new order is
// posted as `item` for each row; the buttons in the rows do the same for keyboards and phones.
let dragged = null;

const listOf = (node) => node.closest?.("[data-sortable]");
const rowOf = (node) => node.closest?.("[data-sortable] > li");

function clear(list) {
  for (const row of list.children) row.classList.remove("is-before", "is-after", "is-dragged");
}

/** Rows may be dragged with a mouse; links and buttons in them stay links and buttons. */
function prepare() {
  for (const row of document.querySelectorAll("[data-sortable] > li")) row.draggable = true;
}

document.addEventListener("dragstart", (event) => {
  dragged = rowOf(event.target);
  if (!dragged) return;
  dragged.classList.add("is-dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.id);
});

document.addEventListener("dragover", (event) => {
  const row = rowOf(event.target);
  if (!dragged || !row || listOf(row) !== listOf(dragged)) return;
  event.preventDefault();
  clear(listOf(row));
  dragged.classList.add("is-dragged");
  if (row !== dragged) row.classList.add(isBefore(event, row) ? "is-before" : "is-after");
});

document.addEventListener("drop", (event) => {
  const row = rowOf(event.target);
  if (!dragged || !row || listOf(row) !== listOf(dragged)) return;
  event.preventDefault();
  if (row !== dragged) row[isBefore(event, row) ? "before" : "after"](dragged);
  save(listOf(row));
});

document.addEventListener("dragend", () => {
  if (dragged) clear(dragged.parentElement);
  dragged = null;
});

function isBefore(event, row) {
  const box = row.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2;
}

function save(list) {
  const item = [...list.children].map((row) => row.dataset.id);
  const target = `#${list.parentElement.id}`;
  window.htmx.ajax("POST", list.dataset.sortable, { source: list, target, swap: "outerHTML", values: { item } });
}

document.addEventListener("htmx:load", prepare);
prepare();
