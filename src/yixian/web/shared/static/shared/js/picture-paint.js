// Draws part of a page as SVG that needs nothing from outside: colours, faces and sizes stand in it as the browser
// works them out. Boxes and words of HTML become rectangles and text; SVG is taken over element by element.
import { dress } from "./picture-dress.js";
import { colour } from "./picture-colour.js";

const SPACE = 16;
const measure = document.createElement("canvas").getContext("2d");

/** What `root` shows, but for its own ground and frame, as {text, width, height}. */
export async function paint(root, title) {
  const parts = [], edges = [Infinity, Infinity, -Infinity, -Infinity];
  for (const child of root.children) await walk(child, parts, edges);
  const [left, top] = [Math.floor(edges[0] - SPACE), Math.floor(edges[1] - SPACE)];
  const width = Math.ceil(edges[2] + SPACE - left), height = Math.ceil(edges[3] + SPACE - top);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`
    + `<title>${escape(title)}</title><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#ffffff"/>${parts.join("")}</svg>`;
  return { text, width, height };
}

/** The picture reaches at least as far as this box. */
function reach(edges, { left, top, right, bottom }) {
  edges[0] = Math.min(edges[0], left), edges[1] = Math.min(edges[1], top);
  edges[2] = Math.max(edges[2], right), edges[3] = Math.max(edges[3], bottom);
}

async function walk(element, parts, edges) {
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  if (style.display === "none" || element.classList.contains("visually-hidden")) return;
  if (element.localName === "svg") {
    reach(edges, element.getBoundingClientRect());
    parts.push(await dress(element));
    return;
  }
  if (style.visibility === "visible") ground(element.getBoundingClientRect(), style, parts, edges);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && style.visibility === "visible") words(child, style, parts, edges);
    else if (child.nodeType === Node.ELEMENT_NODE) await walk(child, parts, edges);
  }
}

/** Ground and border of a box; a hatched ground becomes slanted lines. */
function ground(box, style, parts, edges) {
  if (!box.width || !box.height) return;
  const fill = colour(style.backgroundColor), line = edge(style);
  const at = `x="${num(box.left)}" y="${num(box.top)}" width="${num(box.width)}" height="${num(box.height)}"`;
  const before = parts.length;
  const round = parseFloat(style.borderTopLeftRadius) || 0;
  if (fill.alpha) parts.push(`<rect ${at} rx="${num(round)}" fill="${fill.hex}"${opacity("fill", fill)}/>`);
  if (style.backgroundImage.includes("repeating-linear-gradient")) parts.push(hatch(box, style));
  if (line) parts.push(border(box, line, round));
  if (parts.length > before) reach(edges, box);
}

function border(box, line, round) {
  const half = line.width / 2;
  return `<rect x="${num(box.left + half)}" y="${num(box.top + half)}" width="${num(box.width - line.width)}" `
    + `height="${num(box.height - line.width)}" rx="${num(Math.max(0, round - half))}" fill="none" stroke="${line.hex}" stroke-width="${num(line.width)}"`
    + `${line.dashed ? ' stroke-dasharray="4 3"' : ""}/>`;
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

function hatch(box, style) {
  const hex = colour(/(?:oklch|oklab|rgba?|color)\([^)]*\)/.exec(style.backgroundImage)?.[0] ?? "#ccc").hex;
  const { left: x, top: y, width: w, height: h } = box;
  let path = "";
  for (let start = -h; start < w; start += 8) {
    const [from, to] = [Math.max(0, start), Math.min(w, start + h)];
    path += `M${num(x + from)} ${num(y + h - (from - start))}L${num(x + to)} ${num(y + h - (to - start))}`;
  }
  return `<path d="${path}" stroke="${hex}" stroke-width="1" fill="none"/>`;
}

/** The lines of a text, each where it stands. */
function words(node, style, parts, edges) {
  if (!node.data.trim()) return;
  const ink = colour(style.color);
  measure.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText("国");
  for (const { text, box } of linesOf(node)) {
    const base = box.top + (box.height * up) / (up + down);
    reach(edges, box);
    parts.push(`<text x="${num(box.left)}" y="${num(base)}" fill="${ink.hex}"${opacity("fill", ink)} `
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
