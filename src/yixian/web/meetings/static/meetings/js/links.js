// Save the personal links of this page as a CSV table. They exist nowhere else, so the browser writes the file.

// A cell that begins like a formula is quoted with an apostrophe, in half and in full width.
const quoted = (text) => `"${(/^[=+\-@\t＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

document.querySelector("[data-save-links]")?.addEventListener("click", (event) => {
  const rows = [...document.querySelectorAll(".link-card")].map(({ dataset }) =>
    [dataset.member, dataset.person, dataset.url].map(quoted).join(","),
  );
  // The mark at the beginning tells spreadsheet programs that the file is UTF-8.
  const file = new Blob([`\ufeff${rows.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = event.currentTarget.dataset.name;
  link.click();
  URL.revokeObjectURL(link.href);
});
