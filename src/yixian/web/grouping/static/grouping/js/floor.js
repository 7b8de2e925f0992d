// The floor plan: stations are put in their place with pointer or arrow keys, and the groups walk over it along the
// timetable. Whoever asked for less motion sees them jump from one step to the next.
const floor = document.querySelector("#floor");
const [WIDTH, HEIGHT] = [1000, 600];
const BELOW = 48; // groups stand under the zone they visit, each in its own place
const ABREAST = 26;
const walk = JSON.parse(floor.dataset.walk);
const spots = new Map([...floor.querySelectorAll("[data-spot]")].map((zone) => [zone.dataset.spot, zone]));

const placeOf = (node) => node.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
const put = (node, x, y) => node.setAttribute("transform", `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`);
const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));

// ---- placing ---------------------------------------------------------------------------------------------------
let held = null;
let wait = 0;

function pointAt(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(floor.getScreenCTM().inverse());
  return [point.x, point.y];
}

function move(node, x, y) {
  const before = placeOf(node);
  const after = [within(x, WIDTH), within(y, HEIGHT)];
  put(node, ...after);
  node.classList.remove("is-loose");
  const form = document.querySelector(`[data-spot-form="${node.dataset.spot}"]`);
  if (form) [form.elements.x.value, form.elements.y.value] = after;
  follow(before, after);
}

function save(node) {
  const [x, y] = placeOf(node);
  const address = node.dataset.spot ? `${floor.dataset.spots}${node.dataset.spot}/` : floor.dataset.meet;
  window.htmx.ajax("POST", address, { source: node, swap: "none", values: { x, y } });
}

function start() {
  floor.addEventListener("pointerdown", (event) => {
    const node = event.target.closest(".zone, .meet");
    if (!node || event.button) return;
    const [x, y] = pointAt(event);
    const [left, top] = placeOf(node);
    held = { node, dx: left - x, dy: top - y, moved: false };
    node.setPointerCapture(event.pointerId);
    floor.classList.add("is-held");
  });
  floor.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [x, y] = pointAt(event);
    held.moved = true;
    move(held.node, x + held.dx, y + held.dy);
  });
  const release = () => {
    if (held?.moved) save(held.node);
    held = null;
    floor.classList.remove("is-held");
  };
  floor.addEventListener("pointerup", release);
  floor.addEventListener("pointercancel", release);
  floor.addEventListener("keydown", (event) => {
    const node = event.target.closest(".zone, .meet");
    const step = event.shiftKey ? 50 : 10;
    const ways = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (!node || !(event.key in ways)) return;
    event.preventDefault();
    const [x, y] = placeOf(node);
    move(node, x + ways[event.key][0], y + ways[event.key][1]);
    clearTimeout(wait);
    wait = setTimeout(() => save(node), 600);
  });
}

/** A station that moves takes the groups' ways with it. */
function follow(before, after) {
  for (const group of walk.groups) {
    for (const visit of group.visits) {
      if (visit[2] === before[0] && visit[3] === before[1]) [visit[2], visit[3]] = after;
    }
  }
  if (walk.meet[0] === before[0] && walk.meet[1] === before[1]) walk.meet = after;
  show(now());
}

// ---- walking ---------------------------------------------------------------------------------------------------
const slider = document.querySelector("#walk-time");
const button = document.querySelector("#walk-play");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let playing = 0;
let minute = 0;

const now = () => minute;
const walker = (group) => floor.querySelector(`[data-walker="${group.number}"]`);

/** Where a group is at a minute: beside its station, or in between. */
export function whereabouts(group, at, meet, last) {
  let from = [0, ...meet];
  for (const [begin, end, x, y] of group.visits) {
    if (at < begin) return between(from, [begin, x, y], at);
    if (at <= end) return [x, y];
    from = [end, x, y];
  }
  return between(from, [last, ...meet], at);
}

function between([begin, x, y], [end, to, down], at) {
  const share = end > begin ? Math.min(1, (at - begin) / (end - begin)) : 1;
  return [x + (to - x) * share, y + (down - y) * share];
}

function show(at) {
  minute = at;
  const [hours, minutes] = walk.begins.split(":").map(Number);
  const total = hours * 60 + minutes + Math.floor(at);
  if (slider) {
    slider.value = Math.floor(at);
    const text = `${String(Math.floor(total / 60) % 24).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
    document.querySelector("#walk-clock").textContent = text;
    slider.setAttribute("aria-valuetext", text);
  }
  walk.groups.forEach((group, place) => {
    const [x, y] = whereabouts(group, at, walk.meet, walk.last);
    const aside = (place - (walk.groups.length - 1) / 2) * Math.min(ABREAST, 180 / walk.groups.length);
    put(walker(group), x + aside, y + BELOW);
  });
}

/** The minutes at which something begins or ends. */
const turns = () => [...new Set(walk.groups.flatMap((group) => group.visits.flatMap(([begin, end]) => [begin, end])))].sort((a, b) => a - b);

function play() {
  if (playing) return stop();
  if (minute >= walk.last) show(0);
  button.setAttribute("aria-label", button.dataset.pause);
  button.classList.add("is-playing");
  if (calm.matches) {
    playing = setInterval(() => {
      const next = turns().find((turn) => turn > minute);
      if (next === undefined) stop();
      else show(next);
    }, 1500);
    return undefined;
  }
  const began = performance.now();
  const first = minute;
  const frame = (time) => {
    const at = first + ((time - began) / 1000) * (walk.last / 30);
    show(Math.min(at, walk.last));
    if (at >= walk.last) stop();
    else playing = requestAnimationFrame(frame);
  };
  playing = requestAnimationFrame(frame);
  return undefined;
}

function stop() {
  if (calm.matches) clearInterval(playing);
  else cancelAnimationFrame(playing);
  playing = 0;
  button.setAttribute("aria-label", button.dataset.play);
  button.classList.remove("is-playing");
}

if (slider) {
  slider.addEventListener("input", () => { if (playing) stop(); show(Number(slider.value)); });
  button.addEventListener("click", play);
}
if ("canPlace" in floor.dataset) start();
if (walk.groups.length) show(0);
