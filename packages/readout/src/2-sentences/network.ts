/**
 * The trained network: feature numbers → tags, heads, relations and names, run in ONNX Runtime. The runtime is a parameter, so that
 * the same weights run in onnxruntime-node and onnxruntime-web.
 */
import { FEATURES, ROOT_FEATURES, tokenFeatures, type Vocabulary } from './features.ts';
import type { NameReading } from './name-reading.ts';
import type { Rows } from './names.ts';
import { bestTree } from './tree.ts';

/** What `manifest.json` of a model package says. */
export interface Manifest {
  readonly version: string;
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly names: readonly string[];
}

type TensorData = Float32Array | Int32Array;
interface OrtTensor {
  readonly data: unknown;
}
interface OrtSession {
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OrtTensor>>>;
}
/** The part of ONNX Runtime that is used. */
export interface Runtime {
  readonly Tensor: new (type: 'int32' | 'float32', data: never, dims: readonly number[]) => OrtTensor;
  session(file: 'encoder.onnx' | 'labels.onnx'): Promise<OrtSession>;
}

/** What the network says of one sentence; heads count from 0, -1 is the root. */
export interface Parse {
  readonly tags: readonly string[];
  readonly heads: Int32Array;
  readonly headProbabilities: Float32Array;
  readonly relations: readonly string[];
  /** The log-probability of each of the manifest's name labels, word after word; name-reading.ts reads names off them. */
  readonly nameScores: Float32Array;
}

/** What the encoder says of one sentence; heads count from 0 with the artificial root first. */
interface Encoded {
  readonly tags: readonly string[];
  readonly nameScores: Float32Array;
  readonly heads: Int32Array;
  readonly probabilities: Float32Array;
  /** The vectors of words as heads and as dependents, for the relations. */
  readonly rh: Rows;
  readonly rd: Rows;
}

export interface Network {
  readonly version: string;
  /** How names are read off the scores. */
  readonly nameReading: NameReading;
  /** Parses of sentences given as word forms, in order. */
  parse(sentences: readonly (readonly string[])[]): Promise<Parse[]>;
}

/** The relations of about this many tokens are asked for at once. */
const LABEL_TOKENS = 512;
/** Sentences that go through the recurrence together. */
const BATCH = 16;
/** Numbers of a word's vector as a head or dependent of a relation. */
const LABEL_WIDTH = 64;
/** Longer runs of tokens are cut for the network's sake; no sentence of a newspaper is this long. */
export const MAX_TOKENS = 240;

/** How sure each head is, by the softmax over the scores of its dependent; `scores` is dependent × head, the root is number 0. */
function headProbabilities(scores: Float32Array, heads: Int32Array): Float32Array {
  const n = heads.length;
  const probabilities = new Float32Array(n);
  for (let d = 1; d < n; d++) {
    let sum = 0;
    const row = d * n;
    const chosen = scores[row + (heads[d] ?? 0)] ?? 0;
    for (let h = 0; h < n; h++) if (h !== d) sum += Math.exp((scores[row + h] ?? 0) - chosen);
    probabilities[d] = 1 / sum;
  }
  return probabilities;
}

/** Copies the vectors of a sentence's words to row `at` and on of `to`. */
function copyRows(from: Rows, to: Float32Array, at: number, count: number): void {
  for (let t = 0; t < count; t++) {
    const row = (from.first + t * from.step) * LABEL_WIDTH;
    to.set(from.data.subarray(row, row + LABEL_WIDTH), (at + t) * LABEL_WIDTH);
  }
}

/** The scores of a sentence's words, which stand `step` rows apart, one after the other. */
function gathered(from: Rows, words: number, labels: number): Float32Array {
  const scores = new Float32Array(words * labels);
  for (let t = 0; t < words; t++) {
    const row = (from.first + t * from.step) * labels;
    scores.set(from.data.subarray(row, row + labels), t * labels);
  }
  return scores;
}

