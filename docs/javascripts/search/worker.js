// Pagefind in a worker of its own, where its compiled code may run, and word of what it could not fetch.
// It says so to nobody: a word whose part of the index is missing would seem to be nowhere.
const plain = self.fetch, complain = console.error.bind(console);
self.fetch = async (...asked) => {
  const answer = await plain(...asked).catch(() => null);
  if (answer && answer.ok) return answer;
  self.postMessage({ fault: String(asked[0]) });
  throw new Error(`Not to be had: ${asked[0]}`);
};
// of what came by half it complains to the console alone
console.error = (...said) => {
  self.postMessage({ fault: String(said[0]) });
  complain(...said);
};
self.importScripts("../../pagefind/pagefind-worker.js");
