/** Copies the demo corpus beside the built engine, so that `readout demo` works from the published package too. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const to = join(root, 'packages/readout/dist/samples');
mkdirSync(to, { recursive: true });
for (const f of readdirSync(join(root, 'samples')).filter((n) => n.endsWith('.txt'))) cpSync(join(root, 'samples', f), join(to, f));
