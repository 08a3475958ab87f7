// Pagefind in a worker of its own, where its compiled code may run, and word of what it could not fetch.
// It says so to nobody: a word whose part of the index is missing would seem to be nowhere.
const plain = self.fetch;
self.fetch = async (...asked) => {
  const answer = await plain(...asked).catch(() => null);
  if (answer && answer.ok) return answer;
  self.postMessage({ fault: String(asked[0]) });
  throw new Error(`Not to be had: ${asked[0]}`);
};
self.importScripts("../../pagefind/pagefind-worker.js");
