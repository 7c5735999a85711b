/** Start and end of a relation, only where the text says so: "since 1961", "until 1991", "from 1950 to 1953", "joined in 2004". */
import { clauseOf } from '../2-sentences/mood.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { dateRange } from '../3-mentions/times/date-range.ts';
import type { DateRange, Evidence, TimeExpression } from '../model/index.ts';
import type { Line } from './line.ts';
import type { Effect } from './rules.ts';

/** From when to when, with the words that say so. */
export interface Interval {
  readonly start?: DateRange;
  readonly end?: DateRange;
  readonly evidence: readonly Evidence[];
}

const NOTHING: Interval = { evidence: [] };

/** The days that the trigger's clause gives; empty where it gives none. */
export function intervalOf(line: Line, trigger: number, clause: number, effect: Effect | undefined): Interval {
  const { doc, tree } = line;
  const times = doc.timesWithin(tree.sentence.span);
  if (times.length === 0) return NOTHING;
  const own = clauseOf(tree, clause);
  const [from, to] = yieldOf(tree, trigger);
  const near = times.flatMap((time) => {
    const token = tree.tokens.findIndex((k) => k.start <= time.span.start && time.span.start < k.end);
    if (token < 0) return [];
    const inClause = clauseOf(tree, token) === own || (token >= from && token < to) || follows(line, clause, token);
    return inClause ? [{ time, token, word: wordBefore(line, token) }] : [];
  });
  const range = (t: TimeExpression): DateRange | undefined => {
    const r = dateRange(t);
    return r.start === undefined ? undefined : r;
  };
  let start: DateRange | undefined;
  let end: DateRange | undefined;
  const evidence: Evidence[] = [];
  const take = (t: TimeExpression): void => void evidence.push({ span: t.span, as: 'date' });
  near.forEach(({ time, token, word }, i) => {
    const r = range(time);
    if (!r) return;
    if (word === 'since') start = r;
    else if (word === 'until' || word === 'till') end = r;
    else if (word === 'from' && near[i + 1] && /^(to|until|till|-|–)$/.test(near[i + 1]?.word ?? '')) start = r;
    else if (/^(to|-|–)$/.test(word) && start && i > 0) end = r;
    else if (
      (effect === 'start' || effect === 'end') &&
      (word === 'in' || word === 'on' || word === '') &&
      Math.abs(token - clause) < 14 &&
      !start &&
      !end
    ) {
      if (effect === 'start') start = r;
      else end = r;
    } else return;
    take(time);
  });
  return { ...(start ? { start } : {}), ...(end ? { end } : {}), evidence };
}

/** Whether a time stands behind a verb with no comma or other verb between. */
function follows(line: Line, verb: number, token: number): boolean {
  if (token < verb || token > verb + 10) return false;
  return line.tree.tokens.slice(verb + 1, token).every((t) => t.upos !== 'VERB' && t.upos !== 'AUX' && !/^[,;:]$/.test(t.form));
}

/** The word that leads a time: "since", "in", "" before a bare one ("last year"). */
function wordBefore(line: Line, token: number): string {
  const { tokens } = line.tree;
  const own = tokens[token]?.form.toLowerCase() ?? '';
  if (/^(since|until|till|from|in|on|to)$/.test(own)) return own;
  for (let i = token - 1; i >= Math.max(0, token - 3); i--) {
    const f = tokens[i]?.form.toLowerCase() ?? '';
    if (/^(since|until|till|from|in|on|to|-|–)$/.test(f)) return f;
    if (!/^(the|early|late|mid|mid-|at|least|about|around)$/.test(f))
      return /^(VERB|NOUN|PROPN|PUNCT|ADV)$/.test(tokens[i]?.upos ?? '') ? '' : f;
  }
  return '';
}
