// The capture page: what is chosen and written becomes one item; the same content keeps its number, so that
// a second press never makes a second record. Without this file the form posts by itself.
import { newId } from "./ids.js";
import { prepare } from "./picture.js";
import { NotSent, send, signed } from "./sync.js";

const form = document.querySelector("[data-capture]");
const status = document.querySelector("[data-capture-status]");
const words = JSON.parse(document.getElementById("capture-words").textContent);
const urls = { items: form.dataset.items, photos: form.dataset.photos, status: form.dataset.status };
const inputs = [...form.querySelectorAll("input[type=file]")];
const preview = form.querySelector("[data-preview]");
let bytes = null;
let last = { content: "", id: "", madeAt: "" };

function tell(text, tone = "") {
  status.hidden = !text;
  status.className = `callout ${tone ? `callout-${tone}` : ""}`;
  status.querySelector("p").textContent = text;
}

for (const input of inputs) {
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    for (const other of inputs) if (other !== input) other.value = "";
    tell(words.reading);
    try {
      bytes = await prepare(file);
      tell("");
      show(new Blob([bytes]));
    } catch {
      bytes = null;
      tell(words.unreadable, "bad");
    }
  });
}

function show(blob) {
  if (preview.src) URL.revokeObjectURL(preview.src);
  preview.src = URL.createObjectURL(blob);
  preview.hidden = false;
}
preview?.addEventListener("error", () => { preview.hidden = true; });

/** The item as it stands; its number is new as soon as anything about it is. */
async function item() {
  const value = (name) => form.elements[name].value;
  const core = {
    meeting: Number(value("meeting")),
    station: value("station") ? Number(value("station")) : null,
    kind: value("kind"),
    text: value("text"),
    shows_people: Boolean(form.elements.shows_people?.checked),
  };
  const content = (await signed(core, bytes)).digest;
  if (content !== last.content) last = { content, id: newId(), madeAt: new Date().toISOString() };
  return signed({ id: last.id, made_at: last.madeAt, ...core }, bytes);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (form.dataset.busy) return;
  if (form.elements.kind.value === "photo" && !bytes) return tell(words.no_photo, "bad");
  if (!form.elements.text.value.trim() && !bytes) return tell(words.empty, "bad");
  form.dataset.busy = "1";
  tell(words.sending);
  try {
    const token = form.elements.csrfmiddlewaretoken.value;
    const seen = await send(await item(), bytes, { urls, token });
    if (seen.state !== "confirmed") return tell(words.sent, "wait");
    document.dispatchEvent(new CustomEvent("toast", { detail: { text: words.confirmed, level: "success" } }));
    tell(words.confirmed, "good");
    location.assign(form.dataset.done);
  } catch (error) {
    tell(error instanceof NotSent ? error.words || words[error.kind] || words.failed : words.failed, "bad");
  } finally {
    delete form.dataset.busy;
  }
});
