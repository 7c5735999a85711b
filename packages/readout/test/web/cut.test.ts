import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAt, linesBySegment, linesOf, rolesBySegment } from '../../../../apps/web/src/lib/lines.ts';
import { cutText } from '../../../../apps/web/src/lib/segments.ts';
import { dayInWords, figureInWords, list, rangeInWords } from '../../../../apps/web/src/lib/wording.ts';
import type { Part } from '../../src/model/index.ts';
import { meetingRecord, spanIn } from '../http/records.ts';

describe('cutText', () => {
  it('shows every word once, in order, whatever the parts and spans are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '“', '\u{1F5FA}', '<') });
    const numbers = fc.array(fc.nat(60), { maxLength: 12 });
    fc.assert(
      fc.property(text, numbers, numbers, (words, a, b) => {
        const spans = a.map((start, i) => ({ start, end: start + (b[i] ?? 0) })).filter((s) => s.end <= words.length);
        const parts: Part[] = spans.slice(0, 3).map((span) => ({ kind: 'caption', span }));
        const { blocks, segments } = cutText({ text: words, parts }, spans);
        expect(
          segments
            .map((s) => s.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(words.replace(/\s/g, ''));
        expect(segments.every((s, i) => s.index === i && s.text === words.slice(s.start, s.end) && s.end > s.start)).toBe(true);
        expect(segments.every((s, i) => i === 0 || s.start >= (segments[i - 1]?.end ?? 0))).toBe(true);
        expect(blocks.flatMap((block) => block.paragraphs.flat())).toEqual(segments);
        // No segment reaches over a border of a span.
        for (const s of segments)
          for (const span of spans) for (const at of [span.start, span.end]) expect(s.start < at && at < s.end).toBe(false);
      }),
    );
  });

  it('keeps the parts apart', () => {
    const { blocks } = cutText(meetingRecord().article, []);
    expect(blocks.map((b) => b.kind)).toEqual([
      'header',
      'title',
      'byline',
      'dateline',
      'body',
      'caption',
      'credit',
      'body',
      'boilerplate',
    ]);
    expect(blocks[7]?.paragraphs).toHaveLength(5);
  });
});

describe('linesOf', () => {
  const made = meetingRecord();
  const lines = linesOf(made);
  const { segments } = cutText(
    made.article,
    lines.flatMap((l) => l.marks.map((m) => m.span)),
  );

  it('is in reading order, entities last', () => {
    expect(lines.filter((l) => l.kind !== 'entity').map((l) => l.id)).toEqual([
      'e1',
      'f1',
      'f2',
      'c1',
      'c2',
      'e2',
      'c3',
      'e5',
      'r1',
      'r2',
      'r3',
      's1',
      'c4',
      'e3',
      'e4',
    ]);
    expect(lines.at(-1)?.kind).toBe('entity');
  });

  it('says what the default view leaves out, and why', () => {
    const set = (id: string): readonly string[] | undefined => lines.find((l) => l.id === id)?.set;
    expect(set('e1')).toEqual([]);
    expect(set('e2')).toEqual(['intended', 'claimed']);
    expect(set('e3')).toEqual(['background', 'claimed']);
    expect(set('e4')).toEqual([]);
    expect(set('c4')).toEqual(['background']);
  });

  it('gives a lit line its letters where each role begins', () => {
    const roles = rolesBySegment(
      lines.find((l) => l.id === 'e1'),
      segments,
    );
    const at = (words: string): string | undefined => roles.get(firstAt(segments, spanIn(made.article.text, words).start))?.letters;
    expect([at('South Korean President'), at('met'), at('on Friday'), at('Peru, on')]).toEqual(['A', 'T', 'D', 'L']);
    expect(at('APEC')).toBeUndefined();
  });

  it('finds from words the records they made, the trigger’s first', () => {
    const here = linesBySegment(lines, segments);
    const at = (words: string): string | undefined => here[firstAt(segments, spanIn(made.article.text, words).start)]?.[0];
    expect(at('send an envoy')).toBe('e2');
    expect(at('made no mention')).toBe('s1');
    expect(at('peace and stability')).toBe('c1');
  });
});

describe('wording', () => {
  it.each([
    ['2024-11-15', '15 Nov 2024'],
    ['2024-11', 'Nov 2024'],
    ['2024', '2024'],
    ['soon', 'soon'],
  ])('%s is %s', (value, words) => expect(dayInWords(value)).toBe(words));

  it('says intervals at their precision', () => {
    expect(rangeInWords({ start: '2024-12-01', end: '2024-12-31', precision: 'month', basis: 'implied' })).toBe('Dec 2024');
    expect(rangeInWords({ end: '2024-10-31', precision: 'day', basis: 'implied' })).toBe('by 31 Oct 2024');
    expect(rangeInWords({ start: '2024-01-01', end: '2024-11-15', precision: 'range', basis: 'implied' })).toBe('1 Jan 2024 – 15 Nov 2024');
  });

  it('says figures and lists', () => {
    expect(figureInWords({ id: 'f', span: { start: 0, end: 1 }, value: 1500, unit: 'troops', hedge: 'at-least' })).toBe(
      'at least 1,500 troops',
    );
    expect(list(['A', 'B', 'C'])).toBe('A, B and C');
  });
});
