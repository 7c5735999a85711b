/** What says, without a day of its own, that an act is history which the report recalls. */
import { clauseOf, moodOf } from '../../2-sentences/mood.ts';
import type { Mood } from '../../2-sentences/mood-kinds.ts';
import { yieldOf } from '../../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, formsOf, lemmaAt, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import { type WordMap, wordMap } from '../../2-sentences/word-map.ts';
import type { TimeExpression } from '../../model/index.ts';
import type { Document } from '../document.ts';
import { dateRange, daysBetween } from '../times/date-range.ts';
import { goesOnInParagraph } from './recounted.ts';

/** Older than this is no news in any sentence. */
const OLD_DAYS = 400;

/** Whether a day is so long before another that it is no news then. */
export const isLongBefore = (day: string | undefined, published: string): boolean =>
  day !== undefined && daysBetween(day, published) > OLD_DAYS;

function isOld(time: TimeExpression, published: string): boolean {
  const r = dateRange(time);
  return isLongBefore(r.end ?? r.start, published);
}

/** Whether a time is one of the calendar, no span or habit. */
export function isDay(t: TimeExpression): boolean {
  if (t.type === 'DURATION' || t.type === 'SET') return false;
  const r = dateRange(t);
  return r.start !== undefined || r.end !== undefined;
}

/** Whether words of the act's own clause, or a memorial above it, call it history. */
export const isCalledHistory = (tree: Tree, trigger: number, clause: number): boolean =>
  startsOf(tree, 'history').some((words) => words.some((w) => clauseOf(tree, w) === clause)) ||
  startsOf(tree, 'eras').some((words) => isInEra(tree, words, trigger, clause)) ||
  hasOneOfThen(tree, clause) ||
  isRemembered(tree, trigger) ||
  isSinceThen(tree, trigger) ||
  isSinceThen(tree, clause);

/** Whether the clause of a deed names an army or a rule of the world wars: "the Wehrmacht", "Nazi Germany". */
export function isOfOldArmies(tree: Tree, clause: number): boolean {
  const named = startsOf(tree, 'old-armies');
  if (named.length === 0) return false;
  // "occupied Norway and deported hundreds".
  const first = tree.bases[clause] === 'conj' ? (tree.tokens[clause]?.head ?? clause) : clause;
  const joined = [clause, first, ...childrenBy(tree, first, 'conj')];
  return named.some((words) => words.some((w) => joined.includes(clauseOf(tree, w))));
}

/** Whether an act without a day is history by its tense or by the days around it. */
export function isHistoryAround(doc: Document, tree: Tree, clause: number, mood: Mood, trigger: number, nominal: boolean): boolean {
  if (mood.tense === 'pluperfect' && !isReported(tree, clause)) return true;
  const published = doc.article.published?.value;
  if (published === undefined || !(mood.tense === 'past' || nominal)) return false;
  return (
    isDatedBelow(doc, tree, clause, published) ||
    isUnderOldAccord(doc, tree, clause, published) ||
    // What is said of an old deed may be news ("Norway condemned it"), what was done is a part of its story.
    goesOnFromOld(doc, tree, published, !tree.words['acts-of-words'].has(lemmaAt(tree, trigger).toLowerCase())) ||
    (nominal && isToldBefore(doc, tree, trigger, published))
  );
}

/** "said it had signed": the past of the perfect, as a verb of saying in the past has it. */
export function isReported(tree: Tree, clause: number): boolean {
  let k = clause;
  // "said it had promised to send": the promise was.
  for (let step = 0; step < 4 && /^(conj|xcomp)$/.test(baseAt(tree, k)); step++) k = tree.tokens[k]?.head ?? k;
  const up = tree.tokens[k]?.head ?? -1;
  return baseAt(tree, k) === 'ccomp' && tree.tokens[up]?.xpos === 'VBD' && !tree.words.recalls.has(lemmaAt(tree, up));
}

/** The sets of phrases that call a sentence history. */
const SETS = ['history', 'eras', 'old-armies'] as const;

/** The tokens of each phrase of each set that stands in a sentence as whole words, in the order of `SETS`. */
type Starts = readonly (readonly (readonly number[])[])[];

/** A phrase and the number of its set. */
interface Phrase {
  readonly words: readonly string[];
  readonly set: number;
}

