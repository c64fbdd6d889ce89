// Finds where quotes stand in a résumé and cuts its text at their borders.

/**
 * Returns [{text, marks}] that join to the whole text; `marks` are the numbers of the quotes that
 * cover a piece. Offsets count Unicode characters, as the service does, not UTF-16 units.
 */
export function pieces(text, quotes) {
  const characters = Array.from(text);
  const spans = quotes.map((quote) => span(characters, text, quote));
  const borders = new Set([0, characters.length]);
  for (const found of spans) if (found) borders.add(found.start).add(found.end);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, n) => ({
    text: characters.slice(start, cuts[n + 1]).join(""),
    marks: spans.flatMap((found, mark) => (found && found.start <= start && start < found.end ? [mark] : [])),
  }));
}

/** Returns {start, end} in characters, or null for a quote that does not stand in the text. */
function span(characters, text, { quote, start, end }) {
  if (Number.isInteger(start) && characters.slice(start, end).join("") === quote) return { start, end };
  const at = quote ? text.indexOf(quote) : -1;
  if (at < 0) return null;
  const first = Array.from(text.slice(0, at)).length;
  return { start: first, end: first + Array.from(quote).length };
}
