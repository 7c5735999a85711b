/** The day and standing of an act: from the clause, then the sentence, then the article; and whether it is news or history. */
import { clauseOf } from '../../2-sentences/mood.ts';
import type { Mood } from '../../2-sentences/mood-kinds.ts';
import { yieldOf } from '../../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { DateRange, Status, TimeExpression } from '../../model/index.ts';
import type { Document } from '../document.ts';
import { dateRange, daysBetween } from '../times/date-range.ts';
import { isCalledHistory, isDay, isHistoryAround, isReported, isSinceThen, oldYearOf } from './history.ts';
import { isOneOfMany, isRecounted } from './recounted.ts';

/** When an act was, and whether it is news. */
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
  const { own: ownTime, time } = timesOf(doc, tree, trigger, clause, mood);
  // The day of the report ("said on Monday that it often attacks") is none of theirs.
  // "has regularly attacked" goes with no day: a parser may hang on it that of the verb beside it.
  const isDayOfNext = mood.tense === 'perfect' && ownTime !== undefined && dateRange(ownTime).precision === 'day';
  if (isOneOfMany(tree, trigger, clause, ownTime !== undefined && !isDayOfNext)) return { status: 'background' };
  const isCalled = isCalledHistory(tree, trigger, clause) || (ownTime === undefined && isRecounted(doc, tree, trigger));
  const oldYear = time && published !== undefined && mood.modality === 'asserted' ? oldYearOf(doc, tree, time, published) : undefined;
  if (time && oldYear !== undefined) {
    const day = `${oldYear}${time.value.slice(4, 10)}`;
    return { date: { start: day, end: day, precision: 'day', basis: 'implied', time: time.id }, time, status: 'background' };
  }
  if (time) {
    const range = dateRange(time);
    const isHistory = isPast(tree, time, clause, published) || (isCalled && !(ownTime !== undefined && isRecent(range, published)));
    return { date: { ...range, time: time.id }, time, status: isHistory ? 'background' : 'current' };
  }
  const history = isCalled || isHistoryAround(doc, tree, clause, mood, trigger, options.nominal === true);
  // A noun alone says nothing of when: only what a clause reports is dated by the report.
  if (!options.nominal && published !== undefined && mood.modality === 'asserted' && mood.tense !== 'future' && !history) {
    return { date: { start: published, end: published, precision: 'day', basis: 'implied' }, status: 'current' };
  }
  return { status: history ? 'background' : 'current' };
}

/** The time of an act: its clause's own, and that one or one of a clause above. */
interface TimesOf {
  readonly own: TimeExpression | undefined;
  readonly time: TimeExpression | undefined;
}
const NO_TIMES: TimesOf = { own: undefined, time: undefined };

function timesOf(doc: Document, tree: Tree, trigger: number, clause: number, mood: Mood): TimesOf {
  const inSentence = doc.timesWithin(tree.sentence.span).filter(isDay);
  if (inSentence.length === 0) return NO_TIMES;
  const published = doc.article.published?.value;
  const isPastOfSubject = (t: TimeExpression, token: number): boolean =>
    isPast(tree, t, clause, published) && isOfSubject(tree, token, clause);
  const [a, b] = yieldOf(tree, clause);
  const [from, to] = [tree.tokens[a]?.start ?? 0, tree.tokens[b - 1]?.end ?? 0];
  // Times of a clause further down belong to that clause.
  const own = inSentence.filter((t) => {
    if (t.span.start < from || t.span.end > to) return false;
    const token = headOf(tree, t);
    if (token < 0) return true;
    const isOwn = clauseOfTime(tree, token) === clause || clauseOf(tree, tree.tokens[token]?.head ?? token) === clause;
    return isOwn && !isPastOfSubject(t, token);
  });
  const at = tree.tokens[trigger]?.start ?? 0;
  const isOld = (t: TimeExpression): boolean => isPast(tree, t, clause, published);
  const ownTime =
    nearest(own, at) ??
    inSentence.find((t) => isOld(t) && (isOfNext(tree, clause, t) || isOfWhen(tree, clause, t) || isRightBehind(tree, clause, t)));
  if (ownTime || mood.modality !== 'asserted') return { own: ownTime, time: ownTime };
  // A time of a clause above counts below; one of a clause beside or further down does not, but for what the same subject does next: "visited Oslo on
  // Monday and signed a treaty".
  // Nor does one of the clause that is told of the time since, or of the time after ("the rebels, who had fought for years, gave up on Friday").
  if (isSinceThen(tree, clause) || (mood.tense === 'pluperfect' && !isReported(tree, clause))) return NO_TIMES;
  const above = inSentence.filter((t) => {
    const token = headOf(tree, t);
    return token >= 0 && isAbove(tree, clauseOfTime(tree, token), clause, token) && !isPastOfSubject(t, token);
  });
  return { own: undefined, time: nearest(above, at) };
}

/** "lifted the ban and freed the crown two years ago": the day at the end of the second verb. */
function isOfNext(tree: Tree, clause: number, time: TimeExpression): boolean {
  const token = headOf(tree, time);
  const next = tree.tokens[token]?.head ?? -1;
  return (
    token > next &&
    tree.tokens[next]?.head === clause &&
    baseAt(tree, next) === 'conj' &&
    goesOn(tree, next) &&
    tree.tokens[next]?.xpos === 'VBD' &&
    saysWhen(tree, time)
  );
}

