// Saves a picture of a page as a file of its own: SVG, or PNG painted from it. A picture is what carries
// `data-picture` (its name); a button inside with `data-save-picture="svg|png"` saves it, and what carries
// `data-picture-skip` is left out. The picture is set up once more out of sight, on light ground and as wide as a
// desk, so that the file is the same from a phone and from a dark screen.
import { paint } from "./picture-paint.js";

const WIDTH = 1200, SCALE = 2, MOST_PIXELS = 8192;

/** Save the picture that a button belongs to; returns the file. */
export async function save(button) {
  const source = button.closest("[data-picture]");
  const kind = button.dataset.savePicture;
  const drawing = await draw(source);
  const file = kind === "png" ? await painted(drawing) : new Blob([drawing.text], { type: "image/svg+xml" });
  offer(file, `${source.dataset.picture.trim().replace(/[\\/:*?"<>|\s]+/g, "-")}.${kind}`);
  return file;
}

/** The picture as SVG text with its width and height. */
export async function draw(source) {
  const frame = document.createElement("iframe");
  Object.assign(frame.style, { position: "fixed", left: "-20000px", top: "0", width: `${WIDTH}px`, height: "900px", border: "0" });
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.srcdoc = "<!DOCTYPE html><title></title>";
  const ready = new Promise((resolve) => { frame.onload = resolve; });
  document.body.append(frame);
  await ready;
  try {
    const page = frame.contentDocument;
    Object.assign(page.documentElement.dataset, { theme: "light", drawn: "" });
    page.documentElement.lang = document.documentElement.lang;
    await dressed(page);
    const copy = page.importNode(source, true);
    for (const each of copy.querySelectorAll("[data-picture-skip]")) each.remove();
    page.body.append(copy);
    await page.fonts?.ready;
    return await paint(copy, source.dataset.picture);
  } finally {
    frame.remove();
  }
}

/** The page's own style sheets, in the frame. */
function dressed(page) {
  const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')].map((link) => new Promise((resolve, reject) => {
    const copy = Object.assign(page.createElement("link"), { rel: "stylesheet", href: link.href, onload: resolve, onerror: reject });
    page.head.append(copy);
  }));
  return Promise.all(sheets);
}

/** The drawing as a PNG, twice as sharp as on the screen. */
async function painted({ text, width, height }) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    await new Promise((resolve, reject) => { Object.assign(image, { onload: resolve, onerror: reject, src: address }); });
    const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

function offer(file, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
