/** One match → its events: parties by slots, mood, and what the words above make of the act, one governor after the other. */
import { objectOf } from '../2-sentences/arguments.ts';
import { clauseOf, inheritedModality, isLeftOpen, isSaidByIt, moodOf } from '../2-sentences/mood.ts';
import { changedMood, type Mood } from '../2-sentences/mood-kinds.ts';
import { baseAt, caseOf, childrenBy, isNegated, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Claim, Event, EventType, Modality, Polarity } from '../model/index.ts';
import type { Act } from './act.ts';
import { build } from './build.ts';
import { withoutSame } from './collect-parties.ts';
import type { EventKnowledge } from './event-knowledge.ts';
import { findParties, type Parties } from './find-parties.ts';
import { attributeOf, type Governed, governorOf, isUnheardOf, outerAct } from './governors.ts';
import { lightEffect, sumBefore } from './light-verbs.ts';
import type { Match } from './match.ts';
import { withoutOwnState } from './no-party.ts';
import { addresseesOf, clausesUnder, isOwnDeed, partiesOfOuter, subjectParties } from './outer-parties.ts';
import { isStillToCome } from './still-to-come.ts';
import { sureParties } from './sure.ts';
import { inWords } from './verbal.ts';

/** The events of one match; none where no political party takes part. The outermost act comes first. */
export function codeMatch(doc: Document, tree: Tree, found: Match, claims: readonly Claim[], knowledge: EventKnowledge): Event[] {
  const match = isLeftAsItIs(tree, found) ? { ...found, light: undefined } : found;
  const own = ownAct(doc, tree, match, knowledge);
  if (!own) return [];
  let acts: Act[] = [own];
  let governed = isSaidByIt(tree, match.light ?? match.trigger) ? undefined : governorFor(tree, match, knowledge);
  // "was urged to promise to withdraw": each word above takes the act that the one below it made.
  for (let step = 0; governed && step < 3; step++) {
    acts = governedActs(doc, tree, acts, governed, match.rule.mutual && step === 0, knowledge);
    const { kind, token } = governed;
    const above = kind === 'adj' ? undefined : governorOf(tree, token, knowledge.governors);
    governed = above && kind === 'noun' && above.noun === undefined ? { ...above, noun: token } : above;
  }
  const [top] = acts;
  if (
    top &&
    acts.length === 1 &&
    top.governed === undefined &&
    top.modality === 'asserted' &&
    isLeftOpen(tree, match.light ?? match.trigger)
  )
    acts = [{ ...top, modality: 'possible' }];
  return acts.flatMap((act) => build(doc, tree, match, claims, knowledge, act) ?? []);
}

/** The act as its rule says it, before anything above it is asked. */
function ownAct(doc: Document, tree: Tree, match: Match, knowledge: EventKnowledge): Act | undefined {
  const { rule } = match;
  if (!rule.type) return undefined;
  const clause = match.light ?? match.trigger;
  const bare = match.kind === 'noun' && match.light === undefined;
  // "the Nanjing Massacre", "the Iraq War": violence with a name of its own is history.
  if (match.kind === 'noun' && rule.type === 'ASSAULT' && isNamed(tree, match.trigger)) return undefined;
  if (bare && knowledge.codes.quad(rule.type) >= 3 && isPartOfName(tree, match)) return undefined;
  // "a drone launched by Peru struck": the launch is part of the strike.
  if (rule.type === 'MOBILIZE' && relationAt(tree, clause) === 'acl' && relationAt(tree, tree.tokens[clause]?.head ?? -1) === 'nsubj')
    return undefined;
  let mood: Mood = moodOf(tree, bare ? clauseOf(tree, match.trigger) : clause);
  const isSaid = !bare && isSaidByIt(tree, clause);
  if (isSaid) mood = changedMood(mood, { modality: 'asserted', tense: 'present' });
  if (bare) mood = nominalMood(tree, match.trigger, mood, rule.type);
  if (bare && mood.modality === 'asserted' && knowledge.codes.quad(rule.type) <= 2)
    mood = changedMood(mood, { modality: soughtModality(tree, match.trigger, knowledge) });
  if (isJudged(tree, match, knowledge)) mood = changedMood(mood, { modality: 'asserted', polarity: 'positive' });
  if (mood.modality === 'asserted' && isStillToCome(doc, tree, match)) mood = changedMood(mood, { modality: 'intended', tense: 'future' });
  if (match.kind === 'noun' && rule.type === 'AGREE' && isWordKept(tree, match.trigger)) mood = changedMood(mood, { polarity: 'positive' });
  if (isNone(tree, match)) mood = changedMood(mood, { polarity: 'negative' });
  return inWords(doc, tree, match, {
    type: rule.type,
    cameo: rule.cameo,
    mode: rule.mode,
    parties: sureParties(tree, match.trigger, findParties(doc, tree, match, rule.type, knowledge.lights), knowledge.sureClause),
    mood,
    modality: bare || isSaid || isJudged(tree, match, knowledge) ? mood.modality : inheritedModality(tree, clause, mood.modality),
    polarity: mood.polarity,
    background: false,
    governed: undefined,
    mutual: rule.mutual,
  });
}

