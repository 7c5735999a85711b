/** Opens the trained model of a package folder with onnxruntime-node. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { interned } from './2-sentences/interned.ts';
import { fits, type NameReading } from './2-sentences/names/reading.ts';
import { type Manifest, type Network, openNetwork, type Runtime } from './2-sentences/network.ts';
import { ReadoutError } from './errors.ts';

/** The folder of the installed English model. Throws `model/missing`. */
export function englishModelFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('@readout/model-en/manifest.json'));
  } catch (cause) {
    throw new ReadoutError('model/missing', 'The package @readout/model-en is not installed. Run `npm ci` in the project folder.', {
      cause,
    });
  }
}

/** The network of a model folder; `threads` within one operation (default 1). Throws `model/missing` and `model/invalid`. */
export async function openModel(folder: string = englishModelFolder(), options: { threads?: number } = {}): Promise<Network> {
  for (const f of ['manifest.json', 'encoder.onnx', 'labels.onnx', 'fixed.txt', 'trained.txt', 'names.json']) {
    if (!existsSync(join(folder, f)))
      throw new ReadoutError('model/missing', `The language model lacks ${f} in ${folder}.`, { at: join(folder, f) });
  }
  const words = (file: string): Map<string, number> =>
    new Map(
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((w, i) => [w, i]),
    );
  const threads = options.threads ?? 1;
  const runtime: Runtime = {
    Tensor: ort.Tensor as never,
    session: async (file) =>
      (await ort.InferenceSession.create(join(folder, file), {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
        // Expands the int8 weights once, when the session is made, not at each run.
        extra: { session: { disable_quant_qdq: '1' } },
      })) as never,
  };
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const reading = JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')) as NameReading;
    if (!fits(reading, manifest.names)) throw new Error('names.json is for other labels or other evidence');
    return await openNetwork(
      { ...manifest, relations: manifest.relations.map(interned) },
      reading,
      { fixed: words('fixed.txt'), trained: words('trained.txt') },
      runtime,
    );
  } catch (cause) {
    throw new ReadoutError(
      'model/invalid',
      `The language model in ${folder} could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
