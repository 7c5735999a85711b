/** "borders", "depends on", "is dependent on", "allied with". */
import { objectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { hasChild, relationAt } from '../2-sentences/syntax.ts';
import { type Line, partiesAfter, partiesBefore, subjectBefore } from './line.ts';
import { distinct, type Holder, holdersAt, type PartyKinds } from './parties.ts';
import type { RelationRule } from './rules.ts';
import { afterPreposition, isNot, of, type Sides, word } from './sides.ts';

/** The two sides of a verb or adjective; undefined where one is not found. */
export function sidesOfPredicate(line: Line, trigger: number, rule: RelationRule): Sides | undefined {
  const acting = rule.form === 'verb';
  const leftWanted: PartyKinds = { kinds: rule.holderIs, acting };
  const rightWanted: PartyKinds = { kinds: rule.otherIs, acting: false };
  const passive = isPassiveHere(line, trigger);
  const subject = subjectOfPredicate(line, trigger, rule, passive, leftWanted);
  let right: Holder[] = [];
  for (const slot of rule.other) {
    right = slot === 'object' ? objectAfter(line, trigger, rule, rightWanted) : afterPreposition(line, trigger, slot, rightWanted);
    right = right.filter((r) => !subject.some((s) => s.entity === r.entity));
    if (right.length > 0) break;
  }
  const negated = isNot(line, trigger) || (subjectBefore(line, trigger)?.negated ?? false);
  const noMutual = subject.length >= 2 && right.length === 0 && rule.mutual;
  if (noMutual) return { left: subject.slice(0, 1), right: subject.slice(1), clause: trigger, given: false, negated };
  if (subject.length === 0 || right.length === 0) return undefined;
  return { left: subject, right, clause: trigger, given: false, negated };
}

/** Passive by auxiliary, or a bare participle — unless parties stand right before it, for "X and Y normalised relations" may parse as one. */
function isPassiveHere(line: Line, verb: number): boolean {
  const { tree } = line;
  if (hasChild(tree, verb, 'nsubj:pass', 'aux:pass')) return true;
  if (tree.tokens[verb]?.xpos !== 'VBN' || !/^(acl|amod)/.test(relationAt(tree, verb))) return false;
  return relationAt(tree, verb) === 'acl:relcl' ? false : word(line, verb + 1) === 'by' || partiesBefore(line, verb).length === 0;
}

function subjectOfPredicate(line: Line, trigger: number, rule: RelationRule, passive: boolean, wanted: PartyKinds): Holder[] {
  const { tree } = line;
  if (passive && rule.form === 'verb') return afterPreposition(line, trigger, 'by', wanted);
  const up = tree.tokens[trigger]?.head ?? -1;
  if (rule.form === 'adj') {
    const before = subjectBefore(line, trigger);
    const inText = before ? of(line, before.mentions, wanted) : [];
    if (inText.length > 0) return inText;
    if (up >= 0 && ['amod', 'acl'].includes(relationAt(tree, trigger))) return distinct(holdersAt(line, up, wanted));
  }
  const own = distinct(surfaceSubject(tree, trigger).flatMap((t) => holdersAt(line, t, wanted)));
  return own.length > 0 ? own : of(line, partiesBefore(line, verbGroupStart(line, trigger)), wanted);
}

/** The first token of "has not", "will never", in front of a verb. */
function verbGroupStart(line: Line, verb: number): number {
  let i = verb;
  while (i > 0 && /^(AUX|ADV|PART)$/.test(line.tree.tokens[i - 1]?.upos ?? '') && line.tree.tokens[i - 1]?.xpos !== 'POS') i--;
  return i;
}

function objectAfter(line: Line, trigger: number, rule: RelationRule, wanted: PartyKinds): Holder[] {
  const after = trigger + 1 + (rule.rest.every((w, k) => word(line, trigger + 1 + k) === w) ? rule.rest.length : 0);
  // "recognises Moldovan stamps" is not said of Moldova.
  const named = (holders: readonly Holder[]): Holder[] =>
    holders.filter((h) => h.mention.kind !== 'demonym' && !h.mention.via?.startsWith('nominal.'));
  const inText = named(of(line, partiesAfter(line, after).mentions, wanted));
  if (inText.length > 0) return inText;
  return named(distinct(objectOf(line.tree, trigger).flatMap((t) => holdersAt(line, t, wanted))));
}