/** What a governor makes of the acts below it: its own act before them, and the topmost of them changed or dropped. */
function governedActs(
  doc: Document,
  tree: Tree,
  acts: readonly Act[],
  governed: Governed,
  mutual: boolean,
  knowledge: EventKnowledge,
): Act[] {
  const { governor } = governed;
  const [top, ...below] = acts;
  if (!top) return [];
  if (governor.needsOwn && !isOwnDeed(doc, tree, governed, top)) {
    // What somebody warns of is told as it stands in a clause of its own, asked for where others are to do it, and only feared where it is a noun.
    const [clause] = clausesUnder(tree, governed.token);
    const meant = clause === undefined ? 'possible' : relationAt(tree, clause) === 'xcomp' ? 'requested' : undefined;
    const modality = underGovernor(top.modality, meant);
    return [{ ...top, governed: top.governed ?? governed, modality }, ...below];
  }
  const parties = governor.swap ? swapped(doc, tree, top.parties, governed) : top.parties;
  const addressed = governor.unaddressed.size === 0 || isAddressed(doc, tree, governed, parties);
  const targeted = parties.recipient.length > 0;
  const outer = outerAct(governor, top.type, knowledge.codes.quad(top.type), top.cameo, { addressed, targeted });
  // "did not fail to meet" is having met; what somebody "did not deny" may be so.
  const isUndone = governor.negative && governed.kind === 'verb' && isNegated(tree, governed.token);
  const kept: Act[] = governor.drop
    ? below
    : [
        {
          ...top,
          parties,
          governed: top.governed ?? governed,
          modality: underGovernor(top.modality, governor.modality ?? (isUndone && governor.takes.has('ccomp') ? 'possible' : undefined)),
          polarity:
            governor.negative !== (isUndone || hasNo(tree, governed.token)) && !isDeniedReport(tree, governed, top)
              ? opposite(top.polarity)
              : top.polarity,
          background: top.background || governor.background,
        },
        ...below,
      ];
  if (!outer) return kept;
  const mood = moodOf(tree, governed.kind === 'noun' ? clauseOf(tree, governed.token) : governed.token);
  const modality = isPartOfAbove(tree, governed) ? inheritedModality(tree, governed.token, mood.modality) : mood.modality;
  const sides = partiesOfOuter(doc, tree, governed, { type: top.type, parties: withoutTopic(top, parties), mutual }, outer.event);
  const made: Act = {
    type: outer.event,
    cameo: outer.cameo,
    mode: outer.mode,
    parties: { ...sides, recipient: withoutOwnState({ doc, type: outer.event }, sides.actor, sides.recipient, true) },
    mood,
    modality,
    polarity: hasNo(tree, governed.token) ? 'negative' : isWordBroken(tree, governed) ? 'positive' : mood.polarity,
    background: false,
    governed,
    mutual: false,
  };
  return [made, ...kept];
}

/** "did not honour an agreement to pay": it has been made all the same. */
const isWordBroken = (tree: Tree, { token, kind }: Governed): boolean =>
  kind === 'noun' ? isWordKept(tree, token) : isKeeping(tree, token);

/** "kept its promise": whether it was kept or not, it has been made. */
const isWordKept = (tree: Tree, noun: number): boolean =>
  /^(obj|obl)$/.test(baseAt(tree, noun)) && isKeeping(tree, tree.tokens[noun]?.head ?? -1);

const isKeeping = (tree: Tree, verb: number): boolean => tree.words['keeps-a-word'].has(lemmaAt(tree, verb).toLowerCase());

/** "may agree to", "should act, lifting the ban", "countries that refuse to": a verb that is as real as the one above. */
const isPartOfAbove = (tree: Tree, { token, kind }: Governed): boolean =>
  kind === 'verb' &&
  (/^(xcomp|acl:relcl)$/.test(relationAt(tree, token)) || (baseAt(tree, token) === 'advcl' && tree.tokens[token]?.xpos === 'VBG'));

/** "rejected allegations of fraud": what somebody is accused of is nobody to whom it is denied. */
const withoutTopic = (act: Act, parties: Parties): Parties => (act.type === 'ACCUSE' ? { ...parties, recipientWords: undefined } : parties);