/** The phrases by their first words. */
const phrasesOf = new WeakMap<Tree['words'], WordMap<Phrase[]>>();
function byFirst(words: Tree['words']): WordMap<Phrase[]> {
  const known = phrasesOf.get(words);
  if (known) return known;
  const made = wordMap<Phrase[]>();
  SETS.forEach((name, set) => {
    for (const phrase of words[name]) {
      const parts = phrase.split(' ');
      const first = parts[0] ?? '';
      made.set(first, [...(made.get(first) ?? []), { words: parts, set }]);
    }
  });
  phrasesOf.set(words, made);
  return made;
}

const NO_STARTS: Starts = SETS.map(() => []);

/** What was found in each sentence; most of them are asked again for each of their acts. */
const startsIn = new WeakMap<Tree, Starts>();

/** The tokens of each phrase of a set that stands in a sentence. */
function startsOf(tree: Tree, set: (typeof SETS)[number]): readonly (readonly number[])[] {
  let starts = startsIn.get(tree);
  if (!starts) {
    starts = findStarts(tree);
    startsIn.set(tree, starts);
  }
  return starts[SETS.indexOf(set)] ?? [];
}

function findStarts(tree: Tree): Starts {
  const forms = formsOf(tree);
  const known = byFirst(tree.words);
  let found: number[][][] | undefined;
  for (let i = 0; i < forms.length; i++) {
    const here = known.get(forms[i] ?? '');
    if (!here) continue;
    for (const { words, set } of here) {
      if (!words.every((w, k) => forms[i + k] === w)) continue;
      found ??= SETS.map(() => []);
      found[set]?.push(words.map((_, k) => i + k));
    }
  }
  return found ?? NO_STARTS;
}

/** "during the Cold War", "criticism of the Vietnam War", "the Rwandan genocide": when the clause takes place, what its noun is about, or the act. */
function isInEra(tree: Tree, words: readonly number[], trigger: number, clause: number): boolean {
  const head = words.find((w) => !words.includes(tree.tokens[w]?.head ?? -1)) ?? -1;
  const up = tree.tokens[head]?.head ?? -1;
  const relation = baseAt(tree, head);
  const prep = caseOf(tree, head);
  if (words.includes(trigger) || (relation === 'nmod' && up === trigger)) return true;
  const when = clauseOf(tree, head);
  if (/^(during|throughout)$/.test(prep) && isBelow(tree, clause, when)) return true;
  if (when !== clause) return false;
  if (relation !== 'obl' || up !== clause || !/^(in|under|since|before|until)$/.test(prep)) return false;
  // "its part in the victory in the war": of a noun, wherever the parser hangs it.
  const before = tree.tokens[Math.min(...childrenBy(tree, head, 'case')) - 1];
  return before?.upos !== 'NOUN' || before.head === clause;
}

/** Whether a clause is another one or hangs on it. */
function isBelow(tree: Tree, clause: number, upper: number): boolean {
  let k = clause;
  for (let step = 0; step < 12 && k >= 0 && k !== upper; step++) k = tree.tokens[k]?.head ?? -1;
  return k === upper;
}

/** "since the visit", "since the junta fell". */
export const isSinceThen = (tree: Tree, trigger: number): boolean =>
  formsOf(tree).includes('since') && (caseOf(tree, trigger) === 'since' || isBehindSince(tree, trigger));

const isBehindSince = (tree: Tree, trigger: number): boolean =>
  /^VB[DN]$/.test(tree.tokens[trigger]?.xpos ?? '') &&
  !childrenBy(tree, trigger, 'aux').some((c) => /^(have|has)$/i.test(tree.tokens[c]?.form ?? '')) &&
  childrenBy(tree, trigger, 'mark').some((m) => tree.tokens[m]?.form.toLowerCase() === 'since');

/** "moved then-president Hill": who takes part had that office at the time. */
const hasOneOfThen = (tree: Tree, clause: number): boolean =>
  formsOf(tree).includes('then') &&
  childrenBy(tree, clause, 'nsubj', 'obj', 'iobj', 'obl').some((c) => {
    const before = [c, ...childrenBy(tree, c, 'nmod:desc', 'compound', 'flat')].flatMap((n) =>
      childrenBy(tree, n, 'advmod', 'amod', 'compound'),
    );
    return before.some((b) => b < c && tree.tokens[b]?.form.toLowerCase() === 'then');
  });

