// Ask before what cannot be undone, naming it: <form data-confirm="What will be gone" data-confirm-verb="Delete">.
import { openDialog } from "./app.js";

/** Show the question of `form`; send the form with the button that was pressed once it is answered with yes. */
export function confirmThen(form, submitter, words) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "confirm-title");
  dialog.innerHTML =
    '<div class="dialog-head"><h2 id="confirm-title"></h2></div><div class="dialog-body"><p></p></div>' +
    '<div class="dialog-foot"><button type="button" class="btn btn-secondary" data-close></button>' +
    '<button type="button" class="btn btn-danger"></button></div>';
  const [cancel, go] = dialog.querySelectorAll("button");
  const verb = form.dataset.confirmVerb || submitter?.textContent.trim() || words.confirm;
  dialog.querySelector("h2").textContent = form.dataset.confirmTitle || words.confirm;
  dialog.querySelector("p").textContent = form.dataset.confirm;
  cancel.textContent = words.cancel;
  go.textContent = verb;
  go.addEventListener("click", () => {
    form.dataset.confirmed = "1";
    dialog.close();
    form.requestSubmit(submitter);
    delete form.dataset.confirmed;
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  openDialog(dialog, submitter);
}
