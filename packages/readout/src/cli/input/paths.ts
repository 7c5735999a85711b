import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ReadoutError } from '../../errors.ts';
import { globParts, globPattern } from './glob.ts';

/** A file to read, or why there is none. */
export type Listed =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'refused'; readonly at: string; readonly error: ReadoutError };

/** Endings of files that are read when a folder is given. */
const READABLE = /\.(?:txt|text|x?html?|jsonl|ndjson|jsonlines)$/i;

/**
 * The files that paths, folders and patterns mean, in the order given and, within a folder, by name, so that two runs read alike. Folders are read
 * with those below them, without hidden files and links to folders; `-` is standard input.
 */
export function listPaths(paths: readonly string[]): readonly Listed[] {
  const seen = new Set<string>();
  return paths.flatMap(listPath).filter((item) => {
    if (item.kind !== 'file') return true;
    if (seen.has(item.path)) return false;
    seen.add(item.path);
    return true;
  });
}

function listPath(path: string): readonly Listed[] {
  if (path === '-') return [{ kind: 'stdin' }];
  if (existsSync(path)) {
    const stat = statSync(path);
    if (stat.isFile()) return [{ kind: 'file', path, bytes: stat.size }];
    if (!stat.isDirectory()) return [{ kind: 'file', path, bytes: 0 }];
    const files = walk(path, (name) => READABLE.test(name));
    return files.length > 0 ? files : [refused(path, 'input/not-found', 'There is no .txt, .html or .jsonl file in this folder.')];
  }
  if (/^https?:\/\//.test(path))
    return [refused(path, 'input/unreadable', 'Addresses are not fetched. Save the page, and say where it is from with --url.')];
  if (!/[*?[{]/.test(path)) return [refused(path, 'input/not-found', 'There is no such file.')];
  const { base, pattern } = globParts(path);
  const matches = globPattern(pattern);
  const files = existsSync(base) ? walk(base, (_, below) => matches.test(below)) : [];
  return files.length > 0 ? files : [refused(path, 'input/not-found', 'No file fits this pattern.')];
}

function walk(folder: string, wanted: (name: string, below: string) => boolean): readonly Listed[] {
  const files: Listed[] = [];
  const enter = (dir: string, below: string): void => {
    const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(dir, entry.name);
      const inside = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) enter(path, inside);
      else if (wanted(entry.name, inside) && existsSync(path) && statSync(path).isFile())
        files.push({ kind: 'file', path, bytes: statSync(path).size });
    }
  };
  enter(folder, '');
  return files;
}

function refused(at: string, code: 'input/not-found' | 'input/unreadable', message: string): Listed {
  return { kind: 'refused', at, error: new ReadoutError(code, message, { at }) };
}
