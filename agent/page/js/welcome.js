// What an empty conversation shows: examples to begin with, and how many people there are.

import { button, byId, el } from "./dom.js";
import { plural } from "./labels.js";
import * as service from "./service.js";

const EXAMPLES = [
  "ICU nurses with ACLS",
  "Electricians with PLC programming and 5+ years",
  "Sous chefs who know HACCP",
  "Data scientists with NLP, nice to have: French",
];
const PATIENCE = 20;

export function showExamples(say) {
  byId("examples").replaceChildren(...EXAMPLES.map((text) => el("li", {}, button("example", () => say(text), {}, text))));
}

/** Says how many people can be searched, once the service knows. */
export async function showCount(tries = 0) {
  const line = byId("people-count");
  try {
    const { people, read_by_an_earlier_version: earlier } = await service.ready();
    if (people === undefined) return; // nobody has said yet who asks
    line.textContent = people
      ? `${plural(people, "person", "people")} can be searched.${outdated(earlier)}`
      : "There is nobody to search yet: add résumés first.";
    byId("examples").hidden = !people;
  } catch (fault) {
    line.textContent = fault.status === 503 ? "The service is warming up …" : fault.message;
    if (fault.status === 503 && tries < PATIENCE) setTimeout(() => showCount(tries + 1), 1_000);
  }
}

function outdated(earlier) {
  return earlier ? ` ${plural(earlier, "was", "were")} read by an earlier version: ingest the files again.` : "";
}
