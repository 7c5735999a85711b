/** Stories, comparisons and pasted texts. */
import { describe, expect, it } from 'vitest';
import { sampleText } from '../8-compare/samples.ts';
import type { Harness } from './harness.ts';

export function compareTests(h: Harness): void {
  const cell = (row: string, column: number) => h.page.locator('tr.thing').filter({ hasText: row }).first().locator('td').nth(column);
  const lit = (): Promise<string[]> => h.page.locator('.seg.lit, .seg.pinned').allTextContents();

  describe('what each side said', () => {
    it('is found from the start page: the accounts, what one nowhere names, and the words', async () => {
      await h.openSamples('');
      const story = h.page.locator('.stories > li').filter({ hasText: 'Yoon asks Xi' });
      await story.getByRole('link', { name: 'Compare 3 accounts' }).click();
      await h.page.getByText('3 accounts:').waitFor();
      const beijing = h.page.locator('.card').filter({ hasText: 'Great Wall Wire' }).first();
      expect(await beijing.locator('.computed').innerText()).toMatch(
        /Nowhere in this text – all \d+ sentences searched\s+North Korea in \d+ things/,
      );
      // A silence that a text reports stands apart from the one that was computed, beside the account it is about.
      expect(await beijing.locator('.reported').first().innerText()).toMatch(
        /reports a silence\s+Chinese officials did not mention North Korea/,
      );

      await beijing.getByRole('button', { name: 'North Korea', exact: true }).click();
      expect(h.url()).toMatch(/\/compare\?about=PRK&without=[0-9a-f]{8}$/);
      const rows = h.page.locator('tr.thing');
      expect(await rows.count()).toBeGreaterThan(3);
      const none = cell('Yoon urged China', 0).locator('details');
      expect(await none.innerText()).toMatch(/Not in this text – .*North Korea/);
      await none.locator('summary').click();
      expect(await none.innerText()).toMatch(/\d+ sentences read\. Looked for .*“North Korea”/);

      await cell('Yoon urged China', 1).scrollIntoViewIfNeeded();
      const before = await h.page.evaluate<number>('scrollY');
      expect(before).toBeGreaterThan(100);
      await cell('Yoon urged China', 1).getByRole('link').first().click();
      await h.page.getByRole('heading', { level: 1, name: 'Yoon asks Xi to help rein in North Korea' }).waitFor();
      await h.page.locator('.seg.lit').first().waitFor();
      expect((await lit()).join(' ')).toContain('urged');
      await h.page.goBack();
      await expect.poll(h.url).toMatch(/about=PRK/);
      // Back is where one was.
      await h.page.locator('tr.thing').first().waitFor();
      await expect.poll(() => h.page.evaluate('scrollY')).toBe(before);
    });

    it('by keyboard: compare, next thing, its words, back', async () => {
      await h.openSamples('');
      await h.page.locator('.stories .title').first().waitFor();
      await h.page.keyboard.press('j');
      await h.page.keyboard.press('c');
      await h.page.locator('tr.thing').first().waitFor();
      await h.page.keyboard.press('j');
      expect(await h.page.evaluate('document.activeElement.matches("tr.thing")')).toBe(true);
      await h.page.keyboard.press('e');
      expect(await h.page.evaluate('document.activeElement.closest("tr.thing") !== null')).toBe(true);
      await h.page.keyboard.press('o');
      await expect.poll(h.url).toMatch(/^a\/[0-9a-f]{16}#/);
      await h.page.locator('.seg.lit, .seg.pinned').first().waitFor();
      await h.page.locator('.source a[href$="/compare"]').waitFor();
      await h.page.keyboard.press('c');
      await expect.poll(h.url).toMatch(/^s\/.*\/compare$/);
    });

    it('filters by how a thing is told and by kind, in the address', async () => {
      await h.openSamples('');
      await h.page.locator('.stories .action').first().click();
      await h.page.locator('tr.thing').first().waitFor();
      await h.page.getByRole('button', { name: /told by one/ }).click();
      await h.page.getByRole('button', { name: /^claims/ }).click();
      expect(h.url()).toMatch(/told=only-here&kind=claim$/);
      await h.page.reload();
      await h.page.locator('tr.thing').first().waitFor();
      expect(new Set(await h.page.locator('tr.thing .kind').allInnerTexts())).toEqual(new Set(['claim']));
      await h.page.getByRole('button', { name: 'All', exact: true }).click();
      expect(h.url()).toMatch(/compare$/);
    });

    it('in one report too: the voices that it relays, from which nothing is said to be missing', async () => {
      await h.openSamples(`compare?articles=${h.report('lima-meridian').slice(2)}`);
      await h.page.locator('tr.thing').first().waitFor();
      expect(await h.page.locator('.card').first().innerText()).toContain('a voice that the text relays, in part');
      expect(await h.page.getByText('Not in this text').count()).toBe(0);
    });

    it('has a story with its reports, who says what, and a citation', async () => {
      await h.openSamples('');
      await h.page.getByRole('link', { name: 'Yoon asks Xi to help rein in North Korea' }).first().click();
      await h.page.getByRole('heading', { name: 'Who says what' }).waitFor();
      expect(await h.page.locator('.under').innerText()).toMatch(/15–17 Nov 2024\s+3 reports from 3 sources/);
      expect(await h.page.locator('.sources > li').count()).toBe(3);
      expect(await h.page.locator('section .text').innerText()).toMatch(/Great Wall Wire.*story:[0-9a-f]{32} http/);
      await h.page.locator('.told .saying').first().click();
      await h.page.locator('.seg.lit').first().waitFor();
    });
  });

  describe('pasted texts', () => {
    const fill = async (...names: readonly string[]): Promise<void> => {
      for (const [i, name] of names.entries()) await h.page.getByRole('textbox', { name: `Text ${i + 1}` }).fill(sampleText(`${name}.txt`));
    };

    it('two are compared at once, not kept, and open in the Reader', async () => {
      await h.openSamples('paste');
      await fill('lima-han-river', 'lima-great-wall');
      await h.page.getByRole('button', { name: 'Compare 2 texts' }).click();
      await h.page.locator('tr.thing').first().waitFor({ timeout: 60_000 });
      expect(await h.page.getByRole('heading', { level: 1 }).innerText()).toBe('Your texts, side by side');
      expect(await h.page.evaluate('scrollY')).toBe(0);
      expect(await h.page.locator('.computed').last().innerText()).toContain('North Korea');
      await h.page.locator('.saying').first().click();
      await h.page.locator('.seg.lit').first().waitFor();
      await h.page.goBack();
      await h.page.locator('tr.thing').first().waitFor();
      await h.page.getByRole('link', { name: 'change the texts' }).click();
      expect(await h.page.getByRole('textbox', { name: 'Text 1' }).inputValue()).toContain('Han River Dispatch');
    });

    it('files are taken in, one text is read, and what is no text is refused in words', async () => {
      await h.openSamples('paste');
      await h.page.locator('input[type=file]').setInputFiles(
        ['lima-meridian', 'lima-han-river', 'lima-great-wall'].map((name) => ({
          name: `${name}.txt`,
          mimeType: 'text/plain',
          buffer: Buffer.from(sampleText(`${name}.txt`)),
        })),
      );
      await h.page.getByRole('button', { name: 'Compare 3 texts' }).waitFor();
      expect(await h.page.getByRole('textbox', { name: 'Text 1' }).inputValue()).toContain('Meridian');
      await h.page.getByRole('button', { name: 'take it out: text 3' }).click();
      await h.page.getByRole('button', { name: 'take it out: text 2' }).click();
      await h.page.getByRole('button', { name: 'Read it' }).click();
      await h.page.locator('.part.body .seg').first().waitFor({ timeout: 60_000 });
      expect(await h.page.locator('.top').innerText()).toContain('not kept');
      await h.page.goBack();
      await h.page.getByRole('textbox', { name: 'Text 1' }).fill(`%PDF-1.7 ${'x'.repeat(40)}`);
      await h.page.getByRole('button', { name: 'Read it' }).click();
      expect((await h.page.getByRole('alert').innerText()).length).toBeGreaterThan(20);
    });
  });
}
