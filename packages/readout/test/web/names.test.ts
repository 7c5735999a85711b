// Which names of a drawing have room.
import { describe, expect, it } from 'vitest';
import { namesWithRoom } from '../../../../apps/web/src/lib/names-with-room.ts';

const name = (id: string, x: number, y: number, text = 'United Kingdom') => ({ id, text, x, y });

describe('names of a drawing', () => {
  it('give way to those before them that they would cover', () => {
    expect([...namesWithRoom([name('a', 100, 50), name('b', 150, 55), name('c', 220, 55), name('d', 100, 70)], 13)]).toEqual([
      'a',
      'c',
      'd',
    ]);
  });

  it('in larger letters have less room; one that is left out takes none', () => {
    expect([...namesWithRoom([name('a', 100, 50), name('b', 220, 55), name('c', 330, 55), name('d', 100, 70)], 28)]).toEqual(['a', 'c']);
  });
});
