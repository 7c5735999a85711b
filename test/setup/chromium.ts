/**
 * A Chromium for the suite: CHROMIUM_PATH, an installed one, playwright's own, else one is installed the way the platform does it, saying
 * so on stderr. `launch` starts it with a fresh profile and nothing that talks to the network.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every name but this machine's is unknown, so a request that slips out fails here and is seen as failed.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

const isRoot = (): boolean => process.getuid?.() === 0;

/** The path of a Chromium that is there, if one is. */
export function findChromium(): string | undefined {
  const said = process.env.CHROMIUM_PATH;
  if (said) {
    if (!existsSync(said)) throw new Error(`CHROMIUM_PATH is ${said}, but there is no such file.`);
    return said;
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const own = chromium.executablePath();
  return [...INSTALLED, ...onPath, own].find((path) => path !== '' && existsSync(path));
}

/** The path of a Chromium, installed first if there is none. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void => {
    console.error(`No Chromium found; installing one: ${command} ${args.join(' ')}`);
    execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  };
  if (process.platform === 'linux' && isRoot() && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], env);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], env);
  } else {
    const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../cli.js');
    run(process.execPath, [cli, 'install', 'chromium']);
  }
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed but is not where it should be; set CHROMIUM_PATH to it.');
  return installed;
}

export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A headless Chromium with a fresh profile, which goes when it is closed. */
export async function launch(options: BrowserContextOptions = {}): Promise<Browser> {
  const profile = mkdtempSync(join(process.env.READOUT_TEST_FOLDER ?? tmpdir(), 'readout-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: true,
    args: [...FLAGS, ...(isRoot() ? ['--no-sandbox'] : [])],
    ...options,
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
