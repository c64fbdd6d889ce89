// What the page knows of the thread: wishes, ranks, shortlist and selection; it tells who listens.

const MOST_COMPARED = 5;

/** The state of one thread; every change fires "change". */
export class Desk extends EventTarget {
  constructor() {
    super();
    this.clear("");
  }

  /** Begins with an empty thread. */
  clear(threadId) {
    this.threadId = threadId;
    this.busy = false;
    this.wishes = [];
    this.weighs = [];
    this.settings = [];
    this.shortlist = [];
    this.searchId = "";
    this.known = new Map();
    this.ranks = new Map();
    this.seen = new Map();
    this.compared = new Map();
    this.changed();
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** Returns a function that brings back what is known now, for a turn that fails. */
  remembered() {
    const { wishes, weighs, settings, shortlist, searchId } = this;
    const ranks = new Map(this.ranks);
    return () => {
      Object.assign(this, { wishes, weighs, settings, shortlist, searchId, ranks });
      this.changed();
    };
  }

  setBusy(busy) {
    this.busy = busy;
    this.changed();
  }

  /** Learns from an event of a turn. */
  take({ name, data }) {
    if (name === "criteria") this.#wishes(data);
    else if (name === "candidates") this.#people(data);
    else if (name === "explanation") this.#explained(data);
    else if (name === "comparison") data.table.forEach((line) => this.#know({ id: line.criterion, ...line }));
    else if (name === "shortlist") this.shortlist = data.shortlist;
    else return;
    this.changed();
  }

  /** Returns the wish with an id; one never seen is read off its id. */
  wish(id) {
    const [kind, ...rest] = id.split(":");
    return this.known.get(id) ?? { id, kind, value: rest.join(":").replaceAll("-", " "), weight: "must" };
  }

  /** Returns how a message may name a person: the rank in the present list, else the id. */
  reference(candidateId) {
    const rank = this.ranks.get(candidateId);
    return rank ? `#${rank}` : `@${candidateId}`;
  }

  isShortlisted(candidateId) {
    return this.shortlist.some((person) => person.candidate_id === candidateId);
  }

  /** Selects somebody for comparison, or lets go; returns false when the selection is full. */
  toggleCompared(person) {
    if (!this.compared.delete(person.candidate_id)) {
      if (this.compared.size >= MOST_COMPARED) return false;
      this.compared.set(person.candidate_id, person.name);
    }
    this.changed();
    return true;
  }

  clearCompared() {
    this.compared.clear();
    this.changed();
  }

  #wishes({ criteria, removed = [], weighs = [], settings = [] }) {
    this.wishes = criteria;
    this.settings = settings;
    this.weighs = weighs;
    [...removed, ...criteria].forEach((wish) => this.#know(wish));
    if (criteria.length === 0) this.#list("");
  }

  #people({ search_id, shown, asked = [] }) {
    asked.forEach((wish) => this.#know(wish));
    this.#list(search_id);
    for (const person of shown) {
      if (person.rank) this.ranks.set(person.candidate_id, person.rank);
      this.#see(person.candidate_id, person.verdicts.map((v) => ({ wish: v.criterion, verdict: v.verdict, quote: v.quote })));
    }
  }

  #explained({ candidate_id, verdicts }) {
    this.#see(candidate_id, verdicts.flatMap((v) => v.evidence.map((e) => ({ wish: v.criterion, verdict: v.verdict, ...e }))));
  }

  #list(searchId) {
    if (this.searchId !== searchId) this.ranks.clear();
    this.searchId = searchId;
  }

  #know(wish) {
    this.known.set(wish.id, wish);
  }

  #see(candidateId, quotes) {
    const before = this.seen.get(candidateId) ?? [];
    const fresh = quotes.filter((q) => q.quote && !before.some((b) => b.wish === q.wish && b.quote === q.quote));
    this.seen.set(candidateId, [...before, ...fresh]);
  }
}
