// Mark regions on a picture that the server paints over: by drawing, or by keyboard. Only numbers are sent: left,
// top, width, height in ten-thousandths of the picture's sides. The picture itself never passes through here.
const form = document.querySelector("[data-blurring]");
const WHOLE = 10000, LEAST = 50, MOST = 40, STEP = 200;

if (form) start();

function start() {
  const marks = form.querySelector("svg");
  const told = form.elements.regions;
  const regions = JSON.parse(told.value);
  let from = null;

  const within = (value, most) => Math.round(Math.max(0, Math.min(most, value)));

  function place(event) {
    const box = marks.getBoundingClientRect();
    return [
      within(((event.clientX - box.left) / box.width) * WHOLE, WHOLE),
      within(((event.clientY - box.top) / box.height) * WHOLE, WHOLE),
    ];
  }

  const between = ([x1, y1], [x2, y2]) => [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)];

  function drawn(region, number) {
    const rect = document.createElementNS(marks.namespaceURI, "rect");
    ["x", "y", "width", "height"].forEach((name, at) => rect.setAttribute(name, region[at]));
    if (number === undefined) return rect;
    rect.setAttribute("tabindex", "0");
    rect.setAttribute("role", "img");
    rect.setAttribute("aria-label", `${form.dataset.label} ${number + 1}`);
    rect.dataset.number = number;
    return rect;
  }

  function show(unfinished) {
    const focused = marks.contains(document.activeElement) ? document.activeElement.dataset.number : null;
    marks.replaceChildren(...regions.map(drawn), ...(unfinished ? [drawn(unfinished)] : []));
    if (focused !== null) marks.querySelector(`[data-number="${focused}"]`)?.focus();
    told.value = JSON.stringify(regions);
    form.querySelector("[data-go]").disabled = form.querySelector("[data-undo]").disabled = !regions.length;
    form.querySelector("[data-add]").disabled = regions.length >= MOST;
  }

  function add(region) {
    if (region[2] >= LEAST && region[3] >= LEAST && regions.length < MOST) regions.push(region);
    show();
  }

  /** Move a region, or its right lower corner, within the picture. */
  function shift(region, [right, down], isSize) {
    [right, down].forEach((by, side) => {
      if (isSize) region[side + 2] = Math.max(LEAST, within(region[side + 2] + by, WHOLE - region[side]));
      else region[side] = within(region[side] + by, WHOLE - region[side + 2]);
    });
  }

  marks.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    marks.setPointerCapture(event.pointerId);
    from = place(event);
  });
  marks.addEventListener("pointermove", (event) => from && show(between(from, place(event))));
  marks.addEventListener("pointerup", (event) => {
    if (!from) return;
    const region = between(from, place(event));
    from = null;
    add(region);
  });
  marks.addEventListener("pointercancel", () => { from = null; show(); });

  marks.addEventListener("keydown", (event) => {
    const ways = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
    const number = Number(event.target.dataset.number);
    if (event.key === "Delete" || event.key === "Backspace") regions.splice(number, 1);
    else if (ways[event.key]) shift(regions[number], ways[event.key], event.shiftKey);
    else return;
    event.preventDefault();
    show();
  });

  form.querySelector("[data-add]").addEventListener("click", () => {
    add([4000, 4000, 2000, 2000]);
    marks.lastElementChild.focus();
  });
  form.querySelector("[data-undo]").addEventListener("click", () => { regions.pop(); show(); });
  show();
}
