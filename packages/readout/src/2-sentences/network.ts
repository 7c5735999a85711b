/**
 * The trained network: feature numbers → tags, heads, relations and names, run in ONNX Runtime. The runtime is a parameter, so that
 * the same weights run in onnxruntime-node and onnxruntime-web.
 */
import { FEATURES, ROOT_FEATURES, tokenFeatures, type Vocabulary } from './features.ts';
import type { NameReading } from './names/reading.ts';
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
  /** The log-probability of each of the manifest's name labels, word after word; names/reading.ts reads names off them. */
  readonly nameScores: Float32Array;
}

/** What the encoder says of some sentences, and the vectors of their words as heads and as dependents, for the relations; row by row as it gave them. */
interface Encoded {
  readonly parses: readonly Omit<Parse, 'relations'>[];
  readonly rh: Float32Array;
  readonly rd: Float32Array;
}

/** An open model: parses of sentences. */
export interface Network {
  readonly version: string;
  /** How names are read off the scores. */
  readonly nameReading: NameReading;
  /** Parses of sentences given as word forms, in order. */
  parse(sentences: readonly (readonly string[])[]): Promise<Parse[]>;
}

/** Sentences that go through the network together. */
const BATCH = 16;
/** Numbers of a word's vector as a head or dependent of a relation. */
const LABEL_WIDTH = 64;
/** Longer runs of tokens are cut for the network's sake; no sentence of a newspaper is this long. */
export const MAX_TOKENS = 240;

/**
 * How sure the head of each word is, by the softmax over the scores of its dependent; scores are dependent × head from `first` on, each row `step`
 * after the one before, the root number 0.
 */
function headProbabilities(scores: Float32Array, heads: Int32Array, first: number, step: number): Float32Array {
  const n = heads.length;
  const probabilities = new Float32Array(n - 1);
  for (let d = 1; d < n; d++) {
    let sum = 0;
    const row = first + d * step;
    const chosen = scores[row + (heads[d] ?? 0)] ?? 0;
    for (let h = 0; h < n; h++) if (h !== d) sum += Math.exp((scores[row + h] ?? 0) - chosen);
    probabilities[d - 1] = 1 / sum;
  }
  return probabilities;
}

/** The scores of a sentence's words, which stand `step` rows apart from row `first` on, one after the other. */
function gathered(data: Float32Array, first: number, step: number, words: number, labels: number): Float32Array {
  const scores = new Float32Array(words * labels);
  for (let t = 0, to = 0; t < words; t++) {
    const row = (first + t * step) * labels;
    for (let l = 0; l < labels; l++) scores[to++] = data[row + l] ?? 0;
  }
  return scores;
}

/** The numbers of labels, which ONNX Runtime gives in 64 bits: their lower halves, since each number read as a BigInt is an object. */
function numbersOf(data: unknown): Int32Array {
  const { buffer, byteOffset, length } = data as BigInt64Array;
  const halves = new Int32Array(buffer, byteOffset, 2 * length);
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = halves[2 * i] ?? 0;
  return numbers;
}

/** Heads that count the root as number 0, its own left out, as heads that count from 0 with the root as -1. */
function withoutRoot(heads: Int32Array): Int32Array {
  const own = new Int32Array(heads.length - 1);
  for (let t = 0; t < own.length; t++) own[t] = (heads[t + 1] ?? 0) - 1;
  return own;
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
  async function encode(sentences: readonly (readonly string[])[]): Promise<Encoded> {
    const width = Math.max(...sentences.map((forms) => forms.length)) + 1;
    const step = sentences.length;
    const x = new Int32Array(step * width * FEATURES);
    const lengths = new Int32Array(step);
    for (let k = 0; k < step; k++) {
      const forms = sentences[k] ?? [];
      lengths[k] = forms.length + 1;
      x.set(ROOT_FEATURES, k * FEATURES);
      for (let t = 0; t < forms.length; t++) {
        const f = features(forms[t] ?? '');
        const at = ((t + 1) * step + k) * FEATURES;
        for (let i = 0; i < FEATURES; i++) x[at + i] = f[i] ?? 0;
      }
    }
    const out = await encoder.run({ x: tensor('int32', x, [width, step, FEATURES]), lengths: tensor('int32', lengths, [step]) });
    const floats = (name: string): Float32Array => out[name]?.data as Float32Array;
    const [arc, name, tag] = [floats('arc'), floats('name'), numbersOf(out.tag?.data)];
    const parses = sentences.map((forms, k) => {
      const first = k * width * width;
      const heads = bestTree(arc, forms.length + 1, first, width);
      return {
        tags: forms.map((_, t) => manifest.tags[tag[(t + 1) * step + k] ?? -1] ?? 'X|FW'),
        heads: withoutRoot(heads),
        headProbabilities: headProbabilities(arc, heads, first, width),
        nameScores: gathered(name, step + k, step, forms.length, manifest.names.length),
      };
    });
    return { parses, rh: floats('rh'), rd: floats('rd') };
  }

  /** The relation of each word of some sentences to its head; the encoder's rows go in as they are, word after word of all sentences in turn. */
  async function relate({ parses, rh, rd }: Encoded): Promise<string[][]> {
    const step = parses.length;
    const rows = rh.length / LABEL_WIDTH;
    const heads = new Int32Array(rows);
    parses.forEach(({ heads: own }, k) => {
      for (let t = 0; t < own.length; t++) heads[(t + 1) * step + k] = ((own[t] ?? -1) + 1) * step + k;
    });
    const out = await labels.run({
      rh: tensor('float32', rh, [rows, LABEL_WIDTH]),
      rd: tensor('float32', rd, [rows, LABEL_WIDTH]),
      heads: tensor('int32', heads, [rows]),
    });
    const relation = numbersOf(out.relation?.data);
    return parses.map(({ heads: own }, k) =>
      Array.from(own, (head, t) => {
        const r = manifest.relations[relation[(t + 1) * step + k] ?? -1] ?? 'dep';
        // `root` belongs to the root alone.
        return head < 0 ? 'root' : r === 'root' ? 'dep' : r;
      }),
    );
  }

  return {
    version: manifest.version,
    nameReading,
    async parse(sentences) {
      const cut = sentences.map((forms) => forms.slice(0, MAX_TOKENS));
      const order = [...cut.keys()].sort((a, b) => (cut[a]?.length ?? 0) - (cut[b]?.length ?? 0) || a - b);
      const results: Parse[] = new Array(cut.length);
      for (let from = 0; from < order.length; from += BATCH) {
        const batch = order.slice(from, from + BATCH);
        const encoded = await encode(batch.map((i) => cut[i] ?? []));
        const relations = await relate(encoded);
        encoded.parses.forEach((parse, k) => {
          const { tags, heads, headProbabilities, nameScores } = parse;
          results[batch[k] ?? 0] = { tags, heads, headProbabilities, relations: relations[k] ?? [], nameScores };
        });
      }
      return results;
    },
  };
}
