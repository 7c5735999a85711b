// What no rule knows: counted where a political party acts, never where the rules, a none rule or another table read the word.
import { beforeAll, describe, expect, it } from 'vitest';
import { annotate } from '../../src/2-sentences/index.ts';
import { gapWords } from '../../src/5-events/gap-words.ts';
import { countGaps, coverageOf, type Sighting, sightings } from '../../src/5-events/gaps.ts';
import { documentOf } from '../../src/pipeline.ts';
import { bodyArticle, openTestParts, testKnowledge } from '../engine.ts';

const TEXT = [
  'France met Germany in Bonn.',
  'Japan zigzagged on Monday.',
  'Japan zigzagged again on Tuesday.',
  'Peru remains a small state.',
  'Norway surmised that the road is open.',
  'The baker zigzagged home.',
  'Crowds of gnomes condemned Italy.',
].join(' ');

describe('gaps', () => {
  let seen: Sighting[] = [];
  beforeAll(async () => {
    const parts = await openTestParts();
    const article = bodyArticle(TEXT);
    const [sentences = []] = await annotate([article], parts.network, parts.sentences);
    seen = sightings(documentOf({ article, problems: [] }, sentences, parts), parts.events, gapWords(testKnowledge()));
  });
  const standing = (word: string): readonly string[] => seen.filter((s) => s.word === word).map((s) => s.standing);

  it('a coded verb and one that a none rule takes away are known', () => {
    expect(standing('meet')).toEqual(['known']);
    expect(standing('remain')).toEqual(['known']);
  });
  it('a verb of saying is read elsewhere', () => expect(standing('surmise')).toEqual(['elsewhere']));
  it('a verb that no rule lists counts where a state acts, not where a baker does', () =>
    expect(standing('zigzag')).toEqual(['unlisted', 'unlisted']));

  it('gaps come by frequency with their sentences', () => {
    const gap = countGaps(seen).find((g) => g.word === 'zigzag');
    expect(gap).toMatchObject({ kind: 'verb', count: 2, unlisted: 2, unmet: 0 });
    expect(gap?.examples).toEqual(['Japan zigzagged on Monday.', 'Japan zigzagged again on Tuesday.']);
    expect(countGaps(seen).some((g) => g.word === 'meet')).toBe(false);
  });
  it('coverage counts listed and fitting ones', () => {
    const verbs = coverageOf(seen).find((c) => c.kind === 'verb');
    const unlisted = seen.filter((s) => s.kind === 'verb' && s.standing === 'unlisted').length;
    const all = seen.filter((s) => s.kind === 'verb').length;
    expect(verbs?.seen).toBe(all);
    expect(verbs?.listed).toBeCloseTo((100 * (all - unlisted)) / all, 0);
  });
});
