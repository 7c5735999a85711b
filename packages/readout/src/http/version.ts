import { readFileSync } from 'node:fs';

/** The version in package.json. Not taken from open.ts: that would load the language model to serve a page. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
