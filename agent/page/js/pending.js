// Remembers, for this tab, the message whose answer has not come to its end, so that a reload finds it.

const key = (thread) => `pending:${thread}`;

export const keep = (thread, message) => sessionStorage.setItem(key(thread), message);
export const of = (thread) => sessionStorage.getItem(key(thread));
export const forget = (thread) => sessionStorage.removeItem(key(thread));
