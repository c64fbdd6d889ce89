// Shows what the ingest warns of about a résumé: hidden text, orders to machines, cut pages.

import { el } from "./dom.js";

/** Returns the warnings as a list, or null when there are none. */
export function warnings(sentences = []) {
  if (!sentences.length) return null;
  const lines = sentences.map((sentence) => el("li", {}, sentence));
  return el("ul", { className: "warnings", aria: { label: "Warnings" } }, lines);
}
