// One turn on the page: the message, the answer as it grows, and what was found beneath it.

import { announce, button, el } from "./dom.js";
import { peopleList } from "./cards.js";
import { comparison } from "./comparison.js";
import { explanation } from "./explanation.js";
import { feedback } from "./feedback.js";
import { foldable } from "./folding.js";
import { plural } from "./labels.js";
import { setProse } from "./prose.js";
import { beyond } from "./repeated.js";
import { download } from "./shortlist.js";
import { wishChange } from "./wishes.js";

const DOING = {
  search_candidates: "Reading every résumé against your wishes",
  filter_candidates: "Checking the people against your wishes",
  explain_match: "Gathering the evidence",
  compare_candidates: "Setting them side by side",
  update_shortlist: "Updating the shortlist",
  show_more: "Fetching the next ones",
  undo: "Taking it back",
  start_over: "Clearing the desk",
};

const LONG_SECONDS = 3;

/** A turn's view; events are given to it one by one, live or from a transcript. */
export class TurnView {
  constructor(message, desk, actions) {
    this.message = message;
    this.desk = desk;
    this.actions = actions;
    this.text = "";
    this.turnId = "";
    this.failed = false;
    this.clock = el("span", { className: "clock" });
    this.status = el("p", { className: "status" });
    this.answer = el("div", { className: "answer" });
    this.found = el("div", { className: "found" });
    this.foot = el("div", { className: "turn-foot" });
    this.node = el(
      "article",
      { className: "turn", aria: { label: `You said: ${message.slice(0, 80)}` } },
      ...said(message),
      el("div", { className: "reply" }, this.status, this.answer, this.found, this.foot),
    );
  }

  /** Shows that an answer is on its way, and after a while for how long. */
  begin() {
    this.node.setAttribute("aria-busy", "true");
    this.#doing("Thinking");
    const since = Date.now();
    const ticking = setInterval(() => {
      const seconds = Math.floor((Date.now() - since) / 1000);
      if (!this.clock.isConnected) clearInterval(ticking);
      else if (seconds >= LONG_SECONDS) this.clock.textContent = `${seconds} s`;
    }, 1_000);
  }

  /** Shows that the line broke and is being opened again. */
  reconnecting() {
    if (!this.text) this.#doing("The line was lost: picking the answer up again");
  }

  /** Shows an event; the desk has learnt from it already. */
  take({ name, data }) {
    const show = this[`on_${name}`];
    if (show) show.call(this, data);
  }

  /** Ends the turn; `ms` is how long it took, where that is known. */
  end(answer, turnId, ms) {
    this.turnId = turnId;
    this.node.removeAttribute("aria-busy");
    this.status.replaceChildren();
    if (this.failed) return;
    this.#prose(answer);
    this.foot.append(feedback(this.desk.threadId, turnId, ms));
  }

  /** Says in the place of an answer what went wrong; `acts` are [label, function]. */
  trouble(message, acts = [], quiet = false) {
    this.failed = true;
    this.node.removeAttribute("aria-busy");
    this.status.replaceChildren();
    this.answer.replaceChildren();
    this.found.replaceChildren(
      el(
        "div",
        { className: quiet ? "trouble trouble-quiet" : "trouble", role: "alert" },
        el("p", {}, message),
        acts.map(([label, act]) => button("small", act, {}, label)),
      ),
    );
    this.found.scrollIntoView({ block: "nearest" });
  }

  on_turn_started({ turn_id }) {
    this.turnId = turn_id;
  }

  on_tool_started({ tool }) {
    this.#doing(DOING[tool] ?? "Working");
  }

  on_tool_finished() {
    this.#doing("Wording the answer");
  }

  on_token({ text }) {
    this.text += text;
    this.status.replaceChildren();
    this.#prose(this.text);
    announce(text.replaceAll("**", ""));
  }

  on_criteria(data) {
    const change = wishChange(data);
    if (change) this.found.append(change);
  }

  on_candidates(data) {
    for (const old of document.querySelectorAll(".more")) old.classList.add("spent");
    this.found.append(peopleList(data, this.desk, this.actions));
  }

  on_explanation(data) {
    this.found.append(explanation(data, this.desk, this.actions));
  }

  on_comparison(data) {
    this.compared = data;
    this.found.append(comparison(data, this.desk, this.actions));
  }

  on_shortlist({ export: wanted }) {
    if (wanted) this.found.append(el("div", { className: "card-actions" }, download("small", this.desk, this.actions)));
  }

  on_grounding({ removed }) {
    const reasons = [...new Set(removed.map((each) => each.reason))];
    this.foot.append(
      el(
        "details",
        { className: "held-back" },
        el("summary", {}, `${plural(removed.length, "sentence was", "sentences were")} held back: the résumés do not prove ${removed.length === 1 ? "it" : "them"}`),
        el("ul", {}, reasons.map((reason) => el("li", {}, `It ${reason}.`))),
      ),
    );
  }

  on_error({ code, message, retryable }) {
    const again = retryable ? [["Try again", () => this.actions.again(this)]] : [];
    this.trouble(message, again, code === "stopped");
  }

  on_turn_finished({ answer, turn_id, ms }) {
    this.end(answer, turn_id, ms);
  }

  #prose(text) {
    setProse(this.answer, this.compared ? beyond(text, this.compared) : text);
  }

  #doing(words) {
    this.status.replaceChildren(el("span", { className: "pulse", aria: { hidden: "true" } }), `${words} …`, this.clock);
  }
}

/** Returns what was said, folded when it is long, such as a job description. */
function said(message) {
  const text = el("p", { className: "said", dir: "auto" }, message);
  const all = el("button", { type: "button", className: "text unfold", hidden: true });
  foldable(text, all, () => "Show all of it");
  return [text, all];
}
