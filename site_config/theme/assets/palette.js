/* Replaces Material's inline scripts by one file for all pages: reads and writes the values that are stored
   for this site, adds the switch of the colour scheme, which works with scripts only, and applies the chosen
   scheme before the first paint. MkDocs fills in the switch. It also has the fonts loaded before the style
   sheets ask for them; browsers refuse that for files from disk. */
"use strict";
{% set form %}{% include "partials/palette.html" %}{% endset %}

var __md_scope = new URL(document.currentScript.dataset.scope, location);
var __md_hash = (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch { /* storage is disabled for this site */ }
};

if (location.protocol !== "file:") {
  for (const name of ["source-serif-4-latin-400-normal", "source-serif-4-latin-700-normal", "source-sans-3-latin"]) {
    const href = new URL(`fonts/${name}.woff2`, document.currentScript.src);
    document.head.append(Object.assign(
      document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href }));
  }
}

/** Add the switch, and apply the reader's colour scheme to the body; called where the switch belongs. */
var __dg_paint = () => {
  document.currentScript.insertAdjacentHTML("beforebegin", {{ form | tojson }});
  const color = __md_get("__palette")?.color;
  if (!color) return;
  if (color.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)");
    const { dataset } = document.querySelector(
      `[data-md-color-media='(prefers-color-scheme: ${light.matches ? "light" : "dark"})']`);
    Object.assign(color, {
      media: dataset.mdColorMedia, scheme: dataset.mdColorScheme,
      primary: dataset.mdColorPrimary, accent: dataset.mdColorAccent,
    });
  }
  for (const [key, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${key}`, value);
};
