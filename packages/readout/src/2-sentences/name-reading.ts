/**
 * Reads names off the network's scores: a small second network weighs them together with the evidence of the lists and letters (name-evidence.ts)
 * and the tags of the words around, for the few words that may belong to a name; then the best sequence of labels is taken, each name at a price.
 * Its weights (`names.json` of a model) are trained on sentences whose names were exchanged for others, for the network knows those it was trained
 * on by heart; see training/2-sentences/reading.py.
 */
import type { Name } from '../model/index.ts';
import type { ListedNames } from './listed-names.ts';
import { EVIDENCE, evidenceOf } from './name-evidence.ts';
import { decodeNames } from './names.ts';

/** The weights, as `names.json` holds them. Rows of `input`: evidence and tags of the words from the left, first and last word, the scores. */
export interface NameReading {
  readonly labels: readonly string[];
  readonly evidence: readonly string[];
  readonly tags: readonly string[];
  /** So many words on either side are looked at. */
  readonly evidenceReach: number;
  readonly tagReach: number;
  /** A word in small letters whose log-probability of being outside is above this is not read again, unless it is beside one that is. */
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

/** The names of a sentence: `tags` are `UPOS|XPOS` or UPOS of each word that the network read, `scores` its scores (`Parse.nameScores`). */
export function readNames(
  forms: readonly string[],
  tags: readonly string[],
  scores: Float32Array,
  reading: NameReading,
  listed: ListedNames,
): Name[] {
  const evidence = evidenceOf(forms, listed);
  const k = reading.labels.length;
  const open = tags.map((_, t) => (scores[t * k] ?? 0) < reading.certain || ((evidence[t] ?? 0) & CAPITAL) !== 0);
  const upos = tags.map((tag) => reading.tags.indexOf(tag.split('|')[0] ?? ''));
  const again = new Float32Array(scores);
  for (let t = 0; t < tags.length; t++)
    if (open[t] || open[t - 1] || open[t + 1]) readWord(t, evidence, upos, scores, reading, again.subarray(t * k, t * k + k));
  return decodeNames({ data: again, first: 0, step: 1 }, tags.length, reading.labels, reading.price);
}

/** The log-probabilities of a word's labels, read again. */
function readWord(
  t: number,
  evidence: Int32Array,
  upos: readonly number[],
  scores: Float32Array,
  reading: NameReading,
  to: Float32Array,
): void {
  const k = reading.labels.length;
  const own = Array.from({ length: k }, (_, l) => Math.max(reading.lowest, Math.min(0, scores[t * k + l] ?? 0)));
  const hidden = Float64Array.from(reading.inputBias);
  const add = (row: number, weight: number): void => {
    const weights = reading.input[row] ?? [];
    for (let h = 0; h < hidden.length; h++) hidden[h] = (hidden[h] ?? 0) + weight * (weights[h] ?? 0);
  };
  let row = 0;
  for (let d = -reading.evidenceReach; d <= reading.evidenceReach; d++, row += EVIDENCE.length)
    for (let bits = evidence[t + d] ?? 0; bits !== 0; bits &= bits - 1) add(row + 31 - Math.clz32(bits & -bits), 1);
  for (let d = -reading.tagReach; d <= reading.tagReach; d++, row += reading.tags.length) {
    const tag = upos[t + d] ?? -1;
    if (tag >= 0) add(row + tag, 1);
  }
  if (t === 0) add(row, 1);
  if (t === upos.length - 1) add(row + 1, 1);
  for (const [l, score] of own.entries()) add(row + 2 + l, score / reading.unit);
  for (let l = 0; l < k; l++) {
    let sum = reading.own * (own[l] ?? 0) + (reading.outputBias[l] ?? 0);
    const weights = reading.output[l] ?? [];
    for (let h = 0; h < hidden.length; h++) if ((hidden[h] ?? 0) > 0) sum += (hidden[h] ?? 0) * (weights[h] ?? 0);
    to[l] = sum;
  }
  const top = Math.max(...to);
  const total = Math.log(to.reduce((sum, s) => sum + Math.exp(s - top), 0)) + top;
  for (let l = 0; l < k; l++) to[l] = (to[l] ?? 0) - total;
}
