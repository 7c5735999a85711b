/** Attribution cues and silences as data: lexicon/cues.tsv, lexicon/silences.tsv. */
import { wordMap } from '../2-sentences/word-map.ts';
import { addUnder } from '../add-under.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Silence, SpeechAct } from '../model/index.ts';

/** A row of cues.tsv. */
export interface Cue {
  readonly lemma: string;
  readonly words: readonly string[];
  readonly act: SpeechAct;
  readonly frames: ReadonlySet<string>;
  readonly attitude: boolean;
  readonly doubt: boolean;
  /** Its object is who is spoken to. */
  readonly addressee: boolean;
  /** Speech only where the words are quoted: "attacked", "carried". */
  readonly weak: boolean;
  /** An object alone is not what is said but who is rung up: "called the president". */
  readonly completed: boolean;
  /** Objects with which it is no speech: lives that are claimed. */
  readonly notOf: ReadonlySet<string>;
  /** A preposition whose object says it: "according to", "citing". */
  readonly names: boolean;
  /** Of a text, not of a mouth: "published", "tweeted". */
  readonly how: 'reported' | 'written' | undefined;
}

/** A row of silences.tsv, in one of its spellings. */
export interface SilencePhrase {
  readonly words: readonly string[];
  readonly negated: boolean;
  readonly about: readonly string[];
  readonly kind: Silence['kind'];
  /** Only of the press and of texts: "ignored". */
  readonly weak: boolean;
  /** Only with an indirect question: "did not say whether". */
  readonly question: boolean;
  readonly pos: string;
}

/** What stage 4 needs besides the document. */
export interface ClaimKnowledge {
  /** By part of speech and first (for nouns: last) word. */
  cues(pos: 'verb' | 'noun' | 'adj', lemma: string): readonly Cue[];
  /** Prepositions, adverbs and phrases, by first word. */
  prefixes(word: string): readonly Cue[];
  /** By first word. */
  silences(word: string): readonly SilencePhrase[];
}

const NONE: readonly never[] = [];

/** Cues and words of stage 4, made ready once. */
export function claimKnowledge(knowledge: Knowledge): ClaimKnowledge {
  const byPos = { verb: wordMap<Cue[]>(), noun: wordMap<Cue[]>(), adj: wordMap<Cue[]>() };
  const prefixes = wordMap<Cue[]>();
  const silences = wordMap<SilencePhrase[]>();
  for (const row of knowledge.lexicon('cues')) {
    const lemma = (row.lemma ?? '').toLowerCase();
    const words = lemma.split(' ');
    const notes = (row.note ?? '').split('|');
    const cue: Cue = {
      lemma,
      words,
      act: (row.act ?? 'state') as SpeechAct,
      frames: new Set((row.frame ?? '').split('|').filter((f) => f !== '')),
      attitude: notes.includes('attitude'),
      doubt: notes.includes('doubt'),
      addressee: notes.includes('addressee'),
      weak: notes.includes('weak'),
      completed: notes.includes('completed'),
      names: notes.includes('names'),
      notOf: new Set(notes.flatMap((n) => (n.startsWith('not:') ? n.slice(4).split(',') : []))),
      how: notes.includes('reported') ? 'reported' : notes.includes('written') ? 'written' : undefined,
    };
    if (row.pos === 'verb' || row.pos === 'noun' || row.pos === 'adj')
      addUnder(byPos[row.pos], (row.pos === 'noun' ? words[words.length - 1] : words[0]) ?? '', cue);
    else addUnder(prefixes, words[0] ?? '', cue);
  }
  for (const list of [...Object.values(byPos), prefixes].flatMap((m) => [...m.values()]))
    list.sort((a, b) => b.words.length - a.words.length);
  for (const row of knowledge.lexicon('silences')) {
    const all = (row.phrase ?? '').toLowerCase().split(' ');
    const negated = all[0] === 'not';
    const words = negated ? all.slice(1) : all;
    const notes = (row.note ?? '').split('|');
    const variants = words.some((w) => w.includes('-')) ? [words, words.flatMap((w) => w.split(/(?=-)|(?<=-)/))] : [words];
    for (const spelt of variants)
      addUnder(silences, spelt[0] ?? '', {
        words: spelt,
        negated,
        about: (row.about ?? '').split('|').filter((a) => a !== ''),
        kind: (notes[0] ?? 'left-out') as Silence['kind'],
        weak: notes.includes('weak'),
        question: notes.includes('wh'),
        pos: row.pos ?? 'verb',
      });
  }
  for (const list of silences.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    cues: (pos, lemma) => byPos[pos].get(lemma) ?? NONE,
    prefixes: (word) => prefixes.get(word) ?? NONE,
    silences: (word) => silences.get(word) ?? NONE,
  };
}