/** "a monument to those killed", "the anniversary of the war", "we remember who fought": what is below a word of remembrance is long past. */
function isRemembered(tree: Tree, trigger: number): boolean {
  let k = trigger;
  const hasSince = lemmasOf(tree).includes('since');
  for (let step = 0; step < 8; step++) {
    const up = tree.tokens[k]?.head ?? -1;
    if (up < 0) return false;
    // "65 years since X surrendered" is news of the count; "the anniversary since X surrendered" is a memorial.
    const [since] = !hasSince ? [] : childrenBy(tree, k, 'mark').filter((m) => lemmaAt(tree, m).toLowerCase() === 'since');
    if (since !== undefined && tree.words.recalls.has(lemmaAt(tree, since - 1).toLowerCase())) return true;
    if (/^(nmod|acl|obj)$/.test(baseAt(tree, k)) && tree.words.recalls.has(lemmaAt(tree, up).toLowerCase())) return true;
    k = up;
  }
  return false;
}

/** "waged war on the troops, declaring victory in 1959", "invited them to join in 1997": what follows from an act is no older than it. */
function isDatedBelow(doc: Document, tree: Tree, clause: number, published: string): boolean {
  return doc.timesWithin(tree.sentence.span).some((t) => {
    if (!isDay(t) || !isOld(t, published)) return false;
    const first = tree.tokens.findIndex((k) => k.start <= t.span.start && t.span.start < k.end);
    let at = first;
    for (let step = 0; step < 3 && tree.tokens[at]?.upos !== 'VERB'; step++) at = tree.tokens[at]?.head ?? -1;
    if (at < 0 || tree.tokens[at]?.head !== clause || tree.tokens[at]?.upos !== 'VERB') return false;
    const mark = childrenBy(tree, at, 'mark').map((m) => tree.tokens[m]?.form.toLowerCase())[0];
    if (tree.bases[at] === 'xcomp') return mark === undefined || mark === 'to';
    if (tree.bases[at] !== 'advcl') return false;
    return tree.tokens[at]?.xpos === 'VBG' ? mark === undefined || mark === 'from' || mark === 'into' : mark === 'to';
  });
}

/** "Under an accord signed in 1994, it froze its reactor": what an accord of long ago led to, told in the past. */
const isUnderOldAccord = (doc: Document, tree: Tree, clause: number, published: string): boolean =>
  childrenBy(tree, clause, 'obl').some((c) => {
    if (c > clause || caseOf(tree, c) !== 'under') return false;
    const [a, b] = yieldOf(tree, c);
    const times = doc.timesWithin({ start: tree.tokens[a]?.start ?? 0, end: tree.tokens[b - 1]?.end ?? 0 }).filter(isDay);
    return times.length > 0 && times.every((t) => isOld(t, published));
  });

/** How far back a year may stand that a month and a day are of, in sentences. */
const YEAR_REACH = 3;

/** "On August 6, 1945 … It surrendered on August 15": the year long gone, last named by the story, that a day without a year is of; undefined where it is of another. */
export function oldYearOf(doc: Document, tree: Tree, time: TimeExpression, published: string): string | undefined {
  if (time.basis !== 'implied' || !MONTH_DAY.test(doc.article.text.slice(time.span.start, time.span.end))) return undefined;
  for (let index = tree.sentence.index; index >= 0 && index >= tree.sentence.index - YEAR_REACH; index--) {
    const before = doc.trees[index];
    const days = before
      ? doc.timesWithin(before.sentence.span).filter((t) => isDay(t) && t.basis === 'known' && t.span.end <= time.span.start)
      : [];
    const last = days[days.length - 1];
    if (before && last) return isOld(last, published) && isDayOfStory(before, last) ? dateRange(last).start?.slice(0, 4) : undefined;
  }
  return undefined;
}
const MONTH_DAY = /^(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8})$/u;

