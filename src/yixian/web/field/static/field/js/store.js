// What this phone holds, in IndexedDB. One captured thing is one strict transaction: its item and every piece of
// its photo are there together or not at all. Changes to the database are only ever additions, and it is opened
// without naming a version, so that an older page can live with a newer database.
const NAME = "yixian-field";
const STORES = { items: "id", chunks: ["id", "n"], meta: "key" };
export const PIECE = 512 * 1024;
let opening = null;

function opened(version) {
  return new Promise((done, fail) => {
    const request = version ? indexedDB.open(NAME, version) : indexedDB.open(NAME);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) {
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath });
      }
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error("blocked"));
  });
}

async function connect() {
  let db = await opened();
  if (Object.keys(STORES).some((name) => !db.objectStoreNames.contains(name))) {
    const next = db.version + 1;
    db.close();
    db = await opened(next);
  }
  db.onversionchange = () => { db.close(); opening = null; };
  db.onclose = () => { opening = null; };
  return db;
}

function once(db, mode, work) {
  return new Promise((done, fail) => {
    const transaction = db.transaction(Object.keys(STORES), mode, { durability: "strict" });
    const [items, chunks, meta] = Object.keys(STORES).map((name) => transaction.objectStore(name));
    let answer;
    transaction.oncomplete = () => done(answer instanceof IDBRequest ? answer.result : answer);
    transaction.onabort = () => fail(transaction.error || new Error("aborted"));
    answer = work({ items, chunks, meta });
  });
}

/** Run `work` in one transaction. A lost handle is opened anew once; a full disk is never tried again. */
async function transact(mode, work) {
  for (let again = false; ; again = true) {
    try {
      opening ??= connect();
      return await once(await opening, mode, work);
    } catch (error) {
      opening = null;
      if (again || error?.name === "QuotaExceededError" || error?.name === "ConstraintError") throw error;
    }
  }
}

const piecesOf = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);

function add({ items, chunks }, row, bytes) {
  items.add(row);
  for (let n = 0; bytes && n * PIECE < bytes.length; n += 1) {
    chunks.add({ id: row.id, n, bytes: bytes.slice(n * PIECE, (n + 1) * PIECE).buffer });
  }
}

/** Keep an item and its photo's bytes. Resolves only when both are safely on the phone. */
export const keep = (row, bytes) => transact("readwrite", (stores) => { add(stores, row, bytes); });

/** Keep an item in place of another, if nobody has seen the other one yet; else beside it. */
export const replace = (oldId, row, bytes) => transact("readwrite", (stores) => {
  stores.items.get(oldId).onsuccess = (event) => {
    if (event.target.result && !event.target.result.offered) drop(stores, oldId);
    add(stores, row, bytes);
  };
});

function drop({ items, chunks }, id) {
  items.delete(id);
  chunks.delete(piecesOf(id));
}

/** Everything here, oldest first, whoever it belongs to. */
export async function all() {
  const rows = await transact("readonly", ({ items }) => items.getAll());
  return rows.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

/** Change a row that is still there. */
export const change = (id, values) => transact("readwrite", ({ items }) => {
  items.get(id).onsuccess = (event) => {
    if (event.target.result) items.put({ ...event.target.result, ...values });
  };
});

/** Forget a row and its bytes. */
export const remove = (id) => transact("readwrite", (stores) => drop(stores, id));

/** The server has it for certain: keep the line, let the bytes go. */
export const settle = (id, values) => transact("readwrite", ({ items, chunks }) => {
  items.get(id).onsuccess = (event) => {
    if (event.target.result) items.put({ ...event.target.result, ...values });
  };
  chunks.delete(piecesOf(id));
});

/** A photo's bytes, put together again. */
export async function bytesOf(id) {
  const pieces = await transact("readonly", ({ chunks }) => chunks.getAll(piecesOf(id)));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.bytes.byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(new Uint8Array(piece.bytes), at);
    at += piece.bytes.byteLength;
  }
  return whole;
}

/** A note of the phone's own, and how to write one; `update` gets the old value inside the transaction. */
export async function note(key) {
  return (await transact("readonly", ({ meta }) => meta.get(key)))?.value;
}

export async function writeNote(key, update) {
  let value;
  await transact("readwrite", ({ meta }) => {
    meta.get(key).onsuccess = (event) => {
      value = update(event.target.result?.value);
      meta.put({ key, value });
    };
  });
  return value;
}
