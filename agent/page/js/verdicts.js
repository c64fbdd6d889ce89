// Shows how a person stands to each wish: a mark, the wish, and the quote that proves it.

import { el, icon } from "./dom.js";
import { readable, standing, wishLabel } from "./labels.js";

/** Returns a chip; the verdict shows as a mark and a word, never as colour alone. */
export function chip(wish, verdict) {
  const { state, word } = standing(wish, verdict);
  const label = wish.weight === "avoid" ? `not ${wishLabel(wish)}` : wishLabel(wish);
  return el("span", { className: `verdict verdict-${state}`, title: word }, icon(state), el("span", {}, label), el("span", { className: "unseen" }, `: ${word}`));
}

/** Returns a verdict in words, for a place where the wish stands already. */
export function verdictWord(wish, verdict) {
  const { state, word } = standing(wish, verdict);
  return el("span", { className: `verdict verdict-${state}` }, icon(state), el("span", {}, word));
}

/** Returns a quote as a button that opens the résumé at it. */
export function quoteButton(quote, name, open) {
  return el(
    "button",
    { type: "button", className: "quote", title: "Read it in the résumé", on: { click: open } },
    el("span", {}, readable(quote, name)),
  );
}

/**
 * Returns a person's verdicts: what is proven as rows with quotes, the rest as chips on one line.
 * `verdicts` are [{wish, verdict, note, quotes: [{quote, start?, end?}]}]; `open(quote)` opens the résumé.
 */
export function verdictList(verdicts, name, open) {
  const proven = verdicts.filter((v) => v.quotes.length);
  const unproven = verdicts.filter((v) => !v.quotes.length);
  return el(
    "div",
    { className: "verdicts" },
    proven.map((v) =>
      el(
        "div",
        { className: "proof" },
        chip(v.wish, v.verdict),
        el(
          "div",
          { className: "evidence" },
          v.quotes.map((quote) => quoteButton(quote.quote, name, () => open(quote))),
          v.note ? el("span", { className: "note" }, v.note) : null,
        ),
      ),
    ),
    unproven.length ? el("div", { className: "unproven" }, unproven.map((v) => chip(v.wish, v.verdict))) : null,
  );
}
