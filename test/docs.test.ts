/** What the documents say is there: links, commands, files, scripts; and the reference is what the code says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const pages = [
  ...[
    'README.md',
    'ARCHITECTURE.md',
    'GLOSSARY.md',
    'CONTRIBUTING.md',
    'packages/knowledge/README.md',
    'packages/knowledge/rules/README.md',
    'packages/knowledge/SOURCES.md',
    'packages/model-en/README.md',
    'training/2-sentences/README.md',
    'samples/README.md',
  ],
  ...readdirSync(join(root, 'docs'))
    .filter((f) => f.endsWith('.md'))
    .map((f) => `docs/${f}`),
];

describe('documents', () => {
  for (const page of pages) {
    it(`${page}: every link leads somewhere`, () => {
      const text = readFileSync(join(root, page), 'utf8');
      expect(text.length).toBeGreaterThan(200);
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((m) => m[1] ?? '');
      const dead = links.filter((l) => !existsSync(resolve(root, dirname(page), l)));
      expect(dead).toEqual([]);
    });
  }

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { [name: string]: string } };
    for (const page of ['README.md', 'CONTRIBUTING.md']) {
      const text = readFileSync(join(root, page), 'utf8');
      const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((m) => m[1] ?? '');
      expect(named.filter((n) => !(n in scripts))).toEqual([]);
    }
  });

  it('name only commands of the CLI that exist', () => {
    const reference = readFileSync(join(root, 'docs/reference/cli.md'), 'utf8');
    const named = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/npx readout ([a-z]+)/g)].map((m) => m[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((n) => !reference.includes(`\`readout ${n}`) && !new RegExp(`^#+ .*\\b${n}\\b`, 'm').test(reference))).toEqual([]);
  });

  it('list the stages that are there', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const stages = readdirSync(join(root, 'packages/readout/src')).filter((n) => /^\d-/.test(n));
    expect(stages.filter((s) => !text.includes(`\`${s}/\``))).toEqual([]);
  });

  it('state the licences of the packages', () => {
    for (const [pkg, licence] of [
      ['readout', 'MIT'],
      ['knowledge', 'CC-BY-4.0'],
      ['model-en', 'CC-BY-SA-4.0'],
    ] as const) {
      expect((JSON.parse(readFileSync(join(root, 'packages', pkg, 'package.json'), 'utf8')) as { license: string }).license).toBe(licence);
      expect(existsSync(join(root, 'packages', pkg, 'LICENSE'))).toBe(true);
    }
  });
});
