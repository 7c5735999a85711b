/** Who of those that bear a surname is meant by it alone: by the office, the day, the state that the text speaks of, or the fame. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';

/** Whether the text says anything of somebody besides the name: an office, a state. */
/** What the words around a name say of the person. */
export interface Described {
  readonly state?: string;
  readonly sector?: string;
  readonly role?: string;
  readonly offices: readonly string[];
  readonly gender?: 'm' | 'f';
  /** The office serves the state that it is in, and no body is named that it could be of: "Senator". */
  readonly atHome?: boolean;
  /** The office is one that firms have as well as states, and no body is named: "Chairman". */
  readonly ofAnyBody?: boolean;
}

export const isTold = (d: Described): boolean => d.offices.length > 0 || d.state !== undefined;

/**
 * Whether the text speaks of the state of somebody whom it calls by a bare surname: "said Varga" of one far away is another. Governments write to readers
 * who know whom they met.
 */
export function isSpokenOf(desk: Desk, id: string, spoken: ReadonlySet<string>): boolean {
  const state = desk.gazetteer.known(id)?.state;
  return state === undefined || spoken.has(state) || spoken.size === 0 || desk.article.publisher?.official === true;
}

/** A surname alone names an office-holder only where the day, the state or the title in front agree. */
export function fitsOffice(desk: Desk, id: string, described: Described): boolean {
  const offices = desk.gazetteer
    .offices(id)
    .filter(
      (o) =>
        desk.day !== undefined && (o.start === '' || o.start <= desk.day) && (o.end === '' || desk.day.slice(0, o.end.length) <= o.end),
    );
  const state = desk.gazetteer.known(id)?.state;
  const gender = desk.gazetteer.known(id)?.gender;
  if (described.gender !== undefined && gender !== undefined && described.gender !== gender) return false;
  if (described.state !== undefined && state !== undefined && described.state !== state) return false;
  if (described.offices.length > 0) {
    const all = described.offices.some((d) => desk.gazetteer.offices(id).some((o) => o.office === d));
    const now = offices.some((o) => described.offices.includes(o.office));
    // "General Musharraf" leads a state, whatever he was before.
    if (!all)
      return (
        described.offices.every((d) => desk.roles.officeSector(d) === 'MIL') && offices.some((o) => desk.roles.officeRank(o.office) <= 1)
      );
    return now || (described.state !== undefined && desk.gazetteer.known(id)?.state === described.state);
  }
  if (described.state !== undefined) return desk.gazetteer.known(id)?.state === described.state && offices.length > 0;
  if (offices.some((o) => desk.roles.officeRank(o.office) <= 2)) return true;
  // In what a state publishes its lesser ministers go by their surnames too, and the head of a body that a text has named.
  const { publisher } = desk.article;
  const isOwn = publisher?.official === true && publisher.state !== undefined && publisher.state === state;
  return isOwn ? offices.length > 0 : offices.some((o) => o.organisation !== '' && desk.entities.has(o.organisation));
}

/** How long after an office its holder is still called by the surname alone, in years. */
const REMEMBERED_YEARS = 8;

/** The only bearer of a surname who led a state or government not long before the day: "Varga said" after his term. */
export function onlyFormer(desk: Desk, bearers: readonly string[], described: Described): string | undefined {
  const day = desk.day;
  if (day === undefined) return undefined;
  const since = `${Number(day.slice(0, 4)) - REMEMBERED_YEARS}`;
  const fits = bearers.filter(
    (id) =>
      (described.state === undefined || desk.gazetteer.known(id)?.state === described.state) &&
      (described.gender === undefined || described.gender === (desk.gazetteer.known(id)?.gender ?? described.gender)) &&
      desk.gazetteer.offices(id).some((o) => desk.roles.officeRank(o.office) <= 1 && o.end !== '' && o.end < day && o.end >= since) &&
      (described.offices.length === 0 || desk.gazetteer.offices(id).some((o) => described.offices.includes(o.office))),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

/** The person whom everybody calls by this surname alone, where what stands before it does not speak against that. */
export function wellKnown(desk: Desk, surname: string, described: Described): string | undefined {
  const id = desk.gazetteer.wellKnown(surname, desk.day);
  if (id === undefined) return undefined;
  const known = desk.gazetteer.known(id);
  if (described.state !== undefined && described.state !== known?.state) return undefined;
  if (described.gender !== undefined && known?.gender !== undefined && described.gender !== known.gender) return undefined;
  if (described.offices.length === 0 && described.role !== undefined && described.state === undefined) {
    // "Secretary Novak": a part of the name of an office that he held.
    const { role } = described;
    return desk.gazetteer.offices(id).some((o) => o.office.split('-').includes(role)) ? id : undefined;
  }
  if (described.offices.length === 0) return id;
  return desk.gazetteer.offices(id).some((o) => described.offices.includes(o.office)) ? id : undefined;
}

function namesState(desk: Desk, tree: Tree): boolean {
  const forms = tree.tokens.map((t) => t.form);
  return forms.some((_, i) =>
    desk.gazetteer.match(forms, i)?.readings.some((r) => r.entityKind === 'state' && (r.kind === 'name' || r.kind === 'adjective')),
  );
}

/** In a text without a day: the only bearer of a surname who ever led a state or government, where the sentence speaks of states. */
export function onlyLeader(desk: Desk, tree: Tree, bearers: readonly string[], described: Described): string | undefined {
  if (desk.day !== undefined || described.offices.length > 0 || bearers.length === 0 || !namesState(desk, tree)) return undefined;
  const leaders = bearers.filter((id) => desk.gazetteer.offices(id).some((o) => desk.roles.officeRank(o.office) <= 1));
  const [only] = leaders;
  const fits = described.state === undefined || desk.gazetteer.known(only ?? '')?.state === described.state;
  return leaders.length === 1 && fits ? only : undefined;
}
