// Looking a report over: a field in focus shows its sentence in the text; on a phone, one pane at a time.

const review = document.querySelector("[data-review]");
const side = review?.querySelector(".review-side");
const text = review?.querySelector("[data-text]");
const tabs = document.querySelectorAll("[data-pane]");
let marked = null;

function unmark() {
  if (!marked) return;
  marked.textContent = marked.textContent;
  marked = null;
  for (const row of review.querySelectorAll(".review-row.is-shown")) row.classList.remove("is-shown");
}

function piece(tag, words, from, to) {
  const part = document.createElement(tag);
  part.textContent = words.slice(from, to);
  return part;
}

// The line in which an offset of the text falls.
function lineAt(offset) {
  const lines = [...text.querySelectorAll("[data-at]")];
  return lines.findLast((line) => Number(line.dataset.at) <= offset);
}

function mark(row) {
  unmark();
  const start = Number(row.dataset.start);
  const line = lineAt(start);
  if (!line) return;
  const words = line.textContent;
  const base = Number(line.dataset.at);
  const within = (offset) => Math.min(Math.max(offset - base, 0), words.length);
  const [first, last] = [within(start), within(Number(row.dataset.end))];
  const whole = Number(row.dataset.from) >= 0;
  const from = whole ? within(Number(row.dataset.from)) : first;
  const to = whole ? within(Number(row.dataset.to)) : last;
  const sentence = document.createElement("mark");
  sentence.append(words.slice(from, first), piece("mark", words, first, last), words.slice(last, to));
  line.replaceChildren(words.slice(0, from), sentence, words.slice(to));
  row.classList.add("is-shown");
  marked = line;
}

function twoColumns() {
  return getComputedStyle(side).position === "sticky";
}

function reveal() {
  const sentence = marked?.querySelector("mark");
  if (!sentence) return;
  if (!twoColumns()) return sentence.scrollIntoView({ block: "center" });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const away = sentence.getBoundingClientRect().top - side.getBoundingClientRect().top;
  side.scrollBy({ top: away - side.clientHeight / 3, behavior: calm ? "auto" : "smooth" });
}

function show(pane) {
  review.dataset.shown = pane;
  for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.pane === pane));
  if (pane === "facts") review.querySelector(".review-row.is-shown")?.scrollIntoView({ block: "center" });
}

// Whether a unit's name is on the roster, as far as the list beside the field tells.
function tellUnit(input) {
  const words = input.closest(".review-row")?.querySelector("[data-unit-words]");
  if (!words) return;
  const known = [...document.querySelectorAll("#units option")].some((each) => each.value === input.value.trim());
  words.hidden = !input.value.trim();
  words.textContent = known ? words.dataset.known : words.dataset.new;
  words.classList.toggle("is-new", !known);
}

if (review && text) {
  if (tabs.length) show("facts");
  review.addEventListener("focusin", (event) => {
    const row = event.target.closest(".review-row[data-start]");
    if (!row) return;
    mark(row);
    if (twoColumns()) reveal();
  });
  review.addEventListener("click", (event) => {
    const row = event.target.closest("[data-show]")?.closest(".review-row");
    if (!row) return;
    if (!twoColumns()) show("text");
    mark(row);
    reveal();
  });
  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.pane));
}
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-unit]")) tellUnit(event.target);
});
