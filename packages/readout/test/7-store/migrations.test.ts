// A store of every older schema becomes the store that this Readout would have written: the same rows in the same tables.
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/7-store/index.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/7-store/migrations/index.ts';
import { folderOfTests } from '../folder.ts';
import { agencyRecord, jointRecord, manyRecords, privateRecord, talksRecord } from './records.ts';

const folder = folderOfTests('old');

describe.each(MIGRATIONS.filter((m) => m.version < SCHEMA_VERSION))('a store of schema $version', ({ version }) => {
  it('is brought up when opened, even to be read only, and says the same', async () => {
    const [now, old] = [join(folder, `now-${version}.db`), join(folder, `old-${version}.db`)];
    const store = await openStore(now, { create: true });
    await store.upsert([talksRecord(), agencyRecord(), jointRecord(), privateRecord(), ...manyRecords(30)]);
    await store.close();
    writeAs(version, now, old);

    const opened = await openStore(old, { readonly: true });
    expect(await opened.verify()).toMatchObject({ articles: 34, mismatches: [] });
    expect((await opened.events({ state: 'CHN' })).items.length).toBeGreaterThan(0);
    await opened.ties({ kinds: ['meets', 'accuses', 'speaks-for'], states: true });
    expect((await opened.claims({ source: 'CHN' })).items.map((c) => c.record.id)).toEqual(['c2', 'c2', 'c3']);
    await opened.told(['CHN']);
    await opened.close();
    expect(dump(old)).toEqual(dump(now));
  });
});

/** The rows of a store of today, as a Readout of that schema would have kept them. */
function writeAs(version: number, now: string, old: string): void {
  const raw = new Sqlite(old);
  raw.pragma('foreign_keys = OFF');
  for (const step of MIGRATIONS.slice(0, version)) raw.exec(step.shared).exec(step.sqlite);
  raw.prepare('ATTACH ? AS today').run(now);
  for (const table of tablesOf(raw)) {
    const columns = columnsOf(raw, table).join(', ');
    raw.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM today.${table}`);
  }
  const id = raw.pragma('today.application_id', { simple: true });
  raw.pragma(`application_id = ${id}`);
  raw.pragma(`user_version = ${version}`);
  raw.close();
}

/** Every table's rows in an order of their own, and the names of all indexes. */
function dump(path: string): { readonly [table: string]: readonly string[] } {
  const raw = new Sqlite(path, { readonly: true });
  const tables = Object.fromEntries(
    tablesOf(raw).map((table) => {
      const columns = columnsOf(raw, table).sort().join(', ');
      const rows = raw.prepare(`SELECT ${columns} FROM ${table}`).raw().all();
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
  const indexes = raw.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name").pluck().all();
  raw.close();
  return { ...tables, indexes };
}

function tablesOf(raw: Database): readonly string[] {
  return raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'words*' ORDER BY name")
    .pluck()
    .all();
}

function columnsOf(raw: Database, table: string): string[] {
  return raw.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}
