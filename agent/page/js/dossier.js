// Opens a person's résumé: who it is, and the text with every quote marked where it stands.

import { el } from "./dom.js";
import { about, readable, wishLabel } from "./labels.js";
import { openPanel, sureButton } from "./panel.js";
import { pieces } from "./passages.js";
import * as service from "./service.js";
import { warnings } from "./warnings.js";

/** Opens the résumé; `quotes` are [{wish, quote, start?, end?}], `target` is the one to scroll to. */
export async function openDossier(id, quotes, target, desk, onRemoved) {
  const panel = openPanel("Résumé", "dossier");
  panel.body.append(el("p", { className: "hint" }, "Loading …"));
  let person;
  try {
    person = await service.person(id);
  } catch (fault) {
    panel.body.replaceChildren(el("p", { className: "trouble", role: "alert" }, fault.message));
    return;
  }
  const { identity, profile, text } = person;
  const name = identity.name || id;
  const wanted = target && !quotes.some((q) => same(q, target)) ? [...quotes, target] : quotes;
  const resume = marked(text, wanted, name, desk);
  panel.heading.textContent = name;
  const parts = [
    el("p", { className: "about" }, about({ ...profile, location: profile.location?.name })),
    warnings(person.warnings),
    contacts(identity),
    jumps(wanted, resume, desk),
    resume,
    el("p", { className: "source" }, person.source ? `From ${person.source}, id ${id}` : `Id ${id}`),
    remove(id, panel, onRemoved),
  ];
  panel.body.replaceChildren(...parts.filter(Boolean));
  const at = target ? wanted.findIndex((q) => same(q, target)) : -1;
  if (at >= 0) jump(resume, at);
}

const same = (one, other) =>
  one.quote === other.quote && (other.start === undefined || one.start === undefined || one.start === other.start);

function contacts(identity) {
  const mails = (identity.emails ?? []).map((mail) => reach(`mailto:${encodeURIComponent(mail).replace("%40", "@")}`, mail));
  const phones = (identity.phones ?? []).map((phone) => reach(`tel:${phone.replaceAll(/[^+\d]/g, "")}`, phone));
  const lines = [...mails, ...phones, ...(identity.links ?? []), identity.address].filter(Boolean);
  return lines.length ? el("ul", { className: "contacts", aria: { label: "Contact" } }, lines.map((line) => el("li", {}, line))) : null;
}

/** Returns a link that writes or calls; what a résumé itself links to stays text. */
const reach = (href, told) => el("a", { href }, told);

function marked(text, quotes, name, desk) {
  const parts = pieces(text, quotes).map(({ text: piece, marks }) => {
    if (!marks.length) return readable(piece, name);
    const labels = [...new Set(marks.map((n) => quotes[n].wish && wishLabel(desk.wish(quotes[n].wish))).filter(Boolean))];
    return el("mark", { tabIndex: -1, title: labels.join(", "), data: { quotes: marks.join(" ") } }, readable(piece, name));
  });
  return el("div", { className: "resume-text", dir: "auto", tabIndex: 0, role: "document", aria: { label: "Résumé text" } }, parts);
}

function jumps(quotes, resume, desk) {
  const first = new Map();
  quotes.forEach((quote, n) => quote.wish && !first.has(quote.wish) && first.set(quote.wish, n));
  if (!first.size) return null;
  return el(
    "p",
    { className: "jumps" },
    "Quoted for: ",
    [...first].map(([wish, n]) => el("button", { type: "button", className: "small", on: { click: () => jump(resume, n) } }, wishLabel(desk.wish(wish)))),
  );
}

function jump(resume, n) {
  const marks = [...resume.querySelectorAll("mark")];
  const hits = marks.filter((mark) => mark.dataset.quotes.split(" ").includes(String(n)));
  marks.forEach((mark) => mark.classList.toggle("here", hits.includes(mark)));
  hits[0]?.scrollIntoView({ block: "center" });
  hits[0]?.focus({ preventScroll: true });
}

function remove(id, panel, onRemoved) {
  const act = async () => {
    try {
      await service.removePerson(id);
      panel.close();
      onRemoved(id);
    } catch (fault) {
      panel.body.append(el("p", { className: "trouble", role: "alert" }, fault.message));
    }
  };
  return el("div", { className: "danger" }, sureButton("small", ["Remove this person everywhere"], "Remove for good?", act));
}
