/** The program in the README does what it says, through the package's public names. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { folderOfTests } from '../packages/readout/test/folder.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { exports } = JSON.parse(readFileSync(join(root, 'packages/readout/package.json'), 'utf8')) as {
  exports: { [name: string]: string | { [condition: string]: string } };
};
const DOORS: { readonly [name: string]: () => Promise<object> } = {
  readout: () => import('readout'),
  'readout/store': () => import('readout/store'),
  'readout/compare': () => import('readout/compare'),
  'readout/measure': () => import('readout/measure'),
  'readout/http': () => import('readout/http'),
};

const folder = folderOfTests('library');

it('has a door for each name that the package gives', async () => {
  const given = Object.keys(exports).filter((name) => name !== './package.json');
  expect(Object.keys(DOORS).sort()).toEqual(given.map((name) => name.replace('.', 'readout')).sort());
  for (const open of Object.values(DOORS)) expect(Object.keys(await open()).length).toBeGreaterThan(1);
});

it('runs the program of the README', async () => {
  const program = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
  const code = program
    .replace(/^import (\{[^}]+\}) from ('[^']+');.*$/gm, 'const $1 = await open($2)();')
    .replace("'news.db'", JSON.stringify(join(folder, 'news.db')));
  const said: string[] = [];
  const run = Object.getPrototypeOf(async () => {}).constructor as new (...parts: string[]) => (...given: unknown[]) => Promise<void>;
  await new run('open', 'console', code)((name: string) => DOORS[name], { log: (...words: string[]) => said.push(words.join(' ')) });
  expect(said).toEqual(['REQUEST - South Korea urged China on Wednesday to play a constructive role.']);
});
