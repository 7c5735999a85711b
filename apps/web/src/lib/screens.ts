/** The screens, each loaded when it is first asked for: the first route stays small. */
import type { Component } from 'svelte';
import { type ScreenName, screenOf } from './address.ts';

// Each screen takes what its path holds, in order.
type Screen = Component<{ params: readonly string[] }>;
type Loads = () => Promise<{ readonly default: Screen }>;

type Plain = () => Promise<{ readonly default: Component<Record<string, never>> }>;
/** A screen whose path holds nothing. */
const plain = (loads: Plain): Loads => loads as unknown as Loads;

const SCREENS: Readonly<Record<ScreenName, Loads>> = {
  home: plain(() => import('../screens/Home.svelte')),
  reports: plain(() => import('../screens/Reports.svelte')),
  reader: () => import('../screens/Reader.svelte'),
  event: () => import('../screens/Event.svelte'),
  record: () => import('../screens/RecordAt.svelte'),
  story: () => import('../screens/Story.svelte'),
  storyCompare: () => import('../screens/Compare.svelte'),
  compare: () => import('../screens/Compare.svelte'),
  paste: plain(() => import('../screens/Paste.svelte')),
  actors: plain(() => import('../screens/Actors.svelte')),
  state: () => import('../screens/State.svelte'),
  leader: () => import('../screens/Leader.svelte'),
  dyad: () => import('../screens/Dyad.svelte'),
  records: () => import('../screens/Records.svelte'),
  timeline: plain(() => import('../screens/Timeline.svelte')),
  network: plain(() => import('../screens/Network.svelte')),
  map: plain(() => import('../screens/Map.svelte')),
  coverage: plain(() => import('../screens/Coverage.svelte')),
  health: plain(() => import('../screens/Health.svelte')),
  method: plain(() => import('../screens/Method.svelte')),
};

const loaded = new Map<ScreenName, Screen>();
/** The screen of a name, where it has been loaded. */
export const screenNamed = (name: ScreenName): Screen | undefined => loaded.get(name);

/** Loads what a path needs; undefined when it is there, or nothing stands at the path. Rejects when the server does not answer. */
export function loadFor(path: string): Promise<void> | undefined {
  const name = screenOf(path)?.name;
  if (name === undefined || loaded.has(name)) return undefined;
  return SCREENS[name]().then((module) => {
    loaded.set(name, module.default);
  });
}
