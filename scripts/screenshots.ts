/**
 * The pictures of the page in docs/images, made anew from samples/ by the engine, a store and a real Chromium.
 * Usage: npx tsx --conditions=@readout/source scripts/screenshots.ts [--out FOLDER] [--all]   (--all: every screen, width and theme)
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openStore } from '../packages/readout/src/7-store/index.ts';
import { serve } from '../packages/readout/src/http/index.ts';
import { extract, openParts, read } from '../packages/readout/src/index.ts';
import type { Record } from '../packages/readout/src/model/index.ts';
import { builtPage } from '../packages/readout/test/web/built.ts';
import { launch } from '../test/setup/chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'docs/images') }, all: { type: 'boolean', default: false } },
});

/** The pictures that the repository has: those of the README. */
const SHIPPED = ['compare', 'reader', 'state'];

/** What is photographed: a name, where it is, and what is there when it is. */
function viewsOf(records: readonly Record[], story: string): readonly (readonly [name: string, path: string, there: string])[] {
  // The report that shows most: one with a silence and a claim in somebody else's mouth.
  const worth = (r: Record): number =>
    (r.silences.length > 0 ? 100 : 0) +
    (r.claims.some((c) => c.chain.length > 1) ? 50 : 0) +
    r.events.length +
    r.claims.length +
    r.relations.length;
  const shown = [...records].sort((a, b) => worth(b) - worth(a))[0];
  if (!shown) throw new Error('No samples.');
  const event = shown.events.find((e) => e.modality === 'asserted' && e.status === 'current' && e.claim === undefined) ?? shown.events[0];
  return [
    ['compare', `s/${story}/compare`, 'tr.thing'],
    ['reader', `a/${shown.article.id.slice(7, 23)}#${event?.id ?? ''}`, '.part.body .seg'],
    ['state', 'state/KOR', '.strip .bar'],
    ['event', `event/${shown.article.id.slice(7, 23)}:${event?.id ?? 'e1'}`, '.cells li'],
    ['stories', '', '.stories li'],
    ['story', `s/${story}`, '.told li'],
    ['voices', `compare?articles=${shown.article.id.slice(7, 23)}`, '.card'],
    ['reports', 'reports?q=korea', '.rows li'],
    ['paste', 'paste', 'textarea'],
    ['actors', 'actors', '.actors tr'],
    ['leader', 'leader/yoon-suk-yeol', '.strip .bar'],
    ['dyad', 'dyad/KOR/CHN', '.chart svg a'],
    ['events', 'events?between=KOR,CHN', '.row'],
    ['timeline', 'timeline?entity=KOR', '.days li'],
    ['network', 'network?states=1', 'svg a'],
    ['map', 'map', '.land'],
    ['coverage', 'coverage', '.cell'],
    ['health', 'health', '.data'],
    ['method', 'method', 'details'],
  ];
}

/** The address of the story that is latest. */
async function firstStory(url: string): Promise<string> {
  const { items } = (await (await fetch(`${url}api/stories?limit=1`)).json()) as { items: readonly { readonly id: string }[] };
  return items[0]?.id.slice(6, 22) ?? '';
}

async function shoot(out: string, all: boolean): Promise<void> {
  mkdirSync(out, { recursive: true });
  const parts = await openParts();
  const samples = join(root, 'samples');
  const files = readdirSync(samples)
    .filter((f) => f.endsWith('.txt'))
    .sort();
  const records = await extract(
    files.map((f) => read({ source: readFileSync(join(samples, f)) }, parts)),
    parts,
  );
  const folder = mkdtempSync(join(tmpdir(), 'readout-pictures-'));
  const store = await openStore(join(folder, 'store.db'), { create: true });
  await store.upsert(records);
  const served = await serve({ store, port: 0, webFolder: builtPage() });
  const browser = await launch();
  try {
    const page = await browser.context.newPage();
    for (const [name, path, there] of viewsOf(records, await firstStory(served.url)).filter(([n]) => all || SHIPPED.includes(n))) {
      for (const width of all ? [1280, 768, 360] : [1280]) {
        for (const colorScheme of all ? (['light', 'dark'] as const) : (['light'] as const)) {
          await page.setViewportSize({ width, height: width === 360 ? 740 : 860 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.goto(served.url + path);
          await page.locator(there).first().waitFor({ state: 'attached' });
          await page.waitForLoadState('networkidle');
          const file = join(out, `${name}${all ? `-${width}-${colorScheme}` : ''}.png`);
          await page.screenshot({ path: file });
          console.error(`${file}  ${Math.ceil(statSync(file).size / 1024)} KB`);
        }
      }
    }
  } finally {
    await browser.close();
    await served.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await shoot(values.out, values.all);
