/** The sentences of cases/3-mentions/places.yaml through the whole engine: where a name lies, and names that are no places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { foldName as foldOfScript } from '../../../knowledge/scripts/fold-name.ts';
import { citiesFile, foldName } from '../../src/3-mentions/places/cities-file.ts';
import type { LocatedName } from '../../src/3-mentions/places/find-places.ts';
import { kilometres } from '../../src/3-mentions/places/place-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { openTestParts, readCases, root, type Whole } from '../engine.ts';

interface PlaceCase {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly find: string;
  readonly nth?: number;
  readonly near?: readonly [number, number];
  readonly country?: string;
  readonly precision?: string;
  readonly none?: boolean;
  readonly todo?: boolean | string;
}

const WITHIN_KM = 100;
const cases = parse(readFileSync(join(root, 'cases/3-mentions/places.yaml'), 'utf8')) as PlaceCase[];

function failure(c: PlaceCase, { doc }: Whole): string | undefined {
  let start = -1;
  for (let i = 0; i < (c.nth ?? 1); i++) start = c.text.indexOf(c.find, start + 1);
  if (start < 0) return `the text does not hold "${c.find}"`;
  const on = doc.located.filter((l) => l.span.start < start + c.find.length && l.span.end > start);
  const shown = on.map(show).join('; ') || 'nothing';
  if (c.none) return on.length === 0 ? undefined : `expected nothing, got ${shown}`;
  const exact = on.find((l) => l.span.start === start && l.span.end === start + c.find.length);
  if (!exact) return `expected just these words, got ${shown}`;
  const { place } = exact;
  if (c.country && place.country !== c.country) return `expected ${c.country}, got ${shown}`;
  if (c.precision && place.precision !== c.precision) return `expected a ${c.precision}, got ${shown}`;
  if (c.near && kilometres({ lat: c.near[0], lon: c.near[1] }, place) > WITHIN_KM) return `expected ${c.near}, got ${shown}`;
  return undefined;
}

const show = (l: LocatedName): string =>
  `"${l.name}" ${l.place.name} ${l.place.country} ${l.place.lat},${l.place.lon} ${l.place.precision} ${l.place.rule}`;

describe('places', () => {
  const whole = new Map<string, Whole>();
  beforeAll(async () => {
    const found = await readCases(cases, await openTestParts());
    cases.forEach((c, i) => {
      const w = found[i];
      if (w) whole.set(c.id, w);
    });
  });
  it('has ids that stand once, a third of them for what is no place', () => {
    expect(whole.size).toBe(cases.length);
    expect(cases.filter((c) => c.none).length * 3).toBeGreaterThanOrEqual(cases.length);
  });
  for (const c of cases)
    it(`${c.id}: ${c.text}`, () => {
      const w = whole.get(c.id);
      const wrong = w ? failure(c, w) : 'not read';
      if (c.todo) expect(wrong, 'a todo that passes: take the mark away').toBeDefined();
      else expect(wrong).toBeUndefined();
    });
  it('gives an event the place of its clause', () => {
    const events = [...whole.values()].flatMap((w) => w.events).filter((e) => e.location);
    expect(events.length).toBeGreaterThan(0);
    expect(events.every((e) => e.location?.place)).toBe(true);
  });
});

describe('the gazetteer file', () => {
  const bytes = loadKnowledge().cities();
  const file = citiesFile(() => bytes);
  it('finds the first name, the last, and every bearer', () => {
    const lines = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
    for (const line of [lines[0], lines[lines.length - 1], lines[lines.length >> 1]]) {
      const [name = ''] = line?.split('\t') ?? [];
      const rows = file.find(foldName(name));
      expect(rows.length).toBe(lines.filter((l) => foldName(l.split('\t')[0] ?? '') === foldName(name)).length);
    }
    expect(file.find('paris').map((r) => r.iso2)).toContain('FR');
  });
  it('finds nothing for what it does not hold', () => {
    expect(file.find('no such place at all')).toEqual([]);
    expect(file.find('')).toEqual([]);
  });
  it('folds names as the script that wrote it', () => {
    for (const name of ['Łódź', "Xi'an", 'Aix-en-Provence', 'São Paulo', 'St. Louis', 'Ærø'])
      expect(foldName(name)).toBe(foldOfScript(name));
  });
});
