import { createHash } from 'node:crypto';

/** The article's id: `sha256:` and the hash of canonical JSON (keys sorted, no spaces, absent keys left out) of day, publisher id and text. */
export function articleId(text: string, publisher: string | undefined, date: string | undefined): string {
  const canonical = JSON.stringify({ ...(date === undefined ? {} : { date }), ...(publisher === undefined ? {} : { publisher }), text });
  return `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`;
}
