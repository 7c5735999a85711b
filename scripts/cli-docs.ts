/** Writes docs/reference/cli.md from the tables of commands and flags; `--check` only says whether it is what it should be. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliReference } from '../packages/readout/src/cli/reference.ts';

const file = resolve(dirname(fileURLToPath(import.meta.url)), '../docs/reference/cli.md');
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== cliReference()) {
    console.error(`${file} is not what commands.ts and flags.ts say. Run \`node --import tsx scripts/cli-docs.ts\`.`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, cliReference());
}
