/** An act between its trigger and its event. */
import type { Mood } from '../2-sentences/mood-kinds.ts';
import type { EventType, Modality, Polarity } from '../model/index.ts';
import type { Parties } from './find-parties.ts';
import type { Governed } from './governors.ts';

/** An act as it stands under the words above it. */
export interface Act {
  readonly type: EventType;
  readonly cameo: string;
  readonly mode: string | undefined;
  readonly parties: Parties;
  readonly mood: Mood;
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** Told as history by the word above it. */
  readonly background: boolean;
  readonly governed: Governed | undefined;
  readonly mutual: boolean;
}
