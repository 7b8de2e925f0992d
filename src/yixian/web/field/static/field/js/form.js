// The form for one thing to record: words, and a photo from the camera in the page, the phone's camera or the
// album; marked if wanted; kept on the phone when "Save" is pressed. Without scripts it posts by itself.
import { Annotator } from "./annotate.js";
import { prepare } from "./picture.js";
import { hasCamera, openCamera } from "./viewfinder.js";

export class CaptureForm {
  #photos = [];
  #camera = null;

  constructor(form, { outbox, words, done }) {
    Object.assign(this, { form, outbox, words, done, instead: "", shown: {} });
    const find = (name) => form.querySelector(`[data-${name}]`);
    this.status = find("capture-status");
    this.parts = { preview: find("preview"), marks: find("marks"), undo: find("undo"), finder: find("finder"), video: find("video"), photos: find("photos"), more: find("more") };
    this.annotator = new Annotator(this.parts.preview, (steps) => { this.parts.undo.disabled = !steps; });
    this.inputs = [...form.querySelectorAll("input[type=file]")];
    for (const input of this.inputs) input.addEventListener("change", () => this.#choose(input));
    form.addEventListener("click", (event) => this.#click(event));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#save(); });
    find("open-finder").hidden = !hasCamera();
  }

  /** Begin anew, for a kind at a station; words and photo are put in where something is corrected. */
  begin({ kind, station, text = "", prompt, allowed, instead = "", shown = {}, photo = null }) {
    Object.assign(this, { instead, shown });
    const { elements } = this.form;
    [elements.kind.value, elements.station.value, elements.text.value] = [kind, station || "", text];
    this.form.querySelector("[data-prompt]").textContent = prompt;
    this.parts.photos.hidden = !allowed;
    elements.shows_people.checked = false;
    this.tell("");
    this.#show(photo?.length ? [photo] : []);
  }

  tell(text, tone = "") {
    this.status.hidden = !text;
    this.status.className = `callout ${tone ? `callout-${tone}` : ""}`;
    this.status.querySelector("p").textContent = text;
  }

  close() {
    this.#camera?.stop();
    this.#camera = null;
    this.parts.finder.hidden = true;
  }

  #show(photos) {
    this.#photos = photos;
    for (const input of this.inputs) if (!photos.length) input.value = "";
    this.parts.preview.hidden = this.parts.marks.hidden = photos.length !== 1;
    this.parts.more.textContent = photos.length > 1 ? this.words.photos.replace("{number}", photos.length) : "";
    if (photos.length === 1) {
      this.annotator.open(photos[0]).catch(() => { this.parts.preview.hidden = this.parts.marks.hidden = true; });
    }
  }

  async #choose(input) {
    const files = [...input.files];
    if (!files.length) return;
    this.tell(this.words.reading);
    try {
      const photos = [];
      for (const file of files) photos.push(await prepare(file));
      this.#show(photos);
      this.tell("");
    } catch {
      this.#show([]);
      this.tell(this.words.unreadable, "bad");
    }
  }

  #click(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.tool) this.#pick(button);
    else if (button === this.parts.undo) this.annotator.undo();
    else if (button.matches("[data-open-finder]")) this.#openFinder();
    else if (button.matches("[data-shutter]")) this.#shoot();
  }

  #pick(button) {
    if (this.annotator.tool === button.dataset.tool && button.matches(":focus-visible")) this.annotator.addInTheMiddle();
    this.annotator.tool = button.dataset.tool;
    for (const each of this.form.querySelectorAll("[data-tool]")) each.setAttribute("aria-pressed", String(each === button));
  }

  async #openFinder() {
    try {
      this.#camera = await openCamera(this.parts.video);
      this.parts.finder.hidden = false;
    } catch {
      this.tell(this.words.no_camera, "wait");
    }
  }

  async #shoot() {
    const photo = await this.#camera?.take();
    this.close();
    if (photo) this.#show([photo]);
  }

  async #save() {
    if (this.form.dataset.busy) return;
    const { elements } = this.form;
    const [kind, text] = [elements.kind.value, elements.text.value];
    if (kind === "photo" && !this.#photos.length) return this.tell(this.words.no_photo, "bad");
    if (!text.trim() && !this.#photos.length) return this.tell(this.words.empty, "bad");
    this.form.dataset.busy = "1";
    try {
      const core = {
        meeting: Number(elements.meeting.value),
        station: elements.station.value ? Number(elements.station.value) : null,
        kind,
        text,
        shows_people: elements.shows_people.checked,
      };
      await this.#keep(core);
      this.close();
      this.done();
    } catch (error) {
      this.tell(error?.name === "QuotaExceededError" ? this.words.full : this.words.not_saved, "bad");
    } finally {
      delete this.form.dataset.busy;
    }
  }

  /** Each photo is a record of its own; what was kept already is not kept twice when a later one fails. */
  async #keep(core) {
    const { instead, shown } = this;
    if (!this.#photos.length) return this.outbox.record(core, null, { instead, shown });
    const marked = this.#photos.length === 1 ? await this.annotator.bytes() : null;
    while (this.#photos.length) {
      await this.outbox.record(core, marked || this.#photos[0], { instead: this.instead, shown });
      this.instead = "";
      this.#photos.shift();
    }
  }
}
