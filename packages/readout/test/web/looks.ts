/** Each screen at three widths in light and dark: no sideways scroll, nothing that axe objects to. */
import { describe, expect, it } from 'vitest';
import { hostileRecord, meetingRecord } from '../http/records.ts';
import type { Harness } from './harness.ts';

const short = (id: string): string => id.slice(7, 23);
const MEETING = `a/${short(meetingRecord().article.id)}`;
const NASTY = `a/${short(hostileRecord().article.id)}`;

export function looksTests(h: Harness): void {
  const noScroll = async (what: string): Promise<void> => expect(await h.overflow(), what).toBe(0);
  /** The page that is open: axe in light, then each width, then the colours in dark, for only they differ there. */
  const survey = async (what: string): Promise<void> => {
    expect((await h.axe()).map((v) => `${what}: ${v}`)).toEqual([]);
    await noScroll(`${what} at 1280`);
    for (const width of [768, 360]) {
      await h.page.setViewportSize({ width, height: 760 });
      await noScroll(`${what} at ${width}`);
    }
    await h.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect((await h.axe('color-contrast')).map((v) => `${what}, dark: ${v}`)).toEqual([]);
    await h.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await h.page.setViewportSize({ width: 1280, height: 760 });
  };

  describe('no sideways scroll at any width, and axe objects to nothing', () => {
    it('in the Reader', async () => {
      await h.open(`${MEETING}?show=background,intended,claimed#c1`);
      await h.page.locator('li.selected').waitFor();
      await survey('reader');
      await h.page.setViewportSize({ width: 360, height: 760 });
      await h.page.getByRole('button', { name: 'All', exact: true }).last().click();
      await h.page.locator('#line-c1 .details').waitFor();
      expect(await h.axe()).toEqual([]);
      await h.page.keyboard.press('?');
      await h.page.getByRole('dialog').waitFor();
      expect(await h.axe()).toEqual([]);
    });

    it('with hostile texts', async () => {
      await h.page.setViewportSize({ width: 360, height: 760 });
      for (const [path, there] of [
        [NASTY, '.seg'],
        ['reports', '.rows li'],
        [`compare?articles=${NASTY.slice(2)},${MEETING.slice(2)}`, 'tr.thing'],
        ['events', '.row'],
        [`event/${NASTY.slice(2)}:e1`, '.seg.lit'],
      ] as const) {
        await h.open(path);
        await h.page.locator(there).first().waitFor();
        await noScroll(path);
      }
      expect(await h.page.evaluate('window.__ran')).toBeUndefined();
    });

    it('in a comparison and its story', async () => {
      await h.openSamples('');
      await h.page.locator('.stories .action').first().click();
      // A few rows: axe looks at each cell.
      await h.page.getByRole('button', { name: 'United States', exact: true }).first().click();
      await h.page.locator('tr.thing').first().waitFor();
      await survey('compare');
      await h.page.getByRole('link', { name: 'the story and its reports' }).click();
      await h.page.locator('.told li').first().waitFor();
      await survey('story');
    });

    it('on the page of an event', async () => {
      await h.openSamples('events?between=KOR,CHN&event=CONSULT');
      await h.page.getByRole('link', { name: 'details of this event' }).last().click();
      await h.page.locator('.cells li').first().waitFor();
      await survey('event');
    });

    it.each([
      ['', '.stories > li'],
      ['paste', 'textarea'],
      ['actors', '.actors tbody tr'],
      ['leader/yoon-suk-yeol', '.strip .bar'],
      ['state/PER', '.data'],
      ['dyad/SAU/IRN?by=year', '.chart svg a'],
      ['events?between=KOR,CHN', '.row'],
      ['timeline?entity=KOR', '.days li'],
      ['network?states=1', 'svg a'],
      ['map', '.land'],
      ['coverage', '.cell'],
      ['health', '.data'],
      ['method?rule=consult.m', 'details'],
      ['reports?q=korea', '.rows li'],
    ])('in /%s', async (path, there) => {
      await h.openSamples(path);
      await h.page.locator(there).first().waitFor({ state: 'attached' });
      await survey(path);
    });
  });
}
