// The people the recruiter keeps: a drawer, and the number on its button.

import { button, el } from "./dom.js";
import { openPanel } from "./panel.js";
import { shortlistFile } from "./service.js";
import { verdictList } from "./verdicts.js";

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
  const compare = desk.shortlist.length < 2 ? [] : [compareAll(desk, actions, close)];
  return [list, ...compare, download("wide", desk, actions), button("wide", () => print(), {}, "Print")];
}

/** Returns a button that saves the shortlist as a table for spreadsheets. */
export function download(className, desk, actions) {
  const save = async () => {
    try {
      const href = URL.createObjectURL(await shortlistFile(desk.threadId));
      el("a", { href, download: "shortlist.csv" }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch (fault) {
      actions.banner(fault.message);
    }
  };
  return button(className, save, {}, "Download as CSV");
}

/** Returns the proofs of a person for the present wishes, as far as this conversation has shown them. */
function proofs(person, desk, actions) {
  const seen = desk.seen.get(person.candidate_id) ?? [];
  const verdicts = desk.wishes
    .map((wish) => ({ wish, proof: seen.find((each) => each.wish === wish.id) }))
    .filter(({ proof }) => proof)
    .map(({ wish, proof }) => ({ wish, verdict: proof.verdict, quotes: [proof] }));
  return verdicts.length ? verdictList(verdicts, person.name, (quote) => actions.openPerson(person.candidate_id, quote)) : null;
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
    proofs(person, desk, actions),
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