/** "denied a report that it attacked": the clause of the report has been read as denied. */
const isDeniedReport = (tree: Tree, { token, noun, kind }: Governed, act: Act): boolean =>
  act.polarity === 'negative' &&
  kind === 'verb' &&
  noun !== undefined &&
  tree.words['calls-untrue'].has(lemmaAt(tree, token).toLowerCase());

const opposite = (polarity: Polarity): Polarity => (polarity === 'positive' ? 'negative' : 'positive');

/** "no plans to meet", "no talks". */
const hasNo = (tree: Tree, noun: number): boolean => childrenBy(tree, noun, 'det').some((d) => lemmaAt(tree, d).toLowerCase() === 'no');

const isNamed = (tree: Tree, noun: number): boolean =>
  tree.tokens[noun]?.upos === 'PROPN' &&
  childrenBy(tree, noun, 'compound', 'amod', 'nmod:desc').some((c) => tree.tokens[c]?.upos === 'PROPN');

/** "a rally driver", "a siege mentality": the first part of a word for something else tells of no act. */
const isPartOfName = (tree: Tree, match: Match): boolean =>
  relationAt(tree, match.trigger) === 'compound' && (tree.tokens[match.trigger]?.head ?? -1) > match.trigger;

/** A governor tells how an asserted act is meant; parsers take what is asked for a purpose ("called on X to go"). */
const underGovernor = (own: Modality, governor: Modality | undefined): Modality =>
  governor !== undefined && (own === 'asserted' || (governor === 'requested' && own === 'intended')) ? governor : own;

/** "face sanctions", "was given aid": the governor's subject is the one it is done to. */
function swapped(doc: Document, tree: Tree, parties: Parties, governed: Governed): Parties {
  const recipient = subjectParties(doc, tree, governed);
  return {
    ...parties,
    actor: parties.recipient.length > 0 && parties.actor.length === 0 ? [] : withoutSame(parties.actor, recipient),
    recipient,
  };
}

/** "no talks were held", "reached no agreement": nothing of the kind was done. */
const isNone = (tree: Tree, match: Match): boolean =>
  (match.kind === 'noun' ? [match.trigger] : match.kind === 'verb' ? objectOf(tree, match.trigger) : []).some((t) => hasNo(tree, t));

/** "did not condemn *the invasion*": what is judged, and known, is done whether it is judged or not. */
const isJudged = (tree: Tree, match: Match, knowledge: EventKnowledge): boolean =>
  match.kind === 'noun' &&
  match.light !== undefined &&
  lightEffect(tree, match.light, match.trigger, knowledge.lights) === 'judge' &&
  isKnownAct(tree, match.trigger);

/** Whether somebody other than the one it is against is asked; an act against nobody is asked of whoever reads. */
const isAddressed = (doc: Document, tree: Tree, g: Governed, inner: Parties): boolean =>
  inner.recipient.length === 0 || withoutSame(addresseesOf(doc, tree, g), inner.recipient).length > 0;

/** The governor above: for a carried noun its light verb's effect, else what stands above the light verb or the trigger. */
function governorFor(tree: Tree, match: Match, knowledge: EventKnowledge): Governed | undefined {
  const attribute = match.kind === 'noun' ? attributeOf(tree, match.trigger, knowledge.governors) : undefined;
  if (attribute) return attribute;
  if (match.light !== undefined) {
    const effect = lightEffect(tree, match.light, match.trigger, knowledge.lights);
    const byEffect = effect === 'do' || effect === 'carry' ? undefined : knowledge.governors.effect(effect);
    if (byEffect) return { governor: byEffect, token: match.light, kind: 'verb' };
    // "failed to condemn the coup": what becomes of the judging does nothing to what is judged.
    const above = aboveObject(tree, match, match.light, effect, knowledge);
    return above ?? (effect === 'judge' ? undefined : governorOf(tree, match.light, knowledge.governors));
  }
  // "united on further sanctions".
  const further =
    match.kind === 'noun' ? attributeOf(tree, match.trigger, knowledge.governors, `attribute:${caseOf(tree, match.trigger)}`) : undefined;
  const start = match.kind === 'noun' ? sumBefore(tree, match.trigger) : undefined;
  return governorOf(tree, start ?? match.trigger, knowledge.governors) ?? further;
}

/** A carrying verb that leaves its noun undone: what speaks for a new act ("backed a blockade"), or averts one ("prevented an attack"). */
function aboveObject(tree: Tree, match: Match, light: number, effect: string, knowledge: EventKnowledge): Governed | undefined {
  const governor = knowledge.governors
    .at('verb', lemmaAt(tree, light).toLowerCase())
    .find((g) => g.takes.has('object') && (effect === 'judge' ? g.modality === 'possible' : effect === 'carry' && g.negative));
  const holds = governor !== undefined && (effect === 'carry' || isUnheardOf(tree, match.trigger));
  return holds ? { governor, token: light, kind: 'verb' } : undefined;
}

