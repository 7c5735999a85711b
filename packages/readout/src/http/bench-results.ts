/** The latest scores, where there are any: bench/results of the project folder from which the engine runs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface BenchResults {
  readonly file: string;
  readonly engine: { readonly [part: string]: string };
  readonly results: { readonly [score: string]: number };
}

/** The results with the latest day in their name; undefined where the package is installed without its project. */
export function benchResults(
  folder: string = fileURLToPath(new URL('../../../../bench/results', import.meta.url)),
): BenchResults | undefined {
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder)
    .filter((f) => /^\d{4}-\d{2}-\d{2}.*\.json$/.test(f))
    .sort()
    .at(-1);
  if (file === undefined) return undefined;
  const { engine, results } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Omit<BenchResults, 'file'>;
  return { file, engine, results };
}
