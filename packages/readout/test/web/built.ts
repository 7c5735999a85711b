/** The page as it is shipped: built when a source is newer than what is there. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('../../../../apps/web', import.meta.url));
const VITE = fileURLToPath(new URL('../../../../node_modules/vite/bin/vite.js', import.meta.url));
export const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => statSync(join(e.parentPath, e.name)).mtimeMs),
  );
}

/** The folder of the built page. */
export function builtPage(): string {
  const sources = Math.max(
    newest(join(WEB, 'src')),
    newest(join(WEB, 'public')),
    ...['index.html', 'vite.config.ts', 'package.json'].map((f) => statSync(join(WEB, f)).mtimeMs),
  );
  const index = join(BUILT, 'index.html');
  if (!existsSync(index) || statSync(index).mtimeMs < sources)
    execFileSync(process.execPath, [VITE, 'build', WEB, '--logLevel', 'error'], { stdio: ['ignore', 'inherit', 'inherit'] });
  return BUILT;
}
