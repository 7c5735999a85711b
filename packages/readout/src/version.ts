import { readFileSync } from 'node:fs';

/** The version in package.json, from the sources and from dist alike. A file of its own: to say it, no language model need be loaded. */
export function engineVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
}
