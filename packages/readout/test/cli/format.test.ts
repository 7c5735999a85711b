// Tables that fit and obey nothing that stands in them, CSV that no spreadsheet runs, Markdown that stays a table.

import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/cli/format/csv.ts';
import { printItems } from '../../src/cli/format/print-items.ts';
import { tableText, widthOf } from '../../src/cli/format/table.ts';

interface Row {
  readonly id: string;
  readonly words: string;
  readonly number?: number;
}
const columns = [
  { name: 'id', value: (r: Row) => r.id },
  { name: 'words', value: (r: Row) => r.words, flexible: 1 },
  { name: 'number', value: (r: Row) => r.number, onlyCsv: true },
];

describe('CSV', () => {
  it('quotes what begins like a formula, and only texts', () => {
    for (const text of ['=1+1', '+cmd', '-2', '@SUM(A1)', '\tx', '\rx']) expect(csvCell(text)).toBe(`"'${text}"`);
    expect(csvLine([-2.5, 'a-b', undefined, '', 'a,"b"', 'two\nlines', ' blank'])).toBe('-2.5,a-b,,,"a,""b""","two\nlines"," blank"\r\n');
  });
});

describe('a table', () => {
  it('fits the terminal, cutting flexible columns with …', () => {
    const text = tableText(
      [
        { id: 'e_1', words: 'word '.repeat(40) },
        { id: 'e_22', words: 'short' },
      ],
      columns,
      { width: 40, colour: false },
    );
    const lines = text.trimEnd().split('\n');
    expect(lines.map(widthOf).every((w) => w <= 40)).toBe(true);
    expect(lines[0]).toBe('id    words');
    expect(lines[1]).toMatch(/…$/);
    expect(lines[2]).toBe('e_22  short');
  });

  it('counts wide characters and marks as a terminal does', () => {
    expect([widthOf('北京'), widthOf('e\u0301'), widthOf('😀'), widthOf('Tromsø')]).toEqual([4, 1, 2, 6]);
  });

  it('lets no control character through', () => {
    const text = tableText([{ id: 'e_1', words: 'a\u001b[31mred\u0007\r\nb\u009b2J' }], columns, { width: 80, colour: false });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('has its head in bold only where colour may be', () => {
    expect(tableText([{ id: 'a', words: 'b' }], columns, { width: 80, colour: true }).startsWith('\u001b[1mid')).toBe(true);
  });
});

describe('each format', () => {
  const rows: readonly Row[] = [
    { id: 'e_1', words: 'a | b', number: 1 },
    { id: 'e_2', words: '*c*' },
  ];
  const printed = async (format: 'table' | 'json' | 'ndjson' | 'csv' | 'md', items: readonly Row[]): Promise<string> => {
    const out: string[] = [];
    const sink = () =>
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          out.push(chunk.toString());
          done();
        },
      });
    const io = {
      stdin: Readable.from([]),
      stdout: sink(),
      stderr: sink(),
      env: {},
      isTerminal: { stdout: false, stderr: false },
      columns: 80,
      stop: new AbortController().signal,
    };
    expect(await printItems(Readable.from(items), columns, format, io)).toBe(items.length);
    return out.join('');
  };

  it('is what it says', async () => {
    expect((await printed('ndjson', rows)).split('\n').map((line) => line && JSON.parse(line))).toEqual([...rows, '']);
    expect(JSON.parse(await printed('json', rows))).toEqual(rows);
    expect(await printed('csv', rows)).toBe('id,words,number\r\ne_1,a | b,1\r\ne_2,*c*,\r\n');
    expect(await printed('md', rows)).toBe('| id | words |\n|---|---|\n| e\\_1 | a \\| b |\n| e\\_2 | \\*c\\* |\n');
  });

  it('is well-formed when there is nothing', async () => {
    expect(await Promise.all((['json', 'ndjson', 'csv', 'md', 'table'] as const).map((f) => printed(f, [])))).toEqual([
      '[]\n',
      '',
      'id,words,number\r\n',
      '',
      '',
    ]);
  });
});
