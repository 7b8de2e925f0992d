// The factor beside each slider follows it.
document.querySelector(".weights")?.addEventListener("input", (event) => {
  const row = event.target.closest(".weight");
  if (!row) return;
  row.querySelector("output").textContent = `× ${Number(event.target.value)}`;
  row.classList.toggle("is-changed", event.target.value !== event.target.defaultValue);
});
