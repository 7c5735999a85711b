/** One Chromium and two servers for all tests of the page: over hand-made records, and over the samples as the engine reads them. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Browser, launch } from '../../../../test/setup/chromium.ts';
import { openStore } from '../../src/7-store/index.ts';
import { type Served, serve } from '../../src/http/index.ts';
import type { Record } from '../../src/model/index.ts';
import { sampleRecords } from '../8-compare/samples.ts';
import { newFolder } from '../folder.ts';
import { type Filled, filledStore } from '../http/store.ts';
import { builtPage } from './built.ts';

export interface Harness {
  readonly folder: string;
  readonly page: Page;
  /** Every request of the page under test. */
  readonly requests: readonly string[];
  /** What the page complained of; a test that expects complaints takes them out. */
  complaints: string[];
  /** Opens a path over the hand-made records. */
  open(path: string): Promise<unknown>;
  /** Puts a record beside the hand-made ones. */
  add(record: Record): Promise<unknown>;
  /** Opens a path over the samples. */
  openSamples(path: string): Promise<unknown>;
  /** The path of the page, without its server. */
  url(): string;
  /** `/a/…` of a sample. */
  report(sample: string): string;
  /** Sideways scroll in pixels. */
  overflow(): Promise<number>;
  /** What axe objects to, by all its rules or by some. */
  axe(...rules: readonly string[]): Promise<string[]>;
}

/** Sets up before the first test of a file and cleans up after the last; the values are of the test that runs. */
export function harness(): Harness {
  let folder = '';
  let filled: Filled | undefined;
  let servers: Served[] = [];
  let browser: Browser | undefined;
  let page: Page | undefined;
  let requests: string[] = [];
  const addresses = new Map<string, string>();
  const closers: (() => Promise<void>)[] = [];
  const self = { complaints: [] as string[] };
  const current = (): Page => page as Page;

  beforeAll(async () => {
    folder = builtPage();
    filled = await filledStore();
    const samples = await sampleRecords();
    for (const s of samples) addresses.set(s.name, `a/${s.record.article.id.slice(7, 23)}`);
    const at = newFolder('web');
    const store = await openStore(join(at, 'store.sqlite'), { create: true });
    await store.upsert(samples.map((s) => s.record));
    await store.noteReadings({ refused: [{ at: 'news/blank.html', code: 'article/empty', message: 'The input has no text.' }], read: [] });
    closers.push(async () => {
      await store.close();
      rmSync(at, { recursive: true, force: true });
    });
    servers = [await serve({ store: filled.store, port: 0, webFolder: folder }), await serve({ store, port: 0, webFolder: folder })];
    browser = await launch();
    browser.context.setDefaultTimeout(15_000);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    for (const s of servers) await s.close();
    await filled?.close();
    for (const close of closers) await close();
  });
  beforeEach(async () => {
    requests = [];
    self.complaints = [];
    const made = (await browser?.context.newPage()) as Page;
    page = made;
    await made.setViewportSize({ width: 1280, height: 800 });
    await made.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    made.on('request', (r) => requests.push(r.url()));
    made.on('pageerror', (e) => self.complaints.push(e.message));
    made.on('dialog', (d) => {
      self.complaints.push(`dialog: ${d.message()}`);
      void d.dismiss();
    });
    made.on('console', (m) => {
      // What is refused or not there (a rule of another knowledge) is said on the page.
      if (m.type() === 'error' && !/status of 4\d\d/.test(m.text())) self.complaints.push(m.text());
    });
  });
  afterEach(async () => {
    const outside = requests.filter((url) => !servers.some((s) => url.startsWith(s.url)));
    await page?.close();
    expect(outside).toEqual([]);
    expect(self.complaints).toEqual([]);
  });

  return {
    get folder() {
      return folder;
    },
    get page() {
      return current();
    },
    get requests() {
      return requests;
    },
    get complaints() {
      return self.complaints;
    },
    set complaints(now) {
      self.complaints = now;
    },
    open: (path) => current().goto(servers[0]?.url + path),
    add: (record) => (filled as Filled).store.upsert([record]),
    openSamples: (path) => current().goto(servers[1]?.url + path),
    url: () => new URL(current().url()).href.replace(/^https?:\/\/[^/]+\//, ''),
    report: (sample) => addresses.get(`${sample}.txt`) ?? '',
    overflow: () => current().evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    axe: async (...rules) => {
      const { violations } = await new AxeBuilder({ page: current() })
        .setLegacyMode()
        .options({ resultTypes: ['violations'], ...(rules.length > 0 ? { runOnly: [...rules] } : {}) })
        .analyze();
      return violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
    },
  };
}
