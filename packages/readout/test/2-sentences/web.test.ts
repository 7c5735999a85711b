/** The same weights in onnxruntime-web (WASM) and onnxruntime-node: the same tags, trees, relations and names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as web from 'onnxruntime-web';
import { expect, it } from 'vitest';
import { listedNames } from '../../src/2-sentences/names/listed-names.ts';
import { type NameReading, readNames } from '../../src/2-sentences/names/reading.ts';
import { type Manifest, openNetwork } from '../../src/2-sentences/network.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { englishModelFolder, openModel } from '../../src/model-files.ts';

const TEXTS = [
  'The two leaders met in Lima on Friday and agreed to restore military talks .',
  'South Korea imposed sanctions on four ships that it says carried coal .',
  'Officials in Paris said the envoy , who asked not to be named , had left Cairo without an agreement .',
  'No comment .',
];

it('the weights parse alike in WASM', async () => {
  const folder = englishModelFolder();
  const words = (file: string): Map<string, number> =>
    new Map(
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((w, i) => [w, i]),
    );
  web.env.wasm.numThreads = 1;
  const network = await openNetwork(
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest,
    JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')) as NameReading,
    { fixed: words('fixed.txt'), trained: words('trained.txt') },
    {
      Tensor: web.Tensor as never,
      session: async (file) =>
        (await web.InferenceSession.create(readFileSync(join(folder, file)), { executionProviders: ['wasm'] })) as never,
    },
  );
  const sentences = TEXTS.map((t) => t.split(' '));
  const listed = listedNames(loadKnowledge());
  const [here, there] = [await (await openModel()).parse(sentences), await network.parse(sentences)];
  for (const [i, p] of here.entries()) {
    expect(there[i]?.tags).toEqual(p.tags);
    expect([...(there[i]?.heads ?? [])]).toEqual([...p.heads]);
    expect(there[i]?.relations).toEqual(p.relations);
    const names = (scores: Float32Array | undefined): unknown =>
      readNames(sentences[i] ?? [], p.tags, scores ?? new Float32Array(), network.nameReading, listed).map((n) => [
        n.start,
        n.end,
        n.label,
      ]);
    expect(names(there[i]?.nameScores)).toEqual(names(p.nameScores));
    p.headProbabilities.forEach((v, k) => {
      expect(there[i]?.headProbabilities[k]).toBeCloseTo(v, 2);
    });
  }
}, 60_000);
