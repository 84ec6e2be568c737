/* The script of generated pages: the light or dark scheme, stored as Material stores it, and the link to
   the top. Pages written by hand load Material's bundle instead, which is a hundred times larger. */
"use strict";

(() => {
  document.documentElement.classList.replace("no-js", "js");

  const choices = [...document.querySelectorAll("[data-md-component=palette] input")];
  const colours = ({ dataset: { mdColorMedia, mdColorScheme, mdColorPrimary, mdColorAccent } }) =>
    ({ media: mdColorMedia, scheme: mdColorScheme, primary: mdColorPrimary, accent: mdColorAccent });
  const choose = (index) => {
    const color = colours(choices[index]);
    for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, value);
    choices.forEach((choice, place) => { choice.nextElementSibling.hidden = place !== index; });
    return { index, color };
  };
  choices.forEach((choice, index) =>
    choice.addEventListener("change", () => __md_set("__palette", choose(index))));
  const fitting = choices.findIndex((choice) => matchMedia(choice.dataset.mdColorMedia).matches);
  const first = __md_get("__palette")?.index ?? fitting;
  if (choices.length) choose(choices[first] ? first : 0);

  const up = document.querySelector("[data-md-component=top]");
  let before = 0;
  const turn = () => {
    up.hidden = scrollY < innerHeight || scrollY > before;
    before = scrollY;
  };
  if (up) {
    addEventListener("scroll", turn, { passive: true });
    up.addEventListener("click", () => { scrollTo(0, 0); document.querySelector(".dg-name").focus(); });
  }
})();
