/**
 * Abstaining where a pronoun is a guess. Of the events that were read, most were wrong in which the owner of what an act is done to was the party:
 * with *their* whatever the act ("on their use"), with the others but in acts that are done to what somebody has or says ("revoke his immunity" is
 * doubtful, "condemned his remarks" is not). So were those with *they* for one state or body named in another sentence.
 */
import { lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import { DOUBTFUL } from '../3-mentions/coreference/pronouns.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType } from '../model/index.ts';
import type { Parties } from './find-parties.ts';
import type { FoundParty } from './found-party.ts';

/** Acts that are done to what somebody has, does or says: its owner is meant, unless it is *their*. */
const OF_OWNERS: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REJECT', 'REQUEST', 'ASSAULT', 'COERCE', 'SANCTION']);

/** The parties without those that only a doubtful pronoun names. */
export function withoutDoubtful(doc: Document, tree: Tree, parties: Parties, type: EventType): Parties {
  return {
    ...parties,
    actor: parties.actor.filter((p) => !isGuess(p) && !isFarThey(doc, tree, p) && !isNobodysSpeaker(doc, p)),
    recipient: parties.recipient.filter((p) => !isGuess(p) && !isFarThey(doc, tree, p) && !isDoubtfulOwner(tree, p, type)),
  };
}

/** "A spokesman declined": who speaks for somebody whom the text does not tell. */
function isNobodysSpeaker(doc: Document, { mention }: FoundParty): boolean {
  const tree = doc.trees[mention.sentence];
  if (mention.kind !== 'nominal' || tree === undefined || doc.stateOf(mention) !== undefined) return false;
  return tree.words.spokespersons.has(lemmaAt(tree, mention.head).toLowerCase());
}

/** Whether the text has another that the pronoun might as well stand for. */
const isGuess = ({ mention }: FoundParty): boolean => mention.via?.endsWith(DOUBTFUL) === true;

const wordOf = (tree: Tree, { mention }: FoundParty): string =>
  mention.kind === 'pronoun' && mention.sentence === tree.sentence.index ? (tree.tokens[mention.head]?.form.toLowerCase() ?? '') : '';

function isDoubtfulOwner(tree: Tree, p: FoundParty, type: EventType): boolean {
  const word = wordOf(tree, p);
  if (word === '' || tree.tokens[p.mention.head]?.deprel !== 'nmod:poss') return false;
  return word === 'their' || !OF_OWNERS.has(type);
}

/** Whether *they* stands for one state or body that the sentence itself does not name, and that was not named by a noun of many. */
function isFarThey(doc: Document, tree: Tree, p: FoundParty): boolean {
  if (!/^the(y|m|ir)$/.test(wordOf(tree, p)) || p.mention.entities.length > 1) return false;
  const id = p.mention.entities[0] ?? '';
  const kind = doc.entities.get(id)?.kind;
  if (kind === 'person' || kind === 'people') return false;
  const named = doc.mentions.filter((m) => m.kind !== 'pronoun' && m.entities.length === 1 && m.entities[0] === id);
  const before = named.filter((m) => m.sentence <= tree.sentence.index && m.span.start < p.mention.span.start);
  const last = before[before.length - 1];
  if (!last || last.sentence === tree.sentence.index) return false;
  const head = doc.trees[last.sentence]?.tokens[last.head];
  return !/^NNP?S$/.test(head?.xpos ?? '');
}
