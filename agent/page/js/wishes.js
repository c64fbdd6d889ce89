// Shows what is looked for as chips that can be taken off, and what a turn changed about it.

import { button, byId, el, icon } from "./dom.js";
import { foldable } from "./folding.js";
import { WEIGHTS, dropping, wishLabel } from "./labels.js";

/** Keeps the bar filled with the present wishes; those that have no room wait behind a button. */
export function wishBar(desk, actions) {
  const bar = byId("wishes");
  const fit = foldable(bar, byId("all-wishes"), () => `All ${desk.wishes.length + desk.weighs.length + desk.settings.length}`);
  let shown = null;
  desk.addEventListener("change", () => {
    if (shown === desk.wishes) return; // made anew only when they change: a button in use keeps its focus
    shown = desk.wishes;
    const at = drops(bar).indexOf(document.activeElement);
    bar.replaceChildren(...chips(desk, actions));
    byId("wish-tools").replaceChildren(...tools(desk, actions));
    if (at >= 0) (drops(bar)[at] ?? drops(bar).at(-1) ?? byId("message")).focus();
    fit();
  });
}

const drops = (bar) => [...bar.querySelectorAll(".drop")];

function chips(desk, actions) {
  if (desk.wishes.length) {
    return [
      ...desk.settings.map(({ words }) => setting(words, actions)),
      ...desk.wishes.map((wish) => removable(wish, actions)),
      ...desk.weighs.map((words) => weighed(words, actions)),
    ];
  }
  return [el("span", { className: "no-wishes" }, "Your wishes will appear here")];
}

function tools(desk, actions) {
  if (!desk.wishes.length) return [];
  return [
    button("text", () => actions.say("undo"), { title: "Take the last change back" }, "Undo"),
    button("text", () => actions.say("start over"), { title: "Clear every wish" }, "Start over"),
  ];
}

function removable(wish, actions) {
  const properties = { className: `wish wish-${wish.weight}`, data: { wish: wish.id } };
  return chip(properties, weight(wish), wishLabel(wish), () => actions.say(dropping(wish)));
}

/** Returns a chip for words that raise people and are no wish: nobody is judged by them. */
function weighed(words, actions) {
  const title = "Raises people whose résumé speaks of it; nobody is judged by it";
  const mark = el("span", { className: "weight weight-also" }, "also weighs");
  return chip({ className: "wish wish-also", title }, mark, words, () => actions.say(`drop ${words}`));
}

/** Returns a chip for what leaves people out of the list. */
function setting(words, actions) {
  const title = "Leaves people out of the list, whose order stays as it is";
  return chip({ className: "wish wish-setting", title }, "", words, () => actions.say(`drop ${words}`));
}

function chip(properties, mark, label, drop) {
  const close = button("drop", drop, { aria: { label: `Drop ${label}` }, title: `Drop ${label}` }, icon("close"));
  return el("span", properties, mark, el("span", { className: "wish-label" }, label), close);
}

function weight(wish) {
  return el("span", { className: `weight weight-${wish.weight}` }, WEIGHTS[wish.weight] ?? wish.weight);
}

/** Returns a line that says which wishes a turn added and took back, or null where the bar says the same. */
export function wishChange({ criteria, added = [], removed = [] }) {
  if (!removed.length && (!added.length || added.length === criteria.length)) return null;
  const told = (wish, sign, word) =>
    el("li", { className: `change change-${word}` }, el("span", { aria: { hidden: "true" } }, sign), el("span", { className: "unseen" }, `${word}: `), wish.weight === "must" ? "" : `${WEIGHTS[wish.weight]}: `, wishLabel(wish));
  return el("ul", { className: "changes", aria: { label: "Changed wishes" } }, added.map((w) => told(w, "+", "added")), removed.map((w) => told(w, "−", "dropped")));
}
