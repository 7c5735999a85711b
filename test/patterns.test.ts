/** No text can make a pattern of ours slow: each is given up to 20,000 signs that fit it again and again and then do not (design/threats.md). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../packages/readout/src');
/** A literal stands where a value may: behind these, never behind a name, a number or a closing bracket. */
const LITERAL =
  /(?<=(?:[(=:,[!&|?{};]|=>|return)\s*|\n\s*)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/g;
const UNITS: readonly string[] = [
  ...'aA1 \t\n.,"\'’”-—_()[<&#*:=/%$',
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
/** What may stand again and again behind a word of the pattern's own. */
const BEHIND = ['A ', 'a ', '1 ', ' ', 'A. ', 'A, ', 'a-'];
/** Words of a pattern that are tried: its first. */
const WORDS = 6;
const ENDS = ['', '!', 'x\n', '\nA'];
/** The short ones first: on the longest a pattern that doubles its steps with each sign would never end. */
const LENGTHS = [16, 28, 1000, 20_000];
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

/** What `new RegExp` makes in a file of ours while all modules are loaded and an engine is opened: patterns put together from parts and from tables. */
async function composedPatterns(): Promise<Pattern[]> {
  const Plain = RegExp;
  const composed = new Map<string, Pattern>();
  globalThis.RegExp = class extends Plain {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      const file = new Error().stack?.split('\n').find((line) => line.includes('packages/readout/src/'));
      const name = file === undefined ? undefined : Plain('readout/src/([^:)]+)').exec(file)?.[1];
      const of = new Plain(this.source, this.flags.replace('d', '').replace('g', ''));
      if (name !== undefined) composed.set(`${name} ${of}`, { at: `${name} ${of}`.slice(0, 120), of });
    }
  } as RegExpConstructor;
  try {
    for (const file of files.filter((f) => !STARTS.includes(relative(src, f)))) await import(file);
    const { openParts } = await import('../packages/readout/src/open.ts');
    await openParts();
  } finally {
    globalThis.RegExp = Plain;
  }
  return [...composed.values()];
}

/** Modules that do something when they are loaded. */
const STARTS: readonly string[] = ['1-article/read/page-worker.ts'];
/** Patterns of what a user types, made when it is typed. */
const TYPED: readonly string[] = ['cli/input/glob.ts'];

const files = sources(src);
const composed = await composedPatterns();
const patterns = [...files.flatMap(patternsOf), ...composed];
const texts = LENGTHS.map((signs) => UNITS.flatMap((unit) => ENDS.map((end) => unit.repeat(signs / unit.length) + end)));

/** Texts that get past what a pattern asks for by name: its own words, alone and before what may go on. */
function textsFor(pattern: RegExp, signs: number): string[] {
  const bare = pattern.source.replace(/\\[pP]\{\w+\}|\\./g, ' ').replace(/\[[^\]]*\]/g, ' ');
  const words = [...new Set(bare.match(/\p{L}{2,}/gu) ?? [])].slice(0, WORDS);
  return words.flatMap((word) => [
    ...[`${word} `, `A ${word} `].map((unit) => unit.repeat(signs / unit.length)),
    ...BEHIND.map((unit) => `${word} ${unit.repeat(signs / unit.length)}!`),
  ]);
}

it('finds the patterns', () => {
  expect(patterns.length).toBeGreaterThan(1000);
  const composing = files.filter((f) => readFileSync(f, 'utf8').includes('new RegExp(')).map((f) => relative(src, f));
  const seen = (file: string): boolean => composed.some(({ at }) => at.startsWith(file));
  expect(composing.filter((file) => !seen(file) && !TYPED.includes(file))).toEqual([]);
});

it('reads any text in time that grows with its length', () => {
  const isSlow = (of: RegExp, text: string): boolean => [1, 2, 3].every(() => millisecondsOf(of, text) > MOST_MS);
  const slow = patterns.flatMap(({ at, of }) => {
    const text = LENGTHS.flatMap((signs, i) => [...(texts[i] ?? []), ...textsFor(of, signs)]).find((t) => isSlow(of, t));
    return text === undefined ? [] : [`${at} on ${JSON.stringify(text.slice(0, 24))}…`];
  });
  expect(slow).toEqual([]);
}, 240_000);
