// Prints the panel that is open, as a plain sheet: a dialog is cut off after the first page.

import { el } from "./dom.js";

/** Lays the sheet out whenever the page is printed, and takes it away afterwards. */
export function printPanels() {
  addEventListener("beforeprint", () => {
    const panel = [...document.querySelectorAll("dialog.panel")].at(-1);
    if (!panel) return;
    const parts = [...panel.children].map((part) => part.cloneNode(true));
    document.body.append(el("article", { className: "sheet" }, parts));
  });
  addEventListener("afterprint", () => document.querySelectorAll(".sheet").forEach((sheet) => sheet.remove()));
}
