// The planning board by keyboard and by pointer: arrows walk it, Enter or a click opens a cell's card, and a
// chosen cell is dragged to another month of its row with the price under the pointer.
const board = document.querySelector("#board");
if (board) start();

function start() {
  const says = document.querySelector("#board-says");
  const tip = document.querySelector("#board-tip");
  const months = [...board.tHead.rows[0].cells].map((cell) => cell.dataset.month);
  const rows = [...board.tBodies[0].rows];
  let home = rows[0]?.querySelector("a");
  let drag = null;
  if (home) home.tabIndex = 0;

  /** A cell in words: what it costs, or why it cannot be. */
  function words(link) {
    const cell = link.parentElement;
    const reason = document.getElementById(link.getAttribute("aria-describedby"));
    const kind = ["on", "no", "c0"].find((name) => link.classList.contains(name)) ?? "cost";
    const values = {
      host: cell.parentElement.cells[0].textContent, month: months[cell.cellIndex], points: link.textContent.trim(),
      why: reason?.textContent,
    };
    return says.dataset[kind].replace(/\{(\w+)\}/g, (_all, name) => values[name]);
  }

  function open(link) {
    window.htmx.ajax("GET", link.href, { target: "#dialog-content", source: link });
  }

  function go(row, column) {
    const link = rows[row]?.cells[column]?.querySelector("a");
    if (!link) return;
    link.focus();
  }

  board.addEventListener("focusin", (event) => {
    const link = event.target.closest("td a");
    if (!link) return;
    home.tabIndex = -1;
    home = link;
    home.tabIndex = 0;
    says.textContent = words(link);
  });

  board.addEventListener("pointerover", (event) => {
    const link = event.target.closest("td a");
    if (link && !drag) says.textContent = words(link);
  });
  board.addEventListener("pointerleave", () => { says.textContent = says.dataset.rest; });

  board.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.altKey || event.metaKey) return;
    const [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
    const last = cell.parentElement.cells.length - 1;
    const steps = {
      ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1], ArrowUp: [row - 1, column], ArrowDown: [row + 1, column],
      Home: [event.ctrlKey ? 0 : row, 1], End: [event.ctrlKey ? rows.length - 1 : row, last],
      PageUp: [Math.max(0, row - 10), column], PageDown: [Math.min(rows.length - 1, row + 10), column],
    };
    if (event.key in steps) go(...steps[event.key]);
    else if (event.key === " ") open(event.target);
    else return;
    event.preventDefault();
  });

  board.addEventListener("click", (event) => {
    const link = event.target.closest("td a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!drag?.moved) open(link);
  });

  // ---- dragging: mouse and pen only, so that a finger still scrolls ---------------------------------------------
  board.addEventListener("dragstart", (event) => event.preventDefault());
  board.addEventListener("pointerdown", (event) => {
    const link = event.target.closest("td a.on");
    if (!link || event.button || event.pointerType === "touch") return;
    drag = { link, x: event.clientX, y: event.clientY, moved: false, target: null };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!drag.moved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) return;
    drag.moved = true;
    board.classList.add("is-dragging");
    aim(document.elementFromPoint(event.clientX, event.clientY)?.closest("#board td a"));
    tip.hidden = !drag.target;
    tip.style.transform = `translate(${Math.min(event.clientX + 14, innerWidth - 240)}px, ${event.clientY + 18}px)`;
  });

  /** The target is a cell of the same row: a host moves to another month. */
  function aim(link) {
    const target = link?.closest("tr") === drag.link.closest("tr") ? link : null;
    if (target === drag.target) return;
    drag.target?.classList.remove("is-target");
    drag.target = target;
    if (!target) return;
    target.classList.add("is-target");
    tip.textContent = words(target);
    says.textContent = tip.textContent;
  }

  function drop(take) {
    if (!drag) return;
    const { target, link, moved } = drag;
    target?.classList.remove("is-target");
    board.classList.remove("is-dragging");
    tip.hidden = true;
    if (take && moved && target && target !== link) open(target);
    setTimeout(() => { drag = null; }); // the click that follows is not a second opening
  }
  document.addEventListener("pointerup", () => drop(true));
  document.addEventListener("pointercancel", () => drop(false));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") drop(false); });
}
