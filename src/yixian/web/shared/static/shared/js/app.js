// What every page does: htmx answers, messages, dialogs, menus, preferences, keys. Anything rarer is loaded when
// a page asks for it, so that a first visit stays small. No inline code, nothing kept in localStorage.
const say = (...args) => import("./toast.js").then((toast) => toast.say(...args));
const words = JSON.parse(document.body.dataset.words || "{}");

// ---- htmx -------------------------------------------------------------------------------------------------
document.addEventListener("toast", (event) => say(event.detail, words)); // from an HX-Trigger header
document.addEventListener("closeDialog", () => document.querySelector("dialog[open]")?.close());
document.addEventListener("htmx:sendError", () => say({ level: "error", text: words.offline }, words));
document.addEventListener("htmx:responseError", (event) => {
  if (!event.detail.xhr.getResponseHeader("HX-Trigger")) say({ level: "error", text: words.failed }, words);
});

// Empty filters stay out of the address.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.closest(".filters")) return;
  const values = event.detail.parameters;
  for (const name of Object.keys(values)) if (values[name] === "") delete values[name];
});

// A form fetched into #dialog-content opens the dialog; new content gets its helpers.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "dialog-content" && event.detail.target.childElementCount) {
    openDialog(document.getElementById("dialog"));
  }
});
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));

// ---- clicks ------------------------------------------------------------------------------------------------
document.addEventListener("click", (event) => {
  const on = (selector) => event.target.closest(selector);
  let found;
  if ((found = on("[data-open]"))) openDialog(document.getElementById(found.dataset.open), found);
  else if ((found = on("[data-close]"))) found.closest("dialog")?.close();
  else if ((found = on("[data-dismiss]"))) found.closest("[data-toast]")?.remove();
  else if ((found = on("[data-print]"))) window.print();
  else if ((found = on("[data-copy]"))) copy(found);
  else if ((found = on("[data-save-picture]"))) savePicture(found);
  else if (event.target.matches("dialog.dialog")) event.target.close(); // the ground around the dialog
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

/** Open a native dialog modally; the browser holds the focus inside, and it returns to `opener` on closing. */
export function openDialog(dialog, opener = document.activeElement) {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.querySelector("[autofocus], .field :is(input, select, textarea), .dialog-foot .btn")?.focus();
  dialog.addEventListener("close", () => opener?.focus?.(), { once: true });
}

async function savePicture(button) {
  button.closest("details")?.removeAttribute("open");
  try {
    await (await import("./picture.js")).save(button);
  } catch (error) {
    console.warn(error);
    say({ level: "error", text: words.failed }, words);
  }
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const text = source.value ?? source.textContent;
  try {
    await navigator.clipboard.writeText(text.trim());
    say({ text: words.copied }, words);
  } catch {
    getSelection().selectAllChildren(source); // older in-app browsers: marked, ready to be copied by hand
    source.select?.();
  }
}

// ---- forms -------------------------------------------------------------------------------------------------
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.confirm && !form.dataset.confirmed) {
    event.preventDefault();
    event.stopImmediatePropagation();
    import("./confirm.js").then(({ confirmThen }) => confirmThen(form, event.submitter, words));
  } else if (form.matches("[data-preferences]") && ["theme", "text"].includes(event.submitter?.name)) {
    event.preventDefault();
    prefer(form, event.submitter);
  }
}, true);

// Theme and text size change at once; the server keeps them in a cookie.
function prefer(form, button) {
  document.documentElement.dataset[button.name] = button.value;
  for (const each of form.querySelectorAll(`button[name="${button.name}"]`)) {
    each.setAttribute("aria-pressed", String(each === button));
  }
  const body = new FormData(form, button);
  fetch(form.action, { method: "POST", body, redirect: "manual" });
}

document.addEventListener("input", (event) => {
  const counter = document.querySelector(`[data-count-for="${event.target.id}"]`);
  if (counter) counter.textContent = `${[...event.target.value].length} / ${event.target.maxLength}`;
});

// ---- keys --------------------------------------------------------------------------------------------------
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeWhatIsOpen();
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/") {
    const search = document.querySelector("input[data-search]");
    event.preventDefault();
    if (search) { search.focus(); search.select(); }
    else if (document.body.dataset.search) location.assign(document.body.dataset.search);
  } else if (event.key === "?") openDialog(document.getElementById("keys"));
});

function closeWhatIsOpen() {
  const menu = document.querySelector("details[data-menu][open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  if (location.hash === "#site-nav") location.hash = "main";
}

// ---- what parts of a page ask for -----------------------------------------------------------------------------
function enhance(root) {
  const has = (selector) => root.matches?.(selector) || root.querySelector?.(selector);
  if (has("[data-autosave]")) import("./autosave.js").then(({ autosave }) => autosave(root, words));
  if (has("[data-clock]")) import("./clock.js").then(({ startClock }) => startClock());
  for (const note of document.querySelectorAll("#toasts > [data-toast]:not([data-timed])")) say(note, words);
}

// On a phone many filters stand behind one button, unless one of them is in use.
for (const form of document.querySelectorAll("form[data-filters]")) {
  const choices = [...form.querySelectorAll("select")];
  if (choices.length < 2) continue;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "btn btn-secondary filters-more";
  more.textContent = words.filters;
  const fold = (folded) => {
    form.classList.toggle("is-folded", folded);
    more.setAttribute("aria-expanded", String(!folded));
  };
  more.addEventListener("click", () => fold(!form.classList.contains("is-folded")));
  const search = form.querySelector(".filter-search");
  if (search) search.after(more);
  else form.prepend(more);
  form.classList.add("can-fold");
  fold(choices.every((select) => select.selectedIndex < 1));
}

// On a phone a long row of tabs starts where one is.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  const row = tab.closest(".tabs");
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}

enhance(document);
document.querySelector("[data-focus]")?.focus();
