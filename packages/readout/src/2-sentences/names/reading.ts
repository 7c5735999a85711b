/**
 * Reads names off the network's scores: a small second network weighs them together with the evidence of the lists and letters (evidence.ts)
 * and the tags of the words around, for the few words that may belong to a name; then the best sequence of labels is taken, each name at a price.
 * Its weights (`names.json` of a model) are trained on sentences whose names were exchanged for others, for the network knows those it was trained
 * on by heart; see training/2-sentences/reading.py.
 */
import type { Name } from '../../model/index.ts';
import { EVIDENCE, evidenceOf } from './evidence.ts';
import type { ListedNames } from './lists.ts';
import { decodeNames } from './names.ts';

/** The weights, as `names.json` holds them. Rows of `input`: evidence and tags of the words from the left, first and last word, the scores. */
export interface NameReading {
  readonly labels: readonly string[];
  readonly evidence: readonly string[];
  readonly tags: readonly string[];
  /** So many words on either side are looked at. */
  readonly evidenceReach: number;
  readonly tagReach: number;
  /** A word in small letters whose log-probability of being outside is above this is not read again. */
  readonly certain: number;
  /** Scores are not taken lower than this, and count in this unit. */
  readonly lowest: number;
  readonly unit: number;
  /** What beginning a name costs. */
  readonly price: number;
  readonly input: readonly (readonly number[])[];
  readonly inputBias: readonly number[];
  readonly output: readonly (readonly number[])[];
  readonly outputBias: readonly number[];
  /** How much the network's own scores count. */
  readonly own: number;
}

const CAPITAL = 1 << EVIDENCE.indexOf('capital');

/** Whether weights are for the evidence that this engine gathers, for the labels of a network. */
export function fits(reading: NameReading, labels: readonly string[]): boolean {
  const rows =
    EVIDENCE.length * (2 * reading.evidenceReach + 1) + reading.tags.length * (2 * reading.tagReach + 1) + 2 + reading.labels.length;
  return (
    reading.labels.join() === labels.join() &&
    reading.evidence.join() === EVIDENCE.join() &&
    reading.input.length === rows &&
    reading.output.length === labels.length
  );
}

/** The weights of a reading row after row, and room for one word's sums: made once. */
interface Laid {
  readonly input: Float64Array;
  readonly inputBias: Float64Array;
  /** One row for each number of the hidden layer. */
  readonly output: Float64Array;
  readonly outputBias: Float64Array;
  /** The number of each tag's UPOS, met so far; -1 where the weights have none. */
  readonly tag: Map<string, number>;
  readonly hidden: Float64Array;
  readonly own: Float64Array;
}
const laid = new WeakMap<NameReading, Laid>();

/** The hidden layer of a word all of whose scores are the lowest: most are, so that only the others are added. */
function lowestSums({ input, inputBias, labels, lowest, unit }: NameReading): Float64Array {
  const rows = input.slice(input.length - labels.length);
  return Float64Array.from(inputBias, (bias, h) => rows.reduce((sum, row) => sum + (lowest / unit) * (row[h] ?? 0), bias));
}

function laidOut(reading: NameReading): Laid {
  let made = laid.get(reading);
  if (!made) {
    const [hidden, labels] = [reading.inputBias.length, reading.labels.length];
    made = {
      input: Float64Array.from(reading.input.flat()),
      inputBias: lowestSums(reading),
      output: Float64Array.from({ length: hidden * labels }, (_, i) => reading.output[i % labels]?.[Math.floor(i / labels)] ?? 0),
      outputBias: Float64Array.from(reading.outputBias),
      tag: new Map(reading.tags.map((t, i) => [t, i])),
      hidden: new Float64Array(hidden),
      own: new Float64Array(labels),
    };
    laid.set(reading, made);
  }
  return made;
}

/** The names of a sentence: `tags` are `UPOS|XPOS` or UPOS of each word that the network read, `scores` its scores (`Parse.nameScores`). */
export function readNames(
  forms: readonly string[],
  tags: readonly string[],
  scores: Float32Array,
  reading: NameReading,
  listed: ListedNames,
): Name[] {
  const k = reading.labels.length;
  const evidence = evidenceOf(forms, listed);
  const weights = laidOut(reading);
  const upos = new Int32Array(tags.length);
  for (let t = 0; t < tags.length; t++) upos[t] = numberOf(tags[t] ?? '', weights);
  const again = new Float32Array(scores);
  for (let t = 0; t < tags.length; t++)
    if ((scores[t * k] ?? 0) < reading.certain || ((evidence[t] ?? 0) & CAPITAL) !== 0)
      readWord(t, evidence, upos, scores, reading, weights, again);
  return decodeNames({ data: again, first: 0, step: 1 }, tags.length, reading.labels, reading.price);
}

/** The number of a tag `UPOS|XPOS` or UPOS. */
function numberOf(tag: string, { tag: numbers }: Laid): number {
  let number = numbers.get(tag);
  if (number === undefined) {
    const bar = tag.indexOf('|');
    number = bar < 0 ? -1 : (numbers.get(tag.slice(0, bar)) ?? -1);
    numbers.set(tag, number);
  }
  return number;
}

/** Adds a row of the input's weights, `weight` times, to the hidden layer. */
function addRow({ input, hidden }: Laid, row: number, weight: number): void {
  const at = row * hidden.length;
  for (let h = 0; h < hidden.length; h++) hidden[h] = (hidden[h] ?? 0) + weight * (input[at + h] ?? 0);
}

/** Reads a word again: its labels' log-probabilities are written to its place in `to`. */
function readWord(
  t: number,
  evidence: Int32Array,
  upos: Int32Array,
  scores: Float32Array,
  reading: NameReading,
  weights: Laid,
  to: Float32Array,
): void {
  const { hidden, own, output, outputBias } = weights;
  const k = own.length;
  hidden.set(weights.inputBias);
  let row = 0;
  for (let d = -reading.evidenceReach; d <= reading.evidenceReach; d++, row += EVIDENCE.length)
    for (let bits = evidence[t + d] ?? 0; bits !== 0; bits &= bits - 1) addRow(weights, row + 31 - Math.clz32(bits & -bits), 1);
  for (let d = -reading.tagReach; d <= reading.tagReach; d++, row += reading.tags.length) {
    const tag = upos[t + d] ?? -1;
    if (tag >= 0) addRow(weights, row + tag, 1);
  }
  if (t === 0) addRow(weights, row, 1);
  if (t === upos.length - 1) addRow(weights, row + 1, 1);
  for (let l = 0; l < k; l++) {
    const score = Math.max(reading.lowest, Math.min(0, scores[t * k + l] ?? 0));
    own[l] = reading.own * score + (outputBias[l] ?? 0);
    if (score > reading.lowest) addRow(weights, row + 2 + l, (score - reading.lowest) / reading.unit);
  }
  for (let h = 0; h < hidden.length; h++) {
    const value = hidden[h] ?? 0;
    if (value > 0) for (let l = 0; l < k; l++) own[l] = (own[l] ?? 0) + value * (output[h * k + l] ?? 0);
  }
  normalise(own, to, t * k);
}

/** Sums as log-probabilities, written to `to` from `at` on. */
function normalise(sums: Float64Array, to: Float32Array, at: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < sums.length; l++) top = Math.max(top, sums[l] ?? top);
  let total = 0;
  for (let l = 0; l < sums.length; l++) total += Math.exp((sums[l] ?? 0) - top);
  const less = top + Math.log(total);
  for (let l = 0; l < sums.length; l++) to[at + l] = (sums[l] ?? 0) - less;
}
