/** The sentences of cases/4-claims through the whole engine, with people that do not exist. A `todo` case that passes fails the run. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestParts, readCases, type Whole } from '../engine.ts';
import { claimCases, claimFailure } from './cases.ts';

const names = ['cues', 'contents', 'sources', 'quotes', 'nesting', 'silences', 'joint'];
const cases = names.flatMap(claimCases);
const whole = new Map<string, Whole>();

beforeAll(async () => {
  const found = await readCases(cases, await openTestParts());
  cases.forEach((c, i) => {
    const w = found[i];
    if (w) whole.set(c.id, w);
  });
});

describe('cases/4-claims', () => {
  it('has ids that stand once', () => {
    expect(new Set(cases.map((c) => c.id)).size).toBe(cases.length);
  });
  it('has as many silences that are none as some', () => {
    const silences = claimCases('silences');
    expect(silences.length).toBeGreaterThanOrEqual(80);
    expect(silences.filter((c) => c.none).length).toBeGreaterThanOrEqual(40);
  });
  it('has, of what several say, a third that is said by one', () => {
    const joint = claimCases('joint').filter((c) => c.claims);
    const none = joint.filter((c) => c.claims?.every((e) => e.entities?.length === 0));
    expect(joint.length).toBeGreaterThanOrEqual(30);
    expect(none.length * 3).toBeGreaterThanOrEqual(joint.length);
  });
  for (const c of cases)
    it(`${c.id}: ${c.text}`, () => {
      const w = whole.get(c.id);
      const wrong = w ? claimFailure(c, w) : 'not read';
      if (c.todo) expect(wrong, 'a todo that passes: take the mark away').toBeDefined();
      else expect(wrong).toBeUndefined();
    });
});
