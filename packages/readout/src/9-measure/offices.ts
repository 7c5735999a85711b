/** Offices as intervals, as the knowledge has them. */

import { byCode } from '../7-store/by-code.ts';
import type { Knowledge } from '../knowledge.ts';

export interface Term {
  readonly person: string;
  readonly name: string;
  readonly office: string;
  readonly title?: string;
  readonly state?: string;
  readonly organisation?: string;
  readonly start?: string;
  readonly end?: string;
  /** `acting`, `disputed` … */
  readonly note?: string;
  /** What the office heads. */
  readonly head: 'state' | 'government' | 'foreign' | 'defence' | 'other';
  readonly source: string;
}

const RANK = ['state', 'government', 'foreign', 'defence', 'other'] as const;

/** The terms of a person, or in the offices of a state or organisation: heads of state first, then of government, then by office; by start. */
export function termsOf(knowledge: Knowledge, who: { readonly person?: string; readonly of?: string }): readonly Term[] {
  const names = new Map(knowledge.list('persons').map((r) => [r.id ?? '', r.name ?? '']));
  const heads = new Map(knowledge.list('office-types').map((r) => [r.id ?? '', r.head ?? '']));
  return knowledge
    .list('offices')
    .filter(
      (r) =>
        (who.person === undefined || r.person === who.person) && (who.of === undefined || r.state === who.of || r.organisation === who.of),
    )
    .map((r): Term => {
      const { person = '', office = '', title, state, organisation, start, end, note, source = '' } = r;
      return {
        person,
        name: names.get(person) ?? person,
        office,
        ...(title ? { title } : {}),
        ...(state ? { state } : {}),
        ...(organisation ? { organisation } : {}),
        ...(start ? { start } : {}),
        ...(end ? { end } : {}),
        ...(note ? { note } : {}),
        head: RANK.find((h) => h === heads.get(office)) ?? 'other',
        source,
      };
    })
    .sort(
      (a, b) =>
        RANK.indexOf(a.head) - RANK.indexOf(b.head) ||
        byCode(a.office, b.office) ||
        byCode(a.start ?? '', b.start ?? '') ||
        byCode(a.person, b.person),
    );
}
