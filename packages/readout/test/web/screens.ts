/** States, leaders, dyads, timelines, networks, the map, coverage, search, health and method: each number opens its list, each drawing has a table. */
import { describe, expect, it } from 'vitest';
import type { Harness } from './harness.ts';

export function screensTests(h: Harness): void {
  const heading = (name: string | RegExp) => h.page.getByRole('heading', { level: 1, name });

  describe('actors', () => {
    it('from the list to a state, its offices as a table, and the list behind a number', async () => {
      await h.openSamples('actors');
      await h.page.getByRole('link', { name: 'South Korea', exact: true }).click();
      await heading('South Korea').waitFor();
      expect(await h.page.locator('.strip').first().locator('.lane').count()).toBeGreaterThan(3);
      const twin = h.page.locator('.twin').first();
      await twin.locator('summary').click();
      expect(await twin.getByRole('link', { name: 'Yoon Suk Yeol' }).count()).toBeGreaterThan(0);
      await h.page
        .locator('.partners a', { hasText: /telling/ })
        .first()
        .click();
      await heading('Events').waitFor();
      expect(h.url()).toMatch(/^events\?/);
      await h.page.locator('.row .words').first().waitFor();
      await h.page.keyboard.press('j');
      await h.page.keyboard.press('o');
      await h.page.locator('.seg.lit').first().waitFor();
    });

    it('a leader, and from there the day by day', async () => {
      await h.openSamples('leader/yoon-suk-yeol');
      await heading('Yoon Suk Yeol').waitFor();
      expect(await h.page.locator('.strip').first().innerText()).toContain('President');
      await h.page.getByRole('link', { name: 'timeline' }).click();
      await heading('Yoon Suk Yeol, day by day').waitFor();
      expect(await h.page.locator('.days > li').count()).toBeGreaterThan(0);
      await h.page.locator('.days .words').first().click();
      await h.page.locator('.seg.lit').first().waitFor();
    });

    it('two states: the series has a table, a brush by mouse and one by keyboard, both in the address', async () => {
      await h.openSamples('dyad/KOR/CHN');
      await heading('South Korea and China').waitFor();
      expect(await h.page.locator('.summary').innerText()).toMatch(/\d+ acts?, \d+ of conflict and \d+ of cooperation/);
      const box = await h.page.locator('.chart svg').boundingBox();
      if (!box) throw new Error('no chart');
      await h.page.mouse.move(box.x + box.width * 0.2, box.y + 20);
      await h.page.mouse.down();
      await h.page.mouse.move(box.x + box.width * 0.4, box.y + 20, { steps: 3 });
      await h.page.mouse.up();
      await expect.poll(h.url).toMatch(/since=2023-\d\d&until=2023-\d\d/);
      await h.page.getByText('None in this time.').waitFor();
      await h.page.getByLabel('First period').selectOption('2024-11');
      await h.page.getByLabel('Last period').selectOption('');
      await expect.poll(h.url).toBe('dyad/KOR/CHN?since=2024-11');
      await h.page.locator('.row .words').first().waitFor();
      await h.page.locator('.twin summary').first().click();
      expect(await h.page.locator('.twin').first().locator('tbody tr').count()).toBeGreaterThan(12);
      expect(await h.page.locator('.twin').first().getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe(
        '/api/dyads/KOR/CHN.csv?by=month',
      );
    });
  });

  describe('drawings', () => {
    it('a network is drawn the same each time, has a matrix, and a node opens its own', async () => {
      const places = (): Promise<string> =>
        h.page.evaluate('[...document.querySelectorAll("svg a :is(circle, rect)")].map((e) => e.outerHTML).join("")');
      await h.openSamples('network?states=1');
      await h.page.locator('svg a').first().waitFor();
      const once = await places();
      await h.page.reload();
      await h.page.locator('svg a').first().waitFor();
      expect(await places()).toBe(once);
      await h.page.getByText('As a matrix').click();
      expect(await h.page.locator('.matrix tbody tr').count()).toBeGreaterThan(3);
      await h.page.getByRole('link', { name: /^South Korea: \d+ ties/ }).focus();
      await h.page.keyboard.press('Enter');
      await heading('Around South Korea').waitFor();
      expect(h.url()).toBe('network?states=1&entity=KOR');
    });

    it('an address to which another site added something', async () => {
      for (const place of ['', 'events', 'map', 'coverage', 'network']) {
        await h.openSamples(`${place}?utm_source=x`);
        await h.page.locator('h1').waitFor();
        await h.page.waitForLoadState('networkidle');
        expect(await h.page.getByRole('alert').count()).toBe(0);
      }
    });

    it('a map has a table, and what it cannot place it says', async () => {
      await h.openSamples('map');
      await h.page.locator('path.land').waitFor({ state: 'attached' });
      expect(await h.page.locator('.summary').innerText()).toMatch(/\d+ tellings? of events at \d+ places?/);
      if ((await h.page.locator('.twin details[open]').count()) === 0) await h.page.locator('.twin summary').click();
      await h.page.locator('.twin tbody a').first().click();
      await expect.poll(h.url).toMatch(/^events\?location=/);
    });

    it('coverage leads to the reports', async () => {
      await h.openSamples('coverage');
      await h.page.getByRole('link', { name: /^Great Wall Wire.*China: \d+ of \d+$/ }).click();
      await expect.poll(h.url).toMatch(/^reports\?publisher=great-wall-wire.*entity=CHN$/);
      await h.page.locator('.rows li').first().waitFor();
    });
  });

  describe('search, health, method', () => {
    it('a search is narrowed, and can be followed by a feed reader', async () => {
      await h.openSamples('');
      await h.page.locator('.stories li').first().waitFor();
      await h.page.keyboard.press('/');
      await h.page.keyboard.type('korea');
      await h.page.keyboard.press('Enter');
      await expect.poll(h.url).toBe('reports?q=korea');
      const facet = h.page.locator('aside').getByRole('link', { name: 'Han River Dispatch' });
      await facet.click();
      await expect.poll(h.url).toMatch(/^reports\?q=korea&publisher=han-river/);
      await expect.poll(() => h.page.locator('.rows li').count()).toBe(2);
      const atom = (await h.page.getByRole('link', { name: 'Atom' }).getAttribute('href')) ?? '';
      const feed = await fetch(new URL(atom, h.page.url()));
      expect(feed.headers.get('content-type')).toMatch(/atom\+xml/);
      expect((await feed.text()).match(/<entry>/g)?.length).toBe(2);
    });

    it('says what was read, and how it works down to a rule', async () => {
      await h.openSamples('health');
      await h.page.getByText('12 reports of 7 publishers').waitFor();
      expect(await h.page.locator('.summary').innerText()).toContain('1 input could not be read');
      await h.page.getByRole('row', { name: 'news/blank.html The input has no text. article/empty' }).waitFor();
      await h.openSamples('method?rule=consult.meet');
      await h.page.locator('details code', { hasText: 'consult.meet' }).first().click();
      await h.page.locator('details[open] li').first().waitFor();
    });
  });
}
