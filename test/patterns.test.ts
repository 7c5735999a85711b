/** No text can make a pattern of ours slow: each is given 20,000 signs that fit it again and again and then do not (design/threats.md). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pagePhrases } from '../packages/readout/src/1-article/index.ts';
import { cutLexicon } from '../packages/readout/src/2-sentences/cut-lexicon.ts';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../packages/readout/src');
/** A literal stands where a value may: behind these, never behind a name, a number or a closing bracket. */
const LITERAL =
  /(?<=(?:[(=:,[!&|?{};]|=>|return)\s*|\n\s*)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/g;
const UNITS = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\t',
    '\n',
    '.',
    ',',
    '"',
    "'",
    '’',
    '”',
    '-',
    '—',
    '_',
    '(',
    ')',
    '[',
    '<',
    '&',
    '#',
    '*',
    ':',
    '=',
    '/',
    '%',
    '$',
  ],
  ...[
    'a ',
    'A ',
    '1 ',
    ' \n',
    'a\n',
    'a.',
    'A.',
    'a,',
    '1,',
    '1.',
    'a-',
    "a'",
    'A a ',
    'A. ',
    '$1',
    '"a" ',
    'http://a.',
    '<a ',
    'a of A',
    'the ',
  ],
];
const ENDS = ['', '!', 'x\n', '\nA'];
const SIGNS = 20_000;
/** What grows with the text takes under 10 ms, what grows with its square seconds. */
const MOST_MS = 150;

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((n) => {
    const p = join(dir, n);
    return statSync(p).isDirectory() ? sources(p) : n.endsWith('.ts') ? [p] : [];
  });
}

interface Pattern {
  readonly at: string;
  readonly of: RegExp;
}

/** The patterns of a file. What stands in a comment or is no pattern after all does not compile or matches nothing: no harm is done. */
function patternsOf(file: string): Pattern[] {
  return [...readFileSync(file, 'utf8').matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => {
    try {
      return [{ at: `${relative(src, file)} /${source.slice(0, 80)}/`, of: new RegExp(source, flags.replace(/[gd]/g, '')) }];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

function millisecondsOf(pattern: RegExp, text: string): number {
  const from = performance.now();
  pattern.lastIndex = 0;
  pattern.test(text);
  return performance.now() - from;
}

/** Patterns whose words stand in tables. */
function patternsOfKnowledge(): Pattern[] {
  const { lexicon } = loadKnowledge();
  return Object.entries({ ...pagePhrases(lexicon('page-phrases')), ...cutLexicon(lexicon) }).flatMap(([name, of]) =>
    of instanceof RegExp ? [{ at: `knowledge: ${name}`, of }] : [],
  );
}

const patterns = [...sources(src).flatMap(patternsOf), ...patternsOfKnowledge()];
const texts = UNITS.flatMap((unit) => ENDS.map((end) => unit.repeat(SIGNS / unit.length) + end));

it('finds the patterns', () => {
  expect(patterns.length).toBeGreaterThan(750);
});

it('reads any text in time that grows with its length', () => {
  const slow = patterns.flatMap(({ at, of }) => {
    const text = texts.find((t) => millisecondsOf(of, t) > MOST_MS && millisecondsOf(of, t) > MOST_MS && millisecondsOf(of, t) > MOST_MS);
    return text === undefined ? [] : [`${at} on ${JSON.stringify(text.slice(0, 12))}…`];
  });
  expect(slow).toEqual([]);
}, 240_000);
