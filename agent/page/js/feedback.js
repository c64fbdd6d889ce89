// Thumbs beneath an answer; the last press counts, and a thumb down may say why.

import { button, el, icon } from "./dom.js";
import { seconds } from "./labels.js";
import * as service from "./service.js";

/** Returns the row of thumbs for one turn. */
export function feedback(threadId, turnId, ms) {
  const told = el("span", { className: "told", role: "status" });
  const up = thumb("up", "Good answer", () => rate("up"));
  const down = thumb("down", "Bad answer", () => rate("down"));
  const took = ms === undefined ? null : el("span", { className: "took" }, seconds(ms));
  const node = el("div", { className: "feedback" }, up, down, took, told);

  async function rate(rating, reason) {
    try {
      await service.rate({ thread_id: threadId, turn_id: turnId, rating, ...(reason ? { reason } : {}) });
    } catch (fault) {
      told.textContent = fault.message;
      return;
    }
    up.setAttribute("aria-pressed", rating === "up");
    down.setAttribute("aria-pressed", rating === "down");
    node.querySelector("form")?.remove();
    told.textContent = "Thank you, noted.";
    if (rating === "down" && !reason) node.append(why((text) => rate("down", text)));
  }

  return node;
}

function thumb(name, label, act) {
  return button("quiet icon-only", act, { aria: { label, pressed: "false" }, title: label }, icon(name));
}

function why(send) {
  const input = el("input", { type: "text", maxLength: 2000, placeholder: "What was wrong?", aria: { label: "What was wrong?" } });
  const submit = (event) => {
    event.preventDefault();
    if (input.value.trim()) send(input.value.trim());
  };
  return el("form", { className: "why-form", on: { submit } }, input, el("button", { type: "submit", className: "small" }, "Send"));
}
