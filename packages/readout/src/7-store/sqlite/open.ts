import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { ReadoutError } from '../../errors.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../migrations/index.ts';
import type { OpenStoreOptions, Store } from '../store.ts';
import { storing } from './failures.ts';
import { fillMeasures } from './fill-measures.ts';
import { SqliteStore } from './sqlite-store.ts';

/** `RDOT` in the file's header: the file is a Readout store. */
const APPLICATION_ID = 0x52444f54;

/**
 * Opens the store in a file; `:memory:` makes one that is gone when closed. WAL with synchronous=FULL: what was answered is on disk, readers and one writer
 * do not wait for each other. Throws `store/missing`, `store/not-a-store`, `store/newer`, `store/busy`, `store/full`, `store/io`.
 */
export async function openStore(path: string, options: OpenStoreOptions = {}): Promise<Store> {
  const file = path === ':memory:' ? path : resolve(path);
  if (file !== ':memory:') {
    if (!existsSync(file) && !options.create)
      throw new ReadoutError('store/missing', `There is no store at ${file}. Make one with \`readout ingest PATH --store ${path}\`.`, {
        at: file,
      });
    if (existsSync(file) && statSync(file).isDirectory())
      throw new ReadoutError('store/not-a-store', `${file} is a folder, not a store. Name a file in it: --store ${path}/readout.db`, {
        at: file,
      });
  }
  return storing(file, () => {
    if (options.readonly) bringUp(file, options);
    if (options.create && file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new Sqlite(file, { readonly: options.readonly ?? false, timeout: options.busyTimeoutMs ?? 10_000 });
    try {
      prepare(database, file, options);
      return new SqliteStore(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** A store of an older Readout gets this one's tables before it is read: its records stay as they are. */
function bringUp(file: string, options: OpenStoreOptions): void {
  const raw = new Sqlite(file, { readonly: true, timeout: options.busyTimeoutMs ?? 10_000 });
  const isOlder = number(raw, 'application_id') === APPLICATION_ID && number(raw, 'user_version') < SCHEMA_VERSION;
  raw.close();
  if (!isOlder) return;
  const database = new Sqlite(file, { timeout: options.busyTimeoutMs ?? 10_000 });
  try {
    prepare(database, file, { ...options, readonly: false });
  } finally {
    database.close();
  }
}

function prepare(database: Database, file: string, options: OpenStoreOptions): void {
  const id = number(database, 'application_id');
  const version = number(database, 'user_version');
  const empty = number(database, 'schema_version') === 0;
  if (!(id === APPLICATION_ID || (id === 0 && empty)))
    throw new ReadoutError('store/not-a-store', `${file} is an SQLite file of another program, not a Readout store. Name another file.`, {
      at: file,
    });
  if (version > SCHEMA_VERSION)
    throw new ReadoutError(
      'store/newer',
      `The store ${file} has schema ${version}; this Readout knows up to ${SCHEMA_VERSION}. Update Readout, or use another store.`,
      { at: file },
    );
  if (empty && options.readonly)
    throw new ReadoutError('store/not-a-store', `${file} is empty: nothing was stored in it yet.`, { at: file });
  database.pragma('foreign_keys = ON');
  // A batch of reports touches more pages than SQLite keeps by default (2 MB), and would write and read them again and again.
  database.pragma('cache_size = -65536');
  if (options.readonly) return;
  if (database.pragma('journal_mode', { simple: true }) !== 'wal') database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  if (options.maxPages !== undefined) database.pragma(`max_page_count = ${options.maxPages}`);
  if (version < SCHEMA_VERSION) migrate(database);
}

/** Runs the steps that are missing, all or none; a second process that comes at the same time waits and then finds none missing. */
function migrate(database: Database): void {
  database
    .transaction(() => {
      const version = number(database, 'user_version');
      for (const step of MIGRATIONS) {
        if (step.version <= version) continue;
        database.exec(step.shared);
        database.exec(step.sqlite);
        if (step.name === 'measures') fillMeasures(database);
        database.pragma(`user_version = ${step.version}`);
      }
      database.pragma(`application_id = ${APPLICATION_ID}`);
    })
    .immediate();
}

function number(database: Database, pragma: string): number {
  return Number(database.pragma(pragma, { simple: true }));
}
