/* Keyboard shortcuts: `/` or `s` opens the search; `j` and `k` move to the next and the previous headline,
   and Enter opens it. */
"use strict";

document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const writes = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (busy || writes || !["/", "s", "j", "k"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "j" || event.key === "k") {
    const headlines = [...document.querySelectorAll("#text .dg-headline a")].filter((link) => link.offsetParent);
    const at = headlines.indexOf(document.activeElement);
    const next = event.key === "j" ? at + 1 : Math.max(at - 1, 0);
    headlines[next]?.focus();
    return;
  }
  const field = [...document.querySelectorAll("input[type=search]")].find((input) => input.offsetParent);
  if (field) field.focus();
  else document.querySelector("a.dg-to-search").click();
});
