// Shows why one person fits: every wish with all its quotes, what is missing, and what to ask.

import { button, el } from "./dom.js";
import { verdictList } from "./verdicts.js";

/** Returns the view of an `explanation` event. */
export function explanation(data, desk, actions) {
  const id = data.candidate_id;
  const verdicts = data.verdicts.map((v) => ({
    wish: desk.wish(v.criterion),
    verdict: v.verdict,
    note: v.note,
    quotes: v.evidence,
  }));
  return el(
    "section",
    { className: "explanation", aria: { label: `Why ${data.name}` } },
    el(
      "h3",
      {},
      data.rank ? el("span", { className: "rank" }, String(data.rank)) : null,
      button("name", () => actions.openPerson(id), { title: "Read the résumé" }, data.name ?? id),
    ),
    el("p", { className: "summary" }, data.summary),
    verdictList(verdicts, data.name, (quote) => actions.openPerson(id, quote)),
    points("What is missing", data.gaps),
    points("To ask in an interview", data.questions),
  );
}

function points(title, sentences = []) {
  if (!sentences.length) return null;
  return el("div", { className: "points" }, el("h4", {}, title), el("ul", {}, sentences.map((s) => el("li", {}, s))));
}
