// Input that is empty, binary, too large or broken: a typed error that says where, or the text with the damage counted.
import { describe, expect, it } from 'vitest';
import { type ReadItem, type ReadSourcesOptions, readArticle, readSources } from '../../src/1-article/index.ts';
import { phrases, publishers } from './publishers.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const sentence = 'The two ministers met in Oslo on Monday. ';

async function all(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: ReadSourcesOptions = {},
): Promise<readonly ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readSources(chunks, options)) items.push(item);
  return items;
}

function codes(items: readonly ReadItem[]): readonly string[] {
  return items.map((item) => (item.kind === 'refused' ? `${item.at} ${item.error.code}` : `${item.at} read`));
}

describe('a single text', () => {
  const refused: readonly (readonly [string, Uint8Array | string, string])[] = [
    ['empty', '', 'article/empty'],
    ['white space', ' \n\t \u00a0\u200b\r\n', 'article/empty'],
    ['control characters only', '\u0001\u0002', 'article/empty'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'article/binary'],
    ['a PDF', encode('%PDF-1.7\n1 0 obj'), 'article/binary'],
    ['zeros', new Uint8Array(10_000), 'article/binary'],
    ['noise', Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 255), 'article/binary'],
    ['a legacy multi-byte text', Uint8Array.from({ length: 2_000 }, (_, i) => 0xa4 + (i % 50)), 'article/binary'],
    ['50 MB', encode(sentence.repeat(1_250_000)), 'article/too-large'],
  ];
  for (const [name, input, code] of refused) {
    it(`refuses ${name}`, () => {
      expect(() => readArticle(input, { publishers, phrases })).toThrow(expect.objectContaining({ name: 'ReadoutError', code }));
    });
  }

  it('counts invalid UTF-8 and leaves U+FFFD that was written', () => {
    const { article, problems } = readArticle(new Uint8Array([...encode(sentence), 0xff, ...encode('\ufffd and '), 0xc3, 0x28]), {
      publishers,
      phrases,
    });
    expect(article.text).toBe(`${sentence}\ufffd\ufffd and \ufffd(`);
    expect(problems[0]).toEqual({
      code: 'article/not-utf8',
      message: '2 invalid sequences were replaced by U+FFFD. Convert the text to UTF-8.',
    });
  });

  it('reads UTF-16 with and without a mark, and UTF-8 with one', () => {
    const little = Buffer.from(sentence, 'utf16le');
    const inputs = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]),
      little,
      Buffer.from(`\ufeff${sentence}`),
    ];
    for (const input of inputs) expect(readArticle(input, { publishers, phrases }).article.text).toBe(sentence);
  });

  it('makes lone surrogates well-formed, folds line ends and drops what is not seen', () => {
    const { article, problems } = readArticle('A\ud800b\r\nc\rd\u2028e\u00a0f\u00adg\u200bh\u202ei\u0000j\u0007k', { publishers, phrases });
    expect(article.text).toBe('A\ufffdb\nc\nd\ne fghijk');
    expect(problems.map((problem) => problem.code).slice(0, 2)).toEqual(['article/not-utf8', 'article/control']);
  });

  it('has the same id for the same words, and another for another day', () => {
    const ids = ['2024-11-15', '2024-11-15', '2024-11-16'].map(
      (date) => readArticle(sentence, { publishers, phrases, hints: { date } }).article.id,
    );
    expect(ids[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
});

describe('a JSONL stream', () => {
  it('reads good rows by common field names and names the line of bad ones', async () => {
    const rows = [
      JSON.stringify({ id: 7, headline: 'Talks end', maintext: sentence, date_publish: '2022-05-03 10:00:00', site_name: 'Harbour Post' }),
      '{"text": "broken',
      '',
      '[1, 2]',
      JSON.stringify({ title: 'No text' }),
      `{"__proto__": {"text": "polluted"}, "constructor": 1, "Body": ${JSON.stringify(sentence)}, "published": 1651536000}`,
      JSON.stringify({ content: ['First.', 'Second.'], source: { name: 'Sudar' }, official: 'yes', country: 'IND' }),
    ];
    const items = await all([encode(`${rows.join('\r\n')}\n`)], { name: 'day.jsonl' });
    expect(codes(items)).toEqual([
      'day.jsonl:1 read',
      'day.jsonl:2 input/not-json',
      'day.jsonl:4 input/not-json',
      'day.jsonl:5 input/no-text-field',
      'day.jsonl:6 read',
      'day.jsonl:7 read',
    ]);
    const articles = items.flatMap((item) => (item.kind === 'source' ? [readArticle(item.source, { publishers, phrases }).article] : []));
    expect(articles[0]).toMatchObject({
      title: 'Talks end',
      publisher: { id: 'harbour-post' },
      published: { value: '2022-05-03', basis: 'meta' },
    });
    expect(articles[0]?.text).toBe(`Talks end\n\n${sentence}`);
    expect(articles[0]?.parts.map((part) => part.kind)).toEqual(['title', 'body']);
    expect(articles[1]).toMatchObject({ text: sentence, published: { value: '2022-05-03' } });
    expect(articles[2]).toMatchObject({ text: 'First.\n\nSecond.', publisher: { id: 'sudar', state: 'IND', official: true } });
    expect(Object.hasOwn(Object.prototype, 'text')).toBe(false);
  });

  it('is the same however the bytes are cut', async () => {
    const bytes = encode([sentence, 'Zwölf Boxkämpfer — 北京'].map((text) => JSON.stringify({ text })).join('\n'));
    const whole = await all([bytes], { format: 'jsonl' });
    const single = await all(
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
      { format: 'jsonl' },
    );
    expect(single).toEqual(whole);
    expect(whole).toHaveLength(2);
  });

  it('refuses a line of 600 MB with its number, reads the rest, in flat memory', async () => {
    const chunk = new Uint8Array(1 << 20).fill(0x61);
    let peak = 0;
    async function* stream(): AsyncGenerator<Uint8Array> {
      yield encode(`${JSON.stringify({ text: sentence })}\n{"text": "`);
      for (let i = 0; i < 600; i++) {
        yield chunk;
        if (i % 50 === 0) peak = Math.max(peak, process.memoryUsage().arrayBuffers);
      }
      yield encode(`"}\n${JSON.stringify({ text: sentence })}`);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(codes(await all(stream(), { name: 'big.jsonl' }))).toEqual([
      'big.jsonl:1 read',
      'big.jsonl:2 input/line-too-long',
      'big.jsonl:3 read',
    ]);
    expect(peak - before).toBeLessThan(100_000_000);
  });

  it('refuses JSON nested 100,000 deep', async () => {
    const items = await all([encode(`{"text": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)], { name: 'deep.jsonl' });
    expect(codes(items)[0]).toMatch(/^deep.jsonl:1 input\//);
  });
});

describe('formats', () => {
  const page = `<!DOCTYPE html><html><head><title>Talks end</title></head><body><article>${`<p>${sentence.repeat(4)}</p>`.repeat(4)}</article></body></html>`;

  it('are told by name, else by the first bytes', async () => {
    const inputs: readonly (readonly [string, ReadSourcesOptions, string])[] = [
      [page, { name: 'a.html' }, 'title body'],
      [page, {}, 'title body'],
      [JSON.stringify({ title: 'Talks end', text: sentence }), {}, 'title body'],
      [sentence, { name: 'a.txt' }, 'body'],
      [`{${sentence}}`, {}, 'body'],
    ];
    for (const [text, options, kinds] of inputs) {
      const [item] = await all([encode(text)], options);
      if (item?.kind !== 'source') throw new Error(`not read: ${item?.error.message}`);
      const { parts } = readArticle(item.source, { publishers, phrases }).article;
      expect(parts.map((part) => part.kind).join(' ')).toBe(kinds);
    }
  });

  it('stops reading a text that is too large', async () => {
    const items = await all(
      Array.from({ length: 12 }, () => new Uint8Array(1 << 20).fill(0x61)),
      { name: 'big.txt' },
    );
    expect(codes(items)).toEqual(['big.txt article/too-large']);
  });

  it('an empty input is refused by name', async () => {
    expect(codes(await all([], { name: 'empty.txt' }))).toEqual(['empty.txt article/empty']);
  });
});
