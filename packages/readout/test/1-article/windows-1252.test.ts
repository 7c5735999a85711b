// Texts of the old Western encoding are read as such and say so; what is UTF-8 with a fault, or of another old encoding, is not.
import { describe, expect, it } from 'vitest';
import { PageReader, readArticle, readSources } from '../../src/1-article/index.ts';
import { decode1252, windows1252 } from '../../src/1-article/read/windows-1252.ts';
import { phrases, publishers } from './publishers.ts';

/** Windows-1252's own: what Latin-1 has no character for. */
const SIGNS: { readonly [sign: string]: number } = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  š: 0x9a,
};
const old = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => SIGNS[c] ?? c.charCodeAt(0)));
const filler = 'The two ministers met in Oslo on Monday and spoke of the price of fish. '.repeat(3);
const read = (bytes: Uint8Array) => readArticle(bytes, { publishers, phrases });

describe('Windows-1252', () => {
  it('has all its characters', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
    // The Encoding Standard's index; the five without a character stay controls.
    expect(decode1252(bytes)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
    const rest = Uint8Array.from({ length: 256 }, (_, i) => i).filter((byte) => byte < 0x80 || byte > 0x9f);
    expect(decode1252(rest)).toBe(String.fromCharCode(...rest));
  });

  const read1252: readonly string[] = [
    `${filler}“We won’t pay €5 million – not now,” José Muñoz said in São Paulo.`,
    `${filler}Angela Müller of Köln denied it…`,
    `${filler}The café was shut.`,
    `${filler}It cost £20 (25°C outside), Ångström said.`,
    `${filler}Le président a été élu à Orléans, où il a déjà vécu; «voilà», a dit Benoît Lefèvre. L’été fut très chaud.`,
    `${filler}Miloš said so.`,
  ];
  for (const text of read1252)
    it(`is read: ${text.slice(filler.length)}`, () => {
      const { article, problems } = read(old(text));
      expect(article.text).toBe(text);
      const beyond = [...text].filter((c) => c > '\u007f').length;
      expect(problems[0]).toEqual({
        code: 'article/guessed-encoding',
        message: `The text is not UTF-8; it was read as Windows-1252, by ${beyond} ${beyond === 1 ? 'character' : 'characters'} beyond ASCII. If names look wrong, convert it to UTF-8 first.`,
      });
    });

  it('is read in a row of JSONL and in a page that declares nothing', async () => {
    const row = old(`${JSON.stringify({ title: 'Perú', text: `${filler}José Muñoz said so.` })}\n${JSON.stringify({ text: filler })}\n`);
    const items = [];
    for await (const item of readSources([row], { name: 'rows.jsonl' })) items.push(item);
    expect(items.map((i) => (i.kind === 'source' ? i.source.problems.map((p) => p.code) : i.error.code))).toEqual([
      ['article/guessed-encoding'],
      [],
    ]);
    expect(items[0]).toMatchObject({ source: { stated: { title: 'Perú' } } });
    const pages = new PageReader();
    const html = old(
      `<!doctype html><html><body><article><h1>Talks</h1><p>${filler}José Muñoz said so.</p><p>${filler}</p></article></body></html>`,
    );
    const source = await pages.read(html);
    await pages.close();
    expect(source.text).toContain('José Muñoz');
    expect(source.problems.map((p) => p.code)).toEqual(['article/guessed-encoding']);
  });

  const utf8 = new TextEncoder();
  const others: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8 with a broken byte', new Uint8Array([...utf8.encode(`${filler}José Muñoz said `), 0xe9, 0x20])],
    ['UTF-8 cut off in a character', utf8.encode(`${filler}The café`).subarray(0, -1)],
    ['UTF-8 cut off in a mark', utf8.encode(`${filler}He said “`).subarray(0, -1)],
    ['a stray byte between blanks', new Uint8Array([...utf8.encode(filler), 0xff, 0x20, 0xfe, 0x20])],
    [
      'Windows-1251',
      Uint8Array.from(
        [...'Президент сказал, что договор подписан'].map((c) => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
      ),
    ],
    [
      'English with a name in Windows-1251',
      new Uint8Array([...utf8.encode('The paper '), 0xcf, 0xf0, 0xe0, 0xe2, 0xe4, 0xe0, ...utf8.encode(` wrote. ${filler}`)]),
    ],
    [
      'Windows-1250 with ł, ą and ś in words',
      new Uint8Array([
        ...utf8.encode(filler),
        ...utf8.encode('Lech Wa'),
        0xb3,
        0xea,
        ...utf8.encode('sa and Micha'),
        0xb3,
        0x20,
        ...utf8.encode('Pa'),
        0xb9,
        ...utf8.encode('k'),
      ]),
    ],
    ['GB 2312', new Uint8Array([...utf8.encode(filler), 0xd6, 0xd0, 0xb9, 0xfa, 0xcd, 0xe2, 0xbd, 0xbb, 0xb2, 0xbf, 0x2e])],
    ['what Windows-1252 has no character for', new Uint8Array([...utf8.encode(`${filler}caf`), 0xe9, 0x20, 0x81, 0x2e])],
    ['ASCII', utf8.encode(filler)],
  ];
  for (const [name, bytes] of others)
    it(`is not what reads as something else: ${name}`, () => {
      expect(windows1252(bytes)).toBeUndefined();
    });

  it('is not asked of what is UTF-8', () => {
    expect(read(utf8.encode(`${filler}José Muñoz said “no”.`)).problems.map((p) => p.code)).not.toContain('article/guessed-encoding');
  });

  it('leaves U+FFFD in UTF-8 with a fault', () => {
    const { article, problems } = read(new Uint8Array([...utf8.encode(`${filler}José Muñoz said `), 0xe9, 0x20]));
    expect(article.text).toContain('José Muñoz said \ufffd');
    expect(problems[0]?.code).toBe('article/not-utf8');
  });
});
