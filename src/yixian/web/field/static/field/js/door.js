// The way to the server and what its answers mean. Nothing here touches the page or the store.
export const VERSION = 2;

/** Why something is not there: `offline`, `signed_out`, `other_person`, `failed`, `full`, or `refused`. */
export class NotSent extends Error {
  constructor(kind, words = "", answer = null) {
    super(words || kind);
    Object.assign(this, { kind, words, answer });
  }
}

/** Whether trouble is everybody's (no use to go on with the next item) or only this item's. */
export const concernsAll = (error) => ["offline", "signed_out", "forbidden", "other_person", "full"].includes(error.kind);

export class Door {
  constructor({ urls, token, person }) {
    Object.assign(this, { urls, token, person });
  }

  /** What the server really has about these rows; also says who is signed in, and brings a fresh token. */
  async look(rows) {
    const ids = rows.map((row) => (row.item.kind === "check_in" ? `${row.id}@${row.item.meeting}` : row.id));
    const answer = await this.#ask(`${this.urls.status}?ids=${ids.join(",")}`);
    if (!Array.isArray(answer.items)) throw new NotSent("failed");
    if (answer.person !== this.person) throw new NotSent("other_person");
    this.token = answer.token;
    return new Map(answer.items.map((seen) => [seen.id, seen]));
  }

  /** Hand in items; one receipt each, by id. */
  async hand(items, phone) {
    const body = JSON.stringify({ version: VERSION, person: this.person, phone, items });
    const answer = await this.#write(this.urls.items, "POST", body, "application/json", 40);
    if (!Array.isArray(answer.receipts)) throw new NotSent("failed");
    return new Map(answer.receipts.map((receipt) => [receipt.id, receipt]));
  }

  /** One piece of a photo at an offset; answers how many bytes are there now. */
  async piece(id, at, bytes, seconds) {
    const url = `${this.urls.photos}${id}/?at=${at}`;
    return this.#write(url, "PUT", bytes, "application/octet-stream", seconds);
  }

  async #write(url, method, body, type, seconds) {
    try {
      return await this.#ask(url, this.#options(method, body, type), seconds);
    } catch (error) {
      if (error.kind !== "forbidden") throw error;
      await this.look([]); // the page may be older than the sign-in: a fresh token, or the truth about who is here
      return this.#ask(url, this.#options(method, body, type), seconds);
    }
  }

  #options(method, body, type) {
    return { method, body, headers: { "Content-Type": type, "X-CSRFToken": this.token } };
  }

  async #ask(url, options = {}, seconds = 40) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), seconds * 1000);
    try {
      const asked = { credentials: "same-origin", cache: "no-store", redirect: "manual", signal: stop.signal };
      return await read(await fetch(url, { ...asked, ...options }));
    } catch (error) {
      throw error instanceof NotSent ? error : new NotSent("offline");
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Only JSON from our own door counts: a sign-in page or a hotel's network answers 200 as well. */
async function read(response) {
  const isJson = (response.headers.get("Content-Type") || "").startsWith("application/json");
  if (response.type === "opaqueredirect" || (response.ok && !isJson)) throw new NotSent("signed_out");
  if (response.status === 403) throw new NotSent("forbidden");
  if (!isJson) throw new NotSent("failed");
  const answer = await response.json().catch(() => { throw new NotSent("failed"); });
  if (response.ok) return answer;
  if (answer.result === "offset") return answer;
  if (response.status === 507) throw new NotSent("full", answer.reason);
  if (answer.result === "other_person") throw new NotSent("other_person", answer.reason);
  throw new NotSent(response.status >= 500 ? "failed" : "refused", answer.reason, answer);
}
