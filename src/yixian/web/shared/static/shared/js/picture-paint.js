// Draws part of a page as SVG that needs nothing from outside: colours, faces and sizes stand in it as the browser
// works them out. Boxes and words of HTML become rectangles and text; SVG is taken over element by element.
import { dress } from "./picture-dress.js";
import { colour } from "./picture-colour.js";
import { words } from "./picture-words.js";

const SPACE = 16;

/** What `root` shows, but for its own ground and frame, as {text, width, height}. */
export async function paint(root, title) {
  for (const each of root.querySelectorAll("*")) spread(each);
  const parts = [], edges = [Infinity, Infinity, -Infinity, -Infinity];
  for (const child of root.children) await walk(child, parts, edges);
  const [left, top] = [Math.floor(edges[0] - SPACE), Math.floor(edges[1] - SPACE)];
  const width = Math.ceil(edges[2] + SPACE - left), height = Math.ceil(edges[3] + SPACE - top);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">`
    + `<title>${escape(title)}</title><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#ffffff"/>${parts.join("")}</svg>`;
  return { text, width, height };
}

/** On paper nothing scrolls: what is cut off, or held fast while the rest moves, stands in its place in full. */
function spread(element) {
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  if (style.position === "sticky") element.style.position = "static";
  if ([style.overflowX, style.overflowY].every((each) => each === "visible") || element.namespaceURI.endsWith("svg")) return;
  Object.assign(element.style, { overflow: "visible", maxInlineSize: "none", maxBlockSize: "none" });
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
  const isSeen = style.visibility === "visible";
  if (isSeen) ground(element.getBoundingClientRect(), style, parts, edges);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && isSeen) {
      for (const { markup, box } of words(child, style)) { reach(edges, box); parts.push(markup); }
    } else if (child.nodeType === Node.ELEMENT_NODE) await walk(child, parts, edges);
  }
  if (isSeen) for (const which of ["::before", "::after"]) mark(element, which, parts, edges);
}

/** A mark that the style sheet sets into a corner of a box: without words, at a place of its own. */
function mark(element, which, parts, edges) {
  const style = element.ownerDocument.defaultView.getComputedStyle(element, which);
  if (style.content !== '""' || style.position !== "absolute" || style.display === "none") return;
  const outer = element.getBoundingClientRect();
  const [left, top] = [outer.left + element.clientLeft + parseFloat(style.left), outer.top + element.clientTop + parseFloat(style.top)];
  const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
  if ([left, top, width, height].every(Number.isFinite)) ground(new DOMRect(left, top, width, height), style, parts, edges);
}

/** Ground and border of a box; a hatched ground becomes slanted lines. */
function ground(box, style, parts, edges) {
  if (!box.width || !box.height) return;
  const fill = colour(style.backgroundColor), line = edge(style);
  const at = `x="${num(box.left)}" y="${num(box.top)}" width="${num(box.width)}" height="${num(box.height)}"`;
  const before = parts.length;
  const size = Math.min(box.width, box.height);
  const corner = parseFloat(style.borderTopLeftRadius) || 0;
  const round = style.borderTopLeftRadius.endsWith("%") ? (size * corner) / 100 : Math.min(corner, size / 2);
  const halo = /^(.*?) 0px 0px 0px ([\d.]+)px$/.exec(style.boxShadow);
  if (halo) parts.push(around(box, round, parseFloat(halo[2]), colour(halo[1]).hex));
  if (fill.alpha) parts.push(`<rect ${at} rx="${num(round)}" fill="${fill.hex}"${opacity("fill", fill)}/>`);
  if (style.backgroundImage.includes("repeating-linear-gradient")) parts.push(hatch(box, style));
  if (line) parts.push(border(box, line, round));
  if (parts.length > before) reach(edges, box);
}

/** A seam around a box that sets it off from what lies below. */
function around(box, round, wide, hex) {
  return `<rect x="${num(box.left - wide)}" y="${num(box.top - wide)}" width="${num(box.width + 2 * wide)}" `
    + `height="${num(box.height + 2 * wide)}" rx="${num(round && round + wide)}" fill="${hex}"/>`;
}

function border(box, line, round) {
  const half = line.width / 2;
  return `<rect x="${num(box.left + half)}" y="${num(box.top + half)}" width="${num(box.width - line.width)}" `
    + `height="${num(box.height - line.width)}" rx="${num(Math.max(0, round - half))}" fill="none" stroke="${line.hex}" stroke-width="${num(line.width)}"`
    + `${line.dashed ? ' stroke-dasharray="4 3"' : ""}/>`;
}

/** A border all round, an outline drawn inside, or a ring drawn inside as a shadow. */
function edge(style) {
  if (style.outlineStyle !== "none" && parseFloat(style.outlineOffset) < 0) {
    return { width: parseFloat(style.outlineWidth), hex: colour(style.outlineColor).hex, dashed: style.outlineStyle !== "solid" };
  }
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

const num = (value) => String(Math.round(value * 100) / 100);
const opacity = (what, { alpha }) => (alpha < 1 ? ` ${what}-opacity="${num(alpha)}"` : "");
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
