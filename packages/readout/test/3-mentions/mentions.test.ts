/** The sentences of cases/3-mentions through the whole engine, with people that do not exist. A `todo` case that passes fails the run. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestParts, readCases, type Whole } from '../engine.ts';
import { mentionCases, mentionFailure } from './cases.ts';

for (const name of ['actors', 'links', 'metonyms', 'coreference', 'bodies', 'persons']) {
  const cases = mentionCases(name);
  describe(name, () => {
    const whole = new Map<string, Whole>();
    beforeAll(async () => {
      const found = await readCases(cases, await openTestParts());
      cases.forEach((c, i) => {
        const w = found[i];
        if (w) whole.set(c.id, w);
      });
    });
    it('has ids that stand once', () => {
      expect(whole.size).toBe(cases.length);
    });
    for (const c of cases)
      it(`${c.id}: ${c.text}`, () => {
        const w = whole.get(c.id);
        const wrong = w ? mentionFailure(c, w) : 'not read';
        if (c.todo) expect(wrong, 'a todo that passes: take the mark away').toBeDefined();
        else expect(wrong).toBeUndefined();
      });
  });
}
