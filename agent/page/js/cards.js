// Shows a page of ranked people as cards, each with its verdicts and what can be done next.

import { button, el, icon } from "./dom.js";
import { about, mustsMet, plural, wishLabel } from "./labels.js";
import { verdictList } from "./verdicts.js";
import { warnings } from "./warnings.js";

/** Returns the list of a `candidates` event. */
export function peopleList(data, desk, actions) {
  const cards = data.shown.map((person) => card(person, desk, actions));
  return el(
    "section",
    { className: "people", aria: { label: "Candidates" } },
    el("p", { className: "people-head" }, heading(data)),
    cards.length ? el("ol", { className: "cards" }, cards) : null,
    more(data, actions),
  );
}

function heading({ among, asked = [], total, offset, shown }) {
  if (among === "shown") return `Among those shown: ${asked.map(wishLabel).join(", ")}`;
  if (!shown.length) return "Nobody in this list";
  const ranks = shown.length === total ? "" : `, ranks ${offset + 1} to ${offset + shown.length}`;
  return plural(total, "person", "people") + ranks;
}

function more({ among, total, offset, shown }, actions) {
  const left = total - offset - shown.length;
  if (among === "shown" || !shown.length || left <= 0) return null;
  return button("more", () => actions.say("show more"), {}, `Show more (${left.toLocaleString("en")} further)`);
}

function card(person, desk, actions) {
  const id = person.candidate_id;
  const verdicts = person.verdicts.map((v) => ({
    wish: desk.wish(v.criterion),
    verdict: v.verdict,
    note: v.note,
    quotes: v.quote ? [{ quote: v.quote }] : [],
  }));
  return el(
    "li",
    { className: "card", data: { person: id } },
    el("span", { className: "rank", title: "Rank" }, el("span", { className: "unseen" }, "Rank "), String(person.rank || "–")),
    el(
      "div",
      { className: "card-body" },
      el("h3", {}, button("name", () => actions.openPerson(id), { title: "Read the résumé" }, person.name)),
      el("p", { className: "about" }, about(person), musts(person)),
      warnings(person.warnings),
      verdictList(verdicts, person.name, (quote) => actions.openPerson(id, quote)),
    ),
    cardActions(person, desk, actions),
  );
}

function musts(person) {
  const told = mustsMet(person.musts);
  return told ? el("span", { className: `musts musts-${person.musts.met === person.musts.of ? "met" : "open"}` }, told) : null;
}

function cardActions(person, desk, actions) {
  const id = person.candidate_id;
  const why = button("small", () => actions.say(`why is ${desk.reference(id)} a good match?`), { aria: { label: `Why ${person.name}` } }, "Why");
  const compare = button("small", () => actions.toggleCompared(person), { aria: { label: `Compare ${person.name}` }, data: { compare: id } }, "Compare");
  const keep = button("small", () => actions.toggleShortlisted(id), { aria: { label: `Shortlist ${person.name}` }, data: { keep: id } }, icon("star"), el("span", {}, "Shortlist"));
  const node = el("div", { className: "card-actions", role: "group", aria: { label: `Actions for ${person.name}` } }, why, compare, keep);
  pressed(node, desk);
  return node;
}

/** Brings the pressed state of all buttons within a node up to date. */
export function pressed(node, desk) {
  for (const each of node.querySelectorAll("[data-compare]")) {
    each.setAttribute("aria-pressed", desk.compared.has(each.dataset.compare));
  }
  for (const each of node.querySelectorAll("[data-keep]")) {
    each.setAttribute("aria-pressed", desk.isShortlisted(each.dataset.keep));
  }
}
