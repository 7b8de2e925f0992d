// The words of a page as SVG text, line by line where they stand; vertical lines too.
import { colour } from "./picture-colour.js";

const measure = document.createElement("canvas").getContext("2d");
const UPRIGHT = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
const MIDDLE = 0.36; // of a letter's size, from its foot to the middle of its height
const FOOT = 0.88; // of its size, from the top of a Chinese character's square to where it stands

/** The lines of a text node as [{markup, box}]. */
export function words(node, style) {
  if (!node.data.trim()) return [];
  const font = { size: parseFloat(style.fontSize), ...feet(style), letters: face(style) };
  const lines = style.writingMode.startsWith("vertical") ? columns(node, font) : rows(node, font);
  return lines.map(({ text, box, at }) => ({ box, markup: `<text ${at} ${font.letters}>${escape(text)}</text>` }));
}

/** How far letters reach above and below the line they stand on. */
function feet({ fontWeight, fontSize, fontFamily }) {
  measure.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measure.measureText("国");
  return { up, down };
}

function face(style) {
  const ink = colour(style.color);
  const strength = ink.alpha < 1 ? ` fill-opacity="${num(ink.alpha)}"` : "";
  const apart = style.letterSpacing === "normal" ? "" : ` letter-spacing="${num(parseFloat(style.letterSpacing))}"`;
  return `fill="${ink.hex}"${strength} font-family="${escape(style.fontFamily)}" font-size="${num(parseFloat(style.fontSize))}" `
    + `font-weight="${style.fontWeight}"${apart}`;
}

function rows(node, { up, down }) {
  const lines = [];
  for (const { letter, box } of lettersOf(node)) {
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) {
      last.text += letter;
      last.box = new DOMRect(last.box.left, last.box.top, box.right - last.box.left, last.box.height);
    } else lines.push({ text: letter, box });
  }
  return lines.map(({ text, box }) => ({
    text: text.replace(/\s+/g, " ").trimEnd(), box,
    at: `x="${num(box.left)}" y="${num(box.top + (box.height * up) / (up + down))}"`,
  })).filter(({ text }) => text.trim());
}

/** Chinese stands upright, letter under letter; other writing lies on its side. */
function columns(node, { size }) {
  const runs = [];
  for (const { letter, box } of lettersOf(node)) {
    const last = runs.at(-1), upright = UPRIGHT.test(letter);
    if (last && !upright && !last.upright && Math.abs(last.box.left - box.left) < 2) {
      last.text += letter;
      last.box = new DOMRect(last.box.left, last.box.top, last.box.width, box.bottom - last.box.top);
    } else if (letter.trim()) runs.push({ text: letter, box, upright });
  }
  return runs.map(({ text, box, upright }) => {
    const middle = box.left + box.width / 2;
    if (upright) return { text, box, at: `x="${num(middle - size / 2)}" y="${num(box.top + FOOT * size)}"` };
    const [x, y] = [num(middle - MIDDLE * size), num(box.top)];
    return { text, box, at: `x="${x}" y="${y}" transform="rotate(90 ${x} ${y})"` };
  });
}

function lettersOf(node) {
  const range = node.ownerDocument.createRange(), letters = [];
  for (let at = 0; at < node.length; at += 1) {
    range.setStart(node, at), range.setEnd(node, at + 1);
    const box = range.getClientRects()[0];
    if (box?.width && box.height) letters.push({ letter: node.data[at], box });
  }
  return letters;
}

const num = (value) => String(Math.round(value * 100) / 100);
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
