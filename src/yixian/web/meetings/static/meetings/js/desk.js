// The desk by keyboard: Enter takes the first person in the list; after an arrival the field is empty again.
const search = document.querySelector("[data-desk] [data-search]");

search.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const rows = document.querySelectorAll("#people .desk-row");
  const first = document.querySelector("#people [data-arrival] button");
  if (search.value.trim() && rows.length === 1 && first) first.click();
});

document.addEventListener("deskChanged", () => {
  search.value = "";
  search.focus();
});
