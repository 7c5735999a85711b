/** In which state's name something is said: not everybody who belongs to a state speaks for it. */
import type { Entity, Mention } from '../model/index.ts';

/** PLOVER's sectors whose members act for their state: government, forces, parliament, courts, services, police. */
export const ORGANS: readonly string[] = ['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP'];

type Speaker = Pick<Entity, 'id' | 'kind' | 'state' | 'iso3' | 'sector' | 'official'>;

/**
 * The state an entity speaks for: a state for itself, its organs and official media for it; null for who only belongs to one (a company, an exile, a
 * newspaper). `as`: the words that name the speaker, whose state and sector come first.
 */
export function spokenFor(entity: Speaker | undefined, as?: Pick<Mention, 'state' | 'sector'>): string | null {
  if (entity?.kind === 'state') return entity.iso3 ?? entity.id;
  const state = as?.state ?? entity?.state ?? entity?.iso3;
  const sector = as?.sector ?? entity?.sector;
  const isOrgan = sector !== undefined && ORGANS.includes(sector);
  return state !== undefined && (isOrgan || entity?.official === true) ? state : null;
}
