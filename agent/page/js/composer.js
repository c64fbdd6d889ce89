// The box people write in: Enter sends, Shift+Enter breaks the line, Esc stops an answer.

import { byId, icon } from "./dom.js";

const hasKeys = matchMedia("(pointer: fine)"); // without them the keyboard covers half of the screen

/** Wires the box; `tellBusy()` is called instead of `send(text)` while an answer is coming. */
export function composer(desk, { send, stop, tellBusy }) {
  const form = byId("composer");
  const box = byId("message");
  byId("send").append(icon("send"));
  byId("stop").append(icon("stop"));

  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  };
  const submit = () => {
    const text = box.value.trim();
    if (!text) return;
    if (desk.busy) return tellBusy();
    box.value = "";
    grow();
    if (!hasKeys.matches) box.blur();
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
    /** Goes to the box, unless that would bring a keyboard up over the page. */
    focus: () => hasKeys.matches && box.focus(),
    /** Puts a message back that was not answered, unless something was written meanwhile. */
    draft(text) {
      if (box.value) return;
      box.value = text;
      grow();
      box.focus();
    },
  };
}
