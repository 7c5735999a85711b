/** The list of reports and the Reader, by mouse and by keyboard. Scripts for the page are strings: this side has no DOM. */
import { describe, expect, it } from 'vitest';
import { meetingRecord } from '../http/records.ts';
import type { Harness } from './harness.ts';

const MEETING = `a/${meetingRecord().article.id.slice(7, 23)}`;

export function readerTests(h: Harness): void {
  const lit = (): Promise<string[]> => h.page.locator('.seg.lit').allTextContents();
  const letters = (): Promise<string> =>
    h.page.evaluate('[...document.querySelectorAll(".seg[data-letters]")].map((e) => e.dataset.letters).join("")');
  const selectedLine = () => h.page.locator('li.line.selected .head');

  describe('by mouse', () => {
    it('from the list to a report, its words and back', async () => {
      await h.open('reports');
      await h.page.getByRole('heading', { name: 'Reports and their records' }).waitFor();
      await h.page.getByText('50 reports so far').waitFor();
      const row = h.page.locator('.rows li').filter({ hasText: 'Talks number 27 ' });
      expect(await row.innerText()).toMatch(/River Daily\s+CHN\s+official/);
      expect(await row.innerText()).toMatch(/1 event\s+0 claims\s+0 silences/);
      await h.page.getByRole('button', { name: 'More reports' }).click();
      await expect.poll(() => h.page.locator('.rows li').count()).toBe(62);

      const title = h.page.getByRole('link', { name: 'Yoon and Xi meet' });
      await title.scrollIntoViewIfNeeded();
      const before = await h.page.evaluate<number>('scrollY');
      expect(before).toBeGreaterThan(500);
      await title.click();
      await h.page.getByRole('heading', { level: 1, name: 'Yoon and Xi meet in Peru' }).waitFor();
      expect(h.url()).toBe(MEETING);
      expect(await h.page.evaluate('scrollY')).toBe(0);

      await h.page.locator('#line-e1 .head').hover();
      expect(await lit()).toEqual([
        'South Korean President Yoon Suk Yeol',
        'met',
        'his Chinese counterpart Xi Jinping',
        'on Friday',
        'Peru',
      ]);
      expect(await letters()).toBe('ATADL');

      await h.page.goBack();
      await h.page.getByRole('heading', { name: 'Reports and their records' }).waitFor();
      expect(await h.page.locator('.rows li').count()).toBe(62);
      await expect.poll(() => h.page.evaluate('scrollY')).toBe(before);
    });

    it('words light their record, a click selects it, another click the next that has them', async () => {
      await h.open(MEETING);
      const word = h.page.locator('.seg', { hasText: 'main trading partner' });
      await word.hover();
      await h.page.locator('#line-r1.lit').waitFor();
      await word.click();
      await expect.poll(h.url).toBe(`${MEETING}#r1`);
      expect(await selectedLine().innerText()).toMatch(/China\s*–\s*and\s*South Korea\s+·\s+main\s+trade/);
      // "China" there is a party of two relations.
      const china = h.page.locator('.part.body .seg').filter({ hasText: /^China$/ });
      await china.click({ position: { x: 12, y: 14 } });
      await expect.poll(h.url).toBe(`${MEETING}#r2`);
      await china.click({ position: { x: 12, y: 14 } });
      await expect.poll(h.url).toBe(`${MEETING}#r1`);
      await h.page.goBack();
      await expect.poll(h.url).toBe(`${MEETING}#r2`);
    });

    it('shows asserted and current records first, the rest when asked, in the address', async () => {
      await h.open(MEETING);
      await h.page.locator('#line-e1').waitFor();
      expect(await h.page.locator('#line-e2, #line-e3, #line-c4').count()).toBe(0);
      await h.page.getByRole('button', { name: /^background/ }).click();
      await h.page.locator('#line-c4').waitFor();
      expect(await h.page.locator('#line-e3').count()).toBe(0);
      await h.page.getByRole('button', { name: /^claimed/ }).click();
      expect(await h.page.locator('#line-e3 .head').innerText()).toMatch(
        /China[\s\S]*coerce[\s\S]*“arrested”[\s\S]*South Korean engineer[\s\S]*by Oct 2024[\s\S]*background[\s\S]*claimed/,
      );
      expect(h.url()).toBe(`${MEETING}?show=background%2Cclaimed`);
      await h.page.reload();
      await h.page.locator('#line-e3').waitFor();
      await h.page.getByRole('button', { name: /^Silences/ }).click();
      await expect.poll(() => h.page.locator('li.line').count()).toBe(1);
      expect(await h.page.locator('li.line').innerText()).toMatch(
        /Chinese state media made no mention of North Korea and Russia\s*\(not in this text’s account of Chinese state media\)/,
      );
    });

    it('draws the chain of who says it', async () => {
      await h.open(MEETING);
      expect((await h.page.locator('#line-c1 .chain').innerText()).replace(/, quoting\s*/, '')).toMatch(
        /^Yonhap News Agency\s*›\s*Yoon Suk Yeol$/,
      );
      await h.page.locator('#line-c1 .head').click();
      await h.page.locator('#line-c1 .rule li').waitFor();
      expect(await h.page.locator('#line-c1 .rule').innerText()).toContain('claim.as-quoted-by');
    });

    it('names all who say something together', async () => {
      await h.openSamples(h.report('beijing-gulf-courier'));
      const chain = h.page.locator('.chain').filter({ hasText: 'Iran' }).first();
      await chain.waitFor();
      expect(await chain.innerText()).toBe('Saudi Arabia and Iran');
    });

    it('keeps the theme that was chosen', async () => {
      const paper = (): Promise<string> => h.page.evaluate('getComputedStyle(document.body).backgroundColor');
      await h.open('reports');
      const light = await paper();
      await h.page.emulateMedia({ colorScheme: 'dark' });
      const dark = await paper();
      expect(dark).not.toBe(light);
      await h.page.getByRole('button', { name: 'Theme: auto' }).click();
      expect(await paper()).toBe(light);
      await h.page.reload();
      expect(await paper()).toBe(light);
      await h.page.getByRole('button', { name: 'Theme: light' }).click();
      await h.page.getByRole('button', { name: 'Theme: dark' }).click();
      await h.page.getByRole('button', { name: 'Theme: auto' }).waitFor();
      expect(await paper()).toBe(dark);
    });
  });

  describe('by keyboard', () => {
    it('search, list, report, records, evidence, back', async () => {
      await h.open('reports');
      await h.page.locator('.rows li').first().waitFor();
      await h.page.keyboard.press('/');
      await h.page.keyboard.type('penins');
      await expect.poll(() => h.page.getByRole('status').first().innerText()).toBe('1 report with “penins”');
      expect(h.url()).toBe('reports?q=penins');
      expect(await h.page.locator('.rows mark').allInnerTexts()).toEqual(['peninsula']);
      await h.page.keyboard.press('Escape');
      await h.page.keyboard.press('j');
      await h.page.keyboard.press('o');
      await h.page.getByRole('heading', { level: 2, name: 'Record' }).waitFor();

      await h.page.keyboard.press('j');
      await expect.poll(h.url).toBe(`${MEETING}#e1`);
      expect(await h.page.evaluate('document.activeElement.closest("li").id')).toBe('line-e1');
      await h.page.keyboard.press('e');
      const status = h.page.locator('.records [role=status]');
      await expect.poll(() => status.innerText()).toBe('1 of 5, actor: “South Korean President Yoon Suk Yeol”');
      await h.page.keyboard.press('e');
      await expect.poll(() => status.innerText()).toBe('2 of 5, trigger: “met”');
      expect(await h.page.locator('.seg.stepped').allInnerTexts()).toEqual(['met']);
      await h.page.keyboard.press('o');
      await h.page.locator('#line-e1 .details').waitFor();
      expect(await h.page.locator('#line-e1 .details').innerText()).toMatch(/CAMEO\s+044, Goldstein \+2\.5/);
      await h.page.keyboard.press('j');
      await h.page.keyboard.press('j');
      await h.page.keyboard.press('k');
      await expect.poll(h.url).toBe(`${MEETING}#f1`);
      await h.page.keyboard.press('u');
      await expect.poll(h.url).toBe('reports?q=penins');
      await h.page.keyboard.press('?');
      await h.page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await h.page.keyboard.press('Escape');
      await expect.poll(() => h.page.getByRole('dialog').count()).toBe(0);
    });

    it('focus lights both ways, and is seen', async () => {
      await h.open(MEETING);
      await h.page.locator('#line-s1 .head').focus();
      expect(await lit()).toEqual(['Chinese state media', 'made no mention', 'North Korea or Russia']);
      await h.page.locator('a.anchor', { hasText: 'key ally' }).focus();
      await h.page.locator('#line-r2.lit').waitFor();
      await h.page.keyboard.press('Enter');
      await expect.poll(h.url).toBe(`${MEETING}#r2`);
      await h.page.keyboard.press('Tab');
      expect(await h.page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    });

    it('skips to the page and to the records', async () => {
      await h.open(MEETING);
      await h.page.getByRole('heading', { level: 1 }).waitFor();
      await h.page.keyboard.press('Tab');
      await h.page.keyboard.press('Enter');
      expect(await h.page.evaluate('document.activeElement.id')).toBe('main');
      await h.page.keyboard.press('Tab');
      await h.page.keyboard.press('Enter');
      expect(await h.page.evaluate('document.activeElement.id')).toBe('records');
    });
  });

  describe('addresses', () => {
    it('of a record open it and bring its words into view, also one that is not shown by default', async () => {
      await h.page.setViewportSize({ width: 1280, height: 420 });
      await h.open(`${MEETING}#e3`);
      await h.page.locator('#line-e3.selected .details').waitFor();
      expect(await lit()).toEqual(['Last month', 'Beijing', 'arrested', 'a South Korean engineer']);
      const box = await h.page.locator('.seg.as-trigger').boundingBox();
      expect(box?.y).toBeGreaterThan(48);
      expect(box?.y).toBeLessThan(420);
      const line = await h.page.locator('#line-e3').boundingBox();
      expect(line?.y).toBeLessThan(420);
      expect(await h.page.title()).toBe('Yoon and Xi meet in Peru for first talks in two years – Readout');
    });

    it('of a record in a feed, whose hash may be lost, open it too', async () => {
      await h.open(`${MEETING}?r=e1`);
      await h.page.locator('#line-e1.selected').waitFor();
      expect(h.url()).toBe(`${MEETING}#e1`);
    });

    it('of words light them', async () => {
      const { text } = meetingRecord().article;
      const start = text.indexOf('main trading partner');
      await h.open(`${MEETING}#w${start}-${start + 'main trading partner'.length}`);
      await expect.poll(() => h.page.locator('.seg.pinned').allTextContents()).toEqual(['main trading partner']);
    });

    it('that lead nowhere say so', async () => {
      await h.open('a/0000000000000000');
      expect(await h.page.getByRole('alert').innerText()).toContain('This report cannot be shown');
      await h.open('nothing/here');
      await h.page.getByRole('heading', { name: 'There is no page here' }).waitFor();
      await h.open('reports?q=%22%22');
      await h.page.getByRole('alert').waitFor();
      await h.open('reports?since=2030-01-01');
      await h.page.getByText('No report fits.').waitFor();
    });
  });
}
