// Two readouts of one meeting side by side, and the voices that one report relays.
import { beforeAll, describe, expect, it } from 'vitest';
import { relayedAccounts } from '../../src/8-compare/accounts/accounts.ts';
import { framingOf } from '../../src/8-compare/accounts/framing.ts';
import { compareAccounts, comparisonLines, findThing, searchText, searchWords, textAccounts, voicesOf } from '../../src/8-compare/index.ts';
import { comparisonColumns } from '../../src/cli/format/comparison-columns.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Comparison, Record } from '../../src/model/index.ts';
import { jointRecord } from '../7-store/records.ts';
import { type Sample, sampleRecords } from './samples.ts';

const words = searchWords(loadKnowledge());
let samples: readonly Sample[] = [];
const record = (name: string): Record => samples.find((s) => s.name === name)?.record as Record;
let han: Record;
let wall: Record;
let both: Comparison;

beforeAll(async () => {
  samples = await sampleRecords();
  han = record('lima-han-river.txt');
  wall = record('lima-great-wall.txt');
  both = compareAccounts(textAccounts([han, wall]), [han, wall], words);
});

describe('two accounts of a meeting', () => {
  it('both have the meeting', () => {
    const row = both.rows.find((r) => r.kind === 'event' && r.label.includes('CONSULT'));
    expect(row?.alignment).not.toBe('only-here');
    expect(Object.values(row?.cells ?? {}).map((c) => c.is)).toEqual(['said', 'said']);
  });

  it('say what one has of North Korea and the other does not, and what was searched', () => {
    const about = both.omissions.filter((o) => o.account === wall.article.id && o.searched.absent.includes('PRK'));
    expect(about.length).toBeGreaterThan(0);
    for (const o of about) {
      expect(o).toMatchObject({ basis: 'party', heldBy: 1, of: 2 });
      expect(o.searched.sentences).toBeGreaterThanOrEqual(4);
      expect(o.searched.names).toContain('North Korea');
      expect(o.salience).toBeGreaterThan(0);
    }
    expect(wall.article.text).not.toContain('North Korea');
  });

  it('never say that a party is absent which the text mentions', () => {
    const byId = new Map([han, wall].map((r) => [r.article.id, r]));
    for (const o of both.omissions)
      for (const party of o.searched.absent) expect(byId.get(o.account)?.mentions.some((m) => m.entities.includes(party))).toBe(false);
  });

  it('stand beside the silence that one of them reports', () => {
    expect(both.silences).toHaveLength(1);
    expect(both.silences[0]).toMatchObject({ article: han.article.id, accounts: [wall.article.id] });
  });

  it('quote words that stand in their texts', () => {
    for (const row of both.rows)
      for (const [account, cell] of Object.entries(row.cells)) {
        if (cell.is !== 'said') continue;
        const text = (account === han.article.id ? han : wall).article.text.replace(/\s+/g, ' ');
        for (const s of cell.sayings) expect(text).toContain(s.quote.replace(/\s+/g, ' '));
      }
  });

  it('are flat as a table: a line for each row and account, and the reported silence beside the account it is of', () => {
    const days = new Map([han, wall].map((r) => [r.article.id, r.article.published?.value ?? '']));
    const lines = comparisonLines(both, days);
    expect(lines).toHaveLength(2 * both.rows.length + 1);
    expect(lines.at(-1)).toMatchObject({ kind: 'silence', account: { article: wall.article.id }, cell: { is: 'reported-silence' } });
    const columns = comparisonColumns();
    const csv = lines.map((line) => Object.fromEntries(columns.map((c) => [c.name, (c.exact ?? c.value)(line)])));
    const met = csv.filter((l) => l.kind === 'event' && String(l.label).includes('CONSULT'));
    expect(met).toHaveLength(2);
    expect(met[0]).toMatchObject({ cell: 'said', held_by: 2, of: 2, published: '2024-11-16', quoted: 0 });
    const absent = csv.find((l) => l.article === wall.article.id && l.absent === 'PRK');
    expect(absent).toMatchObject({ cell: 'not-in-this-text', basis: 'party', words: undefined });
    for (const c of columns) expect(c.means.length).toBeGreaterThan(8);
  });

  it('make the same rows in either order', () => {
    const turned = compareAccounts(textAccounts([wall, han]), [wall, han], words);
    const shape = (c: Comparison): unknown => c.rows.map((r) => ({ id: r.id, alignment: r.alignment, cells: Object.keys(r.cells).sort() }));
    expect(shape(turned)).toEqual(shape(both));
  });

  it('use no word of blame', () => {
    expect(JSON.stringify(both.rows.map((r) => [r.label, r.alignment]))).not.toMatch(/\bhid|conceal|suppress|bias/i);
  });
});

describe('the voices in one text', () => {
  it('are partial, and nothing is said to be left out of them', () => {
    const meridian = record('lima-meridian.txt');
    const voices = voicesOf(meridian);
    expect(voices.map((v) => v.voice.state)).toEqual(expect.arrayContaining(['KOR', 'CHN']));
    expect(voices.every((v) => v.partial && v.kind === 'relayed')).toBe(true);
    const comparison = compareAccounts(voices, [meridian], words);
    expect(comparison.rows.length).toBeGreaterThan(0);
    expect(comparison.omissions).toEqual([]);
  });
});

describe('what several say together', () => {
  const joint = jointRecord();

  it('stands in the account of each', () => {
    const held = relayedAccounts(joint).map((a) => [a.voice.id, a.claims.join(' ')]);
    expect(held).toContainEqual(['NOR', 'c2']);
    expect(held).toContainEqual(['CHN', 'c2']);
    expect(textAccounts([joint])[0]?.speakers).toEqual(expect.arrayContaining(['NOR', 'CHN']));
  });

  it('is counted for each as a report of their words', () => {
    const [framing] = framingOf(textAccounts([joint]), [joint]);
    expect(framing?.reported.filter((r) => r.verb === 'said').map((r) => r.entity)).toEqual(expect.arrayContaining(['NOR', 'CHN']));
  });

  it('is the same as what one of them is said to say, and not what a third says', () => {
    const alone = (entity: string): Record => {
      const other = jointRecord({ day: '2022-05-06' });
      const claims = other.claims.map((c) =>
        c.id === 'c2' && c.source ? { ...c, source: { entity, span: c.source.span }, chain: [{ entity, how: 'said' }] } : c,
      );
      return { ...other, claims };
    };
    const rowOf = (other: Record) =>
      compareAccounts(textAccounts([joint, other]), [joint, other], words).rows.filter(
        (r) => r.kind === 'claim' && /port would stay/.test(JSON.stringify(r)),
      );
    expect(rowOf(alone('CHN')).map((r) => Object.values(r.cells).map((c) => c.is))).toEqual([['said', 'said']]);
    expect(rowOf(alone('outlet:chinese-state-media')).length).toBe(1);
    expect(rowOf(alone('place:oslo')).length).toBe(1);
    expect(rowOf(alone('KOR')).length).toBe(2);
  });
});

describe('a thing', () => {
  const cases: readonly (readonly [names: readonly string[], isThere: boolean])[] = [
    [['North Korea'], true],
    [['the DPRK', 'North Korea'], true],
    [['Xi'], true],
    [['Shigeru Ishiba', 'the Japanese prime minister'], false],
    [['Philippines'], false],
    [['Asia%2DPacific Ocean Fisheries Board'], false],
  ];
  for (const [names, isThere] of cases)
    it(`is ${isThere ? '' : 'not '}in the text: ${names[0]}`, () => {
      expect(findThing(searchText(han, words), names).span !== undefined).toBe(isThere);
    });
});
