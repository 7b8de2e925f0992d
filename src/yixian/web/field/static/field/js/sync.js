// The way to the server: item, photo, and a second look that confirms. Nothing here touches the page.
import { canonical, sha256 } from "./digest.js";

/** Why something is not there: `offline`, `signed_out`, `failed`, or `refused` with the server's own words. */
export class NotSent extends Error {
  constructor(kind, words = "") {
    super(words || kind);
    this.kind = kind;
    this.words = words;
  }
}

/** The item with its digest; `bytes` are the photo's, if there is one. */
export async function signed(item, bytes) {
  const photo = bytes ? { digest: await sha256(bytes), size: bytes.length } : null;
  const whole = { ...item, photo };
  return { ...whole, digest: await sha256(canonical(whole)) };
}

/** Send one item and its photo, then read them back. Sending again is harmless. Returns the server's row. */
export async function send(item, bytes, { urls, token }) {
  const answer = await ask(urls.items, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ version: 1, items: [item] }),
  });
  const receipt = answer.receipts?.[0];
  if (!receipt || receipt.id !== item.id) throw new NotSent("failed");
  if (!["stored", "duplicate"].includes(receipt.result)) {
    throw new NotSent(receipt.result === "failed" ? "failed" : "refused", receipt.reason);
  }
  if (receipt.photo === "awaited") {
    const headers = { "Content-Type": "application/octet-stream", "X-CSRFToken": token };
    await ask(urls.photos + item.id + "/", { method: "PUT", headers, body: bytes }, 180);
  }
  const seen = (await ask(`${urls.status}?ids=${item.id}`)).items?.[0];
  return seen && seen.digest === item.digest ? seen : { state: "unknown" };
}

async function ask(url, options = {}, seconds = 40) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), seconds * 1000);
  try {
    const response = await fetch(url, { credentials: "same-origin", signal: stop.signal, ...options });
    return await read(response);
  } catch (error) {
    throw error instanceof NotSent ? error : new NotSent("offline");
  } finally {
    clearTimeout(timer);
  }
}

/** Only JSON from our own address counts: a sign-in page or a hotel's network answers 200 as well. */
async function read(response) {
  const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
  if (response.redirected || response.status === 403 || (response.ok && !isJson)) throw new NotSent("signed_out");
  if (!isJson) throw new NotSent("failed");
  const answer = await response.json();
  if (!response.ok) throw new NotSent(response.status >= 500 ? "failed" : "refused", answer.reason);
  return answer;
}
