/** Whether an act is politics at all: who must take part for it to be an event. */
import { isPlural } from '../2-sentences/syntax.ts';
import { type Document, mentionById } from '../3-mentions/document.ts';
import type { Party } from '../model/index.ts';
import { subjectsOf } from './subjects.ts';

/** Sectors whose acts are politics even where no state is named. */
const POLITICAL = new Set(['GOV', 'MIL', 'LEG', 'SPY', 'PTY', 'OPP', 'REB', 'UAF', 'IGO', 'UNO', 'EUR', 'NGO', 'ISM', 'IMG', 'PRM']);
/** Sectors whose acts are politics where they act for a named state, or upon somebody who is political. */
const OF_A_STATE = new Set(['COP', 'JUD']);

/**
 * Whether an act among these parties is politics: one of a political sector, a state or known organisation itself, police or a court of a
 * named state, or people of two states. Crime and business among people of one place are not.
 */
export function isPolitics(parties: readonly Party[], doc: Document, cameo: string): boolean {
  if (leavesFirm(parties, cameo) || isOfPlay(parties, doc) || isCrimeAmongPeople(parties, doc, cameo)) return false;
  if (isBeforeAnOffice(parties, doc, cameo) || isBusiness(parties, doc, cameo)) return false;
  // Firms, unions and people of two states that work, meet, sign or go to law are no politics; strikes and violence may be.
  if (parties.length > 0 && !/^(08|1[4589]|20)/.test(cameo) && parties.every((p) => isPrivate(p, doc, cameo))) return false;
  // A charity that pays a firm, a firm and its friends: nobody's politics.
  if (
    AMONG_PEOPLE.test(cameo) &&
    parties.every((p) => isPrivate(p, doc, cameo) || p.sector === 'NGO' || p.sector === 'CVL') &&
    parties.some((p) => isFirm(p))
  )
    return false;
  const states = new Set(parties.flatMap((p) => p.state ?? []));
  if (states.size > 1) return true;
  // A candidate among people of whom no more is known; two of parties may be leaders of two.
  if (
    /^0[46]/.test(cameo) &&
    parties.length > 1 &&
    parties.every((p) => isOfCampaign(p, doc)) &&
    parties.filter((p) => p.sector === 'PTY').length < 2
  )
    return false;
  // Bombs, shells, air strikes and torture of anybody of a named state; a court or prosecutor against somebody of one.
  if (states.size === 1 && (/^(18[36]|1822|19[3-6]|20)/.test(cameo) || parties.some((p) => p.sector === 'JUD'))) return true;
  // Whoever holds a reporter in prison is a state, also where nobody says which.
  if (/^17/.test(cameo) && parties.some((p) => p.sector === 'JRN') && parties.every((p) => p.sector === 'JRN' || isAuthority(p)))
    return true;
  return parties.some((p) => {
    const kind = doc.entities.get(p.entity)?.kind;
    if (kind === 'state') return true;
    if (p.sector !== undefined && POLITICAL.has(p.sector)) return true;
    if (p.sector !== undefined && OF_A_STATE.has(p.sector)) return p.state !== undefined;
    return (
      p.state !== undefined &&
      (p.sector === undefined || p.sector === 'JRN' || p.sector === 'REL' || p.sector === 'REF') &&
      kind !== 'place'
    );
  });
}

const PRIVATE = new Set(['BUS', 'MNC', 'LAB', 'AGR', 'ELI', 'SOC', 'EDU', 'MED']);
/** Acts that people do to each other in private, too: help, praise, promises, meetings; charges and lawsuits. */
const AMONG_PEOPLE = /^(0[3-7]|112|115)/;

/** Whether a party is no political one by itself; of whom nothing else is known, what is done among people is private. */
function isPrivate(p: Party, doc: Document, cameo: string): boolean {
  const kind = doc.entities.get(p.entity)?.kind;
  if (kind === 'state') return false;
  if (p.sector === undefined || p.sector === 'UNK')
    return AMONG_PEOPLE.test(cameo) && (kind === 'person' || kind === 'people' || (kind === 'organisation' && p.sector === undefined));
  // A reporter's talks, inquiries and joint work are his trade.
  return PRIVATE.has(p.sector) || (p.sector === 'JRN' && /^(04|06|090)/.test(cameo));
}

/** Of sport and the stage: captains, chiefs and fighters of a text on them are no army; named states and organisations may still act, and police and courts. */
const isOfPlay = (parties: readonly Party[], doc: Document): boolean =>
  subjectsOf(doc).play &&
  parties.length > 0 &&
  parties.every(
    (p) =>
      (p.entity.includes(':') || p.sector === undefined || p.sector === 'SOC') &&
      !(p.state !== undefined && OF_A_STATE.has(p.sector ?? '')) &&
      !isOfficeAlone(p, doc),
  );

/** A state, or a man whom a text names by his office only: "the president". */
function isOfficeAlone(p: Party, doc: Document): boolean {
  const kind = doc.entities.get(p.entity)?.kind;
  const span = mentionById(doc, p.mention)?.span;
  return (
    kind === 'state' || (kind === 'person' && p.sector === 'GOV' && span !== undefined && /^the /i.test(doc.article.text.slice(span.start)))
  );
}

