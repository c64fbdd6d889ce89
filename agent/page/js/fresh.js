// Remembers, for this tab, the threads in which nothing was said yet, so that the service is not asked for them.

const key = (thread) => `fresh:${thread}`;

export const keep = (thread) => sessionStorage.setItem(key(thread), "yes");
export const isFresh = (thread) => sessionStorage.getItem(key(thread)) !== null;
export const used = (thread) => sessionStorage.removeItem(key(thread));
