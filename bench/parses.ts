/**
 * Parses kept between runs while rules are written: with READOUT_PARSES=FILE.sqlite a sentence that this model has parsed before is not parsed
 * again. A sentence's parse depends on its words alone, so the scores are the same; timings are not, so bench/speed never uses it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { interned } from '../packages/readout/src/2-sentences/interned.ts';
import type { Network, Parse } from '../packages/readout/src/2-sentences/network.ts';
import { englishModelFolder, openModel } from '../packages/readout/src/model-files.ts';
import { openParts } from '../packages/readout/src/open.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';

/** The parts of an engine, its parses kept when READOUT_PARSES names a file. */
export async function openBenchParts(): Promise<Parts> {
  const network = await keptNetwork();
  return openParts(network ? { network } : {});
}

/** The network that keeps its parses; undefined unless READOUT_PARSES names a file. */
export async function keptNetwork(): Promise<Network | undefined> {
  const file = process.env.READOUT_PARSES;
  return file ? keptParses(await openModel(), file) : undefined;
}

function keptParses(network: Network, file: string): Network {
  const source = readFileSync(new URL('../packages/readout/src/2-sentences/network.ts', import.meta.url), 'utf8');
  // A word of a comment changes no parse, nor does where a file lies.
  const code = source
    .replace(/^import [^;]*;$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ');
  // What a parse hangs on; how names are read off its scores may change without it.
  const { tags, relations, names, files } = JSON.parse(readFileSync(join(englishModelFolder(), 'manifest.json'), 'utf8'));
  const weights = ['encoder.onnx', 'labels.onnx', 'fixed.txt', 'trained.txt'].map((f) => files[f].sha256);
  const model = createHash('sha256')
    .update(JSON.stringify([tags, relations, names, weights]))
    .update(code)
    .digest('hex');
  const db = new Database(file, { timeout: 30_000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec('CREATE TABLE IF NOT EXISTS parse (id BLOB PRIMARY KEY, parse TEXT NOT NULL) WITHOUT ROWID');
  const get = db.prepare<[Buffer], { parse: string }>('SELECT parse FROM parse WHERE id = ?');
  const put = db.prepare('INSERT OR IGNORE INTO parse VALUES (?, ?)');
  const putAll = db.transaction((rows: readonly (readonly [Buffer, string])[]) => {
    for (const row of rows) put.run(row[0], row[1]);
  });
  return {
    version: network.version,
    nameReading: network.nameReading,
    async parse(sentences) {
      const ids = sentences.map((forms) =>
        createHash('sha1')
          .update(`${model}\n${forms.join('\t')}`)
          .digest(),
      );
      const results = ids.map((id): Parse | undefined => {
        const row = get.get(id);
        if (!row) return undefined;
        const kept = JSON.parse(row.parse) as { tags: string[]; heads: number[]; p: number[]; relations: string[]; scores: string };
        return {
          tags: kept.tags,
          heads: Int32Array.from(kept.heads),
          headProbabilities: Float32Array.from(kept.p),
          relations: kept.relations.map(interned),
          nameScores: asFloats(kept.scores),
        };
      });
      const missing = results.flatMap((r, i) => (r ? [] : [i]));
      const parsed = await network.parse(missing.map((i) => sentences[i] ?? []));
      const rows = missing.map((i, k): [Buffer, string] => {
        const parse = parsed[k] as Parse;
        results[i] = parse;
        const { tags, heads, headProbabilities, relations, nameScores } = parse;
        const scores = asText(nameScores);
        return [ids[i] as Buffer, JSON.stringify({ tags, heads: [...heads], p: [...headProbabilities], relations, scores })];
      });
      putAll(rows);
      return results as Parse[];
    },
  };
}

/** Floats and their bytes in base64. */
const asText = (floats: Float32Array): string => Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength).toString('base64');
function asFloats(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
