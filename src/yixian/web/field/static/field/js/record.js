// The page for one record is for phones without scripts; with them everything happens on the phone's one page.
location.replace(document.querySelector("[data-home]").dataset.home);
