// Questions to a store from the command line: filters, formats, cursors, exit codes; and why a record is there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore, recordKeys } from '../../src/7-store/index.ts';
import { agencyRecord, jointRecord, talksRecord } from '../7-store/records.ts';
import { folderOfTests } from '../folder.ts';
import { run } from './run.ts';

const folder = folderOfTests('lists');
const store = join(folder, 'a.db');
const id = (local: string): string => recordKeys(talksRecord()).find((k) => k.local === local)?.id ?? '';

beforeAll(async () => {
  const opened = await openStore(store, { create: true });
  await opened.upsert([talksRecord(), agencyRecord()]);
  await opened.close();
});

const ask = (line: string, options = {}) => run([...line.split(' '), '--store', store], options);
const lines = (out: string): readonly { id: string }[] =>
  out
    .split('\n')
    .filter((l) => l !== '')
    .map((l) => JSON.parse(l) as { id: string });

describe('a question', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['events', 2],
    ['events --all', 6],
    ['events --actor NOR --recipient CHN', 2],
    ['events --actor NOR --recipient CHN --publisher harbour-post', 1],
    ['events --event agree --status background', 2],
    ['events --modality intended', 2],
    ['events --state CHN --since 2022-05 --until 2022-05-02', 2],
    ['claims --source NOR --about CHN', 2],
    ['relations --party CHN --party NOR --relation trade', 2],
    ['silences --by CHN', 2],
    ['entities --kind person', 2],
    ['entities --state CHN --name media', 1],
  ];
  for (const [line, count] of cases) {
    it(`is answered: ${line}`, async () => {
      const { code, out, err } = await ask(line);
      expect({ code, err, found: lines(out).length }).toEqual({ code: 0, err: '', found: count });
    });
  }

  it('that finds nothing exits with 1 and says so on stderr', async () => {
    expect(await ask('events --actor PRK')).toEqual({ code: 1, out: '', err: 'Nothing found.\n' });
    expect(await ask('events --actor PRK -q')).toEqual({ code: 1, out: '', err: '' });
    expect((await ask('events --actor Norwya --recipient CHN')).err).toMatch(
      /^Neither the reports nor the knowledge have "Norwya"; `readout entities` shows .*\nNothing found\.\n$/,
    );
    const elsewhere = 'Nothing found; --all shows what this view leaves out.\n';
    expect(await ask('events --event agree')).toEqual({ code: 1, out: '', err: elsewhere });
  });

  it('names the publishers there are when none is called so', async () => {
    for (const line of ['events --publisher nosuch', 'omissions --by nosuch'])
      expect(await ask(line), line).toMatchObject({ code: 1, err: expect.stringContaining('No report is by "nosuch"; publishers here: ') });
    expect((await ask('omissions --by harbour')).err).toBe('Nothing found.\n');
  });

  it('shows parties of stories by name, and their ids in CSV', async () => {
    const named = await ask('stories --format table', { columns: 300 });
    expect(named.out).toContain('CONSULT CHN, NOR');
    expect(named.out).not.toContain('person:');
    expect((await ask('stories --format csv')).out).toContain('CONSULT CHN NOR');
  });

  it('goes on at its cursor', async () => {
    const first = await ask('events --all --limit 4');
    const cursor = /--cursor (\S+)/.exec(first.err)?.[1] ?? '';
    const second = await ask(`events --all --cursor ${cursor}`);
    expect([...lines(first.out), ...lines(second.out)].map((e) => e.id)).toEqual(lines((await ask('events --all')).out).map((e) => e.id));
    expect(await ask('events --cursor nonsense')).toMatchObject({ code: 2, err: expect.stringContaining('cursor') });
  });

  it('is a table on a terminal, in colour unless NO_COLOR', async () => {
    const { out } = await ask('events --publisher harbour-post', { isTerminal: true, columns: 120 });
    expect(out.startsWith('\u001b[1mid')).toBe(true);
    expect(out).toContain('2022-05-02');
    expect(out).toContain('CONSULT');
    expect((await ask('events', { isTerminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
    expect((await ask('events --format md')).out).toMatch(/^\| id \| day \|/);
    expect((await ask('events --format csv')).out).toMatch(/^id,day,actor.*\r\n.*\r\n?/);
  });

  it('to READOUT_STORE needs no --store', async () => {
    expect(await run(['events'], { env: { READOUT_STORE: store } })).toMatchObject({ code: 0 });
  });
});

describe('explain', () => {
  it('tells an event: what, who, when, its rule, and its words in their place', async () => {
    const { code, out } = await ask(`explain ${id('e1').slice(0, 10)}`);
    expect(code).toBe(0);
    expect(out).toContain(`Event ${id('e1')}\nin “Ministers meet in Oslo” (Harbour Post, 2022-05-03)`);
    expect(out).toContain('Actor: Kari Holm (Norway, GOV) and Li Wen (China, GOV). They take part alike.');
    expect(out).toContain('Day: 2022-05-02, resolved from “Monday” and the day of publication (2022-05-03).');
    expect(out).toContain('Rule consult.meet makes CONSULT');
    expect(out).toMatch(/Minister Kari Holm met her Chinese.*\n {31}\^{9} actor\n {41}\^{3} trigger\n/);
  });

  it('tells claims, relations, silences, figures, entities and reports', async () => {
    expect((await ask(`explain ${id('c1')}`)).out).toMatch(/Source: Kari Holm\.\n.*Harbour Post → sudar-news reported → Kari Holm said/);
    expect((await ask(`explain ${id('e3')}`)).out).toContain('It stands in a claim (c1): Kari Holm, “said”: “We agreed to keep talking”.');
    expect((await ask(`explain ${id('r1')}`)).out).toContain('A relation of trade between China and Norway.');
    expect((await ask(`explain ${id('s1')}`)).out).toContain(
      'The text reports that Chinese state media did not mention the fishing dispute.',
    );
    expect((await ask(`explain ${id('f1')}`)).out).toContain('A figure: about 300 reporters.');
    expect((await ask('explain NOR')).out).toContain('Norway (NOR) is a state.\n  Mentioned 2 times in 2 reports.');
    expect((await ask(`explain ${talksRecord().article.id.slice(7, 17)}`)).out).toContain(`event: e1 ${id('e1').slice(0, 10)}`);
  });

  it('names all who say a claim together, in lists too', async () => {
    const [file, other] = [join(folder, 'joint.ndjson'), join(folder, 'joint.db')];
    writeFileSync(file, `${JSON.stringify(jointRecord())}\n`);
    const { out } = await run(['explain', 'c2', '--in', file]);
    expect(out).toContain('Source: Norway and China, together.');
    expect(out).toContain('Harbour Post → Norway and China said');
    const opened = await openStore(other, { create: true });
    await opened.upsert([jointRecord()]);
    await opened.close();
    const table = await run(['claims', '--source', 'CHN', '--store', other, '--format', 'csv']);
    expect(table.out.trimEnd().split('\r\n')).toHaveLength(3);
    expect(table.out).toContain(',Norway and China,state,');
  });

  it('gives JSON when asked, and exit code 1 for what is not there', async () => {
    const { out } = await ask(`explain ${id('e1')} --format json`);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'event',
      rule: { id: 'consult.meet' },
      words: [{ as: 'trigger', text: 'met' }, {}, {}, {}],
    });
    expect(await ask('explain e_0123456789')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('There is nothing with the id "e_0123456789"'),
    });
  });

  it('works on the output of extract', async () => {
    const file = join(folder, 'records.ndjson');
    writeFileSync(file, `${JSON.stringify(talksRecord())}\n\n${JSON.stringify(agencyRecord())}\n`);
    const explain = (what: string, options = {}) => run(['explain', what, '--in', file], options);
    expect((await explain(id('e1').slice(0, 9))).out).toBe((await ask(`explain ${id('e1')}`)).out);
    expect(await explain('e1')).toMatchObject({ code: 2, err: expect.stringMatching(/Several records are called e1: e_/) });
    expect((await explain('NOR')).out).toContain('in 2 reports');
    expect((await run(['explain', 'e1', '--in', '-'], { stdin: JSON.stringify(talksRecord()) })).out).toContain(`Event ${id('e1')}`);
    writeFileSync(file, `${JSON.stringify(talksRecord())}\n{"a":1}\n`);
    expect(await explain('e1')).toMatchObject({ code: 3, err: expect.stringContaining('records.ndjson:2: The line is no record') });
    expect(await run(['explain', 'e1', '--in', '/nowhere'])).toMatchObject({ code: 3 });
  });
});

