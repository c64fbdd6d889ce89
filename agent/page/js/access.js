// Asks for a key where the service wants one, and keeps it for this tab alone.

import { el } from "./dom.js";
import { openPanel } from "./panel.js";

const PLACE = "candidate-matcher-key";
let asking = null;

/** Returns the header that tells who asks, if a key was given. */
export function credentials() {
  const key = sessionStorage.getItem(PLACE);
  return key ? { authorization: `Bearer ${key}` } : {};
}

/** Asks for a key, once for all who wait; the page begins anew with it. Ends when it is closed. */
export function askForKey(reason) {
  asking ??= new Promise((closed) => {
    const panel = openPanel("Your key");
    const field = el("input", { type: "password", id: "key", autocomplete: "off", required: true });
    const form = el(
      "form",
      { className: "why-form" },
      el("label", { htmlFor: "key" }, "Key "),
      field,
      el("button", { type: "submit", className: "primary small" }, "Use it"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      sessionStorage.setItem(PLACE, field.value.trim());
      location.reload();
    });
    panel.node.addEventListener("close", () => {
      asking = null;
      closed();
    });
    panel.body.append(el("p", {}, reason), form);
    field.focus();
  });
  return asking;
}
