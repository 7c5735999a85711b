/** What a text is about, told by its words (lexicon/word-sets.tsv): a campaign for votes, a crime, a play or match, a firm's business. Each text is read once. */
import { lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import { type WordMap, wordMap } from '../2-sentences/word-map.ts';
import type { Document } from '../3-mentions/document.ts';

/** What a text is about besides politics. */
export interface Subjects {
  /** Words of campaigns are some, and more than those of force. */
  readonly campaign: boolean;
  /** Words of police and courts are many, and none tells of war or insurgents. */
  readonly crime: boolean;
  /** Some word tells of war or insurgents. */
  readonly war: boolean;
  /** One word in thirty is of sport or of the stage. */
  readonly play: boolean;
  /** Words of business are many, and more than those of affairs of state. */
  readonly business: boolean;
}

const SETS = ['electioneering', 'force', 'of-police-and-courts', 'of-war', 'of-play', 'of-business', 'of-state'] as const;
const [VOTES, FORCE, COURTS, WAR, PLAY, BUSINESS, STATE] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Each word of the sets with the sets that it is in, as bits. */
const bits = new WeakMap<Tree['words'], WordMap<number>>();
function bitsOf(words: Tree['words']): WordMap<number> {
  let found = bits.get(words);
  if (!found) {
    const made = wordMap<number>();
    SETS.forEach((set, k) => {
      for (const w of words[set]) made.set(w, (made.get(w) ?? 0) | (1 << k));
    });
    found = made;
    bits.set(words, found);
  }
  return found;
}

const known = new WeakMap<Document, Subjects>();

/** What a document is about. */
export function subjectsOf(doc: Document): Subjects {
  let subjects = known.get(doc);
  if (!subjects) {
    subjects = read(doc.trees);
    known.set(doc, subjects);
  }
  return subjects;
}

function read(trees: readonly Tree[]): Subjects {
  const counts = SETS.map(() => 0);
  let words = 0;
  const [first] = trees;
  if (!first) return { campaign: false, crime: false, war: false, play: false, business: false };
  const sets = bitsOf(first.words);
  for (const tree of trees) {
    words += tree.tokens.length;
    const lemmas = lemmasOf(tree);
    for (let i = 0; i < lemmas.length; i++) {
      const is = sets.get(lemmas[i] ?? '');
      if (is !== undefined) for (let k = 0; k < SETS.length; k++) if (is & (1 << k)) counts[k] = (counts[k] ?? 0) + 1;
    }
  }
  const many = (k: number): number => counts[k] ?? 0;
  return {
    campaign: many(VOTES) >= 3 && many(VOTES) > many(FORCE),
    crime: many(COURTS) >= 4 && many(WAR) === 0,
    war: many(WAR) > 0,
    play: many(PLAY) >= 4 && many(PLAY) * 30 >= words,
    business: many(BUSINESS) >= 4 && many(BUSINESS) > many(STATE) && many(WAR) === 0,
  };
}
