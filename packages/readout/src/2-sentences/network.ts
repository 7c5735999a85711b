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

type TensorData = Float32Array | BigInt64Array | Int32Array;
interface OrtTensor {
  readonly data: unknown;
}
interface OrtSession {
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, OrtTensor>>>;
}
/** The part of ONNX Runtime that is used. */
export interface Runtime {
  readonly Tensor: new (type: 'int64' | 'float32', data: never, dims: readonly number[]) => OrtTensor;
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

export interface Network {
  readonly version: string;
  /** Parses of sentences given as word forms, in order. */
  parse(sentences: readonly (readonly string[])[]): Promise<Parse[]>;
}

/** Above this many padded tokens a batch is slower, not faster. */
const BATCH_TOKENS = 768;
const BATCH_SENTENCES = 24;
/** Longer runs of tokens are cut for the network's sake; no sentence of a newspaper is this long. */
export const MAX_TOKENS = 240;

/**
 * The length that a sentence is padded to, root included. It depends on the sentence alone: the encoder reads from both ends, so that a
 * sentence padded to its neighbours' length would be parsed otherwise in other company.
 */
const paddedLength = (tokens: number): number => Math.ceil((Math.min(tokens, MAX_TOKENS) + 1) / 4) * 4;

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
  const tensor = (type: 'int64' | 'float32', data: TensorData, dims: readonly number[]): OrtTensor =>
    new runtime.Tensor(type, data as never, dims);

  async function parseBatch(batch: readonly (readonly string[])[]): Promise<Parse[]> {
    const count = batch.length;
    const length = paddedLength(batch[0]?.length ?? 0);
    const x = new BigInt64Array(count * length * FEATURES);
    const mask = new Float32Array(count * length);
    batch.forEach((forms, k) => {
      for (let t = 0; t <= forms.length; t++) {
        const f = t === 0 ? ROOT_FEATURES : features(forms[t - 1] ?? '');
        const p = (k * length + t) * FEATURES;
        for (let q = 0; q < FEATURES; q++) x[p + q] = BigInt(f[q] ?? 0);
        mask[k * length + t] = 1;
      }
    });
    const out = await encoder.run({ x: tensor('int64', x, [count, length, FEATURES]), mask: tensor('float32', mask, [count, length]) });
    const arc = out.arc?.data as Float32Array;
    const tag = out.tag?.data as BigInt64Array;
    const name = out.name?.data as Float32Array;
    const headIds = new BigInt64Array(count * length);
    const trees = batch.map((forms, k) => {
      const n = forms.length + 1;
      const scores = new Float32Array(n * n);
      for (let d = 1; d < n; d++)
        for (let h = 0; h < n; h++) scores[d * n + h] = d === h ? -1e9 : (arc[(k * length + d) * length + h] ?? 0);
      const heads = bestTree(scores, n);
      const probabilities = new Float32Array(n);
      for (let d = 1; d < n; d++) {
        headIds[k * length + d] = BigInt(heads[d] ?? 0);
        let sum = 0;
        const chosen = scores[d * n + (heads[d] ?? 0)] ?? 0;
        for (let h = 0; h < n; h++) if (h !== d) sum += Math.exp((scores[d * n + h] ?? 0) - chosen);
        probabilities[d] = 1 / sum;
      }
      return { heads, probabilities };
    });
    const labelled = await labels.run({ rh: out.rh, rd: out.rd, heads: tensor('int64', headIds, [count, length]) });
    const relation = labelled.relation?.data as BigInt64Array;
    return batch.map((forms, k) => {
      const n = forms.length;
      const tree = trees[k];
      const tags: string[] = [];
      const relations: string[] = [];
      const heads = new Int32Array(n);
      for (let t = 1; t <= n; t++) {
        const p = k * length + t;
        heads[t - 1] = (tree?.heads[t] ?? 0) - 1;
        tags.push(manifest.tags[Number(tag[p])] ?? 'X|FW');
        const r = manifest.relations[Number(relation[p])] ?? 'dep';
        // `root` belongs to the root alone.
        relations.push(heads[t - 1] === -1 ? 'root' : r === 'root' ? 'dep' : r);
      }
      const nameOffset = (k * length + 1) * manifest.names.length;
      return {
        tags,
        heads,
        headProbabilities: tree?.probabilities.subarray(1) ?? new Float32Array(n),
        relations,
        names: decodeNames(name, nameOffset, n, manifest.names),
      };
    });
  }

  return {
    version: manifest.version,
    async parse(sentences) {
      const order = sentences.map((_, i) => i).filter((i) => (sentences[i]?.length ?? 0) > 0);
      order.sort((a, b) => (sentences[a]?.length ?? 0) - (sentences[b]?.length ?? 0) || a - b);
      const results: Parse[] = sentences.map(() => ({
        tags: [],
        heads: new Int32Array(0),
        headProbabilities: new Float32Array(0),
        relations: [],
        names: [],
      }));
      let at = 0;
      while (at < order.length) {
        const batch: number[] = [];
        while (at < order.length && batch.length < BATCH_SENTENCES) {
          const i = order[at] ?? 0;
          const length = paddedLength(sentences[i]?.length ?? 0);
          if (
            batch.length > 0 &&
            (length !== paddedLength(sentences[batch[0] ?? 0]?.length ?? 0) || length * (batch.length + 1) > BATCH_TOKENS)
          )
            break;
          batch.push(i);
          at++;
        }
        const parses = await parseBatch(batch.map((i) => (sentences[i] ?? []).slice(0, MAX_TOKENS)));
        batch.forEach((i, k) => {
          const p = parses[k];
          if (p) results[i] = p;
        });
      }
      return results;
    },
  };
}
