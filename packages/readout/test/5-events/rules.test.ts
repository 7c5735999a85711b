/** Every rule's own cases, through the whole engine. A `todo` case that passes fails the run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lemmatize } from '../../src/2-sentences/lemmas/lemmatize.ts';
import { openTestParts, readCases, root, type Whole } from '../engine.ts';
import { type EventCase, failure } from './cases.ts';

const folder = join(root, 'packages/knowledge/rules');
interface Written {
  readonly id: string;
  readonly verb?: string | string[];
  readonly cases: EventCase[];
}
const cases: EventCase[] = [];
/** Triggers of several words, with the rule that has them. */
const phrases: [rule: string, phrase: string][] = [];
for (const f of readdirSync(join(folder, 'events'))
  .filter((n) => n.endsWith('.yaml'))
  .sort()) {
  const doc = parse(readFileSync(join(folder, 'events', f), 'utf8')) as {
    type?: string;
    rules?: Written[];
    none?: Written[];
  };
  for (const rule of [...(doc.rules ?? []), ...(doc.none ?? [])]) {
    for (const phrase of [rule.verb ?? []].flat()) if (phrase.includes(' ')) phrases.push([rule.id, phrase]);
    for (const [i, c] of rule.cases.entries())
      cases.push({ ...c, id: `${rule.id}/${i + 1}`, ...(c.event || !doc.type ? {} : { event: doc.type }) });
  }
}
const governors = parse(readFileSync(join(folder, 'governors.yaml'), 'utf8')) as { id: string; cases: EventCase[] }[];
for (const g of governors) for (const [i, c] of g.cases.entries()) cases.push({ ...c, id: `${g.id}/${i + 1}` });

describe('triggers of several words', () => {
  it('begin with a verb as the lemmatiser gives it, or else they never fire', async () => {
    const { sentences } = await openTestParts();
    const bent = phrases.filter(([, phrase]) => {
      const [first = ''] = phrase.split(' ');
      const xpos = first.endsWith('ed') ? 'VBD' : first.endsWith('ing') ? 'VBG' : undefined;
      return xpos !== undefined && lemmatize(first, 'VERB', xpos, sentences.lemmas) !== first;
    });
    expect(phrases.length).toBeGreaterThan(1000);
    expect(bent).toEqual([]);
  });
});

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
