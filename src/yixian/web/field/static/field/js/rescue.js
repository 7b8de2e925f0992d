// A copy of everything that this phone still holds, as one file, whatever the network does.
import * as store from "./store.js";
import { zip } from "./zip.js";

/** A ZIP of these rows: all items in one JSON file, each photo under its record's number. */
export async function rescue(rows) {
  const files = [];
  for (const row of rows) {
    const bytes = row.item.photo ? await store.bytesOf(row.id) : null;
    if (bytes?.length) files.push([`photos/${row.id}.jpg`, bytes]);
  }
  const list = rows.map((row) => ({ ...row.item, state: row.state, station_name: row.shown.station || "", reason: row.reason || "" }));
  files.unshift(["records.json", new TextEncoder().encode(JSON.stringify(list, null, 1))]);
  return zip(files);
}

/** Offer a file: share it where a phone can, else download it. */
export async function offer(blob, name) {
  const file = new File([blob], name, { type: blob.type });
  if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.({ files: [file] })) {
    try {
      return await navigator.share({ files: [file] });
    } catch (error) {
      if (error.name === "AbortError") return undefined;
    }
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return undefined;
}
