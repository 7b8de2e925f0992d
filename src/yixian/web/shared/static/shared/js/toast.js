// Short messages at the edge of the page. Failures stay until they are closed, the rest leaves by itself unless
// somebody is reading or has the focus on it.
const SECONDS = { error: 0, warning: 12 };

/** Show {text, level?, undo?} (undo: an address to POST to), or start the clock of a note that is already there. */
export function say(message, words) {
  const note = message instanceof Element ? message : build(message, words);
  note.dataset.timed = "";
  const seconds = SECONDS[levelOf(note)] ?? 7;
  if (!seconds) return;
  let timer = setTimeout(() => note.remove(), seconds * 1000);
  const wait = () => clearTimeout(timer);
  const go = () => { timer = setTimeout(() => note.remove(), 3000); };
  note.addEventListener("mouseenter", wait);
  note.addEventListener("focusin", wait);
  note.addEventListener("mouseleave", go);
  note.addEventListener("focusout", go);
}

function levelOf(note) {
  return ["error", "warning"].find((level) => note.classList.contains(`toast-${level}`));
}

function build({ text, level = "info", undo }, words) {
  const note = document.createElement("div");
  note.className = `toast-note toast-${level}`;
  note.dataset.toast = "";
  const sentence = document.createElement("p");
  sentence.textContent = text;
  note.append(sentence);
  if (undo) note.append(undoButton(undo, words));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn btn-icon";
  close.dataset.dismiss = "";
  close.setAttribute("aria-label", words.close);
  close.textContent = "✕";
  note.append(close);
  document.getElementById("toasts").append(note);
  return note;
}

function undoButton(url, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-quiet";
  button.textContent = words.undo;
  button.addEventListener("click", () => {
    button.closest("[data-toast]").remove();
    window.htmx.ajax("POST", url, { swap: "none" });
  });
  return button;
}
