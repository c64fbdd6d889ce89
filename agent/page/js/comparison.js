// Shows people side by side: a column a person, a row a wish, a quote in each cell.

import { button, el } from "./dom.js";
import { WEIGHTS, about, wishLabel } from "./labels.js";
import { quoteButton, verdictWord } from "./verdicts.js";

/** Returns the view of a `comparison` event. */
export function comparison(data, desk, actions) {
  const names = new Map(data.people.map((person) => [person.candidate_id, person.name]));
  return el(
    "section",
    { className: "comparison", role: "region", tabIndex: 0, aria: { label: "Comparison, scrolls sideways" } },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Wish"), data.people.map((person) => head(person, actions)))),
      el("tbody", {}, data.table.map((line) => row(line, desk, names, actions))),
    ),
  );
}

function head(person, actions) {
  return el(
    "th",
    { scope: "col" },
    button("name", () => actions.openPerson(person.candidate_id), { title: "Read the résumé" }, person.name),
    el("span", { className: "about" }, about(person)),
  );
}

function row(line, desk, names, actions) {
  const wish = desk.wish(line.criterion);
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, wishLabel(wish), el("span", { className: "weight" }, WEIGHTS[wish.weight])),
    line.cells.map((cell) => {
      const open = () => actions.openPerson(cell.candidate_id, { quote: cell.quote });
      return el(
        "td",
        {},
        verdictWord(wish, cell.verdict),
        cell.quote ? quoteButton(cell.quote, names.get(cell.candidate_id), open) : null,
        cell.note ? el("span", { className: "note" }, cell.note) : null,
      );
    }),
  );
}
