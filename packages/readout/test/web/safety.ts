/** Text from outside is shown as text, and the page's policy would stop it if it got in; what is built is small and names nobody. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { articleId } from '../../src/1-article/article-id.ts';
import type { Record } from '../../src/model/index.ts';
import { root } from '../engine.ts';
import { HOSTILE, hostileRecord, shortRecord } from '../http/records.ts';
import type { Harness } from './harness.ts';

const NASTY = `a/${hostileRecord().article.id.slice(7, 23)}`;
const KB = 1024;
/** Fragments that sanitisers have let through (not in the repository). */
const FRAGMENTS = join(process.env.READOUT_DATA ?? join(root, '../shared/data'), 'hostile/html-fragments.json');

/** A report made of fragments: its text, its title, its publisher and its names. */
function reportOf(fragments: readonly string[]): Record {
  const made = shortRecord(0);
  const [title = '', name = ''] = fragments;
  const text = `${made.article.text}\n\n${fragments.join('\n\n')}`;
  const publisher = { id: 'fragments', name, kind: 'outlet' as const, official: false };
  return {
    ...made,
    article: {
      ...made.article,
      id: articleId(text, publisher.id, '2024-12-30'),
      text,
      title,
      publisher,
      published: { value: '2024-12-30', precision: 'day', basis: 'argument' },
      parts: [...made.article.parts, { kind: 'body', span: { start: made.article.text.length, end: text.length } }],
    },
    entities: made.entities.map((e, i) => ({ ...e, name: fragments[i + 2] ?? e.name })),
  };
}

export function safetyTests(h: Harness): void {
  describe('text from outside', () => {
    it('is shown as text and runs nothing', async () => {
      await h.open('reports');
      await h.page.locator('.rows li').first().waitFor();
      expect(await h.page.locator('.rows li').first().innerText()).toContain(HOSTILE[0]);
      await h.open(`${NASTY}?show=background,intended,claimed&kind=#c1`);
      await h.page.locator('#line-c1 .details').waitFor();
      const text = await h.page.locator('article').innerText();
      for (const words of HOSTILE) expect(text).toContain(words);
      expect(await h.page.getByRole('heading', { level: 1 }).innerText()).toContain(HOSTILE[7]);
      for (const kind of ['entity', 'figure', 'silence', 'event']) {
        await h.open(`${NASTY}?kind=${kind}`);
        await h.page.locator('li.line .head').first().click();
        await h.page.locator('li.line.selected').waitFor();
      }
      expect(await h.page.evaluate('window.__ran')).toBeUndefined();
      expect(await h.page.locator('main :is(script, iframe, img, svg, style, link, math, object)').count()).toBe(0);
      // `javascript:` in the address of a report makes no link.
      expect(await h.page.locator('a[href^="javascript"]').count()).toBe(0);
      expect(await h.page.getByRole('link', { name: 'original' }).count()).toBe(0);
    });

    it.skipIf(!existsSync(FRAGMENTS))('stays text on every screen: fragments that have got through elsewhere', async () => {
      const fragments = JSON.parse(readFileSync(FRAGMENTS, 'utf8')) as readonly string[];
      const record = reportOf(fragments);
      await h.add(record);
      const id = record.article.id.slice(7, 23);
      for (const [path, there] of [
        [`a/${id}#e1`, '.seg.lit'],
        ['reports?since=2024-12-30', '.rows li'],
        ['events?publisher=fragments', '.row'],
        [`event/${id}:e1`, '.cells, #accounts ~ .quiet, section .quiet'],
        [`compare?articles=${id},${NASTY.slice(2)}`, 'tr.thing'],
        ['?since=2024-12-30', '.stories li'],
      ] as const) {
        await h.open(path);
        await h.page.locator(there).first().waitFor();
        expect(
          await h.page.locator('main :is(script, iframe, img, style, link, math, object, form[action], base, embed)').count(),
          path,
        ).toBe(0);
        expect(await h.overflow(), path).toBe(0);
      }
      await h.open(`a/${id}`);
      await h.page.locator('.part.body').last().waitFor();
      const shown = (await h.page.locator('.part.body').allTextContents()).join(' ').replace(/\s+/g, '');
      for (const fragment of fragments) expect(shown).toContain(fragment.replace(/\s+/g, ''));
    });

    it('cannot run even where it got into the page', async () => {
      await h.open('reports');
      await h.page.locator('.rows li').first().waitFor();
      // Markup and handlers are refused by the page itself (trusted types), an inline script by its policy.
      await expect(h.page.evaluate('document.body.setAttribute("onclick", "window.__ran=1")')).rejects.toThrow('TrustedScript');
      await expect(h.page.evaluate('document.body.innerHTML = "<img src=x onerror=window.__ran=1>"')).rejects.toThrow('TrustedHTML');
      await h.page.evaluate(
        'document.body.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }))',
      );
      expect(await h.page.evaluate('getComputedStyle(document.body).display')).toBe('block');
      expect(await h.page.evaluate('window.__ran')).toBeUndefined();
      await expect.poll(() => h.complaints.filter((c) => /Content Security Policy|Trusted/.test(c)).length).toBeGreaterThan(2);
      h.complaints = h.complaints.filter((c) => !/Content Security Policy|Trusted/.test(c));
    });
  });

  describe('what is built', () => {
    const sizeOf = (file: string): number => gzipSync(readFileSync(join(h.folder, file))).length;
    /** The scripts that a route asks for, with what they import. */
    const scriptsFor = async (path: string): Promise<readonly string[]> => {
      await h.openSamples(path);
      await h.page.waitForLoadState('networkidle');
      return [...new Set(h.requests.map((r) => new URL(r).pathname).filter((p) => p.endsWith('.js')))];
    };

    it('has at most 70 KB of gzipped JavaScript for the first route and 130 KB for any', async () => {
      const first = (await scriptsFor('')).reduce((n, s) => n + sizeOf(s), 0);
      expect(first).toBeGreaterThan(10 * KB);
      expect(first).toBeLessThanOrEqual(70 * KB);
      for (const path of ['map', 'network', 'dyad/KOR/CHN', h.report('lima-han-river')]) {
        // A page of its own for each: what a route needs beyond the first is added to it here.
        const whole = (await scriptsFor(path)).reduce((n, s) => n + sizeOf(s), 0);
        expect(whole, path).toBeLessThanOrEqual(130 * KB);
      }
    });

    it('names no other origin and has nothing inline', () => {
      const files = readdirSync(h.folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
      const html = readFileSync(join(h.folder, 'index.html'), 'utf8');
      expect(html).not.toMatch(/https?:\/\/|<style|style=|<script>|\son\w+=/);
      for (const f of files.filter((x) => x.name.endsWith('.css')))
        expect(readFileSync(join(f.parentPath, f.name), 'utf8')).not.toMatch(/url\(|@import/);
    });

    it('is kept long by its hashed names, and asked for again by its others', async () => {
      await h.open('');
      const asset = h.requests.find((r) => /\/assets\/index-.*\.js$/.test(r)) ?? '';
      expect((await fetch(asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await fetch(h.page.url())).headers.get('cache-control')).toBe('no-cache');
    });
  });
}
