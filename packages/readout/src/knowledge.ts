/** Loads the compiled knowledge. It is passed to the stages as a parameter, never global. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ReadoutError } from './errors.ts';

/** A table of the knowledge: rows as maps from column to cell; an empty cell is `''`. */
export type Row = Readonly<{ [column: string]: string }>;

/** A rule as written in YAML, without its cases. */
export type RuleData = Readonly<{ [key: string]: unknown }>;

/** The compiled knowledge, asked by table. */
export interface Knowledge {
  /** `sha256:…` of the compiled content. */
  readonly hash: string;
  list(name: string): readonly Row[];
  lexicon(name: string): readonly Row[];
  relations(name: string): readonly Row[];
  ontology(name: string): readonly Row[];
  /** The bytes of places/cities.tsv, read once when first asked for. Throws `knowledge/missing`. */
  cities(): Uint8Array;
  readonly eventRules: readonly RuleData[];
  readonly relationRules: readonly RuleData[];
  readonly governors: readonly RuleData[];
  readonly classes: ReadonlyMap<string, readonly string[]>;
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
type Tables = { readonly [name: string]: Table };
interface Compiled {
  readonly hash: string;
  readonly content: {
    readonly lists: Tables;
    readonly lexicon: Tables;
    readonly relations: Tables;
    readonly ontology: Tables;
    readonly rules: {
      readonly events: RuleData[];
      readonly relations: RuleData[];
      readonly governors: RuleData[] | null;
      readonly classes: { [name: string]: string[] } | null;
    };
  };
}

/** Plain assignments, since they are several times faster than entries. */
function asRow(columns: readonly string[], cells: readonly string[]): Row {
  const row: { [column: string]: string } = {};
  for (let i = 0; i < columns.length; i++) row[columns[i] ?? ''] = cells[i] ?? '';
  return row;
}

/** The installed knowledge file. Throws `knowledge/missing`. */
export function knowledgeFile(): string {
  try {
    return createRequire(import.meta.url).resolve('@readout/knowledge/knowledge.json');
  } catch (cause) {
    throw new ReadoutError(
      'knowledge/missing',
      'The package @readout/knowledge is not installed or not compiled. Run `npm ci` in the project folder.',
      { cause },
    );
  }
}

/**
 * The knowledge of a compiled file. `overlay`: rows to lay over lists by name (tests add their fictional people so). Throws
 * `knowledge/missing` and `knowledge/invalid`, the latter also when a table is asked for that the file lacks.
 */
export function loadKnowledge(file: string = knowledgeFile(), overlay: { readonly [list: string]: readonly Row[] } = {}): Knowledge {
  if (!existsSync(file))
    throw new ReadoutError('knowledge/missing', `No compiled knowledge at ${file}. Run \`npm run build\`.`, { at: file });
  let compiled: Compiled;
  try {
    compiled = JSON.parse(readFileSync(file, 'utf8')) as Compiled;
  } catch (cause) {
    throw new ReadoutError('knowledge/invalid', `The compiled knowledge at ${file} is not JSON.`, { at: file, cause });
  }
  const { lists, lexicon, relations, ontology, rules } = compiled.content;
  const cache = new Map<Table, readonly Row[]>();
  const rowsOf = (tables: Tables, name: string): readonly Row[] => {
    const table = tables[name];
    if (!table)
      throw new ReadoutError(
        'knowledge/invalid',
        `The compiled knowledge at ${file} has no table "${name}". If the code is newer than that file, run \`npm run build\`.`,
        { at: file },
      );
    let rows = cache.get(table);
    if (!rows) {
      rows = table.rows.map((cells) => asRow(table.columns, cells));
      cache.set(table, rows);
    }
    return rows;
  };
  let cities: Uint8Array | undefined;
  return {
    hash: compiled.hash,
    cities: () => {
      cities ??= readCities(file);
      return cities;
    },
    list: (name) => (overlay[name] ? [...rowsOf(lists, name), ...(overlay[name] ?? [])] : rowsOf(lists, name)),
    lexicon: (name) => rowsOf(lexicon, name),
    relations: (name) => rowsOf(relations, name),
    ontology: (name) => rowsOf(ontology, name),
    eventRules: rules.events,
    relationRules: rules.relations,
    governors: rules.governors ?? [],
    classes: new Map(Object.entries(rules.classes ?? {})),
  };
}

/** The gazetteer file that lies beside a compiled file: ../places/cities.tsv of its folder. */
function readCities(file: string): Uint8Array {
  const at = join(dirname(file), '../places/cities.tsv');
  if (!existsSync(at)) throw new ReadoutError('knowledge/missing', `No gazetteer at ${at}. Install @readout/knowledge again.`, { at });
  return readFileSync(at);
}
