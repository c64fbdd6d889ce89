// Draws the description of the API from /openapi.json; nothing is loaded from anywhere else.

import { byId, el } from "./dom.js";

const JSON_BODY = "application/json";
const DEEPEST = 3;

/** Returns a schema with its reference followed, and of alternatives with null the other one. */
function resolved(schema, known) {
  if (schema.$ref) return resolved(known[schema.$ref.split("/").pop()] ?? {}, known);
  const alternatives = (schema.anyOf ?? []).filter((one) => one.type !== "null");
  if (alternatives.length !== 1) return schema;
  const { anyOf, ...own } = schema;
  return { ...resolved(alternatives[0], known), ...own };
}

/** Returns what a value of a schema is, in a few words. */
function kindOf(schema, known) {
  const found = resolved(schema, known);
  if (found.enum) return found.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (found.anyOf) return found.anyOf.map((one) => kindOf(one, known)).join(" or ");
  if (found.type === "array") return `list of ${kindOf(found.items ?? {}, known)}`;
  return found.contentMediaType ? "file" : found.format ?? found.type ?? "anything";
}

/** Returns the bounds of a value as they are written in a sentence. */
function boundsOf(schema) {
  const { minimum, maximum, maxLength, maxItems, pattern } = schema;
  return [
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    maxItems !== undefined && `at most ${maxItems} entries`,
    pattern && `matches ${pattern}`,
    schema.default !== undefined && schema.default !== null && `${JSON.stringify(schema.default)} if left out`,
  ].filter(Boolean);
}

function field(name, schema, required, known, place = "") {
  const found = resolved(schema, known);
  const said = [kindOf(schema, known), place, required ? "required" : "", ...boundsOf(found)].filter(Boolean).join(", ");
  return [
    el("dt", {}, el("code", {}, name), ` ${said}`),
    found.description && found.properties === undefined ? el("dd", {}, found.description) : null,
  ];
}

/** Returns the fields of an object as a list, those of objects within it beneath. */
function fields(schema, known, depth = 1) {
  const found = resolved(schema, known);
  const rows = Object.entries(found.properties ?? {}).flatMap(([name, one]) => {
    const within = resolved(one, known);
    const inner = resolved(within.type === "array" ? within.items ?? {} : within, known);
    return [
      ...field(name, one, found.required?.includes(name), known),
      inner.properties && depth < DEEPEST ? el("dd", { className: "inside" }, fields(inner, known, depth + 1)) : null,
    ];
  });
  return rows.length ? el("dl", {}, rows) : null;
}

/** Returns a command to copy that calls a route. */
function command(path, method, example) {
  const address = `${location.origin}${path}`;
  const verb = method === "get" || example ? "" : `-X ${method.toUpperCase()} `;
  if (!example) return `curl ${verb}'${address}'`;
  const body = JSON.stringify(example, null, 2).replaceAll("'", "'\\''");
  return `curl '${address}' -H 'Content-Type: ${JSON_BODY}' -d '${body}'`;
}

function bodies(content, known) {
  return Object.entries(content).flatMap(([type, { schema }]) => [
    el("h3", {}, "Body, ", el("code", {}, type)),
    fields(schema, known),
  ]);
}

function answers(responses) {
  return Object.entries(responses).flatMap(([status, { description, content }]) => [
    el("dt", {}, el("code", {}, status), ` ${Object.keys(content ?? {}).join(", ")}`),
    el("dd", {}, description),
  ]);
}

function route(id, path, method, operation, known) {
  const content = operation.requestBody?.content ?? {};
  const asked = operation.parameters ?? [];
  const example = content[JSON_BODY] && resolved(content[JSON_BODY].schema, known).examples?.[0];
  return el(
    "section",
    { className: "route", id },
    el("h2", {}, el("span", { className: "verb" }, method.toUpperCase()), " ", el("code", {}, path)),
    el("p", {}, el("strong", {}, operation.summary)),
    ...(operation.description ?? "").split("\n\n").map((part) => el("p", {}, part)),
    asked.length ? el("h3", {}, "Parameters") : null,
    asked.length ? el("dl", {}, asked.flatMap((one) => field(one.name, one.schema, one.required, known, `in the ${one.in}`))) : null,
    ...bodies(content, known),
    el("h3", {}, "As a command"),
    el("pre", { tabIndex: 0 }, command(path, method, example)),
    el("h3", {}, "Answers"),
    el("dl", {}, answers(operation.responses)),
  );
}

function draw({ paths, components }) {
  const known = components?.schemas ?? {};
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const id = operation.operationId;
      byId("contents").append(
        el(
          "li",
          {},
          el("a", { href: `#${id}` }, el("code", {}, `${method.toUpperCase()} ${path}`)),
          el("span", {}, operation.summary),
        ),
      );
      byId("routes").append(route(id, path, method, operation, known));
    }
  }
}

try {
  const answer = await fetch("/openapi.json");
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  draw(await answer.json());
  byId("told").hidden = true;
} catch (fault) {
  byId("told").textContent = `The description could not be loaded (${fault.message}): load the page again.`;
}
