/** The two sides of an act as parties of the record, and whether they make it an event. */
import { clauseOf } from '../2-sentences/mood.ts';
import { caseOf, childrenBy, isPlural, lemmaAt, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import { type Document, mentionById } from '../3-mentions/document.ts';
import type { EventType, Mention, Party } from '../model/index.ts';
import type { Act } from './act.ts';
import type { Parties } from './find-parties.ts';
import type { FoundParty } from './found-party.ts';
import type { Match } from './match.ts';
import { isAuthority, isPolitics } from './politics.ts';
import type { EventRule } from './rules.ts';
import { subjectsOf } from './subjects.ts';

/** Who acts, and upon whom; all of a mutual act are actors. */
export interface Sides {
  readonly actor: Party[];
  readonly recipient: Party[];
}

/** The sides of an act; undefined where no political party takes part, or where one that it needs is missing. `parties`: those beyond doubt. */
export function sidesOf(doc: Document, tree: Tree, match: Match, act: Act, parties: Parties): Sides | undefined {
  const found = { actor: toParties(doc, parties.actor), recipient: toParties(doc, parties.recipient) };
  // "talks with X and Y": with each of them, by somebody who is not named.
  if (act.mutual && found.actor.length === 0 && found.recipient.length > 1 && act.parties.isBetween !== true) return undefined;
  const sides = act.mutual ? together(found, act.type) : found;
  if (sides.actor.length + sides.recipient.length === 0 || isRally(doc, act, sides) || isTrade(act, sides)) return undefined;
  if (!isPolitical(doc, match.rule, act, sides, parties) || lacksNeeded(doc, match.rule, act, sides)) return undefined;
  // "police stopped a protest against Peru": nobody yields whose protest it was not.
  const isStopped = match.rule.type === 'PROTEST' && act.type === 'RETREAT' && act.governed !== undefined;
  if (isStopped && sides.actor.length > 0 && sides.actor.every(isAuthority)) return undefined;
  const agreed = act.type === 'AGREE' ? withoutOwn(doc, tree, sides) : sides;
  if (isInPassing(match, act, agreed)) return undefined;
  if (act.mutual || agreed.recipient.length === 0) return agreed;
  const others = uponOthers(agreed);
  return others && uponOtherStates(doc, others, act.type);
}

function toParties(doc: Document, found: readonly FoundParty[]): Party[] {
  const parties: Party[] = [];
  for (const { mention, phrase } of found) {
    for (const id of mention.entities) {
      if (parties.some((p) => p.entity === id)) continue;
      // "…, long bitter rivals,": a word for the others, not one more.
      if (found.length > 1 && mention.sector === 'UNK' && doc.stateOf(mention) === undefined) continue;
      const entity = doc.entities.get(id);
      const state = mention.state ?? entity?.state;
      const sector = mention.sector ?? entity?.sector ?? (entity?.kind === 'state' ? 'GOV' : undefined);
      const party: { -readonly [K in keyof Party]?: Party[K] } = { entity: id };
      if (state) party.state = state;
      if (sector) party.sector = sector;
      party.mention = mention.id;
      if (phrase.start < mention.span.start || phrase.end > mention.span.end) party.phrase = phrase;
      parties.push(party as Party);
    }
  }
  return parties;
}

/** The sides of a mutual act. Interviews are no consultations. */
function together({ actor, recipient }: Sides, type: EventType): Sides {
  const all = [...actor, ...recipient.filter((r) => !actor.some((a) => a.entity === r.entity))];
  return { actor: type === 'CONSULT' ? all.filter((p) => p.sector !== 'JRN') : all, recipient: [] };
}

/** What firms lend, ship and give away is business. */
const isTrade = (act: Act, { actor }: Sides): boolean =>
  act.cameo.startsWith('07') && actor.length > 0 && actor.every((p) => p.sector === 'BUS' || p.sector === 'MNC');

/** A leader's rally is his campaign, not a protest. */
const isRally = (doc: Document, act: Act, { actor, recipient }: Sides): boolean =>
  act.cameo.startsWith('141') && recipient.length === 0 && actor.length > 0 && actor.every((p) => isLeader(doc, p));

const isLeader = (doc: Document, p: Party): boolean =>
  /^(GOV|LEG|PTY)$/.test(p.sector ?? '') && doc.entities.get(p.entity)?.kind === 'person';

/** Whether an act is politics by who takes part, or as dissent and what police do about it. */
function isPolitical(doc: Document, rule: EventRule, act: Act, { actor, recipient }: Sides, parties: Parties): boolean {
  if (isPolitics([...actor, ...recipient], doc, act.cameo)) return true;
  if (isDissent(rule, act) && recipient.every(isAuthority) && actor.some((p) => p.sector !== undefined)) return true;
  return /^1[78]/.test(act.cameo) && actor.every((p) => p.sector === 'COP') && parties.recipient.some((p) => isDissenter(doc, p));
}

/** Protest, or what becomes of one: a strike called off, a strike that goes on. */
const isDissent = (rule: EventRule, act: Act): boolean =>
  act.type === 'PROTEST' || rule.type === 'PROTEST' || (act.type === 'RETREAT' && rule.contexts.includes('pro_democracy'));

/** Protesters, whom police stop or beat for what they want: politics also where no state is named. */
function isDissenter(doc: Document, { mention }: FoundParty): boolean {
  const tree = doc.trees[mention.sentence];
  if (tree === undefined) return false;
  if (tree.words.dissenters.has(lemmaAt(tree, mention.head).toLowerCase())) return true;
  // "Students rallied at noon. Twenty of them were arrested": who is spoken of in a passage on dissent, whom no crime is told of.
  const kind = doc.entities.get(mention.entities[0] ?? '')?.kind;
  if (kind === 'people' && mention.kind !== 'name' && !subjectsOf(doc).crime && isOnDissent(doc, mention.sentence)) return true;
  // "200 people were detained during protests".
  return childrenBy(tree, clauseOf(tree, mention.head), 'obl').some(
    (c) => /^(at|during|in)$/.test(caseOf(tree, c)) && tree.words['dissent-in-public'].has(lemmaAt(tree, c).toLowerCase()),
  );
}

/** How many sentences a passage has up to the one asked for. */
const PASSAGE = 3;

/** Whether a sentence, or one of those right before it, speaks of a protest or of those who make one. */
function isOnDissent(doc: Document, s: number): boolean {
  for (let k = Math.max(0, s - PASSAGE + 1); k <= s; k++) {
    const tree = doc.trees[k];
    if (!tree) continue;
    const { dissenters, 'dissent-in-public': dissent } = tree.words;
    if (lemmasOf(tree).some((l, i) => (dissenters.has(l) || dissent.has(l)) && tree.tokens[i]?.upos !== 'PROPN')) return true;
  }
  return false;
}

/** Types that need somebody at the other end (PLOVER's starred ones, and requests). */
const NEEDS_RECIPIENT: ReadonlySet<EventType> = new Set(['COOPERATE', 'AID', 'SANCTION', 'REQUEST', 'CONSULT']);

/** Whether somebody is missing whom the rule or the type needs, or all is done at home of what counts abroad alone. */
function lacksNeeded(doc: Document, { needs, alone, type }: EventRule, act: Act, sides: Sides): boolean {
  const { actor, recipient } = sides;
  const isUngoverned = act.governed === undefined;
  if (needs.includes('recipient') && (act.mutual ? actor.length < 2 : recipient.length === 0 && isUngoverned)) return true;
  if (needs.includes('actor') && actor.length === 0 && isUngoverned) return true;
  if (needs.includes('abroad') && isAtHome(doc, sides)) return true;
  if (needs.includes('not-own') && actor.some((a) => recipient.some((r) => isOwnState(doc, a, r)))) return true;
  if (!NEEDS_RECIPIENT.has(act.type) || (alone && type === act.type && actor.length > 0)) return false;
  return act.mutual ? actor.length < 2 : recipient.length === 0 || (actor.length === 0 && act.type !== 'SANCTION');
}

/** "said Norway must save", by a minister of Norway: whoever governs asks nothing of his own state, called by its name. */
const isOwnState = (doc: Document, actor: Party, recipient: Party): boolean =>
  recipient.entity === recipient.state &&
  actor.state === recipient.state &&
  actor.sector === 'GOV' &&
  /^(state|person)$/.test(doc.entities.get(actor.entity)?.kind ?? '') &&
  isByName(doc, mentionById(doc, recipient.mention));

/** "the country" is as good as its name, "the government" is other people. */
const isByName = (doc: Document, mention: Mention | undefined): boolean => {
  const tree = mention && doc.trees[mention.sentence];
  if (!mention || !tree) return false;
  return (
    mention.kind === 'name' ||
    (mention.kind === 'nominal' &&
      !isPlural(tree, mention.head) &&
      tree.words['state-nouns'].has(lemmaAt(tree, mention.head).toLowerCase()))
  );
};

/** Whether all that is done is done within the state of who does it. */
function isAtHome(doc: Document, { actor, recipient }: Sides): boolean {
  const stateOf = (p: Party): string | undefined => p.state ?? doc.entities.get(p.entity)?.state;
  const [first] = actor;
  const home = first && stateOf(first);
  return home !== undefined && recipient.length > 0 && recipient.every((p) => stateOf(p) === home);
}

/** "agreed to promote trade between the two": those who agree, no third. */
function withoutOwn(doc: Document, tree: Tree, { actor, recipient }: Sides): Sides {
  if (isAmong(recipient, actor)) return { actor, recipient: [] };
  const others =
    actor.length > 1 ? withoutTheirOwn(doc, tree, recipient, actor) : recipient.filter((p) => !isItsOwn(doc, tree, p, actor[0]));
  return { actor, recipient: others };
}

/** Whether all of several states are those of as many actors. */
function isAmong(some: readonly Party[], actors: readonly Party[]): boolean {
  const states = new Set(actors.map((p) => p.state));
  return some.length > 1 && actors.length > 1 && some.every((p) => p.state !== undefined && states.has(p.state));
}

/** "agreed to instruct their agencies", "to promote contacts between the two countries' agencies": those who agree have them. */
function withoutTheirOwn(doc: Document, tree: Tree, recipient: readonly Party[], actor: readonly Party[]): Party[] {
  const states = new Set(actor.map((p) => p.state));
  return recipient.filter((p) => {
    const mention = mentionById(doc, p.mention);
    if (states.size > 1 && p.entity === p.state && states.has(p.state)) return false;
    if (mention?.kind !== 'nominal' || mention.sentence !== tree.sentence.index) return true;
    return !childrenBy(tree, mention.head, 'nmod:poss').some(
      (c) => /^their$/i.test(tree.tokens[c]?.form ?? '') || tree.words['states-in-number'].has(lemmaAt(tree, c).toLowerCase()),
    );
  });
}

/** "pledged to add soldiers to its military": what a state has itself. */
function isItsOwn(doc: Document, tree: Tree, p: Party, owner: Party | undefined): boolean {
  const mention = mentionById(doc, p.mention);
  return (
    mention?.sentence === tree.sentence.index &&
    p.state !== undefined &&
    p.state === owner?.state &&
    childrenBy(tree, mention.head, 'nmod:poss').some((c) => /^(its|his|her|their|our)$/i.test(tree.tokens[c]?.form ?? ''))
  );
}

/** A noun in passing ("a ban", "the conflict") with nobody that is known is no event. */
const isInPassing = (match: Match, act: Act, { actor, recipient }: Sides): boolean =>
  match.kind === 'noun' &&
  match.light === undefined &&
  act.governed === undefined &&
  [...actor, ...recipient].every((p) => p.entity.includes(':') && p.state === undefined);

/** Nobody acts upon himself; "both sides" asked by one of them is the other. Undefined where nobody else is left. */
function uponOthers({ actor, recipient }: Sides): Sides | undefined {
  const others = recipient.filter((r) => !actor.some((a) => a.entity === r.entity && (a.sector === 'OPP') === (r.sector === 'OPP')));
  return others.length > 0 ? { actor, recipient: others } : undefined;
}

/** "The Norwegian minister said that Norway must save": an office-holder speaks for the state. Undefined where nobody else is left whom the type needs. */
function uponOtherStates(doc: Document, { actor, recipient }: Sides, type: EventType): Sides | undefined {
  const own = new Set(actor.filter((p) => p.sector === 'GOV' && isHolder(doc, p)).map((p) => p.state));
  // "defended Norway's policy": what a state has or does is more than the state.
  const isOwn = (p: Party): boolean =>
    p.entity === p.state && own.has(p.state) && p.phrase === undefined && mentionById(doc, p.mention)?.kind !== 'nominal';
  // "warned his troops to expect rain".
  const isOwnForce = (p: Party): boolean => type === 'THREATEN' && p.sector === 'MIL' && own.has(p.state);
  const others = recipient.filter((p) => !isOwn(p) && !isOwnForce(p));
  if (others.length === 0 && recipient.some(isOwnForce)) return undefined;
  return others.length === 0 && NEEDS_RECIPIENT.has(type) ? undefined : { actor, recipient: others };
}

/** One person in office: "the minister", not "its donors". */
function isHolder(doc: Document, p: Party): boolean {
  const kind = doc.entities.get(p.entity)?.kind;
  const mention = mentionById(doc, p.mention);
  const tree = mention && doc.trees[mention.sentence];
  return kind === 'person' || (kind === 'people' && mention !== undefined && tree !== undefined && !isPlural(tree, mention.head));
}
