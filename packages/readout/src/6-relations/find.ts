/** Triggers of one sentence → relations as the text states them, with what the knowledge says of each. */
import { hasChild, spanOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { dateRange } from '../3-mentions/times/date-range.ts';
import type { Claim, Event, Evidence, Relation } from '../model/index.ts';
import { eventAt } from './from-events.ts';
import { intervalOf } from './interval.ts';
import { agreement, type KnownRelations } from './known.ts';
import { type Line, readLine } from './line.ts';
import type { Holder } from './parties.ts';
import type { RelationRule, RelationRules } from './rules.ts';
import type { Sides } from './sides.ts';
import { sidesOfBond } from './sides-of-bond.ts';
import { sidesOfNoun } from './sides-of-noun.ts';
import { sidesOfPredicate } from './sides-of-predicate.ts';
import { degreeOf, statusOf } from './status.ts';
import { findTriggers } from './triggers.ts';

/** What a sentence's relations are found with. */
export interface Around {
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  readonly rules: RelationRules;
  readonly known: KnownRelations;
}

/** The relations that a sentence tells, one for each trigger and pair of parties; not yet merged. */
export function findInSentence(doc: Document, tree: Tree, around: Around): Relation[] {
  if (doc.mentionsIn(tree.sentence.index).length === 0) return [];
  const triggers = findTriggers(tree, around.rules);
  if (triggers.length === 0) return [];
  const line = readLine(doc, tree);
  const found: Relation[] = [];
  for (const { token, rules } of triggers) {
    for (const rule of rules) {
      if (!rule.kind) break;
      const sides = sidesFor(line, token, rule, around.rules);
      const made = sides ? relationsOf(line, token, rule, sides, around) : [];
      found.push(...made);
      if (made.length > 0) break;
    }
  }
  return found;
}

function sidesFor(line: Line, token: number, rule: RelationRule, rules: RelationRules): Sides | undefined {
  const sides =
    rule.form === 'noun'
      ? sidesOfNoun(line, token, rule)
      : rule.form === 'bond'
        ? sidesOfBond(line, token, rule, rules)
        : sidesOfPredicate(line, token, rule);
  if (!sides) return undefined;
  if (sides.right.length > 0 || rule.single) return sides;
  // "X and Y are allies": a plural subject holds both.
  if (!rule.mutual || sides.left.length < 2) return undefined;
  return { ...sides, left: sides.left.slice(0, 1), right: sides.left.slice(1) };
}

function relationsOf(line: Line, token: number, rule: RelationRule, sides: Sides, around: Around): Relation[] {
  const { kind } = rule;
  if (!kind || (rule.known && ![...sides.left, ...sides.right].some((h) => line.doc.entities.get(h.entity)?.knowledge !== undefined)))
    return [];
  const at = line.tree.tokens[token]?.start ?? 0;
  const claim = claimAt(around.claims, at);
  const said = statusOf(line, token, rule, sides, claim?.quotation === 'indirect');
  if (said === 'sought' && UNWANTED.has(kind)) return [];
  const degree = degreeOf(line, token, sides, around.rules.degrees) ?? rule.degree;
  const effect = sides.effect ?? rule.effect;
  const interval = intervalOf(line, token, sides.clause, effect);
  const trigger = triggerSpan(line.tree, token, rule);
  const changed =
    effect === 'start' || effect === 'end'
      ? eventAt(around.events, [trigger, spanOf(line.tree, sides.clause, sides.clause + 1)])
      : undefined;
  const dated =
    changed?.date?.time !== undefined && !interval.start && !interval.end && said !== 'sought' && said !== 'denied'
      ? { [effect === 'end' ? 'end' : 'start']: changed.date }
      : {};
  const make = (parties: readonly (Holder & { as?: string })[]): Relation => {
    const [a, b] = parties;
    const known =
      a && b
        ? around.known.on({ kind, a: a.entity, ...(a.as ? { as: a.as } : {}), b: b.entity }, line.doc.article.published?.value)
        : undefined;
    const status = resolved(said, { line, token, rule, sides }, known);
    const knowledge = known ? agreement(status, known) : undefined;

    return {
      id: '',
      kind,
      parties: parties.map((p) => ({ entity: p.entity, ...(p.as ? { as: p.as } : {}), mention: p.mention.id })),
      ...(degree ? { degree } : {}),
      ...(interval.start ? { start: interval.start } : {}),
      ...(interval.end ? { end: interval.end } : {}),
      ...dated,
      status,
      ...(knowledge ? { knowledge } : {}),
      ...(claim ? { claim: claim.id } : {}),
      evidence: [
        { span: trigger, as: 'trigger' },
        ...parties.map((p): Evidence => ({ span: p.mention.span, as: 'party' })),
        ...interval.evidence,
        ...(changed?.evidence.filter((e) => e.as === 'trigger' && e.span.start !== trigger.start) ?? []),
      ],
      rule: rule.id,
    };
  };
  const as = (h: Holder, side: 0 | 1): Holder & { as?: string } => (rule.as ? { ...h, as: rule.as[side] } : h);
  const left = sides.left.map((h) => as(h, 0));
  const right = sides.right.map((h) => as(h, 1));
  if (rule.together || left.length === 0 || right.length === 0) return left.length + right.length > 0 ? [make([...left, ...right])] : [];
  return left.flatMap((a) => right.filter((b) => b.entity !== a.entity).map((b) => make([a, b])));
}

/** What nobody seeks: a war that might come, a reliance that could grow is none yet. */
const UNWANTED: ReadonlySet<string> = new Set(['war', 'rivalry', 'dependency']);

function triggerSpan(tree: Tree, token: number, rule: RelationRule): { start: number; end: number } {
  const n = rule.rest.length;
  const is = (k: number, w: string): boolean => tree.tokens[k]?.form.toLowerCase() === w || tree.tokens[k]?.lemma.toLowerCase() === w;
  if (rule.form === 'noun' || rule.form === 'bond')
    return spanOf(tree, rule.rest.every((w, k) => is(token - n + k, w)) ? token - n : token, token + 1);
  return spanOf(tree, token, rule.rest.every((w, k) => is(token + 1 + k, w)) ? token + 1 + n : token + 1);
}

/** Whether the sentence speaks of a year well before the article's: "the Mongol invasion in the 13th century". */
function isLongAgo(line: Line): boolean {
  const year = Number(line.doc.article.published?.value.slice(0, 4) ?? Number.NaN);
  return line.doc.timesWithin(line.tree.sentence.span).some((t) => Number(dateRange(t).end?.slice(0, 4) ?? Number.NaN) < year - 1);
}

/**
 * A bond that is only mentioned ("during the Soviet war in Afghanistan", "Ukraine's membership in NATO") says nothing of when: the
 * knowledge decides where it knows that it is over, or that a membership has not begun.
 */
function resolved(
  said: Relation['status'],
  at: { line: Line; token: number; rule: RelationRule; sides: Sides },
  known: ReturnType<KnownRelations['on']> | undefined,
): Relation['status'] {
  const { line, token, rule, sides } = at;
  if (said !== 'holds') return said;
  const gerund = rule.form === 'verb' && line.tree.tokens[token]?.xpos === 'VBG' && !hasChild(line.tree, token, 'aux');
  if (
    rule.kind === 'membership' &&
    known !== 'now' &&
    (gerund
      ? rule.effect === 'start'
      : rule.form === 'bond' && (sides.given || sides.effect === undefined || sides.effect === 'presuppose'))
  )
    return 'sought';
  if (rule.form !== 'bond' || !sides.given) return said;
  if (known === 'ended') return 'held';
  return rule.kind === 'war' && known !== 'now' && isLongAgo(line) ? 'held' : said;
}

/** The innermost claim whose words say it, or whose cue is the trigger itself ("Beijing claims …"). */
function claimAt(claims: readonly Claim[], at: number): Claim | undefined {
  let best: Claim | undefined;
  let size = Number.POSITIVE_INFINITY;
  for (const c of claims) {
    if (c.cue.some((s) => s.start === at)) return c;
    for (const s of c.content) {
      if (s.start <= at && at < s.end && s.end - s.start < size) {
        size = s.end - s.start;
        best = c;
      }
    }
  }
  return best;
}
