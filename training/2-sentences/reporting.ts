/**
 * News reports by order of words that treebanks hardly hold: "…, reported Interfax.", "…, the ministry said.", "…, as quoted by Xinhua."
 * Plain sentences of the training banks get such an ending, with tags and tree as Universal Dependencies has them (the verb of saying is
 * the root, what is said its ccomp). Names are of agencies and offices; nobody in particular says anything.
 */
import type { Sentence } from './read.ts';

type Word = readonly [form: string, tag: string, head: number, relation: string, name?: string | undefined];

/** Speakers as phrases; heads count inside the phrase from 1, 0 is the phrase's own head. */
const SPEAKERS: readonly (readonly Word[])[] = [
  [['Interfax', 'PROPN|NNP', 0, 'H', 'B-ORG']],
  [
    ['Yonhap', 'PROPN|NNP', 3, 'compound', 'B-ORG'],
    ['news', 'NOUN|NN', 3, 'compound'],
    ['agency', 'NOUN|NN', 0, 'H'],
  ],
  [
    ['the', 'DET|DT', 4, 'det'],
    ['Anadolu', 'PROPN|NNP', 4, 'compound', 'B-ORG'],
    ['news', 'NOUN|NN', 4, 'compound'],
    ['agency', 'NOUN|NN', 0, 'H'],
  ],
  [
    ['state', 'NOUN|NN', 2, 'compound'],
    ['media', 'NOUN|NNS', 0, 'H'],
  ],
  [
    ['the', 'DET|DT', 3, 'det'],
    ['foreign', 'ADJ|JJ', 3, 'amod'],
    ['ministry', 'NOUN|NN', 0, 'H'],
  ],
  [
    ['a', 'DET|DT', 3, 'det'],
    ['government', 'NOUN|NN', 3, 'compound'],
    ['spokesman', 'NOUN|NN', 0, 'H'],
  ],
  [['officials', 'NOUN|NNS', 0, 'H']],
  [
    ['Prime', 'ADJ|JJ', 2, 'amod'],
    ['Minister', 'PROPN|NNP', 3, 'nmod:desc'],
    ['Novak', 'PROPN|NNP', 0, 'H', 'B-PER'],
  ],
  [['Reuters', 'PROPN|NNP', 0, 'H', 'B-ORG']],
  [
    ['the', 'DET|DT', 2, 'det'],
    ['Kremlin', 'PROPN|NNP', 0, 'H', 'B-ORG'],
  ],
  [
    ['local', 'ADJ|JJ', 2, 'amod'],
    ['newspapers', 'NOUN|NNS', 0, 'H'],
  ],
  [['Xinhua', 'PROPN|NNP', 0, 'H', 'B-ORG']],
  [
    ['Kyodo', 'PROPN|NNP', 2, 'compound', 'B-ORG'],
    ['News', 'PROPN|NNP', 0, 'H', 'I-ORG'],
  ],
  [
    ['the', 'DET|DT', 2, 'det'],
    ['president', 'NOUN|NN', 0, 'H'],
  ],
  [
    ['China', 'PROPN|NNP', 6, 'nmod:poss', 'B-LOC'],
    ["'s", 'PART|POS', 1, 'case'],
    ['official', 'ADJ|JJ', 6, 'amod'],
    ['Xinhua', 'PROPN|NNP', 6, 'compound', 'B-ORG'],
    ['news', 'NOUN|NN', 6, 'compound'],
    ['agency', 'NOUN|NN', 0, 'H'],
  ],
];
const VERBS = ['said', 'reported', 'announced', 'said', 'reported', 'added', 'said', 'confirmed', 'noted', 'wrote'];