/** "ready to promote dialogue", "necessary to build on cooperation": what is good is not there while it is only meant to be furthered. */
function soughtModality(tree: Tree, noun: number, knowledge: EventKnowledge): Modality {
  const verb = clauseOf(tree, noun);
  if (tree.tokens[verb]?.upos !== 'VERB' || verb === noun || !['obj', 'obl', 'nsubj:pass'].includes(relationAt(tree, noun)))
    return 'asserted';
  if (relationAt(tree, noun) === 'obl' && TAKEN_FOR_DONE.has(caseOf(tree, noun))) return 'asserted';
  return governorOf(tree, verb, knowledge.governors)?.governor.modality ?? 'asserted';
}

/** "did not attend the talks between Peru and Chile", "did not mention the recent sanctions": who stays away or is silent about an act undoes nothing. */
const isLeftAsItIs = (tree: Tree, { kind, light, trigger }: Match): boolean =>
  kind === 'noun' &&
  light !== undefined &&
  tree.words['leaves-as-it-is'].has(lemmaAt(tree, light).toLowerCase()) &&
  isKnown(tree, trigger) &&
  moodOf(tree, light).polarity === 'negative';

/** Whether an act is told of with an article, an owner, or as recent. */
const isKnown = (tree: Tree, noun: number): boolean =>
  childrenBy(tree, noun, 'det', 'nmod:poss', 'amod').some(
    (d) => tree.bases[d] === 'nmod' || /^(the|this|that|these|those|recent|last|previous)$/.test(tree.tokens[d]?.form.toLowerCase() ?? ''),
  );

/** Prepositions that take their noun for a fact. */
const TAKEN_FOR_DONE = new Set(['after', 'since', 'following', 'over', 'because of', 'in', 'during', 'amid', 'despite']);

/** "the annexation of Sava by Peru": an act that is told of with an article or an owner, and whose. */
const isKnownAct = (tree: Tree, noun: number): boolean =>
  childrenBy(tree, noun, 'det', 'nmod:poss').some((d) => tree.bases[d] === 'nmod' || tree.tokens[d]?.form.toLowerCase() === 'the') &&
  childrenBy(tree, noun, 'nmod').some((c) => c > noun && /^(of|by|on|against)$/.test(caseOf(tree, c)));

/** The same of an act that one stays away from or is silent about. */
const isUntouched = (tree: Tree, noun: number): boolean =>
  isKnown(tree, noun) && tree.words['leaves-as-it-is'].has(lemmaAt(tree, tree.tokens[noun]?.head ?? -1).toLowerCase());

/** A noun inside a prepositional or possessive phrase is taken as a fact: "after the arrest of", "the attack on". */
function nominalMood(tree: Tree, noun: number, clause: Mood, type: EventType): Mood {
  const r = baseAt(tree, noun);
  const prep = caseOf(tree, noun);
  // "unaware of any attack": one that there may not be.
  if (childrenBy(tree, noun, 'det').some((d) => lemmaAt(tree, d).toLowerCase() === 'any'))
    return changedMood(clause, { modality: 'possible' });
  if (clause.modality === 'asserted' && clause.polarity === 'positive') return clause;
  // "will raise it in talks with Peru": as far off as what is said there; what stands in front may be where it is said.
  const isThere = type === 'CONSULT' && /^(in|during)$/.test(prep) && noun > (tree.tokens[noun]?.head ?? -1);
  if (['obl', 'nmod'].includes(r) && TAKEN_FOR_DONE.has(prep) && !isThere && sumBefore(tree, noun) === undefined)
    return changedMood(clause, { modality: 'asserted', polarity: 'positive' });
  if (['obl', 'nmod'].includes(r)) return changedMood(clause, { polarity: 'positive' });
  // "did not recognise the annexation": what is known is not undone by what is not done about it.
  if (relationAt(tree, noun) === 'obj' && (isKnownAct(tree, noun) || isUntouched(tree, noun)))
    return changedMood(clause, { polarity: 'positive' });
  // "its support is not limited to": what is said of an act takes it for done, unless it is that it did not take place.
  const verb = clauseOf(tree, noun);
  if (relationAt(tree, noun) === 'nsubj' && !tree.words['comes-about'].has(lemmaAt(tree, verb).toLowerCase()))
    return changedMood(clause, { polarity: 'positive' });
  return clause;
}
