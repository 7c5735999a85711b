// The command line as a process with the real engine: bad input, pipes, stops and restarts.
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRecord, openStore } from '../../src/7-store/index.ts';
import type { Record } from '../../src/model/index.ts';
import { folderOfTests } from '../folder.ts';
import { type Ran, run, runProcess, start } from './run.ts';

const folder = folderOfTests('cli');
const at = (name: string): string => join(folder, name);

const REPORT = 'OSLO, May 3 - The Norwegian foreign minister met the Swedish foreign minister in Oslo on Monday.\n';
const PAGE = `<!doctype html><html><head><title>Talks in Oslo</title></head><body><article>${`<p>${REPORT.repeat(3)}</p>`.repeat(4)}</article></body></html>`;
const row = (text: string, more = {}): string => JSON.stringify({ text, date: '2022-05-03', ...more });

describe('extract of good and bad input together', { timeout: 180_000 }, () => {
  let ran: Ran;
  const names = (): readonly string[] => ran.err.split('\n').filter((l) => l !== '');
  beforeAll(async () => {
    writeFileSync(at('good.txt'), REPORT);
    writeFileSync(at('page.html'), PAGE);
    writeFileSync(at('empty.txt'), '');
    writeFileSync(at('blank.txt'), ' \n\t\n');
    writeFileSync(at('image.txt'), Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\u001a\n'), Buffer.alloc(5_000)]));
    writeFileSync(at('latin.txt'), Buffer.concat([Buffer.from(REPORT), Buffer.from([0xe9, 0x20, 0xff, 0x0a])]));
    writeFileSync(at('rows.jsonl'), [row(REPORT), '{"text": "cut', '[]', row(''), '', row(REPORT, { date: '2022-05-04' })].join('\n'));
    writeFileSync(at('huge.txt'), Buffer.alloc(50_000_000, REPORT));
    mkdirSync(at('sub'), { recursive: true });
    const inputs = [
      'good.txt',
      'none.txt',
      'empty.txt',
      'blank.txt',
      'image.txt',
      'page.html',
      'huge.txt',
      'latin.txt',
      'rows.jsonl',
      'sub',
    ];
    ran = await runProcess(['extract', ...inputs], folder);
  });

  it('exits with 3', () => expect(ran.code).toBe(3));

  it('prints the records of the rest, in the order of the input, whole', () => {
    const records = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record);
    expect(records).toHaveLength(5);
    expect(records.map((r) => r.article.title ?? r.article.published?.value)).toEqual(
      [undefined, 'Talks in Oslo', undefined, '2022-05-03', '2022-05-04'].map((v, i) => v ?? records[i]?.article.published?.value),
    );
    expect(records.flatMap(checkRecord)).toEqual([]);
    expect(records[2]?.problems).toContainEqual(expect.objectContaining({ code: 'article/not-utf8' }));
    expect(records[0]?.article.parts.map((p) => p.kind)).toContain('dateline');
  });

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['none.txt', /^none\.txt: There is no such file/],
    ['empty.txt', /^empty\.txt: The input has no text/],
    ['blank.txt', /^blank\.txt: The input has no text/],
    ['image.txt', /^image\.txt: The input is not text but a binary file\. Give plain text/],
    ['huge.txt', /^huge\.txt: The input is larger than \d+ bytes.*Give many reports as JSONL/],
    ['line 2', /^rows\.jsonl:2: The line is not JSON/],
    ['line 3', /^rows\.jsonl:3: The line is JSON but not an object/],
    ['line 4', /^rows\.jsonl:4: The row has no text/],
    ['a folder without reports', /^sub: There is no \.txt, \.html or \.jsonl file in this folder/],
  ];
  for (const [what, message] of refusals) it(`names ${what}`, () => expect(names().filter((line) => message.test(line))).toHaveLength(1));

  it('says nothing else', () => expect(names()).toHaveLength(refusals.length));
});

