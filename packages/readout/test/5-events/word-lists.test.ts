/** Lists that rules ask a sentence for: single words, and several that stand together. */
import { describe, expect, it } from 'vitest';
import type { Tree } from '../../src/2-sentences/syntax.ts';
import { isHeld, wordLists } from '../../src/5-events/word-lists.ts';

const sentence = (...tokens: readonly (readonly [form: string, lemma: string])[]): Tree =>
  ({ tokens: tokens.map(([form, lemma]) => ({ form, lemma })), kept: {} }) as unknown as Tree;

describe('word lists', () => {
  const tree = sentence(['They', 'they'], ['stood', 'stand'], ['up', 'up'], ['against', 'against'], ['the', 'the'], ['raids', 'raid']);
  const held = (...words: string[]): boolean => {
    const lists = wordLists();
    const other = lists.enter(['nothing']);
    const number = lists.enter(words);
    const found = lists.heldBy(tree);
    expect(isHeld(found, other)).toBe(false);
    return isHeld(found, number);
  };

  it('hold a word by its form or lemma', () => {
    expect(held('raid')).toBe(true);
    expect(held('raids')).toBe(true);
    expect(held('rai')).toBe(false);
  });

  it('hold words that stand together, however many', () => {
    expect(held('stood up')).toBe(true);
    expect(held('stood up against')).toBe(true);
    expect(held('up against the raid')).toBe(true);
    expect(held('stood against')).toBe(false);
    expect(held('have stood up against')).toBe(false);
  });
});
