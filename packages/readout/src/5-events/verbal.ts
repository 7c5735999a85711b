/** Politicians who attack, battle or beat one another do so in words and votes, where nothing in the sentence tells of force. */
import { lemmaAt, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Act } from './act.ts';
import type { FoundParty } from './found-party.ts';
import type { Match } from './match.ts';
import { subjectsOf } from './subjects.ts';

/** Attacks that need no weapon: on somebody, in general, by shelling (a barrage of words). */
const UNARMED = /^(182|190|194)$/;

const POLITICIAN = new Set(['GOV', 'LEG', 'PTY', 'OPP', 'ELI', 'JUD']);
/** Whom politicians attack in words besides one another. */
const IN_PUBLIC = new Set([...POLITICIAN, 'JRN', 'BUS', 'MNC', 'CVL', 'UNK', 'EDU', 'SOC']);
/** Bodies of one state that fight over budgets, and whom they fight: a parliament, a government, the press, firms. */
const IN_HOUSE = new Set(['GOV', 'LEG', 'PTY', 'JUD', 'ELI', 'JRN', 'BUS', 'MNC']);
/** Who seeks votes, and whose attack in a text on a campaign is one in words, whoever it is on. */
const SEEKS_VOTES = new Set(['PTY', 'LEG', 'ELI', 'UNK']);

/** The act, made criticism where it is one in words; undefined where it is only a contest. */
export function inWords(doc: Document, tree: Tree, match: Match, act: Act): Act | undefined {
  if (act.type !== 'ASSAULT' || !UNARMED.test(act.cameo)) return act;
  const mayBeWords = !act.mutual && tree.words['attacks-in-words'].has(lemmaAt(tree, match.trigger).toLowerCase());
  if (!isOfWords(doc, act) && !(mayBeWords && isOfOneWhoSeeksVotes(doc, act))) return act;
  if (lemmasOf(tree).some((l) => tree.words.force.has(l))) return act;
  if (!mayBeWords) return undefined;
  return { ...act, type: 'ACCUSE', cameo: '111', mode: 'disapprove' };
}

/** Whether those who take part attack in words: politicians one another; in a text on a campaign whoever seeks votes, and whoever attacks him. */
function isOfWords(doc: Document, act: Act): boolean {
  const { actor, recipient } = act.parties;
  const others = act.mutual ? [...actor.slice(1), ...recipient] : recipient;
  const isPolitician = (p: FoundParty): boolean => isOne(doc, p, POLITICIAN);
  if (actor.length > 0 && (others.length > 0 || act.mutual) && actor.every(isPolitician) && others.every((p) => isOne(doc, p, IN_PUBLIC)))
    return true;
  if (act.mutual && others.length > 0 && isInHouse(doc, [...actor, ...others])) return true;
  if ((act.mutual && others.length === 0) || !subjectsOf(doc).campaign) return false;
  if (actor.length === 0 || others.length === 0) return [...actor, ...others].every(isPolitician);
  return actor.every((p) => isOne(doc, p, SEEKS_VOTES)) && others.every((p) => !/^(MIL|REB|UAF)$/.test(doc.sectorOf(p.mention) ?? ''));
}

/** Whether only a lawmaker or somebody of a party is named as who attacks: "the senator's attacks". */
const isOfOneWhoSeeksVotes = (doc: Document, { parties }: Act): boolean =>
  parties.actor.length > 0 &&
  parties.actor.every((p) => isOne(doc, p, SEEKS_VOTES) && doc.entities.get(p.mention.entities[0] ?? '')?.kind === 'person') &&
  parties.actor.every((p) => /^(LEG|PTY)$/.test(doc.sectorOf(p.mention) ?? '')) &&
  parties.recipient.every((p) => !/^(MIL|REB|UAF)$/.test(doc.sectorOf(p.mention) ?? ''));

/** Whether these are bodies and politicians of one state: they fight over laws and money. */
function isInHouse(doc: Document, parties: readonly FoundParty[]): boolean {
  const states = new Set(parties.map((p) => doc.stateOf(p.mention)));
  return (
    states.size === 1 &&
    !states.has(undefined) &&
    parties.every(({ mention }) => IN_HOUSE.has(doc.sectorOf(mention) ?? '')) &&
    parties.some(({ mention }) => doc.entities.get(mention.entities[0] ?? '')?.kind !== 'people')
  );
}

/** Whether a party is a person of one of these sectors, or of none that is known, or a political party. */
function isOne(doc: Document, { mention }: FoundParty, sectors: ReadonlySet<string>): boolean {
  const kind = doc.entities.get(mention.entities[0] ?? '')?.kind;
  const sector = doc.sectorOf(mention);
  const isMany = /^NNP?S$/.test(doc.trees[mention.sentence]?.tokens[mention.head]?.xpos ?? '');
  return (
    sector === 'PTY' ||
    ((kind === 'person' || (kind === 'people' && !isMany)) && (sector === undefined ? sectors.has('UNK') : sectors.has(sector)))
  );
}