/** A network over a manifest, what reads its names, its two word lists and a runtime. */
export async function openNetwork(
  manifest: Manifest,
  nameReading: NameReading,
  vocabulary: Vocabulary,
  runtime: Runtime,
): Promise<Network> {
  const [encoder, labels] = await Promise.all([runtime.session('encoder.onnx'), runtime.session('labels.onnx')]);
  const cache = new Map<string, readonly number[]>();
  const features = (form: string): readonly number[] => {
    let f = cache.get(form);
    if (!f) {
      f = tokenFeatures(form, vocabulary);
      if (cache.size > 200_000) cache.clear();
      cache.set(form, f);
    }
    return f;
  };
  const tensor = (type: 'int32' | 'float32', data: TensorData, dims: readonly number[]): OrtTensor =>
    new runtime.Tensor(type, data as never, dims);

  /**
   * Sentences of like length together. The weights pin the range of the int8 states (training/2-sentences/pins.py), so that a sentence is parsed
   * alike in any company; each row is read to its own length (`lengths`), so that what is padded is never seen.
   */
  async function encode(sentences: readonly (readonly string[])[]): Promise<Encoded[]> {
    const width = Math.max(...sentences.map((forms) => forms.length)) + 1;
    const step = sentences.length;
    const x = new Int32Array(step * width * FEATURES);
    const lengths = new Int32Array(step);
    for (const [k, forms] of sentences.entries()) {
      lengths[k] = forms.length + 1;
      x.set(ROOT_FEATURES, k * FEATURES);
      for (let t = 0; t < forms.length; t++) {
        const f = features(forms[t] ?? '');
        const at = ((t + 1) * step + k) * FEATURES;
        for (let i = 0; i < FEATURES; i++) x[at + i] = f[i] ?? 0;
      }
    }
    const out = await encoder.run({ x: tensor('int32', x, [width, step, FEATURES]), lengths: tensor('int32', lengths, [step]) });
    const [arc, name, rh, rd] = [out.arc, out.name, out.rh, out.rd].map((o) => o?.data as Float32Array) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const tag = out.tag?.data as BigInt64Array;
    return sentences.map((forms, k) => {
      const n = forms.length + 1;
      const scores = new Float32Array(n * n);
      for (let d = 0; d < n; d++) {
        const row = (k * width + d) * width;
        scores.set(arc.subarray(row, row + n), d * n);
        scores[d * n + d] = -1e9;
      }
      const heads = bestTree(scores, n);
      return {
        tags: forms.map((_, t) => manifest.tags[Number(tag[(t + 1) * step + k])] ?? 'X|FW'),
        nameScores: gathered({ data: name, first: step + k, step }, forms.length, manifest.names.length),
        heads,
        probabilities: headProbabilities(scores, heads),
        rh: { data: rh, first: k, step },
        rd: { data: rd, first: k, step },
      };
    });
  }

  /** The relation of each token of some sentences to its head, the artificial root's included. */
  async function relate(encoded: readonly Encoded[]): Promise<string[][]> {
    const rows = encoded.reduce((sum, e) => sum + e.heads.length, 0);
    const [rh, rd, heads] = [new Float32Array(rows * LABEL_WIDTH), new Float32Array(rows * LABEL_WIDTH), new Int32Array(rows)];
    let at = 0;
    for (const e of encoded) {
      copyRows(e.rh, rh, at, e.heads.length);
      copyRows(e.rd, rd, at, e.heads.length);
      for (let t = 0; t < e.heads.length; t++) heads[at + t] = at + Math.max(0, e.heads[t] ?? 0);
      at += e.heads.length;
    }
    const out = await labels.run({
      rh: tensor('float32', rh, [rows, LABEL_WIDTH]),
      rd: tensor('float32', rd, [rows, LABEL_WIDTH]),
      heads: tensor('int32', heads, [rows]),
    });
    const relation = out.relation?.data as BigInt64Array;
    let offset = 0;
    return encoded.map((e) => {
      const first = offset + 1;
      offset += e.heads.length;
      return Array.from({ length: e.heads.length - 1 }, (_, t) => {
        const r = manifest.relations[Number(relation[first + t])] ?? 'dep';
        // `root` belongs to the root alone.
        return e.heads[t + 1] === 0 ? 'root' : r === 'root' ? 'dep' : r;
      });
    });
  }

  return {
    version: manifest.version,
    nameReading,
    async parse(sentences) {
      const cut = sentences.map((forms) => forms.slice(0, MAX_TOKENS));
      const order = [...cut.keys()].sort((a, b) => (cut[a]?.length ?? 0) - (cut[b]?.length ?? 0) || a - b);
      const results: Parse[] = new Array(cut.length);
      let waiting: number[] = [];
      const encoded: Encoded[] = new Array(cut.length);
      let tokens = 0;
      const flush = async (): Promise<void> => {
        if (waiting.length === 0) return;
        const relations = await relate(waiting.map((i) => encoded[i] as Encoded));
        for (const [k, i] of waiting.entries()) {
          const e = encoded[i] as Encoded;
          results[i] = {
            tags: e.tags,
            heads: e.heads.slice(1).map((h) => h - 1),
            headProbabilities: e.probabilities.subarray(1),
            relations: relations[k] ?? [],
            nameScores: e.nameScores,
          };
        }
        waiting = [];
        tokens = 0;
      };
      for (let from = 0; from < order.length; from += BATCH) {
        const batch = order.slice(from, from + BATCH);
        const done = await encode(batch.map((i) => cut[i] ?? []));
        for (const [k, i] of batch.entries()) {
          encoded[i] = done[k] as Encoded;
          waiting.push(i);
          tokens += cut[i]?.length ?? 0;
          if (tokens >= LABEL_TOKENS) await flush();
        }
      }
      await flush();
      return results;
    },
  };
}
