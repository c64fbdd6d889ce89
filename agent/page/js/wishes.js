// Shows what is looked for as chips that can be taken off, and what a turn changed about it.

import { button, el, icon } from "./dom.js";
import { WEIGHTS, dropping, wishLabel } from "./labels.js";

/** Fills the bar with the present wishes. */
export function showWishes(bar, desk, actions) {
  const chips = desk.wishes.map((wish) => removable(wish, actions));
  const tools = chips.length
    ? [
        button("text", () => actions.say("undo"), { title: "Take the last change back" }, "Undo"),
        button("text", () => actions.say("start over"), { title: "Clear every wish" }, "Start over"),
      ]
    : [el("span", { className: "no-wishes" }, "Your wishes will appear here")];
  bar.replaceChildren(...chips, ...tools);
}

function removable(wish, actions) {
  const label = wishLabel(wish);
  const drop = button("drop", () => actions.say(dropping(wish)), { aria: { label: `Drop ${label}` }, title: `Drop ${label}` }, icon("close"));
  return el("span", { className: `wish wish-${wish.weight}`, data: { wish: wish.id } }, weight(wish), el("span", { className: "wish-label" }, label), drop);
}

function weight(wish) {
  return el("span", { className: "weight" }, WEIGHTS[wish.weight] ?? wish.weight);
}

/** Returns a line that says which wishes a turn added and took back, or null. */
export function wishChange({ added = [], removed = [] }) {
  if (!added.length && !removed.length) return null;
  const told = (wish, sign, word) =>
    el("li", { className: `change change-${word}` }, el("span", { aria: { hidden: "true" } }, sign), el("span", { className: "unseen" }, `${word}: `), wish.weight === "must" ? "" : `${WEIGHTS[wish.weight]}: `, wishLabel(wish));
  return el("ul", { className: "changes", aria: { label: "Changed wishes" } }, added.map((w) => told(w, "+", "added")), removed.map((w) => told(w, "−", "dropped")));
}
