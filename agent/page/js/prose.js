// Sets an answer as paragraphs, lists, bold words and quotations; nothing in it can become markup.

import { el } from "./dom.js";

const INLINE = /\*\*([^*\n]+)\*\*|“[^”]*”/g;

/** Fills a node with an answer; called again as the answer grows. */
export function setProse(node, text) {
  const blocks = [];
  let list = null;
  for (const line of text.split("\n")) {
    const item = /^\s*(?:[-*•]|\d{1,3}[.)])\s+(.*)$/.exec(line);
    if (item) {
      if (!list) blocks.push((list = el("ul")));
      list.append(el("li", {}, inline(item[1])));
    } else if (line.trim()) {
      list = null;
      blocks.push(el("p", {}, inline(line)));
    }
  }
  node.replaceChildren(...blocks);
}

function inline(line) {
  const parts = [];
  let at = 0;
  for (const found of line.matchAll(INLINE)) {
    parts.push(line.slice(at, found.index));
    parts.push(found[1] ? el("strong", {}, found[1]) : el("q", { className: "quote" }, found[0].slice(1, -1)));
    at = found.index + found[0].length;
  }
  parts.push(line.slice(at));
  return parts;
}
