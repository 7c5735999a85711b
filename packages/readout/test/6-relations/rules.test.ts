/** Every relation rule's own cases, and the sentences of cases/6-relations, through the whole engine. A `todo` case that passes fails the run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openTestParts, readCases, root, type Whole } from '../engine.ts';
import { type FigureCase, figureFailure, type RelationCase, relationFailure } from './cases.ts';

const folder = join(root, 'packages/knowledge/rules/relations');
const relationCases: RelationCase[] = [];
for (const f of readdirSync(folder)
  .filter((n) => n.endsWith('.yaml'))
  .sort()) {
  const doc = parse(readFileSync(join(folder, f), 'utf8')) as {
    kind: string;
    rules?: { id: string; cases: RelationCase[] }[];
    none?: { id: string; cases: RelationCase[] }[];
  };
  for (const rule of [...(doc.rules ?? []), ...(doc.none ?? [])])
    for (const [i, c] of rule.cases.entries()) relationCases.push({ ...c, id: `${rule.id}/${i + 1}`, kind: c.kind ?? doc.kind });
}
const read = <T>(name: string): T[] => {
  const file = join(root, 'cases/6-relations', name);
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as T[]) : [];
};
relationCases.push(...read<RelationCase>('relations.yaml'));
const figureCases = read<FigureCase>('figures.yaml');

describe('relations and figures', () => {
  const whole = new Map<string, Whole>();
  beforeAll(async () => {
    const parts = await openTestParts();
    const all = [...relationCases, ...figureCases];
    const found = await readCases(all, parts);
    all.forEach((c, i) => {
      const w = found[i];
      if (w) whole.set(c.id, w);
    });
  });
  const check = <T extends RelationCase | FigureCase>(c: T, failure: (c: T, w: Whole) => string | undefined): void => {
    const w = whole.get(c.id);
    const wrong = w ? failure(c, w) : 'not read';
    if (c.todo) expect(wrong, 'a todo that passes: take the mark away').toBeDefined();
    else expect(wrong).toBeUndefined();
  };
  it('has ids that stand once', () => {
    expect(whole.size).toBe(relationCases.length + figureCases.length);
  });
  for (const c of relationCases) it(`${c.id}: ${c.text}`, () => check(c, relationFailure));
  for (const c of figureCases) it(`${c.id}: ${c.text}`, () => check(c, figureFailure));
});
