// The conversation: says things, follows the answers, brings threads back and picks up lost turns.

import { byId } from "./dom.js";
import * as fresh from "./fresh.js";
import * as pending from "./pending.js";
import * as service from "./service.js";
import { follow } from "./stream.js";
import { TurnView } from "./turn.js";

const STOPPED = "stopped";

/** Turns of one thread at a time; `onTurnEnd` is called after each. */
export class Chat {
  constructor(desk, actions, onTurnEnd) {
    this.desk = desk;
    this.actions = { ...actions, again: (view) => this.#again(view) };
    this.onTurnEnd = onTurnEnd;
    this.turns = byId("turns");
    this.leaving = new AbortController();
  }

  /** Says something; resolves when the answer has ended. Returns false while another one runs. */
  async say(text) {
    if (this.desk.busy) return this.actions.tellBusy();
    const thread = this.desk.threadId;
    const view = this.#add(text);
    pending.keep(thread, text);
    fresh.used(thread);
    this.#show(view.node);
    await this.#run(view, (last, signal) =>
      last ? service.pickUp(thread, last, signal) : service.say(thread, text, signal),
    );
    return true;
  }

  /** Stops the turn that runs. */
  async stop() {
    try {
      await service.stop(this.desk.threadId);
    } catch (fault) {
      this.actions.banner(fault.message);
    }
  }

  /** Shows a thread from its transcript, and goes on with a turn that still runs. */
  async open(threadId) {
    this.leaving.abort();
    this.leaving = new AbortController();
    this.desk.clear(threadId);
    this.turns.replaceChildren();
    const known = await this.#restore(threadId);
    if (this.desk.threadId !== threadId) return;
    const message = pending.of(threadId);
    if (message !== null) await this.#pickUp(threadId, message, known);
  }

  async #restore(threadId) {
    const signal = this.leaving.signal;
    const known = new Map();
    if (fresh.isFresh(threadId)) return known;
    let thread;
    try {
      thread = await service.thread(threadId);
    } catch (fault) {
      if (fault.status !== 404) this.actions.banner(fault.message, () => this.open(threadId));
      return known;
    }
    if (signal.aborted) return known;
    for (const turn of thread.turns) {
      known.set(turn.turn_id, turn.message);
      const view = this.#add(turn.message);
      for (const event of turn.events) this.#take(view, event);
      view.end(turn.answer, turn.turn_id);
    }
    const last = this.turns.lastElementChild;
    if (last) this.#show(last, "instant");
    return known;
  }

  async #pickUp(threadId, message, known) {
    const view = this.#add(message);
    this.#show(view.node, "instant");
    await this.#run(view, (last, signal) => service.pickUp(threadId, last, signal), { known, quiet: true });
  }

  async #run(view, open, { last = 0, known = new Map(), quiet = false } = {}) {
    const { desk } = this;
    const signal = this.leaving.signal;
    const forget = desk.remembered();
    desk.setBusy(true);
    view.begin();
    let ended = false;
    try {
      for await (const event of follow(open, { last, signal, waiting: () => view.reconnecting() })) {
        if (signal.aborted) return;
        if (event.name === "turn_started" && known.has(event.data.turn_id)) {
          if (known.get(event.data.turn_id) === view.message) view.node.remove();
          else this.#failed(view, new service.Fault("nothing_to_resume", ""));
          break;
        }
        if (event.name === "error") this.#undone(view, event, forget);
        this.#take(view, event);
      }
      ended = true;
    } catch (fault) {
      if (!signal.aborted) ended = this.#failed(view, fault, quiet);
    } finally {
      if (!signal.aborted) {
        if (ended) pending.forget(desk.threadId);
        desk.setBusy(false);
        this.onTurnEnd();
      }
    }
  }

  #take(view, event) {
    this.desk.take(event);
    view.take(event);
  }

  #undone(view, { data }, forget) {
    forget();
    if (data.code === STOPPED) this.actions.draft(view.message);
  }

  /** Shows why a turn did not come to its end; returns whether nothing of it can be picked up. */
  #failed(view, fault, quiet) {
    const thread = this.desk.threadId;
    if (fault.code === "lost") {
      const resume = () => {
        view.node.remove();
        this.open(thread);
      };
      view.trouble(fault.message, [["Pick it up again", resume]]);
      return false;
    }
    if (quiet || fault.code === "nothing_to_resume") {
      view.trouble("The answer to this was lost on the way.", [["Ask again", () => this.#again(view)]]);
      return true;
    }
    if (fault.code === "turn_running") {
      view.node.remove();
      this.actions.draft(view.message);
      this.actions.banner(fault.message);
      return true;
    }
    view.trouble(fault.message, [["Try again", () => this.#again(view)]]);
    return fault.code !== "unreachable"; // what never arrived is offered again after a reload
  }

  #again(view) {
    if (this.desk.busy) return this.actions.tellBusy();
    view.node.remove();
    this.actions.say(view.message);
  }

  #add(message) {
    const view = new TurnView(message, this.desk, this.actions);
    this.turns.append(view.node);
    this.desk.changed();
    return view;
  }

  #show(node, behavior) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    node.scrollIntoView({ block: "start", behavior: behavior ?? (calm ? "instant" : "smooth") });
  }
}
