#!/usr/bin/env node
// The command `readout`. It is committed, so that it is linked before anything is built; the code is in dist/.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { runProcess } = await import(main.href);
  await runProcess();
} else {
  console.error(`readout: it is not built yet (no ${fileURLToPath(main)}). Run \`npm ci\` or \`npm run build\` in the project folder.`);
  process.exitCode = 2;
}
