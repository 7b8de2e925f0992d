// Draws part of a page as SVG that needs nothing from outside: colours, faces and sizes stand in it as the browser
// works them out. Boxes and words of HTML become rectangles and text; SVG is taken over element by element.
import { dress } from "./picture-dress.js";
import { colour } from "./picture-colour.js";

const SPACE = 16;
const measure = document.createElement("canvas").getContext("2d");

/** What `root` shows, as {text, width, height}. */
export async function paint(root, title) {
  const box = root.getBoundingClientRect();
  const parts = [];
  await walk(root, parts, { x: SPACE - box.left, y: SPACE - box.top });
  const edge = extent(root, box);
  const width = Math.ceil(edge.right - box.left + 2 * SPACE), height = Math.ceil(edge.bottom - box.top + 2 * SPACE);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
    + `<title>${escape(title)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join("")}</svg>`;
  return { text, width, height };
}

/** How far the content reaches: a wide table is broader than its frame. */
function extent(root, box) {
  let { right, bottom } = box;
  for (const each of root.querySelectorAll("table, svg")) {
    const own = each.getBoundingClientRect();
    right = Math.max(right, own.right), bottom = Math.max(bottom, own.bottom);
  }
  return { right, bottom };
}

async function walk(element, parts, off) {
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  if (style.display === "none" || element.classList.contains("visually-hidden")) return;
  if (element.localName === "svg") {
    parts.push(await dress(element, off));
    return;
  }
  if (style.visibility === "visible") ground(element.getBoundingClientRect(), style, parts, off);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && style.visibility === "visible") words(child, style, parts, off);
    else if (child.nodeType === Node.ELEMENT_NODE) await walk(child, parts, off);
  }
}

/** Ground and border of a box; a hatched ground becomes slanted lines. */
function ground(box, style, parts, off) {
  if (!box.width || !box.height) return;
  const fill = colour(style.backgroundColor), line = edge(style);
  const at = `x="${num(box.left + off.x)}" y="${num(box.top + off.y)}" width="${num(box.width)}" height="${num(box.height)}"`;
  const round = parseFloat(style.borderTopLeftRadius) || 0;
  if (fill.alpha) parts.push(`<rect ${at} rx="${num(round)}" fill="${fill.hex}"${opacity("fill", fill)}/>`);
  if (style.backgroundImage.includes("repeating-linear-gradient")) parts.push(hatch(box, off, style));
  if (!line) return;
  const half = line.width / 2;
  parts.push(`<rect x="${num(box.left + off.x + half)}" y="${num(box.top + off.y + half)}" width="${num(box.width - line.width)}" `
    + `height="${num(box.height - line.width)}" rx="${num(Math.max(0, round - half))}" fill="none" stroke="${line.hex}" stroke-width="${num(line.width)}"`
    + `${line.dashed ? ' stroke-dasharray="4 3"' : ""}/>`);
}

/** A border all round, or a ring drawn inside as a shadow. */
function edge(style) {
  const width = parseFloat(style.borderLeftWidth);
  if (width && style.borderLeftStyle !== "none" && style.borderTopStyle !== "none") {
    return { width, hex: colour(style.borderLeftColor).hex, dashed: style.borderLeftStyle !== "solid" };
  }
  const ring = /^(.*?) 0px 0px 0px ([\d.]+)px inset$/.exec(style.boxShadow);
  return ring && { width: parseFloat(ring[2]), hex: colour(ring[1]).hex, dashed: false };
}

function hatch(box, off, style) {
  const hex = colour(/(?:oklch|oklab|rgba?|color)\([^)]*\)/.exec(style.backgroundImage)?.[0] ?? "#ccc").hex;
  const [x, y, w, h] = [box.left + off.x, box.top + off.y, box.width, box.height];
  let path = "";
  for (let start = -h; start < w; start += 8) {
    const [from, to] = [Math.max(0, start), Math.min(w, start + h)];
    path += `M${num(x + from)} ${num(y + h - (from - start))}L${num(x + to)} ${num(y + h - (to - start))}`;
  }
  return `<path d="${path}" stroke="${hex}" stroke-width="1" fill="none"/>`;
}

/** The lines of a text, each where it stands. */
function words(node, style, parts, off) {
  if (!node.data.trim()) return;
  const ink = colour(style.color);
  measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText("国");
  for (const { text, box } of linesOf(node)) {
    const base = box.top + (box.height * up) / (up + down);
    parts.push(`<text x="${num(box.left + off.x)}" y="${num(base + off.y)}" fill="${ink.hex}"${opacity("fill", ink)} `
      + `font-family="${escape(style.fontFamily)}" font-size="${num(parseFloat(style.fontSize))}" font-weight="${style.fontWeight}">${escape(text)}</text>`);
  }
}

function linesOf(node) {
  const range = node.ownerDocument.createRange(), lines = [];
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at), range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (!box?.width) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += node.data[at];
    else lines.push({ text: node.data[at], box });
  }
  return lines.map(({ text, box }) => ({ text: text.replace(/\s+/g, " ").trimEnd(), box })).filter(({ text }) => text.trim());
}

const num = (value) => String(Math.round(value * 100) / 100);
const opacity = (what, { alpha }) => (alpha < 1 ? ` ${what}-opacity="${num(alpha)}"` : "");
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
