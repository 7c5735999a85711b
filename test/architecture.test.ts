/** The tree is the way the data goes: stages import only `model/`, themselves and lower numbers; nothing imports a door. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../packages/readout/src');
const DOORS = new Set(['cli', 'http', 'mcp', 'export', 'worker']);

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((n) => {
    const p = join(dir, n);
    return statSync(p).isDirectory() ? sources(p) : n.endsWith('.ts') ? [p] : [];
  });
}

const files = sources(src);
const room = (file: string): string => relative(src, file).split(/[\\/]/)[0] ?? '';
const stage = (name: string): number | undefined => (/^(\d)-/.test(name) ? Number(name[0]) : undefined);
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((m) => ({
    from: file,
    to: resolve(dirname(file), m[1] ?? ''),
  })),
);

describe('the tree', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(80);
  });

  it('lets a stage import only model, itself and earlier stages', () => {
    const wrong = imports.filter(({ from, to }) => {
      const here = stage(room(from));
      const there = stage(room(to));
      return here !== undefined && there !== undefined && there > here;
    });
    expect(wrong.map((w) => `${relative(src, w.from)} → ${relative(src, w.to)}`)).toEqual([]);
  });

  it('lets nothing but doors and the entry import a door', () => {
    const wrong = imports.filter(({ from, to }) => DOORS.has(room(to)) && !DOORS.has(room(from)) && room(from) !== room(to));
    expect(wrong.map((w) => `${relative(src, w.from)} → ${relative(src, w.to)}`)).toEqual([]);
  });

  it('keeps model free of code that runs', () => {
    const wrong = files.filter((f) => room(f) === 'model' && /^export (function|class|let|var)/m.test(readFileSync(f, 'utf8')));
    expect(wrong.map((f) => relative(src, f))).toEqual([]);
  });

  it('gives each stage an index with a header of at most twelve lines', () => {
    const stages = readdirSync(src).filter((n) => stage(n) !== undefined && sources(join(src, n)).length > 0);
    expect(stages.length).toBeGreaterThanOrEqual(7);
    for (const s of stages) {
      const text = readFileSync(join(src, s, 'index.ts'), 'utf8');
      const lines = text.split('\n');
      const end = lines.findIndex((l) => !/^(\/\*\*| \*|\/\/)/.test(l));
      expect(end, `${s}/index.ts has a header`).toBeGreaterThan(2);
      expect(end, `${s}/index.ts header length`).toBeLessThanOrEqual(14);
    }
  });

  it('has no file that mutates module state', () => {
    const wrong = files.filter((f) => /^(export )?let /m.test(readFileSync(f, 'utf8')));
    expect(wrong.map((f) => relative(src, f))).toEqual([]);
  });
});