describe('extract in a pipe', { timeout: 180_000 }, () => {
  it('reads standard input and takes what the caller says of it', async () => {
    const { code, out, err } = await runProcess(
      [
        'extract',
        '-',
        '--date',
        '2022-05-03',
        '--publisher',
        'Harbour Post',
        '--state',
        'NOR',
        '--title',
        'Talks',
        '--url',
        'https://harbour.example/1',
      ],
      folder,
      { stdin: REPORT },
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect((JSON.parse(out) as Record).article).toMatchObject({
      title: 'Talks',
      url: 'https://harbour.example/1',
      publisher: { id: 'harbour-post', state: 'NOR' },
      published: { value: '2022-05-03', basis: 'argument' },
    });
  });

  it('prints for reading with --plain', async () => {
    const { code, out } = await runProcess(['extract', '-', '--plain', '--date', '2022-05-03', '--title', 'Talks'], folder, {
      stdin: REPORT,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^Talks\n.*2022-05-03\n/);
    expect(out).toMatch(/^Events \(\d+\)\n {2}e1 {3}[A-Z]+ \S.*\n {7}“\S/m);
    expect(out).not.toContain('{');
  });

  it('is quiet when its reader has enough', async () => {
    writeFileSync(at('many.jsonl'), Array.from({ length: 120 }, (_, i) => row(`${REPORT} Report ${i}.`)).join('\n'));
    const child = start(['extract', 'many.jsonl'], folder);
    const err: Buffer[] = [];
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const [code] = (await once(child, 'close')) as [number];
    expect({ code, err: Buffer.concat(err).toString() }).toEqual({ code: 0, err: '' });
  });
});

describe('ingest', { timeout: 180_000 }, () => {
  it('can be killed at any moment and run again: each report is there once, and all fit', async () => {
    const rows = Array.from({ length: 160 }, (_, i) => row(`${REPORT}It was report number ${i}.`, { url: `https://harbour.example/${i}` }));
    writeFileSync(at('day.jsonl'), rows.join('\n'));
    const store = at('kill.db');
    const child = start(['ingest', 'day.jsonl', '--store', store], folder);
    // Killed as soon as the first batch is there, so before the last.
    for (let isThere = false; !isThere && child.exitCode === null; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      isThere = await openStore(store, { readonly: true }).then(
        async (s) => {
          const { articles } = await s.counts();
          await s.close();
          return articles > 0;
        },
        () => false,
      );
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await run(['verify', '--store', store])).toMatchObject({ code: 0 });

    const again = await runProcess(['ingest', 'day.jsonl', '--store', store], folder);
    expect(again.code).toBe(0);
    const done = JSON.parse(again.out) as { readonly added: number; readonly known: number };
    expect(done.added + done.known).toBe(160);
    expect(done.known).toBeGreaterThan(0);
    const opened = await openStore(store);
    expect(await opened.counts()).toMatchObject({ articles: 160, superseded: 0 });
    expect((await opened.verify()).mismatches).toEqual([]);
    await opened.close();
  });

  it('reads folders and standard input, passes over what is known, and reports what it could not read', async () => {
    mkdirSync(at('news'), { recursive: true });
    writeFileSync(at('news/a.txt'), REPORT);
    writeFileSync(at('news/b.html'), PAGE);
    writeFileSync(at('news/c.jsonl'), `${row(`${REPORT}Later.`)}\n{`);
    const first = await runProcess(['ingest', 'news', '--store', 'new.db'], folder);
    expect(first).toMatchObject({ code: 3, err: expect.stringMatching(/^news\/c\.jsonl:2: The line is not JSON/) });
    expect(JSON.parse(first.out)).toEqual({ added: 3, known: 0, replaced: 0, superseded: 0, refused: 1, store: 'new.db' });
    const second = await runProcess(['ingest', '-', '--store', 'new.db'], folder, { stdin: readFileSync(at('news/a.txt')) });
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(second.out)).toMatchObject({ added: 0, known: 1 });
  });

  it('leaves no store behind when the store cannot be one', async () => {
    writeFileSync(at('text.db'), 'not a store '.repeat(200));
    expect(await runProcess(['ingest', 'good.txt', '--store', 'text.db'], folder)).toMatchObject({
      code: 4,
      out: '',
      err: expect.stringContaining('is not a Readout store'),
    });
    expect(readFileSync(at('text.db'), 'utf8')).toBe('not a store '.repeat(200));
  });
});

describe('demo', { timeout: 180_000 }, () => {
  it('reads the samples and tells of each kind with its publisher', async () => {
    const { code, out, err } = await runProcess(['demo', '--store', 'demo.db'], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/Readout read \d+ reports by \d+ publishers/);
    for (const what of ['reports', 'events', 'claims', 'relations', 'silences?'])
      expect(out).toMatch(new RegExp(`\\d+ ${what}.*\\n {6}\\S`));
    expect(out).toMatch(/— [^\n]+\(fictional\), 20\d\d-\d\d-\d\d/);
    expect(err).toContain('--store demo.db');
    // What it says of a record can be asked.
    const id = /\b([ecrs]_[0-9a-f]{8})\b/.exec(out)?.[1] ?? '';
    expect(await run(['explain', id, '--store', at('demo.db')])).toMatchObject({ code: 0 });
    expect(await run(['verify', '--store', at('demo.db')])).toMatchObject({ code: 0 });
  });
});

describe('serve', { timeout: 180_000 }, () => {
  it('serves the store on this machine until it is stopped', async () => {
    await (await openStore(at('serve.db'), { create: true })).close();
    const child = start(['serve', '--store', 'serve.db', '--port', '0'], folder);
    let err = '';
    for await (const chunk of child.stderr ?? []) {
      err += String(chunk);
      if (err.includes('\n')) break;
    }
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(err)?.[0] ?? '';
    const answer = await fetch(`${url}api/counts`);
    expect(await answer.json()).toMatchObject({ articles: 0 });
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  });
});

describe('doctor', { timeout: 180_000 }, () => {
  it('says what is there', async () => {
    const { out } = await runProcess(['doctor', '--store', 'none.db'], folder);
    const findings = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly what: string; readonly is: string });
    expect(findings.map((f) => f.what)).toEqual(['node', 'knowledge', 'model', 'sqlite', 'store', 'page']);
    expect(findings.filter((f) => f.what !== 'page').map((f) => f.is)).toEqual(['ok', 'ok', 'ok', 'ok', 'none yet']);
  });
});
