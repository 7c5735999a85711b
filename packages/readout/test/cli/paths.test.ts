// Files, folders and patterns → the same files in the same order each time.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { globParts, globPattern } from '../../src/cli/input/glob.ts';
import { listPaths } from '../../src/cli/input/paths.ts';
import type { Io } from '../../src/cli/io.ts';
import { demoStorePath, storePath } from '../../src/cli/store-path.ts';
import { folderOfTests } from '../folder.ts';

const folder = folderOfTests('paths');
mkdirSync(join(folder, 'b', 'deep'), { recursive: true });
mkdirSync(join(folder, '.git'));
for (const file of ['z.txt', 'a.html', 'README.md', 'b/c.jsonl', 'b/deep/d.txt', '.git/x.txt', 'b/p.png'])
  writeFileSync(join(folder, file), file);
symlinkSync(folder, join(folder, 'b', 'loop'));

const listed = (...paths: string[]): readonly string[] =>
  listPaths(paths).map((item) =>
    item.kind === 'file' ? item.path.slice(folder.length + 1) : item.kind === 'stdin' ? '-' : `${item.error.code}`,
  );

describe('paths', () => {
  it('reads a folder by name, without hidden files, links to folders and what is no report', () => {
    expect(listed(folder)).toEqual(['a.html', 'b/c.jsonl', 'b/deep/d.txt', 'z.txt']);
  });

  it('takes any file that is named, each once, and standard input', () => {
    expect(listed(join(folder, 'README.md'), '-', folder, join(folder, 'z.txt'))).toEqual([
      'README.md',
      '-',
      'a.html',
      'b/c.jsonl',
      'b/deep/d.txt',
      'z.txt',
    ]);
  });

  it('reads patterns', () => {
    expect(listed(join(folder, '*.txt'))).toEqual(['z.txt']);
    expect(listed(join(folder, '**/*.txt'))).toEqual(['b/deep/d.txt', 'z.txt']);
    expect(listed(join(folder, '*/*.{jsonl,png}'))).toEqual(['b/c.jsonl', 'b/p.png']);
  });

  it('says what is not there', () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    expect(listed('/nowhere.txt', join(folder, '*.xml'), join(folder, 'empty'), 'https://a.example/1')).toEqual([
      'input/not-found',
      'input/not-found',
      'input/not-found',
      'input/unreadable',
    ]);
  });
});

describe('a pattern', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['*.txt', 'a.txt', true],
    ['*.txt', 'b/a.txt', false],
    ['**/*.txt', 'b/c/a.txt', true],
    ['b/**', 'b/c/a.txt', true],
    ['202?-[0-1]*.txt', '2024-11.txt', true],
    ['[!a].txt', 'a.txt', false],
    ['a+(1).txt', 'a+(1).txt', true],
    ['{a,b}.txt', 'c.txt', false],
    ['a.txt', 'aXtxt', false],
  ];
  for (const [pattern, path, fits] of cases)
    it(`${pattern} ${fits ? 'fits' : 'does not fit'} ${path}`, () => expect(globPattern(pattern).test(path)).toBe(fits));

  it('is cut at its first special sign', () => {
    expect(['news/2024/*.txt', '/a/*', '*.txt'].map(globParts)).toEqual([
      { base: 'news/2024', pattern: '*.txt' },
      { base: '/a', pattern: '*' },
      { base: '.', pattern: '*.txt' },
    ]);
  });
});

describe('the store', () => {
  const io = (env: Io['env']): Io => ({ env }) as Io;
  it('is the one that is named, else READOUT_STORE, else ./readout.db', () => {
    expect(storePath({ store: 'a.db' }, io({ READOUT_STORE: 'b.db' }))).toBe('a.db');
    expect(storePath({}, io({ READOUT_STORE: 'b.db' }))).toBe('b.db');
    expect(storePath({}, io({ READOUT_STORE: '' }))).toBe('readout.db');
  });

  it('of the demo is a file of its own in the folder for application data', () => {
    expect(demoStorePath({}, io({ HOME: '/h', READOUT_STORE: 'b.db' }), 'linux')).toBe('/h/.local/share/readout/demo.db');
    expect(demoStorePath({}, io({ XDG_DATA_HOME: '/x' }), 'linux')).toBe('/x/readout/demo.db');
    expect(demoStorePath({}, io({ HOME: '/h' }), 'darwin')).toBe('/h/Library/Application Support/readout/demo.db');
    expect(demoStorePath({ store: 'a.db' }, io({}), 'linux')).toBe('a.db');
  });
});
