/** The page of an event: reached from each list, its words lit, its rule, its other accounts; by mouse and by keyboard. */
import { describe, expect, it } from 'vitest';
import type { Harness } from './harness.ts';

export function eventTests(h: Harness): void {
  const shown = async (): Promise<void> => {
    await h.page.locator('blockquote .seg.lit').first().waitFor();
    await expect.poll(h.url).toMatch(/^event\/e_[0-9a-f]{32}$/);
  };

  describe('an event', () => {
    it('by mouse: from a list to its words, its accounts, its rule, its table, and back', async () => {
      await h.openSamples('events?between=KOR,CHN&event=CONSULT');
      await h.page.getByRole('link', { name: 'details of this event' }).last().click();
      await shown();
      expect(await h.page.getByRole('heading', { level: 1 }).innerText()).toMatch(/consult/);
      expect(await h.page.locator('.seg.as-trigger').innerText()).toMatch(/^met/);
      expect(await h.page.locator('.cells li').count()).toBe(3);
      expect(await h.page.locator('#accounts').innerText()).toBe('In the other accounts');
      expect(await h.page.locator('.two dl').innerText()).toMatch(/CAMEO[\s\S]*Goldstein \+[\s\S]*When\s+15 Nov 2024/);
      expect(await h.page.locator('.rules').innerText()).toContain('consult.');
      expect(await h.page.locator('.rules li').count()).toBeGreaterThan(0);
      await h.page.locator('.parties a', { hasText: 'China' }).first().click();
      await expect.poll(h.url).toBe('state/CHN');
      await h.page.goBack();
      await shown();
      await h.page.getByRole('link', { name: 'in the report' }).click();
      await h.page.locator('li.selected').waitFor();
      await h.page.locator('.seg.lit').first().waitFor();
    });

    it('by keyboard: its words one by one, into the text and back, and the comparison', async () => {
      await h.openSamples('events?between=KOR,CHN&event=CONSULT');
      await h.page.getByRole('link', { name: 'details of this event' }).last().focus();
      await h.page.keyboard.press('Enter');
      await shown();
      await h.page.locator('.cells li').first().waitFor();
      await h.page.keyboard.press('e');
      await h.page.keyboard.press('e');
      expect(await h.page.evaluate('document.activeElement.innerText')).toMatch(/trigger[\s\S]*met/);
      await h.page.keyboard.press('o');
      await h.page.locator('.seg.pinned').first().waitFor();
      expect(await h.page.locator('.seg.pinned').first().innerText()).toBe('met');
      await h.page.keyboard.press('u');
      await shown();
      await h.page.locator('.cells li').first().waitFor();
      await h.page.keyboard.press('c');
      await h.page.locator('tr.thing').first().waitFor();
      // And from the comparison to the event again: its label is a link, but the keys step through the words.
      const label = h.page.locator('tr.thing th a').first();
      await label.click();
      await shown();
    });

    it('from the Reader, a story, a timeline and a feed', async () => {
      await h.openSamples(`${h.report('lima-han-river')}?kind=event`);
      await h.page.locator('li.line .head').first().click();
      await h.page.getByRole('link', { name: 'How other accounts have this event' }).click();
      await shown();
      await h.page.getByRole('link', { name: 'the story', exact: true }).click();
      await h.page.locator('.told .label a').first().click();
      await shown();
      await h.openSamples('timeline?entity=KOR');
      await h.page
        .getByRole('link', { name: /: details$/ })
        .first()
        .click();
      await shown();
      const claims = (await (await fetch(new URL('/api/claims?limit=1', h.page.url()))).json()) as {
        items: { id: string; record: { id: string } }[];
      };
      await h.openSamples(`r/${claims.items[0]?.id}`);
      await h.page.locator('li.selected').waitFor();
      expect(h.url()).toMatch(new RegExp(`#${claims.items[0]?.record.id}$`));
      await h.openSamples('event/e_0000000000000000');
      await h.page.getByRole('heading', { name: 'This event cannot be shown' }).waitFor();
    });

    it('a comparison gives its CSV and says what the columns mean', async () => {
      await h.openSamples('');
      await h.page.locator('.stories .action').first().click();
      const csv = (await h.page.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '';
      expect((await fetch(new URL(csv, h.page.url()))).headers.get('content-type')).toMatch(/^text\/csv/);
      const book = (await h.page.getByRole('link', { name: 'codebook' }).getAttribute('href')) ?? '';
      expect(await (await fetch(new URL(book, h.page.url()))).text()).toMatch(/^# Codebook/);
    });
  });
}
