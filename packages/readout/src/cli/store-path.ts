import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Values } from './flags.ts';
import type { Io } from './io.ts';

/** The store that a command means: --store, else READOUT_STORE, else ./readout.db. */
export function storePath(flags: Values, io: Io): string {
  return flags.store ?? (io.env.READOUT_STORE || 'readout.db');
}

/** Where the demo keeps its store: a file of its own in the person's folder for application data, so that no real store gets samples in it. */
export function demoStorePath(flags: Values, io: Io, platform: NodeJS.Platform = process.platform): string {
  if (flags.store !== undefined) return flags.store;
  const { env } = io;
  const home = env.HOME || homedir();
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'readout', 'demo.db');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'readout', 'demo.db');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'readout', 'demo.db');
}
