// The list of conversations: choose one, begin a new one, delete one.

import { byId, el, icon } from "./dom.js";
import * as fresh from "./fresh.js";
import { sureButton } from "./panel.js";
import * as service from "./service.js";

/** Returns a new thread id; it works on plain http too, where randomUUID does not exist. */
export function newThreadId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const id = `t-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  fresh.keep(id);
  return id;
}

/** Fills the list; `open(id)` shows a thread, `onDeleted(id)` is told of a deletion. */
export async function showThreads(desk, { open, onDeleted, banner }) {
  let threads;
  try {
    threads = await service.threads();
  } catch {
    return; // the list is left as it is; what the user does next says what is wrong
  }
  const list = byId("threads");
  const shown = threads.filter((thread) => thread.turns > 0 || thread.thread_id === desk.threadId);
  list.replaceChildren(...shown.map((thread) => item(thread, desk, { open, onDeleted, banner })));
}

function item({ thread_id: id, title }, desk, { open, onDeleted, banner }) {
  const name = title || "New conversation";
  const choose = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(id);
  };
  const link = el("a", { href: `?thread=${encodeURIComponent(id)}`, title: name, on: { click: choose } }, name);
  if (id === desk.threadId) link.setAttribute("aria-current", "page");
  const label = [icon("bin"), el("span", { className: "unseen" }, `Delete “${name}”`)];
  const remove = async () => {
    try {
      await service.forgetThread(id);
      onDeleted(id);
    } catch (fault) {
      banner(fault.message);
    }
  };
  return el("li", {}, link, sureButton("quiet icon-only delete", label, "Delete?", remove));
}
