/** The features and the exported network, end to end: fixed numbers for known words, and the same parse alone, in company and twice. */
import { describe, expect, it } from 'vitest';
import { fnv1a, tokenFeatures, wordKey, wordShape } from '../../src/2-sentences/features.ts';
import { openModel } from '../../src/model-files.ts';

const SENTENCES = [
  ['The', 'two', 'leaders', 'met', 'in', 'Lima', 'on', 'Friday', '.'],
  ['South', 'Korea', 'imposed', 'sanctions', 'on', 'four', 'ships', '.'],
  [
    'Officials',
    'in',
    'Paris',
    'said',
    'the',
    'talks',
    'had',
    'ended',
    'without',
    'an',
    'agreement',
    'and',
    'would',
    'resume',
    'next',
    'month',
    '.',
  ],
  ['War', '.'],
];

describe('features', () => {
  it('are the published numbers of FNV-1a', () => {
    expect(fnv1a('')).toBe(2166136261);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });
  it('see shape, numbers and typographic marks', () => {
    expect(wordShape('McDonald’s')).toBe('XxXx’x');
    expect(wordShape('F-16')).toBe('X-d');
    expect(wordKey('1,250.5')).toBe('0');
    expect(wordKey('Paris')).toBe('paris');
    expect(wordKey('“')).toBe('"');
  });
  it('send unknown words to the unknown vector', () => {
    const vocabulary = { fixed: new Map([['paris', 7]]), trained: new Map<string, number>() };
    expect(tokenFeatures('Paris', vocabulary).slice(0, 2)).toEqual([7, 1]);
    expect(tokenFeatures('Qwxzt', vocabulary).slice(0, 2)).toEqual([1, 1]);
  });
});

describe('the network', () => {
  it('parses a sentence alike alone, in company, in any order and twice', async () => {
    const network = await openModel();
    const together = await network.parse(SENTENCES);
    const reversed = (await network.parse([...SENTENCES].reverse())).reverse();
    for (const [i, s] of SENTENCES.entries()) {
      const [alone] = await network.parse([s]);
      for (const other of [together[i], reversed[i]]) {
        expect([...(other?.heads ?? [])]).toEqual([...(alone?.heads ?? [])]);
        expect(other?.relations).toEqual(alone?.relations);
        expect(other?.tags).toEqual(alone?.tags);
      }
    }
  });
  it('gives the same bytes for sentences of many lengths, alone and in batches', async () => {
    const network = await openModel();
    const words = SENTENCES.flat();
    // 1 to 96 words, so that batches hold short and long ones, on both sides of the lengths at which kernels change.
    const many = Array.from({ length: 48 }, (_, k) =>
      Array.from({ length: 1 + 2 * ((k * 29) % 48) }, (_, i) => words[(i * 7 + k) % words.length] ?? ''),
    );
    const together = await network.parse(many);
    for (const [i, s] of many.entries()) {
      const [alone] = await network.parse([s]);
      expect([...(together[i]?.headProbabilities ?? [])]).toEqual([...(alone?.headProbabilities ?? [])]);
      expect([...(together[i]?.nameScores ?? [])]).toEqual([...(alone?.nameScores ?? [])]);
      expect(together[i]?.relations).toEqual(alone?.relations);
    }
  });
  it('knows a plain sentence', async () => {
    const network = await openModel();
    const [p] = await network.parse([SENTENCES[1] ?? []]);
    expect(p?.relations[2]).toBe('root');
    expect(p?.relations[3]).toBe('obj');
    expect(p?.heads[3]).toBe(2);
    expect(p?.tags[2]).toBe('VERB|VBD');
  });
  it('gives a tree with one root for any tokens', async () => {
    const network = await openModel();
    const parses = await network.parse([['(', ')', '…'], ['a'], Array.from({ length: 300 }, (_, i) => `w${i}`), []]);
    expect(parses[0]?.heads.filter((h) => h === -1)).toHaveLength(1);
    expect(parses[1]?.heads[0]).toBe(-1);
    expect(parses[2]?.heads.filter((h) => h === -1)).toHaveLength(1);
    expect(parses[3]?.heads).toHaveLength(0);
  });
});
