// The people the recruiter keeps: a drawer, and the number on its button.

import { button, el } from "./dom.js";
import { openPanel } from "./panel.js";

/** Opens the drawer and keeps it up to date until it is closed. */
export function openShortlist(desk, actions) {
  const panel = openPanel("Shortlist", "shortlist");
  const show = () => panel.body.replaceChildren(...content(desk, actions, panel.close));
  desk.addEventListener("change", show);
  panel.node.addEventListener("close", () => desk.removeEventListener("change", show));
  show();
}

function content(desk, actions, close) {
  if (!desk.shortlist.length) {
    return [el("p", { className: "hint" }, "Nobody yet. Use “Shortlist” on a card, or say “shortlist 2 and 4”.")];
  }
  const list = el("ul", { className: "kept" }, desk.shortlist.map((person) => row(person, desk, actions, close)));
  return desk.shortlist.length < 2 ? [list] : [list, compareAll(desk, actions, close)];
}

function row(person, desk, actions, close) {
  const id = person.candidate_id;
  const take = () => actions.toggleShortlisted(id);
  const why = () => {
    close();
    actions.say(`why is ${desk.reference(id)} a good match?`);
  };
  return el(
    "li",
    {},
    el("div", {}, button("name", () => actions.openPerson(id), {}, person.name), el("p", { className: "about" }, person.headline)),
    el(
      "div",
      { className: "card-actions" },
      button("small", why, { aria: { label: `Why ${person.name}` } }, "Why"),
      button("small", take, { aria: { label: `Take ${person.name} off` } }, "Take off"),
    ),
  );
}

function compareAll(desk, actions, close) {
  const compare = () => {
    close();
    actions.compare(desk.shortlist.slice(0, 5).map((person) => person.candidate_id));
  };
  return button("wide", compare, {}, desk.shortlist.length > 5 ? "Compare the first five" : "Compare them");
}
