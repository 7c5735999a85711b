/**
 * Compiles lists, lexicons, relations, rules and ontology into one sorted, hashed dist/knowledge.json. Checks columns, sorting, duplicates,
 * rule ids and cases; every fault is printed with file and line, and any fault ends with exit code 1.
 * Usage: node|tsx compile.ts [--root DIR] [--out FILE] [--check]
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { foldName } from './fold-name.ts';

interface Table {
  readonly columns: string[];
  readonly rows: string[][];
}
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const faults: string[] = [];

/** A TSV file: header, equal columns, no duplicates, sorted as bytes. `lexicon/cues.tsv` and `word-sets.tsv` begin with `#` lines. */
function readTable(file: string): Table {
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  let first = 0;
  while (lines[first]?.startsWith('#')) first++;
  const columns = (lines[first] ?? '').split('\t');
  const rows: string[][] = [];
  const seen = new Set<string>();
  lines.slice(first + 1).forEach((line, i) => {
    const at = `${file}:${first + i + 2}`;
    const cells = line.split('\t');
    if (cells.length !== columns.length) faults.push(`${at}: ${cells.length} cells, the header has ${columns.length}`);
    if (seen.has(line)) faults.push(`${at}: the line stands twice`);
    seen.add(line);
    rows.push(columns.map((_, k) => cells[k] ?? ''));
  });
  if (!columns.includes('source')) faults.push(`${file}: no source column`);
  rows.sort((a, b) => {
    for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return (a[k] ?? '') < (b[k] ?? '') ? -1 : 1;
    return 0;
  });
  return { columns, rows };
}

/** Files of one stem are one table: persons-a.tsv and persons-b.tsv are `persons`. */
function readTables(folder: string): Record<string, Table> {
  const tables: Record<string, Table> = {};
  if (!existsSync(folder)) return tables;
  for (const f of readdirSync(folder)
    .filter((n) => n.endsWith('.tsv'))
    .sort()) {
    const name = f.replace(/(-[a-z])?\.tsv$/, '');
    const table = readTable(join(folder, f));
    const known = tables[name];
    if (!known) tables[name] = table;
    else if (known.columns.join() !== table.columns.join()) faults.push(`${join(folder, f)}: other columns than its sister files`);
    else known.rows.push(...table.rows);
  }
  return tables;
}

const RULE_KEYS = new Set([
  'id',
  'cameo',
  'mode',
  'contexts',
  'source',
  'verb',
  'noun',
  'adj',
  'mutual',
  'alone',
  'actor',
  'recipient',
  'object',
  'not-object',
  'prep',
  'not-prep',
  'subject',
  'not-subject',
  'first',
  'clause',
  'clause-says',
  'when',
  'unless',
  'voice',
  'needs',
  'cases',
  'note',
]);

function readRules(folder: string, kinds: 'events' | 'relations'): Json[] {
  const dir = join(folder, kinds);
  if (!existsSync(dir)) return [];
  const ids = new Set<string>();
  const all: Json[] = [];
  for (const f of readdirSync(dir)
    .filter((n) => n.endsWith('.yaml'))
    .sort()) {
    const at = join(dir, f);
    let doc: { type?: string; kind?: string; rules?: Record<string, Json>[]; none?: Record<string, Json>[] };
    try {
      doc = parse(readFileSync(at, 'utf8'));
    } catch (error) {
      faults.push(`${at}: ${error instanceof Error ? error.message.split('\n')[0] : 'not YAML'}`);
      continue;
    }
    const lists: [Record<string, Json>[], boolean][] = [
      [doc.rules ?? [], false],
      [doc.none ?? [], true],
    ];
    for (const [rules, none] of lists) {
      for (const rule of rules) {
        const id = String(rule.id ?? '');
        if (!id) faults.push(`${at}: a rule has no id`);
        if (ids.has(id)) faults.push(`${at}: ${id} stands twice`);
        ids.add(id);
        if (kinds === 'events')
          for (const key of Object.keys(rule)) if (!RULE_KEYS.has(key)) faults.push(`${at}: ${id}: unknown key ${key}`);
        const cases = (Array.isArray(rule.cases) ? rule.cases : []) as { text?: string; none?: boolean }[];
        if (!none && !cases.some((c) => !c.none)) faults.push(`${at}: ${id}: no positive case`);
        if (!cases.some((c) => c.none)) faults.push(`${at}: ${id}: no \`none\` case`);
        const { cases: _, ...kept } = rule;
        all.push({
          ...(kinds === 'events' ? { type: none ? '' : (doc.type ?? '') } : { kind: none ? '' : (doc.kind ?? '') }),
          ...kept,
          ...(none ? { none: true } : {}),
        });
      }
    }
  }
  return all;
}

