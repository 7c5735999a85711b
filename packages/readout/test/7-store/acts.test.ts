/** Which pairs an event is between: those that meet or fight act on each other, those that accuse together do not. */
import { describe, expect, it } from 'vitest';
import { betweenOf, isMutual } from '../../src/7-store/index.ts';
import type { EventType, Party } from '../../src/model/index.ts';

const party = (state: string): Party => ({ entity: state, state, sector: 'GOV', mention: `m-${state}` });
const act = (event: EventType, actor: string[], recipient: string[] = []) => ({
  event,
  actor: actor.map(party),
  recipient: recipient.map(party),
});
const pairs = (e: ReturnType<typeof act>) => betweenOf(e, () => null).map((b) => `${b.a} ${b.b} ${b.way}`);

describe('the pairs of an event', () => {
  it('are the actors themselves where all do the same to each other', () => {
    expect(pairs(act('CONSULT', ['PER', 'CHL']))).toEqual(['CHL PER both']);
    expect(pairs(act('ASSAULT', ['PER', 'CHL']))).toEqual(['CHL PER both']);
  });
  it('are none where several accuse, ask or threaten together and nobody is named', () => {
    for (const event of ['ACCUSE', 'REQUEST', 'THREATEN', 'SANCTION', 'REJECT'] as const) {
      expect(isMutual(act(event, ['PER', 'CHL']))).toBe(false);
      expect(pairs(act(event, ['PER', 'CHL']))).toEqual([]);
    }
  });
  it('are actor and recipient where there is one', () => {
    expect(pairs(act('ACCUSE', ['PER', 'CHL'], ['BOL']))).toEqual(['BOL CHL back', 'BOL PER back']);
  });
});