/** Sectors of whoever is no mere bystander of a crime: offices, armed groups, and reporters, who are killed for their work. */
const OFFICIAL = new Set(['GOV', 'LEG', 'JUD', 'COP', 'MIL', 'SPY', 'PTY', 'OPP', 'REB', 'IGO', 'UNO', 'EUR', 'NGO', 'PRM', 'JRN']);

/** A known group of armed men is more than a gang. */
const isOfficial = (p: Party): boolean => OFFICIAL.has(p.sector ?? '') || (p.sector === 'UAF' && !p.entity.includes(':'));

/** Violence among people of a report of crime: a gunman and a shopkeeper. */
const isCrimeAmongPeople = (parties: readonly Party[], doc: Document, cameo: string): boolean =>
  /^(18|19|20)/.test(cameo) &&
  parties.length > 0 &&
  parties.every((p) => !isOfficial(p) && doc.entities.get(p.entity)?.kind !== 'state') &&
  (subjectsOf(doc).crime ||
    (parties.length > 1 && !subjectsOf(doc).war && parties.every((p) => isAnybody(p)) && !areTwoPeoples(parties, doc)));

/** "Israeli settlers attacked Palestinian farmers": many of one people upon many of another is no mere crime. */
const areTwoPeoples = (parties: readonly Party[], doc: Document): boolean =>
  new Set(parties.map((p) => p.state)).size > 1 &&
  parties.every((p) => {
    const m = mentionById(doc, p.mention);
    const tree = m && doc.trees[m.sentence];
    return p.state !== undefined && m?.kind === 'nominal' && tree !== undefined && isPlural(tree, m.head);
  });

/** A teacher, a tourist, a man of no name: what one does to the other is their own affair, of whatever states they are. */
const isAnybody = (p: Party): boolean =>
  /^(people|person):/.test(p.entity) && (p.sector === undefined || p.sector === 'UNK' || p.sector === 'CVL' || PRIVATE.has(p.sector));

/** Who leaves a firm has left no office of state. */
const leavesFirm = (parties: readonly Party[], cameo: string): boolean =>
  cameo === '0831' && parties.length > 0 && /^(BUS|MNC|JRN|SOC|EDU)$/.test(parties[0]?.sector ?? '');

const isFirm = (p: Party): boolean => p.sector === 'BUS' || p.sector === 'MNC' || p.sector === undefined || p.sector === 'UNK';

/** People of a party, a campaign or a firm, or of nothing that is known. */
const isOfCampaign = (p: Party, doc: Document): boolean =>
  (p.sector === 'PTY' || p.sector === undefined || p.sector === 'UNK' || p.sector === 'BUS') &&
  /^(person|people)$/.test(doc.entities.get(p.entity)?.kind ?? '');

/** What firms and the offices over them do to each other every day: permits, appeals, petitions, refusals, help, suits. */
const DAY_TO_DAY = /^(0[2-7]|10|115|12)/;

/** A firm before a court, a regulator or another office: its own affair. States, parliaments and people in office act on firms as politics. */
function isBeforeAnOffice(parties: readonly Party[], doc: Document, cameo: string): boolean {
  if (parties.length < 2 || !DAY_TO_DAY.test(cameo)) return false;
  const kindOf = (p: Party): string => doc.entities.get(p.entity)?.kind ?? '';
  const isOffice = (p: Party): boolean => p.sector === 'JUD' || (p.sector === 'GOV' && kindOf(p) === 'body');
  const firms = parties.filter((p) => /^(BUS|MNC)$/.test(p.sector ?? '') || (p.sector === undefined && kindOf(p) === 'organisation'));
  const states = new Set(parties.flatMap((p) => p.state ?? []));
  // "the firm rejected the ministry's demand": a quarrel with those who govern.
  if (/^12/.test(cameo) && parties[0] && firms.includes(parties[0]) && parties.slice(1).some((p) => p.sector === 'GOV')) return false;
  return firms.length > 0 && states.size < 2 && parties.every((p) => firms.includes(p) || isOffice(p));
}

/** In a text on business: acts in which no state and nobody known for politics takes part; inquiries, charges and penalties of offices aside. */
const isBusiness = (parties: readonly Party[], doc: Document, cameo: string): boolean =>
  subjectsOf(doc).business && parties.length > 0 && !parties.some((p) => isPublic(p, doc) || (ENFORCED.test(cameo) && isEnforcer(p)));

const ENFORCED = /^(09|11|116|17)/;
const isEnforcer = (p: Party): boolean => /^(GOV|JUD|COP)$/.test(p.sector ?? '');

/** A state, officials of one, or who is known for politics outside the text. */
function isPublic(p: Party, doc: Document): boolean {
  const kind = doc.entities.get(p.entity)?.kind;
  if (kind === 'state') return true;
  if (p.entity.includes(':')) return /^(people|organisation):/.test(p.entity) && p.state !== undefined && p.sector === 'GOV';
  return (p.sector === 'GOV' && kind !== 'body') || (p.sector !== 'GOV' && POLITICAL.has(p.sector ?? ''));
}

/** Whether a party is political by its sector alone, police and courts too. */
export const isAuthority = (p: Party): boolean => p.sector !== undefined && (POLITICAL.has(p.sector) || OF_A_STATE.has(p.sector));
