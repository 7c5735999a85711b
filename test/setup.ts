/** Compiles the knowledge once before the suite, so that no test runs on yesterday's rules. */
import { execFileSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export default function setup(): void {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  execFileSync(process.execPath, ['--import', 'tsx', 'packages/knowledge/scripts/compile.ts'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
