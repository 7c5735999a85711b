/** An act of the title that the text tells again is one event with the words of both; another act stays its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Event, Record } from '../../src/model/index.ts';
import { extract, read } from '../../src/pipeline.ts';
import { openTestParts } from '../engine.ts';

const texts = {
  organ: 'Norway seizes ferry\n\nNorwegian marines on Friday seized a ferry near the strait. It had left port without papers.',
  officer: 'Kenyan minister condemns Chad\n\nInterior Minister Ayo Baraka of Kenya condemned Chad on Friday. He gave no reasons.',
  other: 'Norway condemns Chad\n\nA Swedish minister condemned Chad on Friday. Norway has not said why.',
  history: 'Norway condemns Chad\n\nSweden said that Norwegian ministers condemned Chad in 2010.',
  both: "Minister meets Okoro\n\nNorway's president met Okoro on Friday.",
  twice: 'Norway condemned Chad. The minister was angry. Norway condemned Chad in 2010, Swedish officials said.',
  negative: 'Norway condemns Chad\n\nNorway did not condemn Chad on Friday, a spokesman said.',
};

describe('titles', () => {
  const records = new Map<string, Record>();
  beforeAll(async () => {
    const parts = await openTestParts();
    const names = Object.keys(texts) as (keyof typeof texts)[];
    const reads = names.map((n) => read({ source: texts[n], hints: { date: '2032-05-02' } }, parts));
    for (const [i, r] of (await extract(reads, parts)).entries()) records.set(names[i] ?? '', r);
  });
  const events = (name: keyof typeof texts): readonly Event[] => records.get(name)?.events ?? [];
  const triggers = (e: Event | undefined): string[] =>
    (e?.evidence ?? []).filter((x) => x.as === 'trigger').map((x) => String(x.span.start));

  it('join what a state does with what its soldiers do', () => {
    const seized = events('organ').filter((e) => e.event === 'COERCE');
    expect(seized).toHaveLength(1);
    expect(triggers(seized[0])).toHaveLength(2);
    expect(seized[0]?.date?.basis).toBe('implied');
    expect(seized[0]?.actor[0]?.entity).not.toBe('NOR');
  });

  it('join who is called by his office with who is named', () => {
    const accused = events('officer').filter((e) => e.event === 'ACCUSE');
    expect(accused).toHaveLength(1);
    expect(accused[0]?.actor[0]?.entity).toBe('person:ayo-baraka');
    expect(accused[0]?.recipient[0]?.entity).toBe('TCD');
  });

  it('leave acts of others alone', () => {
    expect(events('other').filter((e) => e.event === 'ACCUSE')).toHaveLength(2);
  });

  it('are apart from history with a day of its own, as are sentences', () => {
    const accused = events('twice').filter((e) => e.event === 'ACCUSE');
    expect(accused.map((e) => e.status).sort()).toEqual(['background', 'current']);
  });

  it('leave apart what was and what was not done', () => {
    expect(events('negative').filter((e) => e.event === 'ACCUSE')).toHaveLength(2);
  });

  it('leave apart what happens and what happened long ago', () => {
    expect(
      events('history')
        .filter((e) => e.event === 'ACCUSE')
        .map((e) => e.status),
    ).toEqual(['current', 'background']);
  });

  it('name nobody twice', () => {
    const met = events('both').filter((e) => e.event === 'CONSULT')[0];
    expect(met?.actor.map((p) => p.entity)).toEqual(['people:norway-president', 'person:okoro']);
  });
});
