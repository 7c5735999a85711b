/** The knowledge as compiled: nothing dangling, terms and memberships that can be, every state with its names. */
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';

const knowledge = loadKnowledge();
const rows = (name: string) => knowledge.list(name);

describe('knowledge', () => {
  it('holds all members of the United Nations with name, adjective, people and capital', () => {
    const states = rows('states')
      .filter((r) => r.kind === 'state')
      .map((r) => r.id ?? '');
    expect(states.length).toBe(195);
    for (const kind of ['name', 'adjective', 'people', 'capital']) {
      const have = new Set(
        rows('state-names')
          .filter((r) => r.kind === kind)
          .map((r) => r.state),
      );
      // The Holy See and the State of Palestine are observers; the Vatican has no capital apart from itself.
      expect(
        states.filter((s) => !have.has(s) && s !== 'VAT'),
        kind,
      ).toEqual([]);
    }
  });

  it('gives codes that trip people as exports.md has them', () => {
    const row = (id: string) => rows('states').find((r) => r.id === id);
    expect([row('KOR')?.cow, row('PRK')?.cow, row('CHN')?.cow, row('TWN')?.cow, row('RUS')?.cow]).toEqual([
      '732',
      '731',
      '710',
      '713',
      '365',
    ]);
    expect([row('DEU')?.cow, row('DEU')?.gw]).toEqual(['255', '260']);
    expect([row('KOR')?.fips, row('PRK')?.fips, row('CHN')?.fips, row('RUS')?.fips]).toEqual(['KS', 'KN', 'CH', 'RS']);
    expect(row('XKX')?.cow).toBe('347');
  });

  it('says of every row where it comes from', () => {
    for (const name of [
      'states',
      'state-names',
      'persons',
      'offices',
      'organisations',
      'memberships',
      'bodies',
      'publishers',
      'armed-groups',
    ]) {
      const list = rows(name);
      expect(list.length, name).toBeGreaterThan(30);
      expect(list.filter((r) => !/^(recall|shared:[\w./-]+|[@\w./-]+@\d+\.\d+\.\d+)$/.test(r.source ?? '')).length, name).toBe(0);
    }
  });

  it('lets no term and no membership end before it begins', () => {
    const wrong = [...rows('offices'), ...rows('memberships')].filter(
      (r) => r.start && r.end && (r.end ?? '').slice(0, (r.start ?? '').length) < (r.start ?? '').slice(0, (r.end ?? '').length),
    );
    expect(wrong.map((r) => `${r.person ?? r.state} ${r.start} ${r.end}`)).toEqual([]);
  });

  it('lets terms of an office that a state has one of not overlap', () => {
    const single = new Set(['foreign', 'defence', 'government', 'state']);
    const heads = new Map(rows('office-types').map((r) => [r.id, r.head]));
    // Offices of parts of a state or of several at once; the note says where two claim it, or somebody stands in.
    const several = new Set(['presidency-member', 'first-minister', 'premier', 'council-president']);
    const by = new Map<string, { who: string; start: string; end: string }[]>();
    for (const r of rows('offices')) {
      if (!single.has(heads.get(r.office) ?? '') || several.has(r.office ?? '') || r.note || !r.start) continue;
      const key = `${r.office}/${r.state}/${r.organisation}`;
      by.set(key, [...(by.get(key) ?? []), { who: r.person ?? '', start: r.start, end: r.end || '9999-12-31' }]);
    }
    const wrong = [...by].flatMap(([key, list]) =>
      list
        .sort((a, b) => (a.start < b.start ? -1 : 1))
        .filter((x, i) => {
          const before = list[i - 1];
          const known = Math.min(x.start.length, before?.end.length ?? 0);
          return before && x.start.slice(0, known) < before.end.slice(0, known);
        })
        .map((x) => `${key} ${x.who} ${x.start}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows who led whom on a day', () => {
    const on = (office: string, state: string, day: string) =>
      rows('offices')
        .filter((r) => r.office === office && r.state === state && (r.start ?? '') <= day && (!r.end || r.end >= day))
        .map((r) => r.person);
    expect(on('president', 'KOR', '2024-11-15')).toEqual(['yoon-suk-yeol']);
    expect(on('president', 'CHN', '2024-11-15')).toEqual(['xi-jinping']);
    expect(on('president', 'USA', '2005-06-01')).toEqual(['george-w-bush']);
  });

  it('lets intervals of one membership not overlap', () => {
    const by = new Map<string, { start: string; end: string }[]>();
    for (const r of rows('memberships')) {
      const key = `${r.organisation}/${r.state}/${r.status}`;
      by.set(key, [...(by.get(key) ?? []), { start: r.start ?? '', end: r.end || '9999' }]);
    }
    const wrong = [...by].filter(([, list]) =>
      list.sort((a, b) => (a.start < b.start ? -1 : 1)).some((x, i) => i > 0 && x.start < (list[i - 1]?.end ?? '')),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
