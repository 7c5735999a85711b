/** Who takes part in what a governor does itself ("urged *Iran* to release …"): its subject, whom it is said to, or those of the act below it. */
import { objectOf, ownerOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { phraseOf } from '../2-sentences/phrase.ts';
import { childrenBy, hasChild, lemmaAt, relationAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Mention } from '../model/index.ts';
import { sameParty, withoutSame } from './collect-parties.ts';
import type { Parties } from './find-parties.ts';
import type { FoundParty } from './found-party.ts';
import type { Governed } from './governors.ts';
import { authorsOf, isPlace, NO_PLACES, partiesAt } from './parties.ts';
import { slotTokens } from './slots.ts';

/** "announced the agreement of the leaders to …": whose a noun is; else who has it. */
function owned(doc: Document, tree: Tree, noun: number): readonly number[] {
  const of = prepositional(tree, noun, 'of').filter((t) => {
    const mention = doc.mentionAt(tree.sentence.index, t);
    return mention !== undefined && mention.head === t && !isPlace(doc, mention);
  });
  if (of.length > 0) return of;
  // "turned down an offer from X": not whoever turns it down.
  const from = [...prepositional(tree, noun, 'from'), ...prepositional(tree, noun, 'by')];
  const verb = tree.tokens[noun]?.head ?? -1;
  const isTaken = relationAt(tree, noun) === 'obj' && tree.words['turns-down'].has(lemmaAt(tree, verb).toLowerCase());
  return from.length > 0 && isTaken ? from : isTaken ? [] : ownerOf(tree, noun);
}

/** Who does what a governor does itself: the subject of its verb or adjective, the owner of its noun. */
export function subjectParties(doc: Document, tree: Tree, g: Governed): FoundParty[] {
  // "the rejection of an offer by Peru": on what it rejects.
  const behind = g.kind === 'noun' ? prepositional(tree, g.token, 'of').flatMap((o) => prepositional(tree, o, 'by')) : [];
  const agents = behind.flatMap((t) => partiesAt(doc, tree, t, NO_PLACES));
  if (agents.length > 0) return agents;
  const tokens =
    g.kind === 'verb'
      ? [...subjectOf(tree, g.token), ...authorsOf(doc, tree, g.token)]
      : g.kind === 'adj'
        ? surfaceSubject(tree, g.token)
        : [...childrenBy(tree, g.token, 'nmod:poss'), ...owned(doc, tree, g.token)];
  const found = tokens.flatMap((t) => partiesAt(doc, tree, t, NO_PLACES));
  if (found.length > 0 || g.kind !== 'noun') return found;
  return slotTokens(tree, g.token, 'noun', 'mod', undefined).flatMap((t) => partiesAt(doc, tree, t, NO_PLACES));
}

/** Who is addressed by a governor, in its own slots: "urged *Iran* to", "called on *Egypt* for". */
export function addresseesOf(doc: Document, tree: Tree, g: Governed): FoundParty[] {
  for (const slot of g.governor.addressee.length > 0 ? g.governor.addressee : ['object', 'iobject', 'to', 'with', 'on', 'against']) {
    if (slot.startsWith('inner-') || slot === 'settled') continue;
    const tokens =
      g.kind === 'verb' && slot === 'object'
        ? objectOf(tree, g.token)
        : g.kind === 'verb' && slot === 'iobject'
          ? childrenBy(tree, g.token, 'iobj')
          : prepositional(tree, g.token, slot);
    const found = tokens
      .filter((t) => doc.mentionAt(tree.sentence.index, t) !== undefined)
      .flatMap((t) => partiesAt(doc, tree, t, NO_PLACES));
    if (found.length > 0) return found;
  }
  return [];
}

/** "rejected the Peruvian minister's request": their request stands for them. */
function withWhatIsTheirs(tree: Tree, g: Governed, p: FoundParty): FoundParty {
  const { head } = p.mention;
  const noun = tree.tokens[head]?.head ?? -1;
  const theirs = head < noun && /^(nmod:poss|compound|amod|nmod:desc)$/.test(relationAt(tree, head));
  if (!theirs || tree.tokens[noun]?.head !== g.token || !objectOf(tree, g.token).includes(noun)) return p;
  const [start, end] = phraseOf(tree, noun, { withNmod: false });
  return { ...p, phrase: spanOf(tree, start, end) };
}

/** "called off the strike after a deal *with the government*": whom somebody has come to terms with. */
function settledWith(doc: Document, tree: Tree, g: Governed): FoundParty[] {
  if (g.kind !== 'verb') return [];
  const after = childrenBy(tree, g.token, 'obl', 'advcl').filter((c) =>
    childrenBy(tree, c, 'case', 'mark').some((m) => /^(after|following)$/.test(tree.tokens[m]?.form.toLowerCase() ?? '')),
  );
  return after
    .flatMap((c) => [c, ...objectOf(tree, c)])
    .filter((c) => tree.words.terms.has(lemmaAt(tree, c)))
    .flatMap((c) => [...prepositional(tree, c, 'with'), ...prepositional(tree, tree.tokens[c]?.head ?? -1, 'with')])
    .flatMap((t) => partiesAt(doc, tree, t, NO_PLACES));
}

/** Types of words about what somebody wants or means to do. */
const JUDGES: ReadonlySet<EventType> = new Set(['REJECT', 'ACCUSE', 'SUPPORT', 'AGREE']);

/** "rejected *Turkey's request* to extradite a critic": the noun that the act below hangs on stands for whoever has it. */
function ownersOfNoun(doc: Document, tree: Tree, g: Governed): FoundParty[] {
  const { noun } = g;
  if (noun === undefined || !objectOf(tree, g.token).includes(noun)) return [];
  const owners = [...childrenBy(tree, noun, 'nmod:poss'), ...prepositional(tree, noun, 'by'), ...prepositional(tree, noun, 'from')];
  const [start, end] = phraseOf(tree, noun, { withNmod: false });
  return owners
    .flatMap((t) => partiesAt(doc, tree, t, NO_PLACES))
    .map((p) => (p.mention.head < noun ? { ...p, phrase: spanOf(tree, start, end) } : p));
}

/** The act that a governor governs, and whether it takes two alike. */
interface Inner {
  readonly type: EventType;
  readonly parties: Parties;
  readonly mutual: boolean;
}

/** Acts that do somebody good or bad who is not asked for them: "called for aid to Kenya". */
const GIVEN: ReadonlySet<EventType> = new Set(['AID', 'SUPPORT', 'CONCEDE', 'THREATEN', 'MOBILIZE']);

/** "one of them offered to let Peru go": somebody who is no party promises; whoever acts below did not. */
const isDoneByAnother = (tree: Tree, g: Governed): boolean => g.kind === 'verb' && subjectOf(tree, g.token).length > 0;

/** "agreed that their ministries would hold talks": what others are to do together is asked of them, not agreed with them. */
const isDoneByOthers = (tree: Tree, g: Governed): boolean =>
  [...childrenBy(tree, g.token, 'ccomp'), ...childrenBy(tree, g.token, 'acl')].some(
    (c) => hasChild(tree, c, 'nsubj', 'nsubj:pass') && relationAt(tree, c) !== 'acl:relcl',
  );

/** The clauses that a governor governs. */
export const clausesUnder = (tree: Tree, governor: number): readonly number[] => childrenBy(tree, governor, 'ccomp', 'xcomp');

/**
 * Whether the act below a governor is a deed of whoever the governor is said of: "warned that it would strike", "warned that bases would be
 * hit", "warned of sanctions". Who warns of a coup, or that others will strike, has threatened nobody.
 */
export function isOwnDeed(doc: Document, tree: Tree, g: Governed, act: { readonly type: EventType; readonly parties: Parties }): boolean {
  if (act.type === 'THREATEN') return true;
  const own = subjectParties(doc, tree, g);
  const { actor } = act.parties;
  if (actor.length > 0)
    return actor.some((p) => own.some((q) => sameParty(p.mention, q.mention) || isSameState(doc, p.mention, q.mention)));
  const [clause] = clausesUnder(tree, g.token);
  if (clause === undefined) return act.type === 'SANCTION' || act.type === 'COERCE';
  return !hasChild(tree, clause, 'nsubj') && !hasChild(tree, clause, 'obl:agent');
}

/** "the Kremlin's spokesman warned that Russia would": who speaks for a state and the state. */
function isSameState(doc: Document, a: Mention, b: Mention): boolean {
  const state = doc.stateOf(a);
  const acts = (m: Mention): boolean =>
    doc.entities.get(m.entities[0] ?? '')?.kind === 'state' || /^(GOV|MIL)$/.test(doc.sectorOf(m) ?? '');
  return state !== undefined && state === doc.stateOf(b) && acts(a) && acts(b);
}

/** "called on the panel to sue Peru", "urged shops to boycott Peru": somebody who is no party is asked, not those whom it would be done to. */
function isSomebodyAsked(tree: Tree, g: Governed): boolean {
  if (g.kind !== 'verb') return false;
  const lemma = lemmaAt(tree, g.token).toLowerCase();
  const asked = ['on', 'upon', 'to', 'with'].filter((prep) => tree.words['asks-behind'].has(`${lemma} ${prep}`));
  return (
    asked.some((prep) => prepositional(tree, g.token, prep).length > 0) ||
    (hasChild(tree, g.token, 'xcomp') && childrenBy(tree, g.token, 'obj').some((o) => o > g.token))
  );
}

const areOthers = (a: readonly FoundParty[], b: readonly FoundParty[]): boolean => withoutSame(a, b).length === a.length;

/** The parties of a governor's own act, for those of the act it governs. */
export function partiesOfOuter(doc: Document, tree: Tree, g: Governed, act: Inner, type: EventType): Parties {
  const { parties: inner, mutual } = act;
  const actor = subjectParties(doc, tree, g);
  let recipient = withoutSame(addresseesOf(doc, tree, g), actor);
  // "opposed the government's talks with Iran": whoever holds them.
  if (type === 'REJECT' && mutual && inner.recipient.length > 0 && inner.actor.length > 0 && areOthers(inner.actor, actor))
    recipient = [...inner.actor];
  if (recipient.length === 0 && JUDGES.has(type)) recipient = withoutSame(ownersOfNoun(doc, tree, g), actor);
  for (const slot of g.governor.addressee) {
    if (recipient.length > 0) break;
    if (slot === 'inner-actor') recipient = withoutSame(inner.actor, actor);
    else if (slot === 'inner-recipient') recipient = withoutSame(inner.recipient, actor);
    else if (slot === 'settled') recipient = withoutSame(settledWith(doc, tree, g), actor);
  }
  if (recipient.length === 0 && !(type === 'REQUEST' && inner.actor.length === 0 && isSomebodyAsked(tree, g)))
    recipient = withoutSame(
      // "called for an end to the siege of Sava": nobody asks a place.
      type === 'REQUEST'
        ? [...inner.actor, ...(GIVEN.has(act.type) ? [] : inner.recipient.filter((p) => !isPlace(doc, p.mention)))]
        : [...inner.recipient, ...(mutual && !isDoneByOthers(tree, g) ? inner.actor : [])],
      actor,
    );
  if (type === 'REJECT') recipient = recipient.map((p) => withWhatIsTheirs(tree, g, p));
  return {
    actor: actor.length > 0 ? actor : g.kind === 'noun' || type === 'REQUEST' || (!mutual && isDoneByAnother(tree, g)) ? [] : inner.actor,
    recipient,
    recipientWords: recipient.length === 0 ? inner.recipientWords : undefined,
  };
}
