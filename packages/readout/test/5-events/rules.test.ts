/** Every rule's own cases, through the whole engine. A `todo` case that passes fails the run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openTestParts, readCases, root, type Whole } from '../engine.ts';
import { type EventCase, failure } from './cases.ts';

const folder = join(root, 'packages/knowledge/rules');
const cases: EventCase[] = [];
for (const f of readdirSync(join(folder, 'events'))
  .filter((n) => n.endsWith('.yaml'))
  .sort()) {
  const doc = parse(readFileSync(join(folder, 'events', f), 'utf8')) as {
    type?: string;
    rules?: { id: string; cases: EventCase[] }[];
    none?: { id: string; cases: EventCase[] }[];
  };
  for (const rule of [...(doc.rules ?? []), ...(doc.none ?? [])])
    for (const [i, c] of rule.cases.entries())
      cases.push({ ...c, id: `${rule.id}/${i + 1}`, ...(c.event || !doc.type ? {} : { event: doc.type }) });
}
const governors = parse(readFileSync(join(folder, 'governors.yaml'), 'utf8')) as { id: string; cases: EventCase[] }[];
for (const g of governors) for (const [i, c] of g.cases.entries()) cases.push({ ...c, id: `${g.id}/${i + 1}` });

describe('event rules', () => {
  const whole = new Map<string, Whole>();
  beforeAll(async () => {
    const parts = await openTestParts();
    const read = await readCases(cases, parts);
    cases.forEach((c, i) => {
      const w = read[i];
      if (w) whole.set(c.id, w);
    });
  });
  for (const c of cases) {
    it(`${c.id}: ${c.text}`, () => {
      const w = whole.get(c.id);
      expect(w).toBeDefined();
      const wrong = w ? failure(c, w) : 'not read';
      if (c.todo) expect(wrong, 'a todo that passes: take the mark away').toBeDefined();
      else expect(wrong).toBeUndefined();
    });
  }
});
