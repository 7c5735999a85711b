/** Who held which office when: lists/offices-*.tsv, asked by person and by office and day. */
import { addUnder } from '../../add-under.ts';
import type { Knowledge } from '../../knowledge.ts';
import type { Office } from './gazetteer-rows.ts';
import { holds } from './naming.ts';

/** Terms of office, as the lists have them. */
export interface OfficeTerms {
  /** All that the lists have of a person, in their order. */
  offices(person: string): readonly Office[];
  /** Who held an office of a state (or organisation) on a day; nobody without one. */
  holders(office: string, of: string, day: string | undefined): readonly Office[];
  /** The state, or else organisation, that alone has an office of this kind on the lists. */
  placeOf(office: string): string | undefined;
  /** All that held an office of an organisation on a day, whatever it was; nobody without one. */
  officers(of: string, day: string | undefined): readonly Office[];
  /** The same as `holders` where it was one alone. */
  soleHolder(office: string, of: string, day: string | undefined): Office | undefined;
}

/** The rows of the offices lists, made ready once. */
export function officeTerms(knowledge: Knowledge): OfficeTerms {
  const offices = new Map<string, Office[]>();
  const byOffice = new Map<string, Office[]>();
  const places = new Map<string, Set<string>>();
  const byOrganisation = new Map<string, Office[]>();
  for (const row of knowledge.list('offices')) {
    const office: Office = {
      person: row.person ?? '',
      office: row.office ?? '',
      state: row.state ?? '',
      organisation: row.organisation ?? '',
      title: row.title ?? '',
      start: row.start ?? '',
      end: row.end ?? '',
      note: row.note ?? '',
    };
    addUnder(offices, office.person, office);
    places.set(office.office, (places.get(office.office) ?? new Set()).add(office.state || office.organisation));
    const within = office.organisation ? (byOrganisation.get(office.organisation) ?? []) : undefined;
    if (within) byOrganisation.set(office.organisation, [...within, office]);
    for (const of of [office.state, office.organisation]) {
      if (!of) continue;
      const key = `${office.office}/${of}`;
      addUnder(byOffice, key, office);
    }
  }
  const holders: OfficeTerms['holders'] = (office, of, day) => {
    const all = byOffice.get(`${office}/${of}`) ?? [];
    if (day === undefined) return [];
    const held = all.filter((o) => holds(o.start, o.end, day));
    const closed = held.filter((o) => !isOver(o, held));
    return closed.length > 0 ? closed : held;
  };

  return {
    placeOf: (office) => {
      const [only, second] = places.get(office) ?? [];
      return second === undefined ? only : undefined;
    },
    offices: (person) => offices.get(person) ?? [],
    holders,
    officers(of, day) {
      const held = day === undefined ? [] : (byOrganisation.get(of) ?? []).filter((o) => holds(o.start, o.end, day));
      return held.filter((o) => !isOver(o, held));
    },
    soleHolder: (office, of, day) => {
      const [holder, second] = holders(office, of, day);
      return second ? undefined : holder;
    },
  };
}

/** A term that nobody ended is over once another of the office begins. */
const isOver = (o: Office, held: readonly Office[]): boolean =>
  o.end === '' && held.some((x) => x.office === o.office && x.start > o.start);
