// The time of day on wall pages and in the run of show: <time data-clock></time>.
let started = false;

/** Keep every [data-clock] at the present minute, in the site's time zone. */
export function startClock() {
  if (started) return;
  started = true;
  const format = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });
  const tick = () => {
    const now = new Date();
    for (const each of document.querySelectorAll("[data-clock]")) each.textContent = format.format(now);
    setTimeout(tick, 60000 - (now % 60000));
  };
  tick();
}
