/** "ally", "backer", "member": the noun names the holder; the other is its possessor, modifier or complement. */
import { objectOf, prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseAt, baseRelation, caseOf, childrenBy, hasChild, isPlural, relationAt } from '../2-sentences/syntax.ts';
import { type Line, nounGroup, partiesAfter, subjectBefore } from './line.ts';
import { distinct, type Holder, holdersAt, type PartyKinds } from './parties.ts';
import type { RelationRule } from './rules.ts';
import { afterPreposition, of, type Sides, word } from './sides.ts';

/** The two sides of a noun that names a holder; undefined where one is not found. */
export function sidesOfNoun(line: Line, trigger: number, rule: RelationRule): Sides | undefined {
  const { tree } = line;
  const group = nounGroup(line, trigger);
  const otherWanted: PartyKinds = { kinds: rule.otherIs, acting: false };
  const holderWanted: PartyKinds = { kinds: rule.holderIs, acting: false };
  let right: Holder[] = [];
  for (const slot of rule.other) {
    // Whose kin "his brother" is, is too often not who was named last.
    if (slot === 'poss') right = group.owner && !(rule.known && group.owner.kind === 'pronoun') ? of(line, [group.owner], otherWanted) : [];
    else if (slot === 'mod') right = of(line, group.modifiers, otherWanted);
    else if (slot === 'of-mod') right = ofComplement(line, trigger, otherWanted);
    else right = afterPreposition(line, trigger, slot, otherWanted);
    if (right.length > 0) break;
  }
  const relation = baseAt(tree, trigger);
  const plural = isPlural(tree, trigger);
  const done = (left: readonly Holder[], clause: number, given: boolean, negated = false): Sides | undefined => {
    const holders = left.filter((h) => !right.some((r) => r.entity === h.entity));
    return holders.length > 0 ? { left: holders, right, clause, given, negated: negated || group.article === 'none', group } : undefined;
  };
  // "X is (not) Y's ally": the copula in front of the noun group, or the subject in the tree.
  const before = subjectBefore(line, group.start);
  if (before) {
    const inText = of(line, before.mentions, holderWanted);
    const holders = inText.length > 0 ? inText : subjectsInTree(line, trigger, holderWanted);
    return done(holders, before.verb, false, before.negated);
  }
  // "US ally Japan", "neighbours India and Pakistan", "allies such as Japan".
  let next = trigger + 1;
  const listing = /^(including|like|namely)$/.test(word(line, next)) || (word(line, next) === 'such' && word(line, next + 1) === 'as');
  const comma =
    word(line, next) === ',' &&
    (/^(including|like|namely)$/.test(word(line, next + 1)) || (word(line, next + 1) === 'such' && word(line, next + 2) === 'as'));
  if (listing || comma) {
    next += (comma ? 1 : 0) + (word(line, next + (comma ? 1 : 0)) === 'such' ? 2 : 1);
    const holders = of(line, partiesAfter(line, next).mentions, holderWanted);
    if (holders.length > 0 && plural) return done(holders, trigger, true);
  }
  const beside = line.begins[trigger + 1];
  if (beside && beside.kind === 'name') {
    const run = partiesAfter(line, trigger + 1).mentions;
    const holders = of(line, plural ? run : run.slice(0, 1), holderWanted);
    if (holders.length > 0) return done(holders, trigger, true);
  }
  // "Seoul's biggest trading partner, China, …"; "Turkey, a NATO member, …".
  const owned = right.length > 0 && (group.owner !== undefined || group.article === 'definite');
  const after = afterComplement(line, trigger, rule);
  if (owned && word(line, after) === ',' && line.begins[after + 1]?.kind === 'name' && !plural) {
    const m = line.begins[after + 1];
    const closing = line.tree.tokens[m?.tokens[1] ?? 0];
    if (m && (!closing || /^[,.;:)—–]$/.test(closing.form))) {
      const holders = of(line, [m], holderWanted);
      if (holders.length > 0) return done(holders, trigger, true);
    }
  }
  if (word(line, group.start - 1) === ',' && !['nsubj', 'obj', 'obl'].includes(relation)) {
    const m = line.ends[group.start - 2];
    const holders = m && m.kind !== 'demonym' ? of(line, [m], holderWanted) : [];
    if (holders.length > 0) return done(holders, trigger, true);
  }
  return fromTree(line, trigger, holderWanted, done);
}

/** "recipient of American aid": whose the complement is. */
function ofComplement(line: Line, trigger: number, wanted: PartyKinds): Holder[] {
  return prepositional(line.tree, trigger, 'of').flatMap((t) => {
    const group = nounGroup(line, t);
    return of(line, group.owner ? [group.owner] : group.modifiers, wanted);
  });
}

/** The token after "ally of North Korea", "ally". */
function afterComplement(line: Line, trigger: number, rule: RelationRule): number {
  if (!rule.other.includes(word(line, trigger + 1))) return trigger + 1;
  const { mentions, end } = partiesAfter(line, trigger + 2);
  return mentions.length > 0 ? end : trigger + 1;
}

function subjectsInTree(line: Line, trigger: number, wanted: PartyKinds): Holder[] {
  const { tree } = line;
  const own = childrenBy(tree, trigger, 'nsubj', 'nsubj:outer');
  if (own.length > 0) return distinct(own.flatMap((t) => holdersAt(line, t, wanted)));
  const up = tree.tokens[trigger]?.head ?? -1;
  const relation = relationAt(tree, trigger);
  if (relation === 'acl:relcl' && up >= 0) return distinct(holdersAt(line, up, wanted));
  if (['conj', 'xcomp', 'obj', 'obl'].includes(baseRelation(relation)) && up >= 0)
    return distinct(surfaceSubject(tree, up).flatMap((t) => holdersAt(line, t, wanted)));
  return [];
}

function fromTree(
  line: Line,
  trigger: number,
  wanted: PartyKinds,
  done: (left: readonly Holder[], clause: number, given: boolean) => Sides | undefined,
): Sides | undefined {
  const { tree } = line;
  const relation = relationAt(tree, trigger);
  const base = baseRelation(relation);
  const up = tree.tokens[trigger]?.head ?? -1;
  const predicate = childrenBy(tree, trigger, 'nsubj', 'nsubj:outer');
  if (predicate.length > 0 && hasChild(tree, trigger, 'cop'))
    return done(distinct(predicate.flatMap((t) => holdersAt(line, t, wanted))), trigger, false);
  if (base === 'conj' && up >= 0 && hasChild(tree, up, 'cop') && tree.tokens[trigger]?.upos === 'NOUN')
    return done(subjectsInTree(line, up, wanted), up, false);
  const verb = tree.tokens[up]?.lemma ?? '';
  if (
    up >= 0 &&
    tree.tokens[up]?.upos === 'VERB' &&
    tree.words['calls-as'].has(verb) &&
    (base === 'xcomp' || base === 'obj' || base === 'obl')
  ) {
    const as = caseOf(tree, trigger);
    if (as !== '' && as !== 'as') return undefined;
    const objects = tree.words['calls-object'].has(verb) ? objectOf(tree, up).filter((o) => o !== trigger) : [];
    return done(distinct((objects.length > 0 ? objects : surfaceSubject(tree, up)).flatMap((t) => holdersAt(line, t, wanted))), up, false);
  }
  if (relation === 'appos' && up >= 0) return done(distinct(holdersAt(line, up, wanted)), trigger, true);
  const beside = childrenBy(tree, trigger, 'appos').flatMap((b) => holdersAt(line, b, wanted));
  return done(distinct(beside), trigger, true);
}
