/** "alliance between A and B", "A's war in B", "US-South Korea alliance", "A has formal ties with B". */
import { surfaceSubject } from '../2-sentences/arguments.ts';
import { caseOf, hasChild, relationAt } from '../2-sentences/syntax.ts';
import { type Line, nounGroup, subjectBefore } from './line.ts';
import { distinct, type Holder, holdersAt, type PartyKinds } from './parties.ts';
import type { Effect, RelationRule, RelationRules } from './rules.ts';
import { afterPreposition, isNot, of, type Sides, word } from './sides.ts';

/** The two sides of a noun that names the bond; undefined where one is not found. */
export function sidesOfBond(line: Line, trigger: number, rule: RelationRule, rules: RelationRules): Sides | undefined {
  const group = nounGroup(line, trigger);
  const left: PartyKinds = { kinds: rule.holderIs, acting: true };
  const right: PartyKinds = { kinds: rule.otherIs, acting: true };
  const carried = carrierOf(line, trigger, rules);
  const negated = group.article === 'none' || (carried?.negated ?? false);
  const rest = {
    clause: carried?.verb ?? trigger,
    ...(carried ? { carrier: carried.verb, ...(carried.effect ? { effect: carried.effect } : {}) } : {}),
    given: carried === undefined,
    negated,
    group,
  };
  if (rule.mutual) {
    const between = afterPreposition(line, trigger, 'between', right);
    if (between.length >= 2) return { left: between.slice(0, 1), right: between.slice(1), ...rest };
    if (rule.other.includes('of') && between.length === 0) {
      const among = afterPreposition(line, trigger, 'of', right);
      if (among.length >= 2) return { left: among.slice(0, 1), right: among.slice(1), ...rest };
    }
  }
  // "the two countries' border services": the word only modifies another noun; "developing into a conflict": it is not there yet.
  if (line.tree.tokens[trigger + 1]?.upos === 'NOUN' && line.tree.tokens[trigger]?.spaceAfter && !line.begins[trigger + 1])
    return undefined;
  const owners = group.owner ? of(line, [group.owner], left) : [];
  const modifiers = of(line, group.modifiers, left);
  const firsts = owners.length > 0 ? [...owners] : modifiers;
  let seconds: Holder[] = [];
  for (const slot of rule.other) {
    if (slot === 'between' || slot === 'poss' || (slot === 'of' && rule.mutual)) continue;
    seconds = slot === 'mod' ? modifiers.filter((m) => !owners.includes(m)) : afterPreposition(line, trigger, slot, right);
    if (seconds.length === 0 && carried && slot !== 'mod' && slot !== 'of') seconds = afterPreposition(line, carried.verb, slot, right);
    seconds = seconds.filter((s) => !firsts.some((f) => f.entity === s.entity));
    if (seconds.length > 0) break;
  }
  if (firsts.length > 0 && seconds.length > 0) return { left: firsts, right: seconds, ...rest };
  // Both sides in front: "US-South Korea alliance", "the two countries' border".
  if (rule.mutual && firsts.length >= 2) return { left: firsts.slice(0, 1), right: firsts.slice(1), ...rest };
  if (carried && seconds.length > 0) {
    const holders = subjectOfCarrier(line, carried.verb, left).filter((h) => !seconds.some((s) => s.entity === h.entity));
    if (holders.length > 0) return { left: holders, right: seconds, ...rest };
  }
  // "India and France signed a treaty", "their ties".
  if (rule.mutual && carried?.effect && seconds.length === 0) {
    const holders =
      firsts.length > 0 ? [...subjectOfCarrier(line, carried.verb, left), ...firsts] : subjectOfCarrier(line, carried.verb, left);
    const all = distinct(holders);
    if (all.length >= 2) return { left: all.slice(0, 1), right: all.slice(1), ...rest };
  }
  if (rule.single) {
    const holder = carried ? subjectOfCarrier(line, carried.verb, left) : [];
    if (holder.length > 0)
      return { left: holder, right: [...firsts, ...seconds].filter((s) => !holder.some((h) => h.entity === s.entity)), ...rest };
    if (seconds.length > 0 && firsts.length === 0) return { left: [], right: seconds, ...rest };
  }
  return undefined;
}

function subjectOfCarrier(line: Line, verb: number, wanted: PartyKinds): Holder[] {
  const before = subjectBefore(line, verb + 1);
  const inText = before ? of(line, before.mentions, wanted) : [];
  if (inText.length > 0) return inText;
  const up = line.tree.tokens[verb]?.head ?? -1;
  const found =
    !hasChild(line.tree, verb, 'nsubj', 'nsubj:pass') && relationAt(line.tree, verb) === 'acl:relcl' && up >= 0
      ? [up]
      : surfaceSubject(line.tree, verb);
  return distinct(found.flatMap((t) => holdersAt(line, t, wanted)));
}

interface Carrier {
  readonly verb: number;
  readonly effect?: Effect;
  readonly negated: boolean;
}

/** The verb that carries a bond: it has the noun as object or passive subject, or the noun is its "at war", "under sanctions". */
function carrierOf(line: Line, trigger: number, rules: RelationRules): Carrier | undefined {
  const { tree } = line;
  const group = nounGroup(line, trigger);
  // "is at war", "remains technically at war": copula and preposition in front of the group.
  if (/^(at|in|under)$/.test(word(line, group.start - 1))) {
    const before = subjectBefore(line, group.start - 1);
    if (before) return { verb: before.verb, effect: 'hold', negated: before.negated };
  }
  const up = tree.tokens[trigger]?.head ?? -1;
  const relation = relationAt(tree, trigger);
  if (hasChild(tree, trigger, 'cop') && hasChild(tree, trigger, 'case'))
    return { verb: trigger, effect: 'hold', negated: isNot(line, trigger) };
  if (up < 0 || tree.tokens[up]?.upos !== 'VERB') return undefined;
  const effect = rules.effectOf(tree.tokens[up]?.lemma ?? '');
  const prep = caseOf(tree, trigger);
  const governed =
    ['obj', 'nsubj:pass'].includes(relation) ||
    (relation === 'nsubj' && tree.words.ends.has(tree.tokens[up]?.lemma ?? '')) ||
    (relation === 'obl' &&
      /^(at|under|in|into|to|from|for|on)$/.test(prep) &&
      effect !== undefined &&
      !(prep === 'into' && effect === 'presuppose'));
  if (!governed) return undefined;
  return { verb: up, ...(effect ? { effect } : {}), negated: isNot(line, up) };
}
