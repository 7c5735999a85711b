/**
 * The trained network: feature numbers → tags, heads, relations and names, run in ONNX Runtime. The runtime is a parameter, so that
 * the same weights run in onnxruntime-node and onnxruntime-web.
 */
import type { Name } from '../model/index.ts';
import { FEATURES, ROOT_FEATURES, tokenFeatures, type Vocabulary } from './features.ts';
import { decodeNames } from './names.ts';
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
  readonly names: readonly Name[];
}

/** What the encoder says of one sentence; heads count from 0 with the artificial root first. */
interface Encoded {
  readonly tags: readonly string[];
  readonly names: readonly Name[];
  readonly heads: Int32Array;
  readonly probabilities: Float32Array;
  readonly rh: Float32Array;
  readonly rd: Float32Array;
}

export interface Network {
  readonly version: string;
  /** Parses of sentences given as word forms, in order. */
  parse(sentences: readonly (readonly string[])[]): Promise<Parse[]>;
}

/** The relations of about this many tokens are asked for at once. */
const LABEL_TOKENS = 512;
/** Longer runs of tokens are cut for the network's sake; no sentence of a newspaper is this long. */
export const MAX_TOKENS = 240;

/** A network over a manifest, its two word lists and a runtime. */
export async function openNetwork(manifest: Manifest, vocabulary: Vocabulary, runtime: Runtime): Promise<Network> {
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
   * One sentence at a time: nothing is padded and the states of no other sentence set the scale of the int8 recurrence, so that a sentence is
   * parsed alike in any company. The int8 recurrence makes up for the batches (1.5 times the float network in batches of 24).
   */
  async function encode(forms: readonly string[]): Promise<Encoded> {
    const n = forms.length + 1;
    const x = new Int32Array(n * FEATURES);
    x.set(ROOT_FEATURES);
    forms.forEach((form, t) => {
      x.set(features(form), (t + 1) * FEATURES);
    });
    const out = await encoder.run({ x: tensor('int32', x, [1, n, FEATURES]) });
    const scores = out.arc?.data as Float32Array;
    for (let d = 0; d < n; d++) scores[d * n + d] = -1e9;
    const heads = bestTree(scores, n);
    const probabilities = new Float32Array(n);
    for (let d = 1; d < n; d++) {
      let sum = 0;
      const chosen = scores[d * n + (heads[d] ?? 0)] ?? 0;
      for (let h = 0; h < n; h++) if (h !== d) sum += Math.exp((scores[d * n + h] ?? 0) - chosen);
      probabilities[d] = 1 / sum;
    }
    const tag = out.tag?.data as BigInt64Array;
    return {
      tags: forms.map((_, t) => manifest.tags[Number(tag[t + 1])] ?? 'X|FW'),
      names: decodeNames(out.name?.data as Float32Array, manifest.names.length, forms.length, manifest.names),
      heads,
      probabilities,
      rh: out.rh?.data as Float32Array,
      rd: out.rd?.data as Float32Array,
    };
  }

  /** The relation of each token of some sentences to its head, the artificial root's included. */
  async function relate(encoded: readonly Encoded[]): Promise<string[][]> {
    const rows = encoded.reduce((sum, e) => sum + e.heads.length, 0);
    const width = (encoded[0]?.rh.length ?? 0) / (encoded[0]?.heads.length ?? 1);
    const [rh, rd, heads] = [new Float32Array(rows * width), new Float32Array(rows * width), new Int32Array(rows)];
    const offsets: number[] = [];
    let at = 0;
    for (const e of encoded) {
      offsets.push(at);
      rh.set(e.rh, at * width);
      rd.set(e.rd, at * width);
      e.heads.forEach((h, t) => {
        heads[at + t] = at + Math.max(0, h);
      });
      at += e.heads.length;
    }
    const dims = [1, rows, width];
    const out = await labels.run({
      rh: tensor('float32', rh, dims),
      rd: tensor('float32', rd, dims),
      heads: tensor('int32', heads, [1, rows]),
    });
    const relation = out.relation?.data as BigInt64Array;
    return encoded.map((e, k) =>
      Array.from({ length: e.heads.length - 1 }, (_, t) => {
        const r = manifest.relations[Number(relation[(offsets[k] ?? 0) + t + 1])] ?? 'dep';
        // `root` belongs to the root alone.
        return e.heads[t + 1] === 0 ? 'root' : r === 'root' ? 'dep' : r;
      }),
    );
  }

  return {
    version: manifest.version,
    async parse(sentences) {
      const results: Parse[] = [];
      let waiting: Encoded[] = [];
      let tokens = 0;
      const flush = async (): Promise<void> => {
        if (waiting.length === 0) return;
        const relations = await relate(waiting);
        waiting.forEach((e, k) => {
          const heads = e.heads.slice(1).map((h) => h - 1);
          results.push({
            tags: e.tags,
            heads,
            headProbabilities: e.probabilities.subarray(1),
            relations: relations[k] ?? [],
            names: e.names,
          });
        });
        waiting = [];
        tokens = 0;
      };
      for (const forms of sentences) {
        const e = await encode(forms.slice(0, MAX_TOKENS));
        waiting.push(e);
        tokens += forms.length;
        if (tokens >= LABEL_TOKENS) await flush();
      }
      await flush();
      return results;
    },
  };
}
