// Numbers from the command line: what is printed, to the byte; files with a codebook beside them; what a spreadsheet must not run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/7-store/index.ts';
import { csvCell, csvLine } from '../../src/cli/format/csv.ts';
import { agencyRecord, manyRecords, talksRecord } from '../7-store/records.ts';
import { folderOfTests } from '../folder.ts';
import { run } from './run.ts';

const folder = folderOfTests('numbers');
const store = join(folder, 'a.db');
beforeAll(async () => {
  const opened = await openStore(store, { create: true });
  await opened.upsert([talksRecord(), agencyRecord(), ...manyRecords(2)]);
  await opened.close();
});
const ask = (line: string, options = {}) => run([...line.split(' '), '--store', store], options);
const csv = async (line: string): Promise<readonly string[]> => (await ask(`${line} --format csv`)).out.trimEnd().split('\r\n');

describe('series', () => {
  it('prints a row for each period, with codes and zeros', async () => {
    const [head, ...rows] = await csv('series NOR CHN --by year --since 2020 --until 2022');
    expect(head).toBe(
      'period,from,from_iso3,from_cow,from_gw,to,to_iso3,to_cow,to_gw,directed,events,mentions,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,goldstein_sum,goldstein_mean,reports_seen,agree,consult,support,concede,cooperate,aid,retreat,request,accuse,reject,threaten,protest,sanction,mobilize,coerce,assault',
    );
    expect(rows).toEqual([
      '2020,NOR,NOR,385,385,CHN,CHN,710,710,0,0,0,0,0,0,0,0,,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0',
      '2021,NOR,NOR,385,385,CHN,CHN,710,710,0,0,0,0,0,0,0,0,,2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0',
      '2022,NOR,NOR,385,385,CHN,CHN,710,710,0,1,4,1,0,0,0,2.5,2.5,2,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0',
    ]);
  });

  it('is a table for a person, by names or ids', async () => {
    const { out } = await ask('series norway china --by year --since 2022 --until 2022 --format table', { columns: 220 });
    expect(out).toBe(
      'period  from  to   events  mentions  verbal_cooperation  material_cooperation  verbal_conflict  material_conflict  goldstein_sum  goldstein_mean  reports_seen\n' +
        '2022    NOR   CHN  1       4         1                   0                     0                0                  2.5            2.5             2\n',
    );
  });

  it('writes a file with a codebook beside it, or prints the codebook', async () => {
    const out = join(folder, 'dyad.csv');
    expect(await ask(`series NOR CHN --by year --out ${out}`)).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('dyad.codebook.md'),
    });
    const written = readFileSync(out, 'utf8');
    const book = readFileSync(join(folder, 'dyad.codebook.md'), 'utf8');
    for (const column of written.split('\r\n')[0]?.split(',') ?? []) expect(book).toContain(`| \`${column}\` | `);
    expect((await ask('series NOR CHN --by year --codebook')).out).toBe(book);
    expect(await ask(`series NOR CHN --out ${join(folder, 'no', 'where.csv')}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('ENOENT'),
    });
  });

  it('refuses a period that there is not, and says when there is nothing', async () => {
    expect(await ask('series NOR CHN --by week')).toMatchObject({ code: 2, err: expect.stringContaining('day or month or year') });
    expect(await ask('series NOR RUS --by year')).toMatchObject({ code: 1, err: 'No event between the two in any period.\n' });
    expect((await ask('series NOR Chnia --by year')).err).toContain('Neither the reports nor the knowledge have "Chnia"');
    expect((await ask('series NOR Chnia --by year --quiet')).err).toBe('');
  });
});

describe('other numbers', () => {
  it('panel', async () => {
    expect(await csv('panel --party NOR --party CHN --since 2022')).toEqual([
      'year,a,a_iso3,a_cow,a_gw,b,b_iso3,b_cow,b_gw,events,mentions,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,goldstein_sum,goldstein_mean,reports_seen',
      '2022,CHN,CHN,710,710,NOR,NOR,385,385,1,4,1,0,0,0,2.5,2.5,2',
    ]);
    expect((await csv('panel --since 2022')).length).toBeGreaterThan(18_000);
  });

  it('network', async () => {
    expect(await csv('network')).toEqual([
      'kind,from,from_name,to,to_name,weight,reports,first,last',
      'meets,person:kari-holm,Kari Holm,person:li-wen,Li Wen,4,4,2022-05-02,2022-05-02',
      'speaks-for,person:kari-holm,Kari Holm,NOR,Norway,4,4,2021-01-01,2022-05-04',
    ]);
    expect(await csv('network --states --ties meets --actor NOR')).toContain('meets,CHN,China,NOR,Norway,4,4,2022-05-02,2022-05-02');
    expect(await ask('network --actor RUS')).toMatchObject({ code: 1, err: 'Nothing found.\n' });
  });

  it('timeline', async () => {
    expect(await csv('timeline person:li-wen')).toEqual([
      'day,event,part,others,others_names,reports',
      '2022-05-02,CONSULT,together,person:kari-holm,Kari Holm,4',
    ]);
    expect((await csv('timeline NOR --all --event AGREE')).slice(1)).toEqual(['2019,AGREE,actor,CHN,China,4']);
  });

  it('coverage of what nobody knows is refused', async () => {
    expect(await ask('coverage --topic nosuch')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('have "nosuch"') });
  });

  it('coverage', async () => {
    expect(await csv('coverage --topic NOR --topic Russia')).toEqual([
      'publisher,publisher_name,publisher_state,topic,topic_name,reports,of,share',
      'harbour-post,Harbour Post,NOR,NOR,Norway,3,3,1',
      'harbour-post,Harbour Post,NOR,RUS,Russia,0,3,0',
      'sudar-news,Sudar News,CHN,NOR,Norway,1,1,1',
      'sudar-news,Sudar News,CHN,RUS,Russia,0,1,0',
    ]);
  });
});

describe('panel --party', () => {
  it('takes names of states, and refuses what is no state', async () => {
    const byName = await csv('panel --party norway --party China --by year --since 2022 --until 2022');
    expect(byName).toHaveLength(2);
    expect(byName).toEqual(await csv('panel --party NOR --party CHN --by year --since 2022 --until 2022'));
    expect(await csv('panel --party Fiji --party NOR --by year --since 2022 --until 2022')).toHaveLength(2);
    expect(await ask('panel --party Nowhere')).toMatchObject({ code: 2, err: expect.stringContaining('--party takes states here') });
  });
});

describe('relations --actor', () => {
  it('answers from reports and from the knowledge and says which is which', async () => {
    const rows = await csv('relations --actor NOR --party CHN --on 2022-05-04');
    expect(rows[0]).toBe('kind,parties,a,a_name,a_as,b,b_name,b_as,says,status,name,start,end,first_report,last_report,reports,source');
    expect(rows).toContain('trade,"China, Norway",CHN,China,,NOR,Norway,,text,holds,,,,2021-01-01,2022-05-04,4,');
    const alliance = await csv('relations --actor NOR --relation alliance --on 2022-05-04');
    expect(alliance.length).toBeGreaterThan(1);
    expect(alliance.slice(1).every((r) => r.includes(',knowledge,holds,'))).toBe(true);
    const offices = await csv('relations --actor KOR --relation office --on 2024-11-15');
    expect(offices.some((r) => r.includes('yoon-suk-yeol') && r.includes('president'))).toBe(true);
    expect(offices.some((r) => r.includes('moon-jae-in'))).toBe(false);
  });

  it('answers from the knowledge where there is no store', async () => {
    const { code, out, err } = await run(['relations', '--actor', 'KOR', '--party', 'PRK', '--on', '2024-11-15', '--format', 'csv'], {
      env: { READOUT_STORE: join(folder, 'none.db') },
    });
    expect([code, err]).toEqual([0, 'There is no store, so the knowledge alone answers.\n']);
    expect(out).toContain('war,');
    expect(await ask('relations --on 2024-11-15')).toMatchObject({ code: 2, err: expect.stringContaining('--actor') });
  });

  it('takes --standing, --state and --limit', async () => {
    const statuses = async (line: string) => (await csv(line)).slice(1).map((r) => /,(?:knowledge|text),(\w+),/.exec(r)?.[1]);
    expect(new Set(await statuses('relations --actor KOR'))).toEqual(new Set(['holds', 'held', 'denied']));
    expect(new Set(await statuses('relations --actor KOR --standing held'))).toEqual(new Set(['held']));
    const withNorth = (await csv('relations --actor KOR --state PRK')).slice(1);
    expect(withNorth.length).toBeGreaterThan(0);
    for (const row of withNorth) expect(row).toContain(',PRK,North Korea,');
    // Who holds an office of a state belongs to it.
    expect((await csv('relations --actor moon-jae-in --state KOR')).some((r) => r.startsWith('office,'))).toBe(true);
    expect(await csv('relations --actor KOR --limit 3')).toHaveLength(4);
  });

  it('says which options it cannot take', async () => {
    for (const option of ['--publisher xinhua', '--article abcd', '--since 2020', '--until 2021', '--all', '--cursor x'])
      expect(await ask(`relations --actor KOR ${option}`)).toMatchObject({
        code: 2,
        err: expect.stringContaining(`${option.split(' ')[0]} is of the list`),
      });
  });
});

describe('CSV', () => {
  it('quotes what a spreadsheet would run, and leaves numbers alone', () => {
    for (const nasty of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x")']) expect(csvCell(nasty)).toMatch(/^"'/);
    expect(csvLine([-1.5, '-1.5', 'a,b', 'say "so"', undefined, ' x'])).toBe('-1.5,"\'-1.5","a,b","say ""so""",," x"\r\n');
  });
});