/** "failed to agree when they met in 2019": the day of the clause with *when*, which may hang on what they failed to do. */
function isOfWhen(tree: Tree, clause: number, time: TimeExpression): boolean {
  const when = clauseOf(tree, headOf(tree, time));
  const up = tree.tokens[when]?.head ?? -1;
  return (
    baseAt(tree, when) === 'advcl' &&
    tree.tokens[when]?.xpos === 'VBD' &&
    childrenBy(tree, when, 'advmod', 'mark').some((c) => lemmaAt(tree, c).toLowerCase() === 'when') &&
    (up === clause || (baseAt(tree, up) === 'xcomp' && tree.tokens[up]?.head === clause)) &&
    saysWhen(tree, time)
  );
}

/** "The budget approved by the house last December was large": the day right behind a participle of the subject, which parsers hang on the verb. */
function isRightBehind(tree: Tree, clause: number, time: TimeExpression): boolean {
  const [, end] = yieldOf(tree, clause);
  const verb = tree.tokens[headOf(tree, time)]?.head ?? -1;
  return (
    relationAt(tree, clause) === 'acl' && tree.tokens[end]?.start === time.span.start && isOver(tree, verb, clause) && saysWhen(tree, time)
  );
}

/** Whether one token stands above another. */
function isOver(tree: Tree, upper: number, lower: number): boolean {
  let k = lower;
  for (let step = 0; step < 12 && k >= 0; step++) {
    if (k === upper) return true;
    k = tree.tokens[k]?.head ?? -1;
  }
  return false;
}

const nearest = (times: readonly TimeExpression[], at: number): TimeExpression | undefined =>
  [...times].sort((x, y) => Math.abs(x.span.start - at) - Math.abs(y.span.start - at))[0];

/** Whether a time is so long before the report that it is no news. */
function isPast(tree: Tree, time: TimeExpression, clause: number, published: string | undefined): boolean {
  const { start, end = start, precision } = dateRange(time);
  if (published === undefined || end === undefined) return false;
  if (daysBetween(end, published) > (isAside(tree, clause) ? ASIDE_DAYS : NEWS_DAYS)) return true;
  // "last year" in January, too, of when and not of what: "the results in 2017".
  return precision === 'year' && end.slice(0, 4) < published.slice(0, 4) && saysWhen(tree, time);
}

/** The word of a time that the others hang on; -1 where no token is in it. */
function headOf(tree: Tree, { span }: TimeExpression): number {
  const within = (i: number): boolean => {
    const t = tree.tokens[i];
    return t !== undefined && t.start < span.end && span.start < t.end;
  };
  return tree.tokens.findIndex((t, i) => within(i) && !within(t.head));
}

/** Whether a time says when something was, not which one is meant: its head hangs on no noun. */
const saysWhen = (tree: Tree, time: TimeExpression): boolean => /^(obl|advmod)/.test(tree.tokens[headOf(tree, time)]?.deprel ?? '');

/** The clause that a time stands in; before the pronoun of a relative clause it is the one above: "tested a missile in 1998 which flew". */
function clauseOfTime(tree: Tree, token: number): number {
  const clause = clauseOf(tree, token);
  const up = tree.tokens[clause]?.head ?? -1;
  const isAhead =
    relationAt(tree, clause) === 'acl:relcl' &&
    childrenBy(tree, clause, 'nsubj', 'nsubj:pass', 'obj').some((c) => c > token && /^W/.test(tree.tokens[c]?.xpos ?? ''));
  return isAhead && up >= 0 ? clauseOf(tree, up) : clause;
}

/** Whether a time hangs somewhere on the subject of a passive: "the results of the meeting of 2019 were praised". */
function isOfSubject(tree: Tree, time: number, clause: number): boolean {
  let k = time;
  for (let step = 0; step < 6 && k >= 0 && /^(nmod|conj)$/.test(baseAt(tree, k)); step++) k = tree.tokens[k]?.head ?? -1;
  // "apologised for the raids of 2019": when what is spoken of was.
  const isTopic = /^(for|on|over|about|of)$/.test(caseOf(tree, k)) && tree.bases[k] === 'obl';
  return k !== time && (relationAt(tree, k) === 'nsubj:pass' || isTopic) && tree.tokens[k]?.head === clause;
}

/** Whether a clause only says who or what something is. */
const isAside = (tree: Tree, clause: number): boolean => /^acl(:relcl)?$/.test(tree.tokens[clause]?.deprel ?? '');

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
  const isAlike =
    first?.upos === 'VERB'
      ? own?.xpos === first.xpos
      : childrenBy(tree, own?.head ?? -1, 'cop').some((c) => own?.xpos === tree.tokens[c]?.xpos);
  if (own?.upos !== 'VERB' || !isAlike) return false;
  return !(tree.children[verb] ?? []).some((c) => /^(nsubj|csubj|aux|cop)/.test(tree.tokens[c]?.deprel ?? ''));
}

function isRecent(range: DateRange, published: string | undefined): boolean {
  return (
    published !== undefined && range.precision === 'day' && range.start !== undefined && Math.abs(daysBetween(range.start, published)) <= 7
  );
}
