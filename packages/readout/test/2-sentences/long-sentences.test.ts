/** Sentences longer than the network reads: where they are cut, and that nothing is lost. */
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/2-sentences/cut/long-sentences.ts';

const words = (text: string): string[] => text.split(' ');
const cut = (text: string, most: number): string[] => {
  const forms = words(text);
  return piecesOf(forms, most).map(({ start, end }) => forms.slice(start, end).join(' '));
};

describe('a sentence that is too long', () => {
  it('is cut behind the last semicolon that fits', () => {
    expect(cut('a b ; c d ; e f ; g , h', 8)).toEqual(['a b ; c d ;', 'e f ; g , h']);
  });
  it('is cut behind a comma where no semicolon stands in the second half', () => {
    expect(cut('a ; b c d , e f g h', 8)).toEqual(['a ; b c d ,', 'e f g h']);
  });
  it('is cut anywhere where no mark stands', () => {
    expect(cut('a b c d e f g', 3)).toEqual(['a b c', 'd e f', 'g']);
  });
  it('is left whole where it fits', () => {
    expect(piecesOf(words('a ; b'), 3)).toEqual([]);
  });
});
