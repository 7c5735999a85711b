/**
 * A state's name that stands for its team ("Sweden beat South Korea 1–0") is not the state. Told by the sport around it: a text or a
 * sentence in which words of sport abound (lexicon/metonym-contexts.tsv, slot `sport`), and by its role: where somebody plays is a place.
 */
import { caseOf, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { wordTest } from '../../2-sentences/word-map.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import type { MetonymContexts } from '../metonyms.ts';

/** A result as one word: "2-1", "292-8". Years ("2004-05") and dates are longer. */
const SCORE = /^\d{1,3}[-–]\d{1,2}$/;
const isScore = (word: string): boolean => word.length >= 3 && word.length <= 6 && word.charCodeAt(0) <= 57 && SCORE.test(word);

const NO_WORDS: readonly string[] = [];
const NOTHING: ReadonlySet<string> = new Set();

/** The words of sport of a sentence: lemmas, and what hyphens join as one: "kick-off", "2-1". */
function sportWordsOf(tree: Tree, isSport: (word: string) => boolean): readonly string[] {
  const { tokens } = tree;
  let words: string[] | undefined;
  const add = (word: string): void => {
    if (words) words.push(word);
    else words = [word];
  };
  const lemmas = lemmasOf(tree);
  for (let i = 0; i < lemmas.length; i++) {
    const lemma = lemmas[i] ?? '';
    if (isSport(lemma) || isScore(lemma)) add(lemma);
  }
  for (let i = 0; i + 2 < tokens.length; i++) {
    const hyphen = tokens[i + 1];
    if (!hyphen || hyphen.spaceAfter || (hyphen.form !== '-' && hyphen.form !== '–') || tokens[i]?.spaceAfter) continue;
    const joined = `${tokens[i]?.form}-${tokens[i + 2]?.lemma}`.toLowerCase();
    if (isSport(joined) || isScore(joined)) add(joined);
  }
  return words ?? NO_WORDS;
}

const sportWords = new WeakMap<MetonymContexts, (word: string) => boolean>();
/** Whether a word is of slot `sport`. */
function sportOf(contexts: MetonymContexts): (word: string) => boolean {
  let words = sportWords.get(contexts);
  if (!words) {
    words = wordTest([...contexts.words.keys()].filter((k) => k.startsWith('sport/')).map((k) => k.slice('sport/'.length)));
    sportWords.set(contexts, words);
  }
  return words;
}

/** A headline that names its sport first: "SOCCER - …". */
function isSlugged(first: Tree | undefined, contexts: MetonymContexts): boolean {
  const [word, ...next] = first?.tokens.slice(0, 3) ?? [];
  const dash = next.some((t) => /^[-–—:]$/.test(t.form));
  return dash && contexts.words.has(`sport/${(word?.form ?? '').toLowerCase()}`);
}

/** A fixture or a result, whatever words of sport are beside it: "ENGLAND V PAKISTAN", "beat El Salvador 3-1". */
function isFixture(tree: Tree, sport: number): boolean {
  return hasVersus(tree) || (hasBeaten(tree) && (sport > 0 || hasScore(tree)));
}

/** "England v Pakistan". */
function hasVersus({ tokens }: Tree): boolean {
  for (let i = 1; i + 1 < tokens.length; i++) {
    const form = tokens[i]?.form ?? '';
    if (
      form.length <= 3 &&
      (form.charCodeAt(0) | 32) === LETTER_V &&
      VERSUS.test(form) &&
      tokens[i - 1]?.upos === 'PROPN' &&
      tokens[i + 1]?.upos === 'PROPN'
    )
      return true;
  }
  return false;
}

const VERSUS = /^vs?\.?$/i;
const LETTER_V = 118;

/** A verb of winning; in capitals whatever the tagger takes it for. */
function hasBeaten(tree: Tree): boolean {
  const beats = tree.words['beats-at-play'];
  const lemmas = lemmasOf(tree);
  for (let i = 0; i < lemmas.length; i++) {
    const t = tree.tokens[i];
    if ((t?.upos === 'VERB' || beginsInCapital(t?.form ?? '')) && beats.has(lemmas[i] ?? ''))
      if (t?.upos === 'VERB' || /^\p{Lu}{3,}$/u.test(t?.form ?? '')) return true;
  }
  return false;
}

/** A result, in one token or, since hyphens cut it, in three. */
function hasScore({ tokens }: Tree): boolean {
  return tokens.some(
    (t, i) =>
      isScore(t.form) ||
      (!t.spaceAfter && !tokens[i + 1]?.spaceAfter && isScore(`${t.form}${tokens[i + 1]?.form ?? ''}${tokens[i + 2]?.form ?? ''}`)),
  );
}

/** Whether it has a letter or a digit; most words begin with one. */
function isWord(form: string): boolean {
  const first = form.charCodeAt(0) | 32;
  return (first >= 97 && first <= 122) || /[\p{L}\p{N}]/u.test(form);
}

/** Sentences that report sport: the whole text where one token in forty is a word of sport (of a brief one in fifteen), else those with two such words. */
export function sportSentences(trees: readonly Tree[], contexts: MetonymContexts): ReadonlySet<number> {
  const isSport = sportOf(contexts);
  let total = 0;
  const kinds = new Set<string>();
  const counts: ReadonlySet<string>[] = [];
  const fixtures: boolean[] = [];
  for (const tree of trees) {
    const said = sportWordsOf(tree, isSport);
    total += said.length;
    const count = said.length === 0 ? NOTHING : new Set(said.map((w) => (isScore(w) ? '0-0' : w)));
    for (const kind of count) kinds.add(kind);
    counts.push(count);
    fixtures.push(isFixture(tree, count.size));
  }
  // What a report begins with is what it is about.
  const opens = fixtures.slice(0, 3).includes(true) && (fixtures[0] === true || kinds.size > 0);
  const often = kinds.size >= 4 ? 60 : kinds.size === 3 ? 45 : 15;
  const whole = (kinds.size >= 2 && total * often >= wordsIn(trees)) || isSlugged(trees[0], contexts) || opens;
  const found = new Set<number>();
  counts.forEach((c, i) => {
    // Votes are counted like goals, so a result alone does not make a sentence sport.
    if (!whole && !fixtures[i] && c.size - (c.has('0-0') ? 1 : 0) < 2) return;
    // "Canada recalled its ambassador", in a text on games that some boycott.
    const tree = trees[i];
    if (tree && !fixtures[i] && lemmasOf(tree).some((l) => tree.words['matters-of-state'].has(l))) return;
    found.add(i);
  });
  return found;
}

function wordsIn(trees: readonly Tree[]): number {
  let words = 0;
  for (const { tokens } of trees) for (let i = 0; i < tokens.length; i++) if (isWord(tokens[i]?.form ?? '')) words++;
  return words;
}

/** Whether a state's name in a report of sport is the team: it plays, wins, is met or owns a goal; it is not where that happens. */
export function standsForTeam(tree: Tree, start: number, head: number): boolean {
  const before = tree.tokens[start - 1]?.form;
  // "( Sweden )" behind an athlete's name; "Eschen, Liechtenstein".
  if (before === '(' || before === 'of' || tree.tokens[head + 1]?.form === ')') return false;
  // "in Brussels, Belgium" and the line of a report that says where it was written.
  if (
    before === ',' &&
    tree.tokens[start - 2]?.upos === 'PROPN' &&
    /^(appos|nmod:unmarked|flat|nmod|dep|list|conj)$/.test(relationAt(tree, head)) &&
    caseOf(tree, tree.tokens[head]?.head ?? -1) === 'in'
  )
    return false;
  if (
    before === ',' &&
    /^(appos|nmod:unmarked|flat|nmod|dep|list)$/.test(relationAt(tree, head)) &&
    tree.tokens[start - 2]?.upos === 'PROPN'
  )
    return false;
  let at = head;
  while (relationAt(tree, at) === 'conj' && caseOf(tree, at) === '' && (tree.tokens[at]?.head ?? -1) >= 0) at = tree.tokens[at]?.head ?? at;
  return !/^(in|at|from|of|to|near|across|into|inside|outside|around|throughout|through)$/.test(caseOf(tree, at));
}
