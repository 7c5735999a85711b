/** Reading names off scores: the evidence on words, the price of a name, and what the shipped weights make of doubtful scores. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVIDENCE, evidenceOf } from '../../src/2-sentences/names/evidence.ts';
import { listedNames } from '../../src/2-sentences/names/listed-names.ts';
import { fits, type NameReading, readNames } from '../../src/2-sentences/names/reading.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { englishModelFolder } from '../../src/model-files.ts';

const listed = listedNames(
  loadKnowledge(undefined, {
    persons: [{ id: 'jorun-halvik', name: 'Jorun Halvik', aliases: '', surname: 'Halvik', gender: 'm', state: 'NOR', source: 'test' }],
  }),
);
const shipped = JSON.parse(readFileSync(join(englishModelFolder(), 'names.json'), 'utf8')) as NameReading;
/** Weights that leave the scores as they are. */
const plain: NameReading = {
  ...shipped,
  price: 0,
  own: 1,
  input: shipped.input.map(() => []),
  inputBias: [],
  output: shipped.labels.map(() => []),
  outputBias: [],
};

/** Scores with these chances of `label` for each word, the rest outside. */
function scores(chances: readonly number[], label: string): Float32Array {
  const k = shipped.labels.length;
  const made = new Float32Array(chances.length * k).fill(-12);
  for (const [t, c] of chances.entries()) {
    made[t * k] = Math.log(1 - c);
    made[t * k + shipped.labels.indexOf(label)] = Math.log(c);
  }
  return made;
}
const told = (sentence: string): string[][] => {
  const forms = sentence.split(' ');
  return [...evidenceOf(forms, listed)].map((bits) => EVIDENCE.filter((_, i) => bits & (1 << i)));
};

describe('the evidence on words', () => {
  it('is of lists and letters', () => {
    const [then, jorun, halvik, , south, korea] = told('Then Jorun Halvik left South Korea');
    expect(then).toEqual(['capital', 'first word']);
    expect(jorun).toContain('listed person begins');
    expect(halvik).toEqual(expect.arrayContaining(['surname', 'listed person goes on', 'capital']));
    expect(south).toContain('listed place begins');
    expect(korea).toContain('listed place goes on');
  });
  it('is of the sentence', () => {
    expect(told('nobody came home')[1]).toEqual(['sentence in small letters']);
    expect(told('NOBODY CAME HOME')[1]).toContain('sentence in capitals');
  });
  it('is none for no words', () => expect(told('').flat()).toEqual(['sentence in small letters']));
});

describe('names read off scores', () => {
  const forms = ['Then', 'Qorvath', 'left'];
  const tags = ['ADV|RB', 'PROPN|NNP', 'VERB|VBD'];
  const names = (chance: number, reading: NameReading): string[] =>
    readNames(forms, tags, scores([0.001, chance, 0.001], 'B-PER'), reading, listed).map((n) => `${n.label} ${n.start}-${n.end}`);
  it('are the likelier ones when nothing else counts', () => {
    expect(names(0.6, plain)).toEqual(['PER 1-2']);
    expect(names(0.4, plain)).toEqual([]);
  });
  it('must be worth their price', () => {
    expect(names(0.8, { ...plain, price: 2 })).toEqual([]);
    expect(names(0.95, { ...plain, price: 2 })).toEqual(['PER 1-2']);
  });
  it('are sure ones with the shipped weights', () => expect(names(0.995, shipped)).toEqual(['PER 1-2']));
  it('are not asked for beyond the words that the network read', () =>
    expect(readNames([...forms, 'Qorvath'], tags, scores([0.001, 0.99, 0.001], 'B-PER'), plain, listed)).toHaveLength(1));
});

describe('weights', () => {
  it('fit their labels and evidence', () => {
    expect(fits(shipped, shipped.labels)).toBe(true);
    expect(fits(shipped, ['O'])).toBe(false);
    expect(fits({ ...shipped, evidence: ['other'] }, shipped.labels)).toBe(false);
  });
});
