// SQLite passes the contract, and what is its own: files, versions of the schema, tampering, two processes, a full disk.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/7-store/index.ts';
import { folderOfTests } from '../folder.ts';
import { storeContract } from './contract.ts';
import { agencyRecord, manyRecords, talksRecord } from './records.ts';

const run = promisify(execFile);
const folder = folderOfTests('store');
const fresh = (name: string): string => join(folder, `${name}.db`);

storeContract('SQLite in memory', () => openStore(':memory:'));

describe('a store on disk', () => {
  it('is made when asked, found again, and may be read only', async () => {
    const path = join(folder, 'deep', 'er', 'a.db');
    await expect(openStore(path)).rejects.toMatchObject({ code: 'store/missing' });
    const store = await openStore(path, { create: true });
    await store.upsert([talksRecord()]);
    await store.close();
    const reader = await openStore(path, { readonly: true });
    expect(await reader.counts()).toMatchObject({ articles: 1, publishers: 1, events: 3, claims: 1, relations: 1, silences: 1 });
    await expect(reader.upsert([agencyRecord()])).rejects.toMatchObject({ code: 'store/io' });
    await reader.close();
  });

  it('refuses what is no store', async () => {
    const text = fresh('text');
    writeFileSync(text, 'not a database, but long enough to be looked at as one, surely. '.repeat(20));
    await expect(openStore(text, { create: true })).rejects.toMatchObject({ code: 'store/not-a-store' });
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'store/not-a-store' });
    const other = fresh('other');
    new Sqlite(other).exec('CREATE TABLE songs (name TEXT)').close();
    await expect(openStore(other, { create: true })).rejects.toMatchObject({ code: 'store/not-a-store' });
  });

  it('refuses the schema of a newer Readout', async () => {
    const path = fresh('newer');
    await (await openStore(path, { create: true })).close();
    const raw = new Sqlite(path);
    raw.pragma('user_version = 999');
    raw.close();
    await expect(openStore(path)).rejects.toMatchObject({ code: 'store/newer', message: expect.stringContaining('999') });
  });

  it('is durable: write-ahead log, full synchronisation', async () => {
    const path = fresh('wal');
    const store = await openStore(path, { create: true });
    const raw = new Sqlite(path);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    raw.close();
    await store.close();
  });
});

describe('verify', () => {
  const tamperings: readonly (readonly [string, string, string])[] = [
    ['a text', "UPDATE articles SET text = replace(text, 'met', 'hit')", 'article'],
    ['a span', 'UPDATE events SET json = replace(json, \'"start":\', \'"start":1\')', 'record'],
    ['a code', 'UPDATE events SET json = replace(json, \'"042"\', \'"190"\')', 'record'],
    ['a column', "UPDATE events SET event = 'ASSAULT' WHERE local = 'e1'", 'events'],
    ['a party', "UPDATE event_parties SET state = 'USA' WHERE role = 'actor'", 'event_parties'],
    ['a publisher', "UPDATE articles SET publisher_name = 'Other Post'", 'articles.publisher_name'],
    ['a missing row', 'DELETE FROM evidence WHERE seq = 0', 'evidence'],
    ['a missing record', 'DELETE FROM silences', 'record'],
    ['broken JSON', "UPDATE claims SET json = '{'", 'record'],
  ];
  for (const [what, sql, at] of tamperings) {
    it(`catches ${what} that was tampered with`, async () => {
      const path = fresh(what.replaceAll(' ', '-'));
      const store = await openStore(path, { create: true });
      await store.upsert([talksRecord()]);
      const raw = new Sqlite(path);
      raw.exec(sql);
      raw.close();
      const { mismatches } = await store.verify();
      expect(mismatches.map((m) => m.at)).toContain(at);
      expect(mismatches[0]?.article).toBe(talksRecord().article.id);
      await store.close();
    });
  }
});

describe('two processes', () => {
  it('write the same articles to one new store: each is there once', async () => {
    const path = fresh('two');
    const script = join(folder, 'write.mts');
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(new URL('../../src/7-store/index.ts', import.meta.url).href)};
       import { manyRecords } from ${JSON.stringify(new URL('./records.ts', import.meta.url).href)};
       const store = await openStore(process.argv[2] ?? '', { create: true });
       for (const record of manyRecords(60)) await store.upsert([record]);
       await store.close();`,
    );
    const write = () => run(process.execPath, ['--import', 'tsx', script, path], { cwd: new URL('../..', import.meta.url).pathname });
    await Promise.all([write(), write()]);
    const store = await openStore(path);
    expect(await store.counts()).toMatchObject({ articles: 60, superseded: 0, events: 180 });
    expect((await store.verify()).mismatches).toEqual([]);
    await store.close();
  });

  it('a reader sees the state before a writer is done; a second writer is told who waits', async () => {
    const path = fresh('busy');
    const store = await openStore(path, { create: true, busyTimeoutMs: 50 });
    await store.upsert([talksRecord()]);
    const raw = new Sqlite(path);
    raw.exec('BEGIN IMMEDIATE');
    expect(await store.counts()).toMatchObject({ articles: 1 });
    await expect(store.upsert([agencyRecord()])).rejects.toMatchObject({ code: 'store/busy' });
    raw.exec('ROLLBACK');
    expect(await store.upsert([agencyRecord()])).toMatchObject({ added: 1 });
    raw.close();
    await store.close();
  });
});

describe('a full disk', () => {
  it('is said, and what was stored stays readable', async () => {
    const path = fresh('full');
    const store = await openStore(path, { create: true });
    await store.upsert([talksRecord()]);
    const limited = new Sqlite(path);
    const pages = Number(limited.pragma('page_count', { simple: true }));
    limited.close();
    // A store that may not grow stands for a disk that is full: SQLite answers alike.
    const full = await openStore(path, { maxPages: pages });
    await expect(full.upsert(manyRecords(40))).rejects.toMatchObject({ code: 'store/full' });
    expect(await full.counts()).toMatchObject({ articles: 1 });
    await full.close();
    expect(await store.upsert(manyRecords(40))).toMatchObject({ added: 40 });
    expect((await store.verify()).mismatches).toEqual([]);
    await store.close();
  });
});
