// Shows people side by side: a column a person, a row a wish, a quote in each cell.
// On a phone the cells of a row stand below one another, each with the name of its person; the roles
// are written out since a table that is laid out as blocks is none to a screen reader.

import { button, el } from "./dom.js";
import { WEIGHTS, about, wishLabel } from "./labels.js";
import { quoteButton, verdictWord } from "./verdicts.js";

/** Returns the view of a `comparison` event. */
export function comparison(data, desk, actions) {
  const people = new Map(data.people.map((person) => [person.candidate_id, person]));
  return el(
    "section",
    { className: "comparison", role: "region", tabIndex: 0, aria: { label: "Comparison" } },
    el(
      "table",
      { role: "table" },
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, "Wish"), data.people.map((person) => head(person, actions)))),
      el("tbody", { role: "rowgroup" }, data.table.map((line) => row(line, desk, people, actions))),
    ),
  );
}

function head(person, actions) {
  return el(
    "th",
    { scope: "col", role: "columnheader" },
    button("name", () => actions.openPerson(person.candidate_id), { title: "Read the résumé" }, person.name),
    el("span", { className: "about" }, about(person)),
  );
}

function row(line, desk, people, actions) {
  const wish = desk.wish(line.criterion);
  return el(
    "tr",
    { role: "row" },
    el("th", { scope: "row", role: "rowheader" }, wishLabel(wish), el("span", { className: "weight" }, WEIGHTS[wish.weight])),
    line.cells.map((cell) => {
      const { name, rank } = people.get(cell.candidate_id) ?? {};
      const open = () => actions.openPerson(cell.candidate_id, { quote: cell.quote });
      return el(
        "td",
        { role: "cell" },
        el("span", { className: "whose" }, rank ? `${rank}. ${name}` : name),
        verdictWord(wish, cell.verdict),
        cell.quote ? quoteButton(cell.quote, name, open) : null,
        cell.note ? el("span", { className: "note" }, cell.note) : null,
      );
    }),
  );
}
