// The box people write in: Enter sends, Shift+Enter breaks the line, Esc stops an answer.

import { byId, icon } from "./dom.js";

/** Wires the box; `send(text)` returns a promise of whether it was taken. */
export function composer(desk, { send, stop }) {
  const form = byId("composer");
  const box = byId("message");
  byId("send").append(icon("send"));
  byId("stop").append(icon("stop"));

  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
  };
  const submit = () => {
    const text = box.value.trim();
    if (!text || desk.busy) return;
    box.value = "";
    grow();
    send(text);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && desk.busy) stop();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  byId("stop").addEventListener("click", stop);
  desk.addEventListener("change", () => {
    if (byId("stop").contains(document.activeElement) && !desk.busy) box.focus();
    byId("send").hidden = desk.busy;
    byId("stop").hidden = !desk.busy;
  });

  return {
    focus: () => box.focus(),
    /** Puts a message back that was not answered, unless something was written meanwhile. */
    draft(text) {
      if (box.value) return;
      box.value = text;
      grow();
      box.focus();
    },
  };
}
