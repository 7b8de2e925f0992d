// The wrap-up by keyboard: J and K go from record to record, a letter presses the button that bears it.
const rows = () => [...document.querySelectorAll("[data-triage] > li")];

function go(step) {
  const all = rows();
  const here = all.indexOf(document.activeElement?.closest("[data-triage] > li"));
  const next = all[here === -1 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input[type=text], input[type=search], textarea, select, dialog")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    event.preventDefault();
    go(key === "j" ? 1 : -1);
    return;
  }
  const row = document.activeElement?.closest("[data-triage] > li");
  const deed = row?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (deed) {
    event.preventDefault();
    deed.click();
  }
});

// A decided record is replaced; the focus goes on to the next one that is left.
document.addEventListener("htmx:afterSwap", (event) => {
  const id = event.detail.requestConfig?.elt?.closest?.("li")?.id || event.detail.target?.id;
  const all = rows();
  const here = all.findIndex((row) => row.id === id);
  if (here === -1) return;
  (all.slice(here + 1).find((row) => !row.classList.contains("is-decided")) || all[here]).focus();
});
