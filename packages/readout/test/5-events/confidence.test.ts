/** An event's confidence is the sum of the weights of its signs; what is more likely wrong than right is left out of the news. */
import { beforeAll, describe, expect, it } from 'vitest';
import { annotate } from '../../src/2-sentences/index.ts';
import { readConfidence, SIGN_NAMES, signsOf, withConfidence } from '../../src/5-events/confidence.ts';
import { findEvents } from '../../src/5-events/index.ts';
import type { Knowledge, Row } from '../../src/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Event } from '../../src/model/index.ts';
import { documentOf, type Parts, read } from '../../src/pipeline.ts';
import { openTestParts } from '../engine.ts';

/** Two tellings of one act in the lead, then three sentences, then a deed that is told far down in a subordinate clause. */
const text = `Norway condemns Chad

Norway's president condemned Chad on Friday. The weather was mild. Nobody was surprised. Peru rejected the plan of the ministers of Kenya.

Observers in the capital noted that the plan, which had been drawn up by experts over many months and at great expense, was shelved after its soldiers
raided the offices of the party of the president of Chad in the north of the country, where the roads are poor and the winters long and cold, they said.`;

const withRows = (signs: readonly Row[], thresholds: readonly Row[] = []): Knowledge =>
  ({ lexicon: (name: string) => (name === 'event-signs' ? signs : name === 'thresholds' ? thresholds : []) }) as unknown as Knowledge;

describe('confidence', () => {
  let parts: Parts;
  let doc: ReturnType<typeof documentOf>;
  let events: readonly Event[];
  beforeAll(async () => {
    parts = await openTestParts();
    const reads = [read({ source: text, hints: { date: '2032-05-02' } }, parts)];
    const sentences = await annotate(
      reads.map((r) => r.article),
      parts.network,
      parts.sentences,
    );
    doc = documentOf(reads[0] as never, sentences[0] ?? [], parts);
    events = findEvents(doc, [], { ...parts.events, confidence: { ...parts.events.confidence, least: 0 } });
  });
  const condemned = (): Event => events.find((e) => e.event === 'ACCUSE') as Event;
  const raided = (): Event => events.find((e) => e.event === 'ASSAULT' || e.event === 'COERCE') as Event;

  it('is higher for what the lead tells twice than for a deed far down', () => {
    expect(signsOf(doc, condemned())).toEqual(expect.arrayContaining(['lead', 'told-again', 'main-verb']));
    expect(signsOf(doc, raided())).toEqual(expect.arrayContaining(['deed', 'long']));
    expect(signsOf(doc, raided())).not.toContain('lead');
    expect(condemned().confidence).toBeGreaterThan(0.9);
    expect(raided().confidence).toBeLessThan(0.7);
  });

  it('tells a recipient of its own from one inside the phrase of something else', () => {
    const rejected = events.filter((e) => e.event === 'REJECT');
    expect(rejected.map((e) => signsOf(doc, e).includes('recipient-inside'))).toEqual([true]);
    expect(signsOf(doc, condemned())).not.toContain('recipient-inside');
  });

  it('adds the weights of the signs and goes through the logistic function', () => {
    const table = readConfidence(
      withRows([
        { sign: 'base', weight: '0.5' },
        { sign: 'lead', weight: '1' },
        { sign: 'deed', weight: '-2' },
      ]),
    );
    const { confidence: _, ...bare } = condemned();
    expect(withConfidence(doc, bare, table)).toMatchObject({ confidence: 0.82, signs: ['lead'] });
    const { confidence: __, ...deed } = raided();
    expect(withConfidence(doc, deed, table)?.confidence).toBe(0.18);
  });

  it('leaves out news that is likelier wrong, and nothing else', () => {
    const table = readConfidence(withRows([{ sign: 'deed', weight: '-2' }], [{ name: 'event-confidence', value: '0.5' }]));
    expect(withConfidence(doc, raided(), table)).toBeUndefined();
    expect(withConfidence(doc, { ...raided(), status: 'background' }, table)?.confidence).toBe(0.12);
    expect(withConfidence(doc, { ...raided(), modality: 'intended' }, table)?.confidence).toBe(0.12);
    expect(withConfidence(doc, condemned(), table)?.confidence).toBe(0.5);
  });

  it('knows no confidence where the table is empty', () => {
    const { confidence: _, ...bare } = condemned();
    expect(withConfidence(doc, bare, readConfidence(withRows([])))).not.toHaveProperty('confidence');
  });

  it('refuses a sign that the engine does not know, and a weight that is none', () => {
    expect(() => readConfidence(withRows([{ sign: 'moon', weight: '1' }]))).toThrow(/there is no sign “moon”/);
    expect(() => readConfidence(withRows([{ sign: 'lead', weight: 'much' }]))).toThrow(/weight of “lead” is no number/);
  });

  it('has a weight for every sign', () => {
    const rows = loadKnowledge().lexicon('event-signs');
    expect(rows.map((r) => r.sign).sort()).toEqual(['base', ...SIGN_NAMES].sort());
  });
});