/** Whether a sentence is plain enough to be reported: a finite clause with a subject, a full stop, no quotes. */
function isPlain(s: Sentence): boolean {
  const n = s.forms.length;
  if (n < 6 || n > 34 || s.forms[n - 1] !== '.' || !s.heads || !s.relations || !s.tags) return false;
  const root = s.heads.indexOf(0);
  if (!/^(VERB|NOUN|ADJ)/.test(s.tags[root] ?? '')) return false;
  return (
    s.relations.some((r, i) => /^nsubj/.test(r) && s.heads?.[i] === root + 1) &&
    !s.forms.some((f) => /^["“”'‘’():;]$/.test(f)) &&
    /^\p{Lu}/u.test(s.forms[0] ?? '')
  );
}

/** Sentences with a reporting end; `k` picks speaker, verb and order, so that the same input gives the same set. */
export function withReports(sentences: readonly Sentence[]): Sentence[] {
  const made: Sentence[] = [];
  let k = 0;
  for (const s of sentences) {
    if (!isPlain(s) || !s.heads || !s.tags || !s.relations) continue;
    k++;
    if (k % 2 === 1) continue;
    const speaker = SPEAKERS[k % SPEAKERS.length] ?? [];
    const verb = VERBS[(k >> 1) % VERBS.length] ?? 'said';
    const n = s.forms.length - 1;
    const root = s.heads.indexOf(0) + 1;
    const order = k % 3 === 0 ? 'subject-verb' : k % 3 === 1 ? 'as' : 'verb-subject';
    const quoted = k % 4 === 0 && order !== 'as';
    const words: Word[] = [];
    const shift = quoted ? 1 : 0;
    s.forms.slice(0, n).forEach((form, i) => {
      const head = s.heads?.[i] ?? 0;
      words.push([form, s.tags?.[i] ?? '', head === 0 ? 0 : head + shift, s.relations?.[i] ?? '', s.names?.[i]]);
    });
    if (quoted) words.unshift(['“', 'PUNCT|``', root + shift, 'punct']);
    const comma = words.length;
    words.push([',', 'PUNCT|,', 0, 'punct']);
    if (quoted) words.push(['”', "PUNCT|''", root + shift, 'punct']);
    let cue: number;
    const place = (offset: number, governor: number, relation: string): void => {
      for (const [form, tag, head, rel, name] of speaker)
        words.push([form, tag, rel === 'H' ? governor : head + offset, rel === 'H' ? relation : rel, name]);
    };
    const base = root + shift;
    if (order === 'as') {
      const as = words.length + 1;
      cue = as + 1;
      words.push(
        ['as', 'SCONJ|IN', cue, 'mark'],
        [k % 2 === 0 ? 'quoted' : 'reported', 'VERB|VBN', base, 'advcl'],
        ['by', 'ADP|IN', 0, 'case'],
      );
      const by = words.length - 1;
      place(words.length, cue, 'obl:agent');
      const head = words.length - speaker.length + 1 + speaker.findIndex((w) => w[3] === 'H');
      words[by] = ['by', 'ADP|IN', head, 'case'];
      words[comma] = [',', 'PUNCT|,', cue, 'punct'];
      words.push(['.', 'PUNCT|.', base, 'punct']);
    } else {
      if (order === 'verb-subject') {
        cue = words.length + 1;
        words.push([verb, 'VERB|VBD', 0, 'root']);
        place(words.length, cue, 'nsubj');
      } else {
        cue = words.length + speaker.length + 1;
        place(words.length, cue, 'nsubj');
        words.push([verb, 'VERB|VBD', 0, 'root']);
      }
      words[comma] = [',', 'PUNCT|,', cue, 'punct'];
      words.push(['.', 'PUNCT|.', cue, 'punct']);
      const old = words[base - 1];
      if (old) words[base - 1] = [old[0], old[1], cue, 'ccomp', old[4]];
    }
    // Names only where the bank has them; a bank without names says nothing of the ending either.
    const names = s.names ? words.map((w) => w[4] ?? 'O') : undefined;
    made.push({
      forms: words.map((w) => w[0]),
      tags: words.map((w) => w[1]),
      heads: words.map((w) => w[2]),
      relations: words.map((w) => w[3]),
      names,
    });
  }
  return made;
}
