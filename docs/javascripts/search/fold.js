// Words as they are compared: without capitals, marks, width, apostrophes and endings.
// Nothing here knows a page, a list or a language but English and its endings.

export const LONGEST = 200, MOST = 16; // letters and words of a query that are looked at

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

// The words of a text, in their order; one that is written without spaces is a word of its own.
export function words(text) {
  return text.slice(0, LONGEST).normalize("NFKD").toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/\bwon['’]t\b/g, "will not").replace(/\bcan['’]t\b/g, "can not").replace(/n['’]t\b/g, " not")
    .replace(/(\p{L})['’‘ʼ`]s(?![\p{L}\p{N}])/gu, "$1")
    .replace(/['’‘ʼ`]/g, "")
    .replace(/(\p{L})&(\p{L})/gu, "$1$2")
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, MOST);
}
export function folded(text) { return words(text).join(""); }
export function unspaced(word) { return IDEOGRAPHS.test(word); }

// A word without its ending, for words of one stem: refuses, refused, refusing.
export function stem(word) {
  if (word.length < 4 || unspaced(word)) return word;
  let cut = word.replace(/(ies|ied)$/, "y").replace(/(sses|shes|ches|xes|zes)$/, (end) => end.slice(0, -2));
  if (cut === word) cut = word.replace(/([^s])s$/, "$1");
  const bare = cut.replace(/(?:ing|ed)$/, "");
  if (bare !== cut && /[aeiouy]/.test(bare) && bare.length > 2) cut = bare.replace(/([bdfgklmnprt])\1$/, "$1");
  return cut.length > 3 ? cut.replace(/e$/, "") : cut;
}

// Other forms in which a text may have a word, that word first.
export function forms(word) {
  const root = stem(word), last = root.slice(-1);
  const found = [word, root, root + "s", root + "e", root + "es", root + "ed", root + "ing"];
  if (last === "y") found.push(root.slice(0, -1) + "ies", root.slice(0, -1) + "ied");
  else if (/[bdgkmnprt]/.test(last)) found.push(root + last + "ed", root + last + "ing");
  return unspaced(word) || word.length < 4 ? [word] : Array.from(new Set(found));
}

// How many letters are wrong, missing, too many or swapped with the next; `most` + 1 where more are.
export function apart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let down = 1; down <= one.length; down++) {
    const last = row;
    row = [down];
    for (let across = 1; across <= other.length; across++) {
      const same = one[down - 1] === other[across - 1];
      row[across] = Math.min(last[across] + 1, row[across - 1] + 1, last[across - 1] + (same ? 0 : 1));
      if (down > 1 && across > 1 && one[down - 1] === other[across - 2] && one[down - 2] === other[across - 1]) {
        row[across] = Math.min(row[across], before[across - 2] + 1);
      }
    }
    before = last;
    if (Math.min(...row) > most) return most + 1;
  }
  return row[other.length];
}
