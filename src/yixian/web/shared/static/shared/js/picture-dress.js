// An SVG of the page as one that stands alone: styles become attributes, links become groups, icons and images come along.
import { colour } from "./picture-colour.js";

const DROPPED = /^(class|style|role|tabindex|focusable|data-|aria-|hx-|on)/;
const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"]);
const LINES = ["stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"];
const LETTERS = ["font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "letter-spacing"];
const USUAL = {
  "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-width": "1px",
  "dominant-baseline": "auto", "letter-spacing": "normal", "text-anchor": "start",
};
const sprites = new Map();

/** An `<svg>` element of the page as markup at its place. */
export async function dress(svg) {
  const { left: x, top: y, width, height } = svg.getBoundingClientRect();
  return element(svg, { x, y, width, height });
}

async function element(source, place) {
  const style = source.ownerDocument.defaultView.getComputedStyle(source);
  if (style.display === "none" || style.visibility === "hidden") return "";
  if (source.localName === "use") return icon(source, style);
  const name = source.localName === "a" ? "g" : source.localName;
  const values = new Map();
  for (const { name: key, value } of source.attributes) {
    if (!DROPPED.test(key) && !(source.localName === "a" && /href|target|download/.test(key))) values.set(key, value);
  }
  for (const [key, value] of Object.entries(place ?? {})) values.set(key, value);
  worn(source.localName, style, values);
  if (source.localName === "image") values.set("href", await embedded(source.href.baseVal));
  let inside = "";
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) inside += escape(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE) inside += await element(child);
  }
  return `<${name}${written(values)}>${inside}</${name}>`;
}

/** What the style sheets say of an element, as attributes. */
function worn(name, style, values) {
  if (style.opacity !== "1") values.set("opacity", style.opacity);
  if (style.transform && style.transform !== "none") values.set("transform", style.transform);
  if (!SHAPES.has(name)) return;
  ink("fill", style, values);
  ink("stroke", style, values);
  if (values.get("stroke") === "none") values.delete("stroke");
  else plain(LINES, style, values);
  if (name === "text" || name === "tspan") plain(LETTERS, style, values);
}

function ink(what, style, values) {
  const paint = style[what];
  if (paint.startsWith("url(")) { values.set(what, paint.replace(/"/g, "").split(" ")[0]); return; }
  const { hex, alpha } = colour(paint);
  const strength = alpha * Number(style[`${what}Opacity`]);
  values.set(what, alpha ? hex : "none");
  values.delete(`${what}-opacity`);
  if (alpha && strength < 1) values.set(`${what}-opacity`, strength.toFixed(3));
}

function plain(names, style, values) {
  for (const name of names) {
    const value = style.getPropertyValue(name);
    if (value && value !== USUAL[name]) values.set(name, value);
    else values.delete(name);
  }
}

/** A symbol of the sprite, drawn in place. */
async function icon(use, style) {
  const [file, id] = use.href.baseVal.split("#");
  const sheet = file ? await sprite(new URL(file, location.href).href) : use.ownerDocument;
  const symbol = sheet.getElementById(id);
  if (!symbol) return "";
  const paint = colour(style.fill).alpha ? colour(style.fill) : colour(style.color);
  const size = { x: use.getAttribute("x") ?? 0, y: use.getAttribute("y") ?? 0, width: use.getAttribute("width") ?? "100%", height: use.getAttribute("height") ?? "100%" };
  const values = new Map([...Object.entries(size), ["viewBox", symbol.getAttribute("viewBox") ?? "0 0 16 16"], ["fill", paint.hex]]);
  const inside = symbol.innerHTML.replaceAll("currentColor", paint.hex).replaceAll(' xmlns="http://www.w3.org/2000/svg"', "");
  return `<svg${written(values)}>${inside}</svg>`;
}

async function sprite(address) {
  if (!sprites.has(address)) {
    const text = await (await fetch(address)).text();
    sprites.set(address, new DOMParser().parseFromString(text, "image/svg+xml"));
  }
  return sprites.get(address);
}

/** An image as a data address. */
async function embedded(address) {
  const file = await (await fetch(new URL(address, location.href))).blob();
  return new Promise((resolve, reject) => {
    const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result), onerror: reject });
    reader.readAsDataURL(file);
  });
}

const written = (values) => [...values].map(([name, value]) => ` ${name}="${escape(String(value))}"`).join("");
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
