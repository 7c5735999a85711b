/** What a noun for a body tells of its name and sector when a body is named again by it: lexicon/body-kinds.tsv. */
import type { Knowledge } from '../../knowledge.ts';

/** What nouns for bodies say. */
export interface BodyKinds {
  /** Whether a body of this name is what a noun says ("airline"); true for nouns that the lexicon does not hold. */
  isKind(noun: string, name: string): boolean;
  /** The sectors that a noun may mean, the empty one for what nothing is known of; undefined where the noun's own counts. */
  sectors(noun: string): readonly string[] | undefined;
}

/** The rows of body-kinds.tsv, made ready once. */
export function bodyKinds(knowledge: Knowledge): BodyKinds {
  const words = new Map<string, RegExp>();
  const not = new Map<string, readonly string[]>();
  const sectors = new Map<string, readonly string[]>();
  for (const row of knowledge.lexicon('body-kinds')) {
    const { noun = '' } = row;
    const list = (row.words ?? '').split('|').filter((w) => w !== '');
    if (list.every((w) => w.startsWith('!')))
      not.set(
        noun,
        list.map((w) => w.slice(1)),
      );
    else words.set(noun, kindOf(list));
    if (row.sectors)
      sectors.set(
        noun,
        row.sectors.split('|').map((s) => (s === '-' ? '' : s)),
      );
  }
  return {
    isKind: (noun, name) => words.get(noun)?.test(name) ?? !not.get(noun)?.some((kind) => words.get(kind)?.test(name)),
    sectors: (noun) => sectors.get(noun),
  };
}

/** Words as one pattern; what begins with a hyphen may end a word. */
function kindOf(words: readonly string[]): RegExp {
  const endings = words.filter((w) => w.startsWith('-')).map((w) => w.slice(1));
  const whole = words.filter((w) => !w.startsWith('-'));
  const bound = '(?![\\p{L}\\p{N}])';
  return new RegExp(`(?:(?<![\\p{L}\\p{N}])(?:${whole.join('|')})|(?:${endings.join('|') || '(?!)'}))${bound}`, 'iu');
}
