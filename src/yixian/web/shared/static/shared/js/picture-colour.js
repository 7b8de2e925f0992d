// Any colour that a browser knows (oklch, color-mix) as the six digits that every program reads.
const known = new Map();
const dot = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

/** {hex, alpha} of a CSS colour; alpha 0 where there is none. */
export function colour(text) {
  if (!known.has(text)) known.set(text, read(text));
  return known.get(text);
}

function read(text) {
  if (!text || text === "none" || text === "transparent") return { hex: "#ffffff", alpha: 0 };
  dot.clearRect(0, 0, 1, 1);
  dot.fillStyle = "#000";
  dot.fillStyle = text;
  dot.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = dot.getImageData(0, 0, 1, 1).data;
  return { hex: `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`, alpha: alpha / 255 };
}
