/** Content words of a text, cut to a rough stem so that `talks`, `talked` and `talking` are one. */

/** Words that say nothing of what a text is about. */
const STOP: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does
  doing down during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself just
  me more most my myself no nor not now of off on once only or other our ours ourselves out over own said same say says she should so some such than
  that the their theirs them themselves then there these they this those through to too under until up very was we were what when where which while
  who whom why will with would you your yours yourself s t mr mrs ms one two also may might must shall told according`
    .split(/\s+/)
    .filter((w) => w !== ''),
);

export interface Word {
  readonly stem: string;
  /** As it stands, with its case. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits in a row, with inner points, hyphens cut; `U.S.` is `us`. */
const WORD = /\p{L}(?:\.\p{L})+\.?|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** Stems of words as they were written, '' for function words: most words of a text were met before. Emptied when it is full. */
const met = new Map<string, string>();
const MOST_MET = 50_000;
/** Letters of a word that is kept: a longer one would keep its whole text with it. */
const LONGEST_MET = 12;

/** The words of a stretch, function words left out. */
export function contentWords(text: string, start = 0, end = text.length): readonly Word[] {
  const words: Word[] = [];
  for (const m of text.slice(start, end).matchAll(WORD)) {
    const form = m[0];
    let stem = met.get(form);
    if (stem === undefined) {
      if (met.size >= MOST_MET) met.clear();
      stem = contentStem(form);
      if (form.length <= LONGEST_MET) met.set(form, stem);
    }
    if (stem !== '') words.push({ stem, form, start: start + m.index, end: start + m.index + form.length });
  }
  return words;
}

/** The stem of a word as it is written; '' when it is a function word. "US" and "U.S." are none. */
function contentStem(form: string): string {
  const low = form
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[.,](?!\d)/g, '');
  return STOP.has(low) && !(low === 'us' && form !== 'us') ? '' : stemOf(low);
}

/** A rough stem: endings of number, tense and adverb off, never to fewer than three letters. */
export function stemOf(word: string): string {
  if (/^\d/.test(word)) return word.replaceAll(',', '');
  let w = word;
  if (w.length > 4 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && /(?:ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  for (const ending of ['ingly', 'edly', 'ation', 'ing', 'ion', 'ed', 'ly', 'ment']) {
    if (w.endsWith(ending) && w.length - ending.length >= 3) {
      w = w.slice(0, -ending.length);
      break;
    }
  }
  // `stopp-ed`, `announc-e`, `reject-ing`: one letter for a doubled one, no silent e.
  if (/([bdfgmnprt])\1$/.test(w) && w.length > 3) w = w.slice(0, -1);
  if (w.endsWith('e') && w.length > 3) w = w.slice(0, -1);
  return w;
}

/** How often each stem occurs, in the order of the stems. */
export function countWords(words: readonly Word[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stem } of words) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return inOrder(counts);
}

/** How often each two stems stand behind each other, in the order of the pairs. */
export function countPairs(words: readonly Word[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 1; i < words.length; i++) {
    const pair = `${words[i - 1]?.stem} ${words[i]?.stem}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return inOrder(counts);
}

/** Counts in the order of their keys: sums over them are then the same to the last digit, whatever was counted first. */
export function inOrder(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sorted = new Map<string, number>();
  for (const key of [...counts.keys()].sort()) sorted.set(key, counts.get(key) ?? 0);
  return sorted;
}
