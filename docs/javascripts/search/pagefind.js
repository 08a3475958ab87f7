// Pagefind's worker, asked by messages: a third of what is fetched to ask it by its own script.

const OURS = "search", PATIENCE = 20000; // ms for an index that answers nothing

// Starts it on the index of the site; `lacks` counts files of the index that could not be had.
export function pagefind(base) {
  const worker = new Worker(new URL("worker.js", import.meta.url)), waiting = new Map();
  let number = 0, faults = 0;
  worker.addEventListener("message", ({ data }) => {
    if (data.fault) faults += 1;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (asked && data.error) asked.reject(new Error(data.error));
    else if (asked) asked.resolve(data.result);
  });
  worker.addEventListener("error", () => {
    waiting.forEach((asked) => asked.reject(new Error("Search did not start")));
    waiting.clear();
  });
  function ask(method, ...args) {
    return new Promise((resolve, reject) => {
      const id = `${number += 1}`;
      waiting.set(id, { resolve, reject });
      setTimeout(() => reject(new Error("Search does not answer")), PATIENCE);
      worker.postMessage({ id, instanceId: OURS, method, args });
    });
  }
  const path = new URL("pagefind/", base).pathname, language = document.documentElement.lang || "unknown";
  const ready = ask("init", { basePath: path, primary: true, language });
  return {
    ready,
    filters: () => ask("filters"),
    lacks: () => faults,
    // The pages of a query, the best first; what they hold is asked for by `data`.
    search: async (text, limits) => {
      const found = await ask("search", text, limits);
      return found.results.map((page) => ({ id: page.id, hits: page.words, score: page.score, data: () => ask("getData", page.data) }));
    },
    stop: () => { worker.terminate(); },
  };
}
