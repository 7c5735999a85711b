// One act told many times is one event with all its evidence, in little processor time however often it is told.
import { describe, expect, it } from 'vitest';
import { mergeEvents } from '../../src/5-events/merge.ts';
import type { Event } from '../../src/model/index.ts';
import { talksRecord } from '../7-store/records.ts';

function acts(count: number, more: Partial<Event> = {}): readonly Event[] {
  const [act] = talksRecord().events;
  if (!act) throw new Error('an event to begin with');
  const at = (i: number, as: 'trigger' | 'actor') => ({ span: { start: 10 * i + (as === 'actor' ? 0 : 5), end: 10 * i + 6 }, as });
  return Array.from({ length: count }, (_, i) => ({ ...act, evidence: [at(i, 'actor'), at(i, 'trigger')], ...more }));
}

describe('an act told many times', () => {
  it('is one event; evidence that is there twice is there once', () => {
    const told = acts(3);
    const [event, ...others] = mergeEvents([...told, ...told]);
    expect(others).toEqual([]);
    expect(event?.evidence).toEqual(told.flatMap((e) => e.evidence));
  });

  it('takes time with the number of tellings, not with its square', () => {
    const before = process.cpuUsage();
    const merged = mergeEvents([...acts(5_000), ...acts(5_000, { modality: 'requested' })]);
    const { user, system } = process.cpuUsage(before);
    expect(merged.map((e) => e.evidence.length)).toEqual([10_000, 10_000]);
    // Each with each took some 25 s.
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
