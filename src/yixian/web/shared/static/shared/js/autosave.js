// Save as you type: <form data-autosave="address">, with an element [data-autosave-status] that says how it stands.
// The whole form is posted shortly after the last key; a failure keeps the text on the page and tries again.
const PAUSE = 900;
const RETRY = 5000;

/** Watch every autosaving form in `root` that is not watched yet. */
export function autosave(root, words) {
  const forms = root.matches?.("[data-autosave]") ? [root] : root.querySelectorAll("[data-autosave]");
  for (const form of forms) if (!form.dataset.watched) watch(form, words);
}

function watch(form, words) {
  form.dataset.watched = "1";
  const status = form.querySelector("[data-autosave-status]");
  let timer = 0;
  let changed = 0;
  let stored = 0;
  const tell = (state, text) => { if (status) { status.dataset.state = state; status.textContent = text; } };
  const save = async () => {
    const version = changed;
    tell("saving", words.saving);
    try {
      const headers = { "X-Autosave": "1", "X-Requested-With": "fetch" };
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), headers });
      if (!answer.ok) throw new Error(String(answer.status));
      stored = version;
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
      if (stored === changed) tell("saved", words.saved.replace("{time}", time.format(new Date())));
    } catch {
      tell("failed", words.unsaved);
      timer = setTimeout(save, RETRY);
    }
  };
  form.addEventListener("input", () => { changed += 1; clearTimeout(timer); timer = setTimeout(save, PAUSE); });
  form.addEventListener("submit", () => { clearTimeout(timer); stored = changed; });
  addEventListener("pagehide", () => {
    if (stored !== changed) navigator.sendBeacon(form.dataset.autosave, new FormData(form));
  });
  addEventListener("beforeunload", (event) => { if (status?.dataset.state === "failed" && stored !== changed) event.preventDefault(); });
}
