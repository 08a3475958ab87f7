// What is asked of everything: who changed, what is still unknown, and which demands have something of a
// year. No page; files by `fetched`.

const FILES = 6; // of companies or topics that one card is made of

// The card of a question as it is planned: of the companies that are named, else of few topics, else of all.
export function question(one, reading, choice) {
  const { companies } = reading, topics = choice.topics || [];
  const of = companies.length ? ["companies", companies] : topics.length && topics.length <= FILES ? ["topics", topics] : null;
  return {
    kind: "questions", id: one.id, name: one.name, typed: "", says: "", at: "",
    asked: of ? of[1].slice(0, FILES).map((some) => `asked/${of[0]}/${some.id}.json`) : null,
    everything: !of && !choice.sure, // nothing that is named narrows it
    choice: one.id === "unknown" ? { ...choice, positions: [] } : choice,
  };
}

// What a planned question chooses among, as a file of rows; null where it is not to be had.
export async function rowsOf(plan, fetched) {
  const files = await Promise.all((plan.asked || await ofAll(plan, fetched)).map(fetched));
  if (!files.every((file) => file && file[plan.id])) return null;
  const found = files.map((file) => file[plan.id]), told = new Map(found.flatMap((some) => some.rows).map((row) => [row.at, row]));
  const newest = (a, b) => ((a.day || "") < (b.day || "") ? 1 : (a.day || "") > (b.day || "") ? -1 : 0);
  const rows = Array.from(told.values()); // two companies may be told of on one page
  return { rows: files.length > 1 ? rows.sort(newest) : rows, past: [], more: found.reduce((sum, some) => sum + some.more, 0) };
}
async function ofAll(plan, fetched) {
  const files = await ofYears(plan.choice.years, plan.id, fetched);
  return files.length ? files : ["asked/all.json"];
}
// The files of those years that have something on a question, or on topics.
async function ofYears(years, what, fetched) {
  const found = years.length ? await fetched("asked/years.json") : null, listed = ((found && found[what]) || "").split(" ");
  return years.filter((year) => listed.includes(String(year))).map((year) => `asked/years/${year}.json`);
}

// The ids of the topics that have something of some years, those with the most first; null where none is asked for.
export async function topicsOf(years, fetched) {
  if (!years.length) return null;
  const files = await Promise.all((await ofYears(years, "topics", fetched)).map(fetched));
  return Array.from(new Set(files.flatMap((file) => (file && file.topics) || [])));
}
