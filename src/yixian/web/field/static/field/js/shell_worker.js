// The phone's page without a line: its shell and nothing else. No request but a GET is ever touched, and nothing
// private is kept beside the one page. `SHELL` is written by the server: release, files, page.
const { release, files, page } = self.SHELL;
const FILES = `yixian-field-files-${release}`;
const PAGE = "yixian-field-page";
const PATIENCE = 5000;
const HASTE = 500;
const SAME_DAY = 12 * 3600 * 1000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()));
});

// The files of the release before stay, for pages that are still open; older ones go.
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("yixian-field-files-") && name !== FILES);
    await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
    await self.clients.claim();
    await fresh(new Request(page, { credentials: "same-origin" })).catch(() => undefined);
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) event.respondWith(file(request));
  else if (request.mode === "navigate" && url.pathname === page) event.respondWith(home(event));
});

async function file(request) {
  return (await caches.match(request, { ignoreSearch: true })) || fetch(request);
}

/** The network first; the kept page when there is none, when it is too slow, or when a stranger answers. */
async function home(event) {
  const { request } = event;
  const kept = await (await caches.open(PAGE)).match(page);
  const coming = fresh(request);
  if (!kept) return coming;
  event.waitUntil(coming.catch(() => undefined)); // what comes too late for this time is kept for the next
  const tooSlow = new Promise((_done, fail) => { setTimeout(fail, willDo(kept, request) ? HASTE : PATIENCE); });
  try {
    const answer = await Promise.race([coming, tooSlow]);
    return isOurs(answer) || answer.type === "opaqueredirect" || answer.status === 403 ? answer : kept;
  } catch {
    return kept;
  }
}

/** Whether the kept page is of today and of the meeting asked for, with keys that work: then a weak line is not waited for. */
function willDo(kept, request) {
  const age = Math.abs(Date.now() - Date.parse(kept.headers.get("Date")));
  const meeting = kept.headers.get("X-Field-Shell");
  const asked = new URL(request.url).searchParams.get("meeting") || meeting;
  return age < SAME_DAY && meeting !== "0" && asked === meeting;
}

const isOurs = (answer) => answer.ok && !answer.redirected && answer.headers.has("X-Field-Shell");

async function fresh(request) {
  const answer = await fetch(request);
  if (isOurs(answer)) {
    const copy = answer.clone();
    const cache = await caches.open(PAGE);
    await cache.put(page, copy);
  }
  return answer;
}
