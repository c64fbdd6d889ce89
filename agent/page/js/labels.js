// Words for wishes, verdicts and people, the same everywhere on the page.

export const WEIGHTS = { must: "must", nice: "nice to have", avoid: "avoid" };

const MILE_KM = 1.609344;

/** Returns a wish as people say it: "5+ years with Python", "German (fluent)". */
export function wishLabel(wish) {
  const about = wish.subject ? ` with ${wish.subject}` : "";
  switch (wish.kind) {
    case "min_years":
      return `${wish.value}+ years${about}`;
    case "max_years":
      return `at most ${wish.value} years${about}`;
    case "education":
      return wish.subject ? `${wish.value} in ${wish.subject}` : String(wish.value);
    case "language":
      return wish.level ? `${wish.value} (${wish.level})` : String(wish.value);
    case "location":
      return wish.radius_km ? `within ${distance(wish.radius_km)} of ${wish.value}` : String(wish.value);
    default:
      return String(wish.value);
  }
}

/** Returns a distance in the unit it was said in: kilometres are said in whole numbers. */
function distance(km) {
  const miles = Math.round(km / MILE_KM);
  const said = Number((miles * MILE_KM).toFixed(2)) === km && !Number.isInteger(km);
  return said ? `${miles} miles` : `${km} km`;
}

/** Returns what to say to take a wish back. */
export function dropping(wish) {
  const years = wish.kind === "min_years" || wish.kind === "max_years";
  return `drop ${years ? wishLabel(wish) : wish.value}`;
}

/** Returns how a verdict reads for a wish: {state, word}, where state names icon and colour. */
export function standing(wish, verdict) {
  if (wish.weight === "avoid") {
    if (verdict === "met") return { state: "missing", word: "found, though to be avoided" };
    if (verdict === "partly") return { state: "partly", word: "found in part, though to be avoided" };
    return { state: "avoided", word: "not found, as wished" };
  }
  const words = { met: "met", partly: "partly met", missing: "not met", unclear: "the résumé does not say" };
  return { state: verdict, word: words[verdict] ?? verdict };
}

/** Returns the line beneath a name: headline, place, years; what is unknown is left out. */
export function about(person) {
  return [person.headline, person.location, years(person.years_experience)].filter(Boolean).join(" · ");
}

export function years(number) {
  if (number === null || number === undefined) return "";
  return `${number} ${number === 1 ? "year" : "years"}`;
}

/** Returns how many of the musts a person shows; one alone needs no count. */
export function mustsMet(musts) {
  if (!musts || musts.of < 2) return "";
  return musts.met === musts.of ? "meets every must" : `meets ${musts.met} of ${musts.of} musts`;
}

/** Returns how long an answer took. */
export const seconds = (ms) => (ms < 100 ? "under 0.1 s" : `${(ms / 1000).toFixed(1)} s`);

export const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

const TOKENS = { email: "e-mail", phone: "phone", link: "link", address: "address" };

/** Returns a passage of a résumé for reading: the name where its token stands. */
export function readable(text, name) {
  return text.replace(/⟨([^⟨⟩]{1,40})⟩/g, (token, kind) => (kind === "name" ? name || token : `[${TOKENS[kind] ?? kind}]`));
}
