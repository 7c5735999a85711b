/** Who held which office when: lists/offices-*.tsv, asked by person and by office and day. */
import type { Knowledge } from '../knowledge.ts';
import type { Office } from './gazetteer-rows.ts';
import { holds } from './naming.ts';

/** Terms of office, as the lists have them. */
export interface OfficeTerms {
  /** All that the lists have of a person, in their order. */
  offices(person: string): readonly Office[];
  /** Who held an office of a state (or organisation) on a day; nobody without one. */
  holders(office: string, of: string, day: string | undefined): readonly Office[];
  /** The same where it was one alone. */
  soleHolder(office: string, of: string, day: string | undefined): Office | undefined;
}

/** The rows of the offices lists, made ready once. */
export function officeTerms(knowledge: Knowledge): OfficeTerms {
  const offices = new Map<string, Office[]>();
  const byOffice = new Map<string, Office[]>();
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
    const mine = offices.get(office.person);
    if (mine) mine.push(office);
    else offices.set(office.person, [office]);
    for (const of of [office.state, office.organisation]) {
      if (!of) continue;
      const key = `${office.office}/${of}`;
      const held = byOffice.get(key);
      if (held) held.push(office);
      else byOffice.set(key, [office]);
    }
  }
  const holders: OfficeTerms['holders'] = (office, of, day) => {
    const all = byOffice.get(`${office}/${of}`) ?? [];
    if (day === undefined) return [];
    const held = all.filter((o) => holds(o.start, o.end, day));
    // A term that nobody ended is over once another begins.
    const closed = held.filter((o) => o.end !== '' || !held.some((x) => x.start > o.start));
    return closed.length > 0 ? closed : held;
  };

  return {
    offices: (person) => offices.get(person) ?? [],
    holders,
    soleHolder: (office, of, day) => {
      const [holder, second] = holders(office, of, day);
      return second ? undefined : holder;
    },
  };
}
