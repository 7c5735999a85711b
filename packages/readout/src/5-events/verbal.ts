/** Politicians who attack, battle or beat one another do so in words and votes, where nothing in the sentence tells of force. */
import { lemmaAt, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Act } from './build.ts';
import type { Match } from './match.ts';
import type { FoundParty } from './parties.ts';

/** Attacks that need no weapon: on somebody, in general, by shelling (a barrage of words). */
const UNARMED = /^(182|190|194)$/;

const POLITICIAN = new Set(['GOV', 'LEG', 'PTY', 'OPP', 'ELI', 'JUD']);
/** Whom politicians attack in words besides one another. */
const IN_PUBLIC = new Set([...POLITICIAN, 'JRN', 'BUS', 'MNC', 'CVL', 'UNK', 'EDU', 'SOC']);

/** The act, made criticism where it is one in words; undefined where it is only a contest. */
export function inWords(doc: Document, tree: Tree, match: Match, act: Act): Act | undefined {
  const { actor, recipient } = act.parties;
  if (act.type !== 'ASSAULT' || !UNARMED.test(act.cameo) || actor.length === 0) return act;
  const others = act.mutual ? [...actor.slice(1), ...recipient] : recipient;
  if (
    (others.length === 0 && !act.mutual) ||
    !actor.every((p) => isOne(doc, p, POLITICIAN)) ||
    !others.every((p) => isOne(doc, p, IN_PUBLIC))
  )
    return act;
  if (lemmasOf(tree).some((l) => tree.words.force.has(l))) return act;
  if (act.mutual || !tree.words['attacks-in-words'].has(lemmaAt(tree, match.trigger).toLowerCase())) return undefined;
  return { ...act, type: 'ACCUSE', cameo: '111', mode: 'disapprove' };
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
