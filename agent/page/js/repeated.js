// Leaves out of an answer what the table beneath it shows: who they are, and quotes that stand in it.

/** Returns the lines of an answer that a `comparison` does not show already, or how it begins. */
export function beyond(text, { people, table }) {
  const quotes = table.flatMap((line) => line.cells.map((cell) => cell.quote ?? ""));
  const kept = text.split("\n").filter((line) => !isShown(line, people, quotes));
  const said = kept.filter((line, at) => !isHeading(line) || isItem(kept[at + 1] ?? ""));
  return said.join("\n").trim() || text.split("\n", 1)[0].replace(/:\s*$/, ".");
}

function isShown(line, people, quotes) {
  if (!isItem(line)) return false;
  const said = [...line.matchAll(/“([^”]*)”/g)].map((found) => found[1]);
  if (said.length) return said.every((quote) => quotes.some((whole) => whole.includes(quote)));
  return people.some((person) => line.replace(/^\s*[-*•]\s+/, "").startsWith(`${person.name}:`));
}

const isItem = (line) => /^\s*[-*•]\s/.test(line);
const isHeading = (line) => line.trimEnd().endsWith(":");
