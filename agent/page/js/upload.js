// Brings résumés in: chosen or dropped files, one after the other, each with what became of it.

import { button, byId, el } from "./dom.js";
import { plural } from "./labels.js";
import { openPanel } from "./panel.js";
import * as service from "./service.js";

const KINDS = ".pdf,.docx,.txt,.md,.json,.jsonl,.csv";
const BECAME = { added: "added", replaced: "updated", unchanged: "was here already", skipped: "passed over", failed: "not read" };

/** Opens the panel, and begins at once with files that were dropped. */
export function openUpload(actions, files = []) {
  const panel = openPanel("Add résumés", "upload");
  const input = el("input", { type: "file", multiple: true, accept: KINDS, className: "unseen", id: "files" });
  const zone = el(
    "label",
    { className: "zone", htmlFor: "files" },
    el("strong", {}, "Choose files"),
    el("span", {}, " or drop them here"),
    el("small", {}, "PDF, Word, text, Markdown, JSON Resume, JSONL or CSV"),
  );
  const progress = el("p", { className: "hint", role: "status" });
  const outcomes = el("ul", { className: "outcomes" });
  panel.body.append(input, zone, progress, outcomes);
  input.addEventListener("change", () => send([...input.files]));
  const queue = [];
  let busy = false;

  async function send(more) {
    queue.push(...more);
    if (busy) return;
    busy = true;
    for (let done = 1; queue.length; done += 1) {
      const file = queue.shift();
      progress.textContent = `Reading ${file.name} (${done} of ${done + queue.length}) …`;
      outcomes.append(...(await outcome(file, actions)));
    }
    busy = false;
    input.value = "";
    const came = outcomes.querySelectorAll(".ok").length;
    progress.textContent = came ? `Done: ${plural(came, "person", "people")} in the index from this upload.` : "Nobody came in: see what to do about each file.";
    actions.peopleChanged();
  }

  panel.node.addEventListener("dragover", (event) => event.preventDefault());
  panel.node.addEventListener("drop", (event) => {
    event.preventDefault();
    send([...event.dataTransfer.files]);
  });
  if (files.length) send(files);
}

async function outcome(file, actions) {
  try {
    const { items } = await service.upload(file);
    return items.map((item) => line(file, item, actions));
  } catch (fault) {
    return [el("li", { className: "bad" }, el("strong", {}, file.name), el("p", {}, fault.message))];
  }
}

function line(file, item, actions) {
  const notes = [item.message, ...(item.warnings ?? [])].filter(Boolean);
  if (item.duplicates?.length) notes.push(`Likely the same person as ${item.duplicates.join(", ")}.`);
  const bad = item.outcome === "failed" || item.outcome === "skipped";
  return el(
    "li",
    { className: bad ? "bad" : "ok" },
    el("strong", {}, item.source || file.name),
    el("span", { className: "became" }, BECAME[item.outcome] ?? item.outcome),
    item.candidate_id && !bad ? button("small", () => actions.openPerson(item.candidate_id), {}, "Open") : null,
    notes.map((note) => el("p", {}, note)),
  );
}

/** Lets files be dropped anywhere on the page. */
export function acceptDrops(actions) {
  const hint = byId("drop-hint");
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    hint.hidden = Boolean(document.querySelector("dialog[open]"));
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) hint.hidden = true;
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    hint.hidden = true;
    if (event.defaultPrevented) return;
    event.preventDefault();
    openUpload(actions, [...event.dataTransfer.files]);
  });
}