function readYaml(file: string): Json {
  if (!existsSync(file)) return null;
  try {
    return parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : 'not YAML'}`);
    return null;
  }
}

/** All rules/classes*.yaml as one: a class that stands in several files has the words of all. */
function readClasses(folder: string): Json {
  const classes: Record<string, Json[]> = {};
  for (const f of readdirSync(folder)
    .filter((n) => /^classes.*\.yaml$/.test(n))
    .sort()) {
    const doc = readYaml(join(folder, f));
    if (!doc || typeof doc !== 'object' || Array.isArray(doc)) continue;
    for (const [name, words] of Object.entries(doc))
      if (Array.isArray(words)) classes[name] = [...new Set([...(classes[name] ?? []), ...words])];
  }
  return classes;
}

/** Without the cases, which only the suite reads. */
function withoutCases(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutCases);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([k]) => k !== 'cases')
        .map(([k, v]) => [k, withoutCases(v)]),
    );
  return value;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((k) => [k, sorted(value[k] ?? null)]),
    );
  return value;
}

/** Identities that other tables point to. */
function checkReferences(tables: Record<string, Table>): void {
  const column = (t: string, c: string): string[] =>
    tables[t] ? tables[t].rows.map((r) => r[tables[t]?.columns.indexOf(c) ?? -1] ?? '') : [];
  const persons = new Set(column('persons', 'id'));
  const states = new Set(column('states', 'id'));
  const unique = (t: string): void => {
    const seen = new Set<string>();
    for (const id of column(t, 'id')) {
      if (seen.has(id)) faults.push(`lists/${t}: id ${id} stands twice`);
      seen.add(id);
    }
  };
  for (const t of ['states', 'persons', 'organisations', 'bodies', 'publishers', 'armed-groups']) unique(t);
  if (persons.size > 0)
    for (const p of new Set(column('offices', 'person'))) if (!persons.has(p)) faults.push(`lists/offices: nobody is ${p}`);
  for (const p of column('common-names', 'person')) if (!persons.has(p)) faults.push(`lists/common-names: nobody is ${p}`);
  for (const p of column('known-surnames', 'person')) if (!persons.has(p)) faults.push(`lists/known-surnames: nobody is ${p}`);
  const named = new Set(['organisations', 'bodies', 'armed-groups', 'publishers'].flatMap((t) => [...column(t, 'id')]));
  for (const e of column('known-names', 'entity')) if (!named.has(e)) faults.push(`lists/known-names: nothing is ${e}`);
  if (states.size > 0)
    for (const t of ['offices', 'persons', 'memberships', 'state-names', 'bodies', 'publishers'])
      for (const s of new Set(column(t, 'state'))) if (s && !states.has(s)) faults.push(`lists/${t}: no state ${s}`);
  for (const c of new Set(column('places', 'country'))) if (c && !states.has(c)) faults.push(`lists/places: no state ${c}`);
}

/** The head of the word sets says what each is (`# set: meaning`): all sets that have words, and no others, in order. */
function checkWordSets(file: string, table: Table | undefined): void {
  if (!table) return;
  const described = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => /^# ([a-z-]+): \S/.exec(line)?.[1] ?? line);
  const sets = new Set(table.rows.map((r) => r[table.columns.indexOf('set')] ?? ''));
  for (const set of sets) if (!described.includes(set)) faults.push(`${file}: no line says what ${set} is`);
  for (const [i, set] of described.entries()) {
    if (!sets.has(set)) faults.push(`${file}: ${set} has no words`);
    if (i > 0 && set <= (described[i - 1] ?? '')) faults.push(`${file}: ${set} stands twice or out of order`);
  }
}

/** The gazetteer file is read as it is; its hash makes it part of the knowledge's. Lines of eight cells, sorted by folded name. */
function hashOfCities(file: string): string {
  if (!existsSync(file)) return '';
  const text = readFileSync(file, 'utf8');
  let last = '';
  text
    .trimEnd()
    .split('\n')
    .forEach((line, i) => {
      const cells = line.split('\t');
      const key = foldName(cells[0] ?? '');
      if (cells.length !== 8) faults.push(`${file}:${i + 1}: ${cells.length} cells, not 8`);
      if (key < last) faults.push(`${file}:${i + 1}: not sorted by its folded name`);
      last = key;
    });
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Compiles the package at `root`; returns the JSON text. Faults are collected, not thrown. */
function compile(root: string): string {
  const lists = readTables(join(root, 'lists'));
  checkReferences(lists);
  const lexicon = readTables(join(root, 'lexicon'));
  checkWordSets(join(root, 'lexicon/word-sets.tsv'), lexicon['word-sets']);
  const content: Json = {
    cities: hashOfCities(join(root, 'places/cities.tsv')),
    lists: lists as unknown as Json,
    lexicon: lexicon as unknown as Json,
    relations: readTables(join(root, 'relations')) as unknown as Json,
    ontology: readTables(join(root, 'ontology')) as unknown as Json,
    rules: {
      events: readRules(join(root, 'rules'), 'events'),
      relations: readRules(join(root, 'rules'), 'relations'),
      governors: withoutCases(readYaml(join(root, 'rules/governors.yaml'))),
      classes: readClasses(join(root, 'rules')),
    },
  };
  const body = JSON.stringify(sorted(content));
  const hash = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  return `{"hash":"${hash}","content":${body}}\n`;
}

const { values } = parseArgs({
  options: { root: { type: 'string' }, out: { type: 'string' }, check: { type: 'boolean', default: false } },
});
const root = resolve(values.root ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
const out = values.out ?? join(root, 'dist/knowledge.json');
const text = compile(root);
if (faults.length > 0) {
  for (const f of faults.slice(0, 60)) console.error(f);
  console.error(`knowledge: ${faults.length} faults`);
  process.exitCode = 1;
}
if (!values.check) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
  console.error(`knowledge: ${(text.length / 1024).toFixed(0)} KB, ${text.slice(9, 34)}…`);
}
