/** How soon a screen over a large store is painted after its answer has come, in a real Chromium. */
import type { Store } from '../../packages/readout/src/7-store/index.ts';
import { serve } from '../../packages/readout/src/http/index.ts';
import { builtPage } from '../../packages/readout/test/web/built.ts';
import { launch } from '../../test/setup/chromium.ts';

const SCREENS = [
  ['reports', '.rows li'],
  ['events?actor=USA', '.row'],
  ['events?publisher=synthetic-0', '.row'],
  ['reports?q=summit', '.rows li'],
  ['dyad/CHN/USA', '.chart svg a'],
  ['state/USA', '.row'],
  ['', '.stories li'],
] as const;

/** A table: milliseconds from the last byte of the screen's first answer to the paint that shows it; the median of three loads. */
export async function paintTable(store: Store): Promise<string> {
  const served = await serve({ store, port: 0, webFolder: builtPage() });
  const browser = await launch();
  const rows: string[] = [];
  try {
    const page = await browser.context.newPage();
    for (const [path, there] of SCREENS) {
      const taken: number[] = [];
      for (let i = 0; i < 4; i++) {
        await page.goto(served.url + path);
        await page.locator(there).first().waitFor({ timeout: 120_000 });
        // Painted once the frame after the one that has it begins.
        const ms = await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
          const answers = performance.getEntriesByType('resource').filter((r) => r.name.includes('/api/') && r.responseEnd > 0);
          const shown = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
          const answered = Math.min(...answers.map((r) => r.responseEnd));
          done(Math.max(shown, performance.now()) - answered);
        })))`);
        // The first load fills the browser's and the store's caches.
        if (i > 0) taken.push(Number(ms));
      }
      rows.push(`| /${path} | ${Math.round([...taken].sort((a, b) => a - b)[1] ?? 0)} |`);
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return ['| screen | ms from answer to paint |', '|---|---|', ...rows].join('\n');
}
