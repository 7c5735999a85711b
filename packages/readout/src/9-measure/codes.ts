/** Codes of states: ISO 3166-1 alpha-3, Correlates of War, Gleditsch–Ward. */
import type { Knowledge } from '../knowledge.ts';

export interface StateCodes {
  readonly id: string;
  readonly name: string;
  /** `state`, `disputed`, `territory` or `historic`. */
  readonly kind: string;
  /** XKX for Kosovo, which has none of its own. */
  readonly iso3: string;
  readonly cow?: number;
  readonly gw?: number;
  /** First and last day as a state, where known. */
  readonly start?: string;
  readonly end?: string;
}

/** All states of the knowledge by id. COW and Gleditsch–Ward have no code for territories and some states (PSE, VAT). */
export function stateCodes(knowledge: Knowledge): ReadonlyMap<string, StateCodes> {
  return new Map(
    knowledge.list('states').map((r) => {
      const { id = '', name = '', kind = '', cow, gw, start, end } = r;
      const codes: StateCodes = {
        id,
        name,
        kind,
        iso3: id,
        ...(cow ? { cow: Number(cow) } : {}),
        ...(gw ? { gw: Number(gw) } : {}),
        ...(start ? { start } : {}),
        ...(end ? { end } : {}),
      };
      return [id, codes];
    }),
  );
}

/** Whether a state is a member of the system in a period: it has a COW or Gleditsch–Ward code and exists then. */
export function isMember({ cow, gw, start, end }: StateCodes, period: string): boolean {
  const begins = start === undefined || start.slice(0, period.length) <= period;
  const lasts = end === undefined || end.slice(0, period.length) >= period;
  return (cow !== undefined || gw !== undefined) && begins && lasts;
}
