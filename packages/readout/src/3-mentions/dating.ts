/** The day and standing of an act: from the clause, then the sentence, then the article; and whether it is news or history. */
import { clauseOf, type Mood } from '../2-sentences/mood.ts';
import { childrenBy, type Tree, yieldOf } from '../2-sentences/syntax.ts';
import type { DateRange, Status, TimeExpression } from '../model/index.ts';
import type { Document } from './document.ts';
import { dateRange } from './times/date-range.ts';

export interface Dated {
  readonly date?: DateRange;
  readonly time?: TimeExpression;
  readonly status: Status;
}

/** Older than this at publication is background. */
const NEWS_DAYS = 35;
/** The same of what is told in passing: "the island, which was shelled last month". */
const ASIDE_DAYS = 14;

/** The date of the act at `trigger`. Implied days come from the publication date; nothing is dated by the clock. */
export function dateOf(doc: Document, tree: Tree, trigger: number, mood: Mood, options: { nominal?: boolean } = {}): Dated {
  const published = doc.article.published?.value;
  const clause = clauseOf(tree, trigger);
  const [a, b] = yieldOf(tree, clause);
  const inClause = doc.timesWithin({ start: tree.tokens[a]?.start ?? 0, end: tree.tokens[b - 1]?.end ?? 0 }).filter(isDay);
  const inSentence = doc.timesWithin(tree.sentence.span).filter(isDay);
  const at = tree.tokens[trigger]?.start ?? 0;
  const nearest = (times: readonly TimeExpression[]): TimeExpression | undefined =>
    [...times].sort((x, y) => Math.abs(x.span.start - at) - Math.abs(y.span.start - at))[0];
  // Times of a clause further down belong to that clause.
  const own = inClause.filter((t) => {
    const token = tree.tokens.findIndex((k) => k.start <= t.span.start && t.span.start < k.end);
    return token < 0 || clauseOf(tree, token) === clause || clauseOf(tree, tree.tokens[token]?.head ?? token) === clause;
  });
  // A time of a clause above counts below; one of a clause beside or further down does not, but for what the same subject does next: "visited Oslo on
  // Monday and signed a treaty".
  const above = inSentence.filter((t) => {
    const token = tree.tokens.findIndex((k) => k.start <= t.span.start && t.span.start < k.end);
    return token >= 0 && isAbove(tree, clauseOf(tree, token), clause, token);
  });
  const time = nearest(own) ?? (mood.modality === 'asserted' ? nearest(above) : undefined);
  const words = doc.article.text.slice(tree.tokens[a]?.start ?? 0, tree.tokens[b - 1]?.end ?? 0);
  if (time) {
    const range = dateRange(time);
    const end = range.end ?? range.start;
    const old =
      published !== undefined && end !== undefined && daysBetween(end, published) > (isAside(tree, clause) ? ASIDE_DAYS : NEWS_DAYS);
    return {
      date: { ...range, time: time.id },
      time,
      status: old || (isHistory(tree, words) && !isRecent(range, published)) ? 'background' : 'current',
    };
  }
  const history =
    mood.tense === 'pluperfect' ||
    isHistory(tree, words) ||
    ((mood.tense === 'past' || options.nominal === true) &&
      published !== undefined &&
      (isDatedBelow(doc, tree, clause, published) || goesOnFromOld(doc, tree, published)));
  // A noun alone says nothing of when: only what a clause reports is dated by the report.
  if (
    !options.nominal &&
    published !== undefined &&
    mood.modality === 'asserted' &&
    (mood.tense === 'past' || mood.tense === 'perfect' || mood.tense === 'present') &&
    !history
  ) {
    return { date: { start: published, end: published, precision: 'day', basis: 'implied' }, status: 'current' };
  }
  return { status: history ? 'background' : 'current' };
}

/** Older than this is no news in any sentence. */
const OLD_DAYS = 400;

function isOld(time: TimeExpression, published: string): boolean {
  const r = dateRange(time);
  const end = r.end ?? r.start;
  return end !== undefined && daysBetween(end, published) > OLD_DAYS;
}

