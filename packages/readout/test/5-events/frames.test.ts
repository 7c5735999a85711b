/** Constructions in which parties stand, through the whole engine: cases/5-events. A `todo` case that passes fails the run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openTestParts, readCases, root, type Whole } from '../engine.ts';
import { type EventCase, failure } from './cases.ts';

const folder = join(root, 'cases/5-events');
const cases = readdirSync(folder)
  .filter((n) => n.endsWith('.yaml'))
  .sort()
  .flatMap((f) => parse(readFileSync(join(folder, f), 'utf8')) as EventCase[]);

describe('frames', () => {
  let read: Whole[] = [];
  beforeAll(async () => {
    read = await readCases(cases, await openTestParts());
  });
  cases.forEach((c, i) => {
    it(`${c.id}: ${c.text}`, () => {
      const w = read[i];
      expect(w).toBeDefined();
      const wrong = w ? failure(c, w) : 'not read';
      if (c.todo) expect(wrong, 'a todo that passes: take the mark away').toBeDefined();
      else expect(wrong).toBeUndefined();
    });
  });
});
