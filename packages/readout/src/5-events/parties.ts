/** The parties a token in a slot stands for: its mention, the one its noun belongs to, or the one that is named inside its phrase. */

import { isAccusedOf, ownerOf, prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { firstMade } from '../2-sentences/mapped.ts';
import { withConjuncts } from '../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, lemmaAt, lemmasOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention, Span } from '../model/index.ts';
import { agentBehind, leaderOf, otherAdjective } from './behind-nouns.ts';
import type { FoundParty } from './found-party.ts';
import { isNameOfText, isNobody, isWhere } from './no-party.ts';
import { slotPhrase } from './slot-phrase.ts';
import { isOnePerson, isPronoun, isQuoted } from './speakers.ts';

/** How far a slot reaches. */
export interface Reach {
  /** Whether places may be parties ("bombed Gaza"). */
  readonly places: boolean;
  /** Whether a place may stand for the noun it modifies or has ("the Gaza airport"), too; as `places` by default. */
  readonly placeOwners: boolean | undefined;
  /** Prepositions under the slot's noun behind which a party may stand ("positions *in* Asir"), nearest first; none by default. */
  readonly through: readonly string[] | undefined;
  /** Whether a party behind the slot's noun is given by its own phrase ("for schools in *Kenya*"), not by the slot's. */
  readonly ownPhrase: boolean | undefined;
  /** Whether a border stands for the state behind it ("troops on the Eritrean border"). */
  readonly borders: boolean | undefined;
  /** Whether a mission stands for where it helps ("troops for the mission *in Mali*"). */
  readonly missions: boolean | undefined;
  /** Whether the doer named in the phrase is meant ("the resolution proposed by Egypt"). */
  readonly doers: boolean | undefined;
  /** Whether a state's full name before a noun says what that is about ("the Kenya deal"). */
  readonly topics: boolean | undefined;
  /** Whether a noun stands for who is named as its agent ("the decision by Paris"); so by default. */
  readonly agents: boolean | undefined;
}

/** A reach by default, with places or without; all are laid out alike (see `draftOf`), since every slot is looked at with one. */
const plainReach = (places: boolean): Reach => ({
  places,
  placeOwners: undefined,
  doers: undefined,
  topics: undefined,
  agents: undefined,
  ownPhrase: undefined,
  borders: undefined,
  missions: undefined,
  through: undefined,
});
/** Any party but a place. */
export const NO_PLACES = plainReach(false);
/** Any party, places among them. */
export const WITH_PLACES = plainReach(true);

/** The parties a slot token stands for: itself and its conjuncts, each by its mention or by the state it belongs to. */
export function partiesAt(doc: Document, tree: Tree, token: number, reach: Reach): FoundParty[] {
  const found: FoundParty[] = [];
  for (const c of withConjuncts(tree, antecedentOf(tree, token)))
    for (const t of throughQuantity(tree, c))
      addParties(doc, tree, (reach.missions ? missionPlace(doc, tree, t) : undefined) ?? t, reach, found);
  return found;
}

/** Whether what a noun belongs to is no party where it is one: "the German language". */
function isClosed(tree: Tree, t: number, reach: Reach): boolean {
  const lemma = lemmasOf(tree)[t] ?? '';
  return tree.words['not-through'].has(lemma) && !(reach.borders === true && lemma === 'border');
}

/** Where a mission is, if a state or another place is named behind it. */
const missionPlace = (doc: Document, tree: Tree, t: number): number | undefined =>
  tree.words.missions.has(lemmasOf(tree)[t] ?? '')
    ? childrenBy(tree, t, 'nmod').find((c) => c > t && caseOf(tree, c) === 'in' && doc.mentionAt(tree.sentence.index, c) !== undefined)
    : undefined;

/** "for the sake of Peru", "at the request of Peru", "the Peru Film Festival", "the Peruvian weather": whose sake, wish or weather it is takes no part. */
const isAside = (tree: Tree, t: number): boolean =>
  tree.words['no-way-through'].has(lemmasOf(tree)[t] ?? '') ||
  tree.words['no-actor-of-its-state'].has(lemmasOf(tree)[t] ?? '') ||
  tree.words.shows.has(lemmasOf(tree)[t] ?? '') ||
  (caseOf(tree, t) === 'at' && tree.words['at-whose-wish'].has(lemmasOf(tree)[t] ?? ''));

function addParties(doc: Document, tree: Tree, t: number, reach: Reach, found: FoundParty[]): void {
  const mention = doc.mentionAt(tree.sentence.index, t);
  if (mention && isNobody(tree, mention)) return;
  if (mention) {
    const leader = mention.kind === 'nominal' && doc.stateOf(mention) === undefined ? leaderOf(doc, tree, t) : undefined;
    if (leader) found.push({ mention: leader, direct: false, phrase: slotPhrase(doc, tree, t) });
    else if (!isTailOfPlace(doc, tree, mention) && (reach.places || !isPlace(doc, mention))) {
      const other = otherAdjective(doc, tree, t, mention);
      if (other) found.push({ mention: other, direct: false, phrase: slotPhrase(doc, tree, t) });
      found.push({ mention, direct: true, phrase: slotPhrase(doc, tree, t) });
    }
    return;
  }
  const named = namedBehind(doc, tree, t);
  if (named) {
    found.push({ mention: named, direct: true, phrase: { start: slotPhrase(doc, tree, t).start, end: named.span.end } });
    return;
  }
  const sender = tree.words.launched.has(lemmasOf(tree)[t] ?? '') ? agentBehind(doc, tree, t, 'launches') : undefined;
  if (sender) {
    found.push({ mention: sender, direct: false, phrase: slotPhrase(doc, tree, t) });
    return;
  }
  const owner = (isClosed(tree, t, reach) ? undefined : ownerAt(doc, tree, t, reach)) ?? below(doc, tree, t, reach);
  if (owner) found.push({ mention: owner, direct: false, phrase: phraseThrough(doc, tree, t, owner, reach) });
  else if (isPronoun(tree, t)) found.push(...speakerAbove(doc, tree, t, reach));
}

/** The slot's phrase as far as the party in it or right behind it, or the party's own. */
function phraseThrough(doc: Document, tree: Tree, token: number, owner: Mention, reach: Reach): Span {
  // "offers of talks by the Kabul government": of what is judged, whoever did it is told by its own words.
  if (reach.doers && owner.head > token && caseOf(tree, owner.head) === 'by' && relationAt(tree, owner.head) === 'nmod')
    return slotPhrase(doc, tree, owner.head);
  const whole = slotPhrase(doc, tree, token);
  if (owner.head < token || owner.span.end <= whole.end)
    return reach.ownPhrase && owner.head > token ? slotPhrase(doc, tree, owner.head) : whole;
  const own = slotPhrase(doc, tree, owner.head);
  return reach.ownPhrase ? own : { start: whole.start, end: own.end };
}

/** "prize winner Jan Kowal", "barrister Jan Kowal": whom the name right behind a noun names that is nobody by itself. */
const namedBehind = (doc: Document, tree: Tree, token: number): Mention | undefined =>
  tree.tokens[token]?.upos === 'NOUN'
    ? firstMade(childrenBy(tree, token, 'appos', 'flat'), (c) => {
        const m = tree.tokens[c]?.upos === 'PROPN' ? doc.mentionAt(tree.sentence.index, c) : undefined;
        return m?.kind === 'name' && m.tokens[0] === token + 1 ? m : undefined;
      })
    : undefined;

/** "in Valparaiso, Chile and other towns": the state behind a town's comma only says where the town is. */
function isTailOfPlace(doc: Document, tree: Tree, mention: Mention): boolean {
  const [start] = mention.tokens;
  if (tree.tokens[start - 1]?.form !== ',' || doc.entities.get(mention.entities[0] ?? '')?.kind !== 'state') return false;
  const before = doc.mentionAt(tree.sentence.index, start - 2);
  return before !== undefined && isPlace(doc, before) && doc.stateOf(before) === mention.entities[0];
}

/** "Iran's nuclear programme", "Russian planes", "the decision by Paris", "members of the council". */
function ownerAt(doc: Document, tree: Tree, t: number, reach: Reach): Mention | undefined {
  if (isSomeMember(tree, t) || isAside(tree, t)) return undefined;
  return (tree.children[t] ?? [])
    .filter(
      (c) =>
        (['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod'].includes(relationAt(tree, c)) ||
          // "Syrian government shelling": an act in -ing that the parser gave a subject.
          (tree.tokens[t]?.xpos === 'VBG' && relationAt(tree, c) === 'nsubj')) &&
        (c < t || (reach.agents === false ? /^(of|from)$/ : /^(of|by|from)$/).test(caseOf(tree, c))) &&
        !(reach.doers && caseOf(tree, c) === 'of' && tree.words['done-to-its-of'].has(lemmaAt(tree, t).toLowerCase())) &&
        // "in breach of its own promises", "broke its promises": what is one's own is nobody else's.
        !(relationAt(tree, c) === 'nmod:poss' && (lemmaAt(tree, c + 1) === 'own' || isOnesWord(tree, t, c))) &&
        // "criticised his arrest": whoever is arrested did not do it.
        !(reach.doers && suffers(doc, tree, t, c)) &&
        // "killed in the Kenya embassy bombing", "opposed the Kenya arms deal": a state's full name says where, or what it is about.
        !((reach.topics || tree.words['done-to-its-of'].has(lemmaAt(tree, t).toLowerCase())) && isWhere(doc, tree, t, c)) &&
        // "the Oslo accord", "the Uruguay round".
        !isNameOfText(doc, tree, t, c) &&
        // "the Vietnam War", "the Syrian crisis": where it was, not who did it.
        !(tree.words['lie-somewhere'].has(lemmaAt(tree, t).toLowerCase()) && /^(amod|compound|nmod:desc)$/.test(relationAt(tree, c))),
    )
    .sort((a, b) => rank(tree, a) - rank(tree, b))
    .map((c) => doc.mentionAt(tree.sentence.index, c))
    .find((m) => m !== undefined && !isNobody(tree, m) && ((reach.placeOwners ?? reach.places) || !isPlace(doc, m)));
}

/** "most of the Union's member states", "several members of the council": some of them are not the body itself. */
function isSomeMember(tree: Tree, t: number): boolean {
  if (!tree.words['body-members'].has(lemmasOf(tree)[t] ?? '')) return false;
  const up = tree.tokens[t]?.head ?? -1;
  const isSome = (k: number): boolean => tree.tokens[k]?.xpos === 'CD' || tree.words['only-some'].has(lemmaAt(tree, k).toLowerCase());
  if (relationAt(tree, t) === 'nmod' && caseOf(tree, t) === 'of' && isSome(up)) return true;
  return (
    !childrenBy(tree, t, 'det').some((d) => /^(the|all|both)$/i.test(tree.tokens[d]?.form ?? '')) &&
    childrenBy(tree, t, 'det', 'amod', 'nummod').some(isSome)
  );
}

/** Whether a person has a noun because it is done to them. */
function suffers(doc: Document, tree: Tree, noun: number, owner: number): boolean {
  if (!tree.words['done-to-its-owner'].has(lemmaAt(tree, noun).toLowerCase())) return false;
  if (relationAt(tree, owner) !== 'nmod:poss' && caseOf(tree, owner) !== 'of') return false;
  // "Kowal's treatment of Novak": whoever else has it does it.
  if (relationAt(tree, owner) === 'nmod:poss' && prepositional(tree, noun, 'of').length > 0) return false;
  const kind = doc.entities.get(doc.mentionAt(tree.sentence.index, owner)?.entities[0] ?? '')?.kind;
  return kind === 'person' || kind === 'people';
}

const isOnesWord = (tree: Tree, noun: number, owner: number): boolean =>
  tree.tokens[owner]?.upos === 'PRON' && tree.words['given-words'].has(lemmaAt(tree, noun).toLowerCase());

const rank = (tree: Tree, c: number): number => ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod'].indexOf(relationAt(tree, c));

/** The party further down in a slot's phrase: "the resolution proposed by Egypt", "a convoy in Syria", "the rebel-held town". */
function below(doc: Document, tree: Tree, t: number, reach: Reach, depth = 2): Mention | undefined {
  // "for the sake of children", "on behalf of Peru".
  if (!reach.through || isAside(tree, t)) return undefined;
  const s = tree.sentence.index;
  const fits = (m: Mention | undefined): m is Mention => m !== undefined && !isNobody(tree, m) && (reach.places || !isPlace(doc, m));
  const doers = !reach.doers
    ? []
    : childrenBy(tree, t, 'acl').flatMap((v) => [
        ...childrenBy(tree, v, 'obl:agent'),
        ...childrenBy(tree, v, 'obl').filter((c) => caseOf(tree, c) === 'by'),
      ]);
  const agents = [
    ...doers,
    ...childrenBy(tree, t, 'amod').flatMap((v) =>
      tree.tokens[v - 1]?.form === '-' && !tree.words.origins.has(tree.tokens[v]?.form.toLowerCase() ?? '')
        ? childrenBy(tree, v, 'compound').filter((c) => c === v - 2)
        : [],
    ),
  ];
  // "condemned the bombing of the embassy": of violence its victim is named, not who did it.
  const through = reach.doers && tree.words['done-to-its-of'].has(lemmaAt(tree, t).toLowerCase()) ? ['by'] : reach.through;
  // "convicted an officer of passing secrets to Peru": what somebody is charged with.
  const charged = relationAt(tree, t) === 'obj' && tree.words.charges.has(lemmaAt(tree, tree.tokens[t]?.head ?? -1).toLowerCase());
  const complements = (charged ? through.filter((prep) => !/^(of|for|with|over)$/.test(prep)) : through).flatMap((prep) =>
    [...childrenBy(tree, t, 'nmod').filter((c) => c > t), ...rightBehind(doc, tree, t)].filter(
      (c) => caseOf(tree, c) === prep && !tree.words.gatherings.has(lemmasOf(tree)[c] ?? ''),
    ),
  );
  for (const c of [...agents, ...complements]) {
    const m = doc.mentionAt(s, c) ?? ownerAt(doc, tree, c, reach);
    if (fits(m)) return m;
  }
  // "those affected in Yemen": where people are to whom something happened.
  if (reach.places && reach.through.includes('in'))
    for (const v of childrenBy(tree, t, 'acl').filter((a) => a > t && tree.tokens[a]?.xpos === 'VBN'))
      for (const c of childrenBy(tree, v, 'obl').filter((o) => caseOf(tree, o) === 'in')) {
        const m = doc.mentionAt(s, c) ?? ownerAt(doc, tree, c, reach);
        if (fits(m)) return m;
      }
  if (depth === 0) return undefined;
  for (const c of complements) {
    const m = below(doc, tree, c, reach, depth - 1);
    if (m) return m;
  }
  return undefined;
}

/** "alarm at the raids by Peru": what parsers hang on the verb though it stands right behind a noun; a mere place tells where it was done. */
const rightBehind = (doc: Document, tree: Tree, noun: number): number[] =>
  /^(obj|obl)$/.test(tree.bases[noun] ?? '')
    ? childrenBy(tree, tree.tokens[noun]?.head ?? -1, 'obl').filter((c) => {
        const named = doc.mentionAt(tree.sentence.index, c);
        return c > noun && childrenBy(tree, c, 'case').includes(noun + 1) && !(named && isPlace(doc, named));
      })
    : [];

/** A relative pronoun stands for the noun its clause hangs on. */
export function antecedentOf(tree: Tree, token: number): number {
  if (!/^(who|whom|which|that)$/i.test(tree.tokens[token]?.form ?? '') || tree.tokens[token]?.upos !== 'PRON') return token;
  let verb = tree.tokens[token]?.head ?? -1;
  for (let step = 0; step < 4 && verb >= 0; step++) {
    if (relationAt(tree, verb) === 'acl:relcl') return tree.tokens[verb]?.head ?? token;
    if (!['conj', 'xcomp', 'ccomp'].includes(baseAt(tree, verb))) return token;
    verb = tree.tokens[verb]?.head ?? -1;
  }
  return token;
}

/** "X said it would …": a pronoun that nothing else explains is whoever says it. */
function speakerAbove(doc: Document, tree: Tree, t: number, reach: Reach): FoundParty[] {
  const verb = tree.tokens[t]?.head ?? -1;
  if (verb < 0 || !['ccomp', 'conj'].includes(baseAt(tree, verb))) return [];
  const first = baseAt(tree, verb) === 'conj' ? (tree.tokens[verb]?.head ?? -1) : verb;
  const above = tree.tokens[first]?.head ?? -1;
  if (above < 0 || baseAt(tree, first) !== 'ccomp' || tree.tokens[above]?.upos !== 'VERB' || isQuoted(tree, t, above)) return [];
  const speakers = surfaceSubject(tree, above).filter((x) => !isPronoun(tree, x));
  // "defended the policies, saying they broke no rule": one person is no *they* there, though a spokesman may say it.
  const isOne = speakers.length === 1 && speakers.every((x) => isOnePerson(doc, tree, x));
  if (isOne && tree.tokens[above]?.xpos === 'VBG' && /^they$/i.test(tree.tokens[t]?.form ?? '')) return [];
  return speakers.flatMap((x) => partiesAt(doc, tree, x, reach.places ? WITH_PLACES : NO_PLACES));
}

/** "issued a statement urging", "filed a lawsuit accusing": whoever has the noun that a participle hangs on; "took in people fleeing": not of people. */
export function authorsOf(doc: Document, tree: Tree, verb: number): readonly number[] {
  if (relationAt(tree, verb) !== 'acl' || tree.tokens[verb]?.xpos !== 'VBG') return [];
  const noun = tree.tokens[verb]?.head ?? -1;
  if (isAccusedOf(tree, verb, noun)) return [];
  const kind = doc.entities.get(doc.mentionAt(tree.sentence.index, noun)?.entities[0] ?? '')?.kind;
  return kind === 'people' || kind === 'person' || kind === 'state' ? [] : ownerOf(tree, noun);
}

/** What a number or a noun of quantity is of ("a number of *villages*"), with its conjuncts; of any other noun itself. */
export function throughQuantity(tree: Tree, token: number): number[] {
  if (!tree.words.quantities.has(lemmasOf(tree)[token] ?? '') && tree.tokens[token]?.xpos !== 'CD') return [token];
  const of = (tree.children[token] ?? []).filter((c) => baseAt(tree, c) === 'nmod' && caseOf(tree, c) === 'of');
  return of.length > 0 ? of.flatMap((c) => withConjuncts(tree, c)) : [token];
}

/** Whether all that a mention means are places; true of one that means nothing. */
export function isPlace(doc: Document, mention: Mention): boolean {
  return mention.entities.every((id) => doc.entities.get(id)?.kind === 'place');
}