/** "waged war on the troops, declaring victory in 1959", "invited them to join in 1997": what follows from an act is no older than it. */
function isDatedBelow(doc: Document, tree: Tree, clause: number, published: string): boolean {
  return doc.timesWithin(tree.sentence.span).some((t) => {
    if (!isDay(t) || !isOld(t, published)) return false;
    const first = tree.tokens.findIndex((k) => k.start <= t.span.start && t.span.start < k.end);
    let at = first;
    for (let step = 0; step < 3 && tree.tokens[at]?.upos !== 'VERB'; step++) at = tree.tokens[at]?.head ?? -1;
    if (at < 0 || tree.tokens[at]?.head !== clause || tree.tokens[at]?.upos !== 'VERB') return false;
    const marks = childrenBy(tree, at, 'mark').map((m) => tree.tokens[m]?.form.toLowerCase());
    if (tree.bases[at] === 'xcomp') return marks.length === 0 || marks[0] === 'to';
    return tree.bases[at] === 'advcl' && tree.tokens[at]?.xpos === 'VBG' && marks.length === 0;
  });
}

/** Whether a sentence without a day goes on telling what the one before it dates long ago: "In 1994 … Later it …". */
function goesOnFromOld(doc: Document, tree: Tree, published: string, steps = 2): boolean {
  const { index, span } = tree.sentence;
  const before = doc.trees[index - 1];
  if (!before || steps === 0) return false;
  if (!opensBack(tree) || doc.timesWithin(span).some(isDay)) return false;
  const days = doc.timesWithin(before.sentence.span).filter(isDay);
  return days.length > 0 ? days.every((t) => isOld(t, published)) : goesOnFromOld(doc, before, published, steps - 1);
}

/** Whether a sentence begins with a pronoun, or with words that carry a story on. */
function opensBack(tree: Tree): boolean {
  const opening = tree.tokens
    .slice(0, 6)
    .map((t) => t.form.toLowerCase())
    .join(' ');
  return /^(he|she|it|they|this|that|these|those|his|her|its|their)\b/.test(opening) || startsWithOne(opening, tree.words['tells-on']);
}

const startsWithOne = (words: string, phrases: ReadonlySet<string>): boolean => {
  for (const p of phrases) if (words === p || words.startsWith(`${p} `)) return true;
  return false;
};

/** Whether a clause only says who or what something is. */
const isAside = (tree: Tree, clause: number): boolean => /^acl(:relcl)?$/.test(tree.tokens[clause]?.deprel ?? '');

/** Whether a clause has one of the phrases of history as whole words. */
function isHistory(tree: Tree, clause: string): boolean {
  const words = clause.toLowerCase();
  for (const phrase of tree.words.history) {
    for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1))
      if (!/\w/.test(words[at - 1] ?? ' ') && !/\w/.test(words[at + phrase.length] ?? ' ')) return true;
  }
  return false;
}

/** Whether clause `upper` governs clause `lower` through subordinate clauses, and ones joined to it that have its subject and stand behind the time. */
function isAbove(tree: Tree, upper: number, lower: number, time: number): boolean {
  let k = lower;
  for (let step = 0; step < 12 && k >= 0; step++) {
    if (k === upper) return true;
    if (tree.tokens[k]?.deprel === 'conj' && (k < time || !goesOn(tree, k))) return false;
    k = tree.tokens[k]?.head ?? -1;
  }
  return false;
}

/** Whether a joined verb has the subject, tense and help of the one before it. */
function goesOn(tree: Tree, verb: number): boolean {
  const [own, first] = [tree.tokens[verb], tree.tokens[tree.tokens[verb]?.head ?? -1]];
  if (own?.upos !== 'VERB' || first?.upos !== 'VERB' || own.xpos !== first.xpos) return false;
  return !(tree.children[verb] ?? []).some((c) => /^(nsubj|csubj|aux|cop)/.test(tree.tokens[c]?.deprel ?? ''));
}

function isDay(t: TimeExpression): boolean {
  if (t.type === 'DURATION' || t.type === 'SET') return false;
  const r = dateRange(t);
  return r.start !== undefined || r.end !== undefined;
}

function isRecent(range: DateRange, published: string | undefined): boolean {
  return (
    published !== undefined && range.precision === 'day' && range.start !== undefined && Math.abs(daysBetween(range.start, published)) <= 7
  );
}

export function daysBetween(from: string, to: string): number {
  const day = (d: string): number =>
    Date.parse(`${d.length === 4 ? `${d}-12-31` : d.length === 7 ? `${d}-28` : d.slice(0, 10)}T00:00:00Z`) / 86_400_000;
  return day(to) - day(from);
}
