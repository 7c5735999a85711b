/** Invariants of stage 4 on texts whose quotation is broken in every way: nothing throws, spans lie in the text, chains end with the source. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/4-claims/quotes.ts';
import type { Parts } from '../../src/pipeline.ts';
import { bodyArticle, openTestParts, readCases } from '../engine.ts';

const RUNS = 2000;
/** Texts that go through the network at once. */
const BATCH = 250;

const words = fc.constantFrom(
  'Varga',
  'said',
  'that',
  'Norway',
  'the dam',
  'would hold',
  'according to',
  'reported',
  'the Baltic Wire',
  'called for',
  'calm',
  'he',
  'I',
  'declined to comment',
  'made no mention of',
  'Sweden',
  'denied',
  'warned',
  'as quoted by',
  'who',
);
const marks = fc.constantFrom(
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  "''",
  '``',
  ',',
  '.',
  '?',
  '!',
  ':',
  ' — ',
  '(',
  ')',
  '\n\n',
  '\n',
  '…',
  '-',
  ' ',
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: marks }), { minLength: 1, maxLength: 24 })
  .map((parts) => parts.join(' ').replace(/ ([,.?!:”’»])/g, '$1'));

let parts: Parts;
beforeAll(async () => {
  parts = await openTestParts();
});

describe('broken quotation', () => {
  it(`${RUNS} texts: nothing throws, spans lie in the text`, async () => {
    const texts = fc.sample(text, { numRuns: RUNS, seed: 20320501 });
    for (let at = 0; at < texts.length; at += BATCH) {
      const batch = texts.slice(at, at + BATCH);
      const found = await readCases(
        batch.map((t) => ({ text: t, date: '2032-05-01' })),
        parts,
      );
      found.forEach((whole, i) => {
        const length = batch[i]?.length ?? 0;
        const ids = new Set(whole.claims.map((c) => c.id));
        const mentions = new Set(whole.doc.mentions.map((m) => m.id));
        for (const c of whole.claims) {
          for (const s of [...c.cue, ...c.content, ...(c.source ? [c.source.span] : [])])
            expect(s.start >= 0 && s.start < s.end && s.end <= length, JSON.stringify([batch[i], c])).toBe(true);
          for (let k = 1; k < c.content.length; k++)
            expect((c.content[k]?.start ?? 0) >= (c.content[k - 1]?.end ?? 0), JSON.stringify([batch[i], c])).toBe(true);
          if (c.within) expect(ids.has(c.within)).toBe(true);
          if (c.source?.mention) expect(mentions.has(c.source.mention)).toBe(true);
          const last = c.chain[c.chain.length - 1];
          if (c.source?.entity) expect(last).toMatchObject({ entity: c.source.entity });
          if (c.source?.entities) expect(last).toMatchObject({ entity: c.source.entities[0], entities: c.source.entities });
          expect(c.source?.entity === undefined || c.source.entities === undefined).toBe(true);
        }
        for (const s of whole.silences) {
          for (const e of s.evidence)
            expect(e.span.start >= 0 && e.span.start < e.span.end && e.span.end <= length, JSON.stringify([batch[i], s])).toBe(true);
          if (s.by.mention) expect(mentions.has(s.by.mention)).toBe(true);
        }
      });
    }
  }, 240_000);

  it('quotes lie in the text, in order, the inner within the outer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.string({ maxLength: 80 }),
          fc.string({ unit: fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', ' ', 'a', '.', '\n', ','), maxLength: 60 }),
        ),
        (t) => {
          let before = 0;
          for (const q of findQuotes(bodyArticle(t))) {
            expect(q.outer.start).toBeGreaterThanOrEqual(before);
            expect(
              q.outer.start < q.inner.start && q.inner.start < q.inner.end && q.inner.end <= q.outer.end && q.outer.end <= t.length,
            ).toBe(true);
            before = q.outer.end;
          }
        },
      ),
      { numRuns: RUNS, seed: 20320501 },
    );
  });
});
