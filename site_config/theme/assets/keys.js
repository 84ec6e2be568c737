/* `/` or `s` anywhere: to the search. */
"use strict";

document.addEventListener("keydown", (event) => {
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const writes = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (busy || writes || (event.key !== "/" && event.key !== "s")) return;
  event.preventDefault();
  const field = [...document.querySelectorAll("input[type=search]")].find((one) => one.offsetParent);
  if (field) field.focus();
  else document.querySelector("a.dg-to-search").click();
});
