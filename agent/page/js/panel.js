// A panel over the page: a native dialog, so that focus stays inside and Esc closes it.

import { button, el, icon } from "./dom.js";

/** Opens a panel at the side; returns {node, body, close}. It is gone once closed. */
export function openPanel(title, className = "") {
  const heading = el("h2", { tabIndex: -1, id: "panel-title" }, title);
  const body = el("div", { className: "panel-body" });
  const close = () => node.close();
  const node = el(
    "dialog",
    { className: `panel ${className}`, aria: { labelledby: "panel-title" } },
    el("div", { className: "panel-head" }, heading, button("quiet icon-only", close, { aria: { label: "Close" } }, icon("close"))),
    body,
  );
  const before = document.activeElement;
  node.addEventListener("close", () => {
    node.remove();
    before?.focus?.();
  });
  node.addEventListener("click", (event) => event.target === node && close());
  document.body.append(node);
  node.showModal();
  heading.focus();
  return { node, heading, body, close };
}

/** Returns a button that asks once more before it does something that cannot be undone. */
export function sureButton(className, label, question, act) {
  const ask = button(className, () => {
    if (ask.dataset.sure) return act();
    ask.dataset.sure = "yes";
    ask.replaceChildren(question);
    ask.removeAttribute("aria-label");
  });
  const reset = () => {
    delete ask.dataset.sure;
    ask.replaceChildren(...label.map((part) => part.cloneNode?.(true) ?? part));
  };
  ask.addEventListener("blur", reset);
  reset();
  return ask;
}