describe('verify', () => {
  it('exits with 0 when all fits and with 4, naming what does not', async () => {
    expect(await ask('verify')).toMatchObject({ code: 0, out: expect.stringMatching(/^{"articles":2,"spans":\d+,"mismatches":\[\]}\n$/) });
    const other = join(folder, 'b.db');
    const opened = await openStore(other, { create: true });
    await opened.upsert([talksRecord()]);
    await opened.close();
    const raw = new Sqlite(other);
    raw.exec("UPDATE articles SET text = replace(text, 'Oslo', 'Bergen')");
    raw.close();
    const { code, out, err } = await run(['verify', '--store', other]);
    expect(code).toBe(4);
    expect(lines(out)[0]).toMatchObject({ article: talksRecord().article.id });
    expect(err).toContain('not as they were stored');
  });

  it('refuses another program’s file with 4 and a missing store with 2', async () => {
    const file = join(folder, 'c.db');
    writeFileSync(file, 'no store '.repeat(200));
    expect((await run(['verify', '--store', file])).code).toBe(4);
    expect((await run(['verify', '--store', join(folder, 'none.db')])).code).toBe(2);
  });
});

it('verify is a table of nothing in CSV when all is as it was', async () => {
  expect(await ask('verify --format csv')).toEqual({ code: 0, out: 'article,at,message\r\n', err: '' });
  expect((await ask('verify --format ndjson')).out).toContain('"mismatches":[]');
});
