/** The page in a real Chromium, over a real store with hand-made records. Scripts for the page are strings: this side has no DOM. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, launch } from '../../../../test/setup/chromium.ts';
import { type Served, serve } from '../../src/http/index.ts';
import { HOSTILE, hostileRecord, meetingRecord } from '../http/records.ts';
import { type Filled, filledStore } from '../http/store.ts';
import { builtPage } from './built.ts';

const short = (id: string): string => id.slice(7, 23);
const MEETING = `a/${short(meetingRecord().article.id)}`;
const NASTY = `a/${short(hostileRecord().article.id)}`;

let folder: string;
let filled: Filled;
let served: Served;
let browser: Browser;
let page: Page;
/** Every request and every complaint of the page under test. */
let requests: string[] = [];
let complaints: string[] = [];

beforeAll(async () => {
  folder = builtPage();
  filled = await filledStore();
  served = await serve({ store: filled.store, port: 0, webFolder: folder });
  browser = await launch();
  browser.context.setDefaultTimeout(10_000);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await filled?.close();
});
beforeEach(async () => {
  requests = [];
  complaints = [];
  page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  page.on('request', (r) => requests.push(r.url()));
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('dialog', (d) => {
    complaints.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  page.on('console', (m) => {
    // What is refused or not there (a rule of another knowledge) is said on the page.
    if (m.type() === 'error' && !/status of 40[04]/.test(m.text())) complaints.push(m.text());
  });
});
afterEach(async () => {
  const outside = requests.filter((url) => !url.startsWith(served.url));
  await page.close();
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

const open = (path: string): Promise<unknown> => page.goto(served.url + path);
const lit = (): Promise<string[]> => page.locator('.seg.lit').allTextContents();
const letters = (): Promise<string> =>
  page.evaluate('[...document.querySelectorAll(".seg[data-letters]")].map((e) => e.dataset.letters).join("")');
const selectedLine = () => page.locator('li.line.selected .head');
const url = (): string => page.url().slice(served.url.length);
describe('by mouse', () => {
  it('from the list to a report, its words and back', async () => {
    await open('');
    await page.getByRole('heading', { name: 'Reports and their records' }).waitFor();
    await page.getByText('62 reports,').waitFor();
    const row = page.locator('.rows li').filter({ hasText: 'Talks number 27 ' });
    expect(await row.innerText()).toMatch(/River Daily\s+CHN\s+official/);
    expect(await row.innerText()).toMatch(/1 event\s+0 claims\s+0 silences/);
    await page.getByRole('button', { name: 'More reports' }).click();
    await expect.poll(() => page.locator('.rows li').count()).toBe(62);

    const title = page.getByRole('link', { name: 'Yoon and Xi meet' });
    await title.scrollIntoViewIfNeeded();
    const before = await page.evaluate<number>('scrollY');
    expect(before).toBeGreaterThan(500);
    await title.click();
    await page.getByRole('heading', { level: 1, name: 'Yoon and Xi meet in Peru' }).waitFor();
    expect(url()).toBe(MEETING);
    expect(await page.evaluate('scrollY')).toBe(0);

    await page.locator('#line-e1 .head').hover();
    expect(await lit()).toEqual(['South Korean President Yoon Suk Yeol', 'met', 'his Chinese counterpart Xi Jinping', 'on Friday', 'Peru']);
    expect(await letters()).toBe('ATADL');

    await page.goBack();
    await page.getByRole('heading', { name: 'Reports and their records' }).waitFor();
    expect(await page.locator('.rows li').count()).toBe(62);
    await expect.poll(() => page.evaluate('scrollY')).toBe(before);
  });

  it('words light their record, a click selects it, another click the next that has them', async () => {
    await open(MEETING);
    const word = page.locator('.seg', { hasText: 'main trading partner' });
    await word.hover();
    await page.locator('#line-r1.lit').waitFor();
    await word.click();
    await expect.poll(url).toBe(`${MEETING}#r1`);
    expect(await selectedLine().innerText()).toMatch(/China\s*–\s*and\s*South Korea\s+·\s+main\s+trade/);
    // "China" there is a party of two relations.
    const china = page.locator('.part.body .seg').filter({ hasText: /^China$/ });
    await china.click({ position: { x: 12, y: 14 } });
    await expect.poll(url).toBe(`${MEETING}#r2`);
    await china.click({ position: { x: 12, y: 14 } });
    await expect.poll(url).toBe(`${MEETING}#r1`);
    await page.goBack();
    await expect.poll(url).toBe(`${MEETING}#r2`);
  });

  it('shows asserted and current records first, the rest when asked, in the address', async () => {
    await open(MEETING);
    await page.locator('#line-e1').waitFor();
    expect(await page.locator('#line-e2, #line-e3, #line-c4').count()).toBe(0);
    await page.getByRole('button', { name: /^background/ }).click();
    await page.locator('#line-c4').waitFor();
    expect(await page.locator('#line-e3').count()).toBe(0);
    await page.getByRole('button', { name: /^claimed/ }).click();
    expect(await page.locator('#line-e3 .head').innerText()).toMatch(
      /China[\s\S]*coerce[\s\S]*“arrested”[\s\S]*South Korean engineer[\s\S]*by Oct 2024[\s\S]*background[\s\S]*claimed/,
    );
    expect(url()).toBe(`${MEETING}?show=background%2Cclaimed`);
    await page.reload();
    await page.locator('#line-e3').waitFor();
    await page.getByRole('button', { name: /^Silences/ }).click();
    await expect.poll(() => page.locator('li.line').count()).toBe(1);
    expect(await page.locator('li.line').innerText()).toMatch(
      /Chinese state media made no mention of North Korea and Russia\s*\(not in this text’s account of Chinese state media\)/,
    );
  });

  it('draws the chain of who says it', async () => {
    await open(MEETING);
    expect((await page.locator('#line-c1 .chain').innerText()).replace(/, quoting\s*/, '')).toMatch(
      /^Yonhap News Agency\s*›\s*Yoon Suk Yeol$/,
    );
    await page.locator('#line-c1 .head').click();
    await page.locator('#line-c1 .rule li').waitFor();
    expect(await page.locator('#line-c1 .rule').innerText()).toContain('claim.as-quoted-by');
  });

  it('keeps the theme that was chosen', async () => {
    const paper = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await open('');
    const light = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.getByRole('button', { name: 'Theme: auto' }).click();
    expect(await paper()).toBe(light);
    await page.reload();
    expect(await paper()).toBe(light);
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await page.getByRole('button', { name: 'Theme: dark' }).click();
    await page.getByRole('button', { name: 'Theme: auto' }).waitFor();
    expect(await paper()).toBe(dark);
  });
});

describe('by keyboard', () => {
  it('search, list, report, records, evidence, back', async () => {
    await open('');
    await page.locator('.rows li').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('penins');
    await expect.poll(() => page.getByRole('status').first().innerText()).toBe('1 report with “penins”');
    expect(url()).toBe('?q=penins');
    expect(await page.locator('.rows mark').allInnerTexts()).toEqual(['peninsula']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 2, name: 'Record' }).waitFor();

    await page.keyboard.press('j');
    await expect.poll(url).toBe(`${MEETING}#e1`);
    expect(await page.evaluate('document.activeElement.closest("li").id')).toBe('line-e1');
    await page.keyboard.press('e');
    const status = page.locator('.records [role=status]');
    await expect.poll(() => status.innerText()).toBe('1 of 5, actor: “South Korean President Yoon Suk Yeol”');
    await page.keyboard.press('e');
    await expect.poll(() => status.innerText()).toBe('2 of 5, trigger: “met”');
    expect(await page.locator('.seg.stepped').allInnerTexts()).toEqual(['met']);
    await page.keyboard.press('o');
    await page.locator('#line-e1 .details').waitFor();
    expect(await page.locator('#line-e1 .details').innerText()).toMatch(/CAMEO\s+044, Goldstein \+2\.5/);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(url).toBe(`${MEETING}#f1`);
    await page.keyboard.press('u');
    await expect.poll(url).toBe('?q=penins');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('focus lights both ways, and is seen', async () => {
    await open(MEETING);
    await page.locator('#line-s1 .head').focus();
    expect(await lit()).toEqual(['Chinese state media', 'made no mention', 'North Korea or Russia']);
    await page.locator('a.anchor', { hasText: 'key ally' }).focus();
    await page.locator('#line-r2.lit').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(url).toBe(`${MEETING}#r2`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  });

  it('skips to the page and to the records', async () => {
    await open(MEETING);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('records');
  });
});

describe('addresses', () => {
  it('of a record open it and bring its words into view, also one that is not shown by default', async () => {
    await page.setViewportSize({ width: 1280, height: 420 });
    await open(`${MEETING}#e3`);
    await page.locator('#line-e3.selected .details').waitFor();
    expect(await lit()).toEqual(['Last month', 'Beijing', 'arrested', 'a South Korean engineer']);
    const box = await page.locator('.seg.as-trigger').boundingBox();
    expect(box?.y).toBeGreaterThan(48);
    expect(box?.y).toBeLessThan(420);
    const line = await page.locator('#line-e3').boundingBox();
    expect(line?.y).toBeLessThan(420);
    expect(await page.title()).toBe('Yoon and Xi meet in Peru for first talks in two years – Readout');
  });

  it('that lead nowhere say so', async () => {
    await open('a/0000000000000000');
    expect(await page.getByRole('alert').innerText()).toContain('This report cannot be shown');
    await open('nothing/here');
    await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
    await open('?q=%22%22');
    await page.getByRole('alert').waitFor();
    await open('?since=2030-01-01');
    await page.getByText('No report fits.').waitFor();
  });
});

describe.each([360, 768, 1280])('%i px wide', (width) => {
  it.each(['light', 'dark'] as const)(
    'has no sideways scroll and nothing axe objects to, %s',
    async (colorScheme) => {
      await page.setViewportSize({ width, height: 760 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const check = async (what: string): Promise<void> => {
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), what).toBe(0);
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ['violations'] })
          .analyze();
        expect(violations.map((v) => `${what}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      };
      // A short list: axe looks at each of its rows.
      await open('?since=2024-12-27');
      await page.locator('.rows li').first().waitFor();
      await check('list');
      await open(`${MEETING}?show=background,intended,claimed#c1`);
      await page.locator('li.selected').waitFor();
      await check('reader');
      if (width < 800) {
        await page.getByRole('button', { name: 'All', exact: true }).last().click();
        await page.locator('#line-c1 .details').waitFor();
        await check('sheet');
      }
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await check('keys');
      await open(NASTY);
      await page.locator('.seg').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 'hostile').toBe(0);
    },
    120_000,
  );
});

describe('text from outside', () => {
  it('is shown as text and runs nothing', async () => {
    await open('');
    await page.locator('.rows li').first().waitFor();
    expect(await page.locator('.rows li').first().innerText()).toContain(HOSTILE[0]);
    await open(`${NASTY}?show=background,intended,claimed&kind=#c1`);
    await page.locator('#line-c1 .details').waitFor();
    const text = await page.locator('article').innerText();
    for (const words of HOSTILE) expect(text).toContain(words);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(HOSTILE[7]);
    for (const kind of ['entity', 'figure', 'silence', 'event']) {
      await open(`${NASTY}?kind=${kind}`);
      await page.locator('li.line .head').first().click();
      await page.locator('li.line.selected').waitFor();
    }
    expect(await page.evaluate('window.__ran')).toBeUndefined();
    expect(await page.locator('main :is(script, iframe, img, svg, style, link, math, object)').count()).toBe(0);
    // `javascript:` in the address of a report makes no link.
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'original' }).count()).toBe(0);
  });

  it('cannot run even where it got into the page', async () => {
    await open('');
    await page.locator('.rows li').first().waitFor();
    // Markup and handlers are refused by the page itself (trusted types), an inline script by its policy.
    await expect(page.evaluate('document.body.setAttribute("onclick", "window.__ran=1")')).rejects.toThrow('TrustedScript');
    await expect(page.evaluate('document.body.innerHTML = "<img src=x onerror=window.__ran=1>"')).rejects.toThrow('TrustedHTML');
    await page.evaluate('document.body.append(Object.assign(document.createElement("style"), { textContent: "body { display: none }" }))');
    expect(await page.evaluate('getComputedStyle(document.body).display')).toBe('block');
    expect(await page.evaluate('window.__ran')).toBeUndefined();
    await expect.poll(() => complaints.filter((c) => /Content Security Policy|Trusted/.test(c)).length).toBeGreaterThan(2);
    complaints = complaints.filter((c) => !/Content Security Policy|Trusted/.test(c));
  });
});

describe('what is built', () => {
  it('has at most 70 KB of JavaScript for the first route, gzipped, and names no other origin', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
    const scripts = files.filter((f) => f.name.endsWith('.js')).map((f) => readFileSync(join(f.parentPath, f.name)));
    const size = scripts.reduce((n, s) => n + gzipSync(s).length, 0);
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThanOrEqual(70 * 1024);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/https?:\/\/|<style|style=|<script>|\son\w+=/);
    for (const f of files.filter((x) => x.name.endsWith('.css')))
      expect(readFileSync(join(f.parentPath, f.name), 'utf8')).not.toMatch(/url\(|@import/);
  });
  it('is kept long by its hashed names, and asked for again by its others', async () => {
    await open('');
    const asset = requests.find((r) => /\/assets\/index-.*\.js$/.test(r)) ?? '';
    expect((await fetch(asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(served.url)).headers.get('cache-control')).toBe('no-cache');
  });
});
