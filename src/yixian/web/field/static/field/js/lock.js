// One sender at a time over all tabs: a Web Lock, or where there is none (pages without https, old in-app
// browsers) a lease in the database that its holder renews and that runs out by itself.
import { newId } from "./ids.js";
import { writeNote } from "./store.js";

const NAME = "yixian-field-sender";
const LEASE = 45_000;
const me = newId();
export const BUSY = Symbol("another tab is sending");

export async function alone(work) {
  if (navigator.locks) {
    return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? work() : BUSY));
  }
  if (!(await take())) return BUSY;
  const renew = setInterval(take, LEASE / 3);
  try {
    return await work();
  } finally {
    clearInterval(renew);
    await writeNote(NAME, (held) => (held?.by === me ? null : held));
  }
}

async function take() {
  const free = (held) => !held || held.by === me || held.until < Date.now() || held.until > Date.now() + 2 * LEASE;
  const mine = { by: me, until: Date.now() + LEASE };
  return (await writeNote(NAME, (held) => (free(held) ? mine : held))).by === me;
}