/** Whether a sentence without a day goes on telling what the one before it dates long ago: "In 1994 … Later it …". */
function goesOnFromOld(doc: Document, tree: Tree, published: string, isDeed: boolean, steps = 6): boolean {
  const { index, span } = tree.sentence;
  const before = doc.trees[index - 1];
  if (!before || steps === 0) return false;
  const goesOn = isDeed && goesOnInParagraph(doc, before, tree);
  if (!(goesOn || (steps > 4 && opensBack(tree))) || doc.timesWithin(span).some(isDay)) return false;
  const days = doc.timesWithin(before.sentence.span).filter(isDay);
  if (days.length === 0) return goesOnFromOld(doc, before, published, isDeed, steps - 1);
  // "Ten years ago this week": the second says which week of that year.
  const isOfBefore = (t: TimeExpression): boolean =>
    days.some((o) => isOld(o, published) && o.span.end < t.span.start && t.span.start - o.span.end <= 4);
  if (!days.every((t) => isOld(t, published) || isOfBefore(t))) return false;
  // "… who shot him on May 6, 1994. The assassination set off": the day of the deed, wherever it stands.
  return opensWithKnown(tree) || days.some((t) => isOld(t, published) && isDayOfStory(before, t));
}

/** Whether a time says when something took place that its sentence tells: not how long a thing lasts ("has ruled since 1997"), nor who or what is meant ("who took office in 2017", "the 2015 deal"). */
function isDayOfStory(tree: Tree, time: TimeExpression): boolean {
  const within = (i: number): boolean => {
    const t = tree.tokens[i];
    return t !== undefined && time.span.start <= t.start && t.end <= time.span.end;
  };
  const head = tree.tokens.findIndex((t, i) => within(i) && !within(t.head));
  if (head < 0 || !/^(obl|advmod)$/.test(baseAt(tree, head))) return false;
  let k = tree.tokens[head]?.head ?? -1;
  if (!/^(past|pluperfect)$/.test(moodOf(tree, clauseOf(tree, k)).tense)) return false;
  for (let step = 0; step < 12 && k >= 0; step++) {
    if (/^(acl|nmod|appos)$/.test(baseAt(tree, k))) return false;
    k = tree.tokens[k]?.head ?? -1;
  }
  return true;
}

/** Whether a sentence begins with a pronoun, with words that carry a story on, or with violence spoken of before. */
function opensBack(tree: Tree): boolean {
  const opening = tree.tokens
    .slice(0, 6)
    .map((t) => t.form.toLowerCase())
    .join(' ');
  if (/^(he|she|it|they|this|that|these|those|his|her|its|their)\b/.test(opening) || startsWithOne(opening, tree.words['tells-on']))
    return true;
  return opensWithKnown(tree);
}

/** Whether the subject at the head of a sentence is violence spoken of before. */
function opensWithKnown(tree: Tree): boolean {
  const subject = tree.tokens.findIndex((t, i) => i < 6 && t.deprel === 'nsubj');
  return subject >= 0 && isKnownOne(tree, subject);
}

/** Whether a noun of violence stands for what the text has spoken of: "the attacks", "Hill's murder". */
const isKnownOne = (tree: Tree, noun: number): boolean =>
  (tree.words['done-to-its-of'].has(lemmaAt(tree, noun).toLowerCase()) ||
    tree.words['attacks-in-words'].has(lemmaAt(tree, noun).toLowerCase())) &&
  childrenBy(tree, noun, 'det', 'nmod:poss').some(
    (d) => tree.bases[d] === 'nmod' || /^(the|those|these|that|this)$/i.test(tree.tokens[d]?.form ?? ''),
  );

/** "the attacks", where the sentence before tells of attacks in a year long gone. */
function isToldBefore(doc: Document, tree: Tree, noun: number, published: string): boolean {
  if (!isKnownOne(tree, noun)) return false;
  const lemma = lemmaAt(tree, noun).toLowerCase();
  for (let index = tree.sentence.index - 1, step = 0; index >= 0 && step < 3; index--, step++) {
    const before = doc.trees[index];
    const at = before?.tokens.findIndex((_, i) => lemmaAt(before, i).toLowerCase() === lemma) ?? -1;
    if (!before || at < 0) continue;
    const days = doc.timesWithin(before.sentence.span).filter(isDay);
    if (days.length > 0) return days.every((t) => isOld(t, published));
  }
  return false;
}

const startsWithOne = (words: string, phrases: ReadonlySet<string>): boolean => {
  for (const p of phrases) if (words === p || words.startsWith(`${p} `)) return true;
  return false;
};
