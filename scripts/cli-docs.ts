/** Writes docs/reference/cli.md and errors.md from the tables of commands, flags and errors; `--check` only says whether they are what they should be. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliReference, errorReference } from '../packages/readout/src/cli/reference.ts';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../docs/reference');
mkdirSync(folder, { recursive: true });
for (const [name, text] of [
  ['cli.md', cliReference()],
  ['errors.md', errorReference()],
] as const) {
  const file = resolve(folder, name);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what commands.ts, flags.ts and errors.ts say. Run \`node --import tsx scripts/cli-docs.ts\`.`);
    process.exitCode = 1;
  }
}
