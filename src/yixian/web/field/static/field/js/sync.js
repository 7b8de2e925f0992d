// From the phone to the server: items first, then photos piece by piece, and a second, later look that confirms.
// Only what that look has found is let go. One bad item never holds up the others.
import { canonical, sha256 } from "./digest.js";
import { NotSent, concernsAll } from "./door.js";
import * as store from "./store.js";

const BATCH = 20;
const MOST_LOOKED_UP = 50;
const LOOK_AFTER = 8;
const FLAGGED_AFTER = 5;
const LEAST_PIECE = 16 * 1024;
let piece = 128 * 1024;

export const isOpen = (row) => row.state === "kept" || row.state === "sent";
export const isStuck = (row) => ["refused", "damaged"].includes(row.state) || (isOpen(row) && row.tries >= FLAGGED_AFTER);

/** Send all that is open of one person. Throws `NotSent` when it was no use to go on. */
export async function send(door, mine, say) {
  let rows = await mine();
  const offered = rows.filter((row) => isOpen(row) && row.offered);
  await (offered.length ? look(door, offered) : door.look([]));
  rows = await mine();
  await handIn(door, rows.filter((row) => row.state === "kept"));
  say();
  const photos = (await mine()).filter((row) => row.state === "sent" && row.item.photo && !row.whole);
  for (const [number, row] of photos.entries()) {
    await forItself(row, () => upload(door, row));
    if (number % LOOK_AFTER === LOOK_AFTER - 1) await confirm(door, mine);
    say();
  }
  await confirm(door, mine);
}

/** The second look at all that was handed in whole. */
async function confirm(door, mine) {
  await look(door, (await mine()).filter((row) => row.state === "sent" && row.whole));
}

/** Compare with what the server has; for lines already let go, too: a server may have been set back. */
export async function look(door, rows) {
  for (let at = 0; at < rows.length; at += MOST_LOOKED_UP) {
    const group = rows.slice(at, at + MOST_LOOKED_UP);
    const seen = await door.look(group);
    for (const row of group) await learn(row, seen.get(row.id));
  }
}

async function learn(row, seen) {
  const isSame = row.item.kind === "check_in" || seen?.digest === row.item.digest;
  if (!seen) return;
  const news = { hold: seen.hold || "", reason: seen.problem || "", number: seen.number, offset: seen.offset || 0 };
  if (seen.state === "gone") await store.settle(row.id, { state: "gone", reason: "" });
  else if (seen.state === "unknown") await notThere(row);
  else if (!isSame) await store.change(row.id, { state: "refused", reason: "", trouble: "conflict" });
  else if (seen.state === "incomplete") await missingPhoto(row, news);
  else if (row.state === "kept") await store.change(row.id, { ...news, state: "sent", whole: true });
  else if (row.state === "sent") await store.settle(row.id, { ...news, state: "confirmed", whole: true, tries: 0 });
  else if (row.hold !== news.hold || row.reason !== news.reason) await store.change(row.id, news);
}

/** The server does not know it (any more): as long as it is here in full, it goes again. */
async function notThere(row) {
  const canGoAgain = row.state === "sent" || (row.state === "confirmed" && !row.item.photo);
  if (canGoAgain) await store.change(row.id, { state: "kept", whole: false });
  else if (row.state === "confirmed") await store.change(row.id, { state: "lost" });
}

async function missingPhoto(row, news) {
  if (row.state === "confirmed") await store.change(row.id, { ...news, state: "lost" });
  else await store.change(row.id, { ...news, state: "sent", whole: false });
}

async function handIn(door, rows) {
  const whole = [];
  for (const row of rows) {
    if ((await sha256(canonical(row.item))) === row.item.digest) whole.push(row);
    else await store.change(row.id, { state: "damaged" });
  }
  const fresh = whole.filter((row) => !row.tries);
  for (let at = 0; at < fresh.length; at += BATCH) await handInTogether(door, fresh.slice(at, at + BATCH));
  for (const row of whole.filter((each) => each.tries)) await handInTogether(door, [row]);
}

/** A batch; when the server chokes on it, one by one, so that only the bad one waits. */
async function handInTogether(door, rows) {
  for (const row of rows) await store.change(row.id, { offered: true });
  try {
    const receipts = await door.hand(rows.map((row) => row.item));
    for (const row of rows) await take(row, receipts.get(row.id));
  } catch (error) {
    if (concernsAll(error) || !(error instanceof NotSent)) throw error;
    if (rows.length === 1) await tryLater(rows[0], error.words);
    else for (const row of rows) await handInTogether(door, [row]);
  }
}

async function take(row, receipt) {
  const isThere = receipt && ["stored", "duplicate"].includes(receipt.result);
  if (isThere) {
    await store.change(row.id, { state: "sent", whole: receipt.photo !== "awaited", offset: 0, tries: 0, reason: "" });
  } else if (receipt?.result === "gone") await store.settle(row.id, { state: "gone", reason: "" });
  else if (["refused", "conflict"].includes(receipt?.result)) {
    await store.change(row.id, { state: "refused", reason: receipt.reason, trouble: receipt.result });
  } else await tryLater(row, receipt?.reason);
}

const tryLater = (row, reason = "") => store.change(row.id, { tries: (row.tries || 0) + 1, offset: 0, reason });

async function forItself(row, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotSent) || concernsAll(error)) throw error;
    if (error.kind === "refused" && error.answer?.offset !== 0) {
      await store.change(row.id, { state: "refused", reason: error.words });
    } else await tryLater(row, error.words);
  }
}

async function upload(door, row) {
  const bytes = await store.bytesOf(row.id);
  if (bytes.length !== row.item.photo.size || (await sha256(bytes)) !== row.item.photo.digest) {
    await store.change(row.id, { state: "damaged" });
    return;
  }
  let at = Math.min(row.offset || 0, bytes.length - 1);
  while (at < bytes.length) {
    const answer = await one(door, row, at, bytes.slice(at, at + piece));
    if (["stored", "duplicate"].includes(answer.result)) break;
    if (!Number.isInteger(answer.offset) || answer.offset > bytes.length) throw new NotSent("failed");
    at = answer.offset;
    await store.change(row.id, { offset: at });
  }
  await store.change(row.id, { whole: true, tries: 0, reason: "" });
}

/** One piece, larger after a quick one, smaller after one that did not get through. */
async function one(door, row, at, bytes) {
  const began = performance.now();
  try {
    const answer = await door.piece(row.id, at, bytes, 45);
    if (performance.now() - began < 2000) piece = Math.min(piece * 2, store.PIECE);
    return answer;
  } catch (error) {
    if (error.kind === "offline") piece = Math.max(piece / 2, LEAST_PIECE);
    throw error;
  }
}
