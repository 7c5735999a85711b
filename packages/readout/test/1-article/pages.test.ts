// Pages of our own: title, day, publisher, captions and paragraphs; what is around them stays out.
import { afterAll, describe, expect, it } from 'vitest';
import { PageReader, readArticle } from '../../src/1-article/index.ts';
import type { Article } from '../../src/model/article.ts';
import { phrases, publishers } from './publishers.ts';

const reader = new PageReader({ timeoutMs: 20_000 });
afterAll(() => reader.close());

const prose = [
  'The two ministers met in Oslo on Monday and agreed, their spokesmen said, to meet again in the spring of next year.',
  'It was the first meeting since the border was closed in March, when shots were fired across the river near Narva.',
  'Neither side would say whether the prisoners had been spoken of, but both called the talks useful and frank.',
];

function page(parts: { head?: string; before?: string; between?: string; after?: string }): string {
  const [first, ...rest] = prose.map((text) => `<p>${text}</p>`);
  return `<!DOCTYPE html><html lang="en"><head><title>Ministers meet in Oslo - Harbour Post</title>${parts.head ?? ''}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <article><h1>Ministers meet in Oslo</h1>${parts.before ?? ''}${first}${parts.between ?? ''}${rest.join('\n')}${parts.after ?? ''}</article>
    <footer><p>© 2022 Harbour Post</p></footer><script>alert(1)</script></body></html>`;
}

async function read(html: string | Uint8Array, url?: string): Promise<Article> {
  return readArticle(await reader.read(html, url === undefined ? {} : { url }), { publishers, phrases }).article;
}

function words(article: Article, kind: string): readonly string[] {
  return article.parts.filter((part) => part.kind === kind).map((part) => article.text.slice(part.span.start, part.span.end));
}

describe('a page', () => {
  it('gives its title, paragraphs and nothing around them', async () => {
    const article = await read(page({}));
    expect(article.title).toContain('Ministers meet in Oslo');
    expect(words(article, 'body').join('\n\n')).toBe(prose.join('\n\n'));
    expect(article.text).not.toMatch(/alert|Home|©/);
  });

  it('gives day, publisher and address from meta tags', async () => {
    const head =
      '<meta property="article:published_time" content="2022-05-03T22:10:00+02:00"><meta property="og:site_name" content="Harbour Post"><link rel="canonical" href="https://harbourpost.example/oslo">';
    const article = await read(page({ head }));
    expect(article).toMatchObject({
      published: { value: '2022-05-03', basis: 'meta' },
      publisher: { id: 'harbour-post' },
      url: 'https://harbourpost.example/oslo',
    });
  });

  it('gives them from JSON-LD, broken JSON-LD before it notwithstanding', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        { '@type': 'NewsArticle', headline: 'Ministers meet', datePublished: '2022-05-03', publisher: { name: 'Sudar' } },
      ],
    };
    const head = `<script type="application/ld+json">{"@type": </script><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(await read(page({ head }))).toMatchObject({ published: { value: '2022-05-03', basis: 'meta' }, publisher: { id: 'sudar' } });
  });

  it('knows the publisher by the host when nothing else says it', async () => {
    expect((await read(page({}), 'https://english.sudar.example/a.html')).publisher?.id).toBe('sudar');
    expect((await read(page({}), 'https://elsewhere.example/a.html')).publisher).toBeUndefined();
  });

  it('keeps captions apart, and their credits', async () => {
    const between = '<figure><img src="a.jpg"><figcaption>Envoys leave the hall in Oslo. (Photo by Ana Lund/Norwire)</figcaption></figure>';
    const article = await read(page({ between }));
    expect(words(article, 'caption')).toEqual(['Envoys leave the hall in Oslo.']);
    expect(words(article, 'credit')).toEqual(['(Photo by Ana Lund/Norwire)']);
    expect(words(article, 'body')).toHaveLength(2);
  });

  it('finds the dateline behind the title', async () => {
    const html = page({}).replace('The two ministers', 'OSLO, May 3 (Norwire) — The two ministers');
    const article = await read(html);
    expect(article.dateline?.place).toBe('OSLO');
    expect(article.publisher?.id).toBe('norwire');
    expect(words(article, 'body')[0]).toMatch(/^The two ministers/);
  });

  it('takes the text that the page marks', async () => {
    const html = `<html><body><div itemprop="articleBody"><p>${prose[0]}</p><div class="share-buttons">Share Tweet</div><p>${prose[1]}</p></div><div><p>Elsewhere: ferries stop.</p></div></body></html>`;
    expect(words(await read(html), 'body').join('\n\n')).toContain(`${prose[0]}\n\n${prose[1]}`);
    expect((await read(html)).text).not.toContain('Tweet');
  });

  it('decodes by the declared charset', async () => {
    const html = page({ head: '<meta charset="windows-1252">' }).replace('useful and frank', 'caf\u00e9 \u00ab talk \u00bb');
    expect((await read(Buffer.from(html, 'latin1'))).text).toContain('caf\u00e9 \u00ab talk \u00bb');
    // What Node 20 takes for control characters: curly quotes and dashes.
    for (const charset of ['windows-1252', 'iso-8859-1']) {
      const [start = '', end = ''] = page({ head: `<meta charset="${charset}">` }).split('useful and frank');
      const bytes = Buffer.concat([
        Buffer.from(`${start}called `),
        Buffer.from([0x93]),
        Buffer.from('useful'),
        Buffer.from([0x94, 0x20, 0x96]),
        Buffer.from(` so far${end}`),
      ]);
      expect((await read(bytes)).text).toContain('called “useful” – so far');
    }
  });

  it('without text is refused', async () => {
    await expect(reader.read('<html><body><img src="a.jpg"></body></html>')).rejects.toMatchObject({ code: 'article/no-text' });
    await expect(reader.read('')).rejects.toMatchObject({ code: 'article/no-text' });
  });
});
