import type { SpeechAct, Status } from './claim.ts';
import type { EntityKind } from './entity.ts';
import type { EventType, Modality } from './event.ts';
import type { Relation, RelationKind } from './relation.ts';

/** PLOVER's types, from verbal cooperation to material conflict. */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const satisfies readonly EventType[];

export const MODALITIES = ['asserted', 'intended', 'requested', 'possible', 'hypothetical'] as const satisfies readonly Modality[];

export const STATUSES = ['current', 'background'] as const satisfies readonly Status[];

export const SPEECH_ACTS = [
  'state',
  'deny',
  'accuse',
  'request',
  'promise',
  'threaten',
  'praise',
  'hope',
  'believe',
  'ask',
  'announce',
] as const satisfies readonly SpeechAct[];

export const ENTITY_KINDS = [
  'state',
  'person',
  'body',
  'organisation',
  'news-agency',
  'outlet',
  'armed-group',
  'people',
  'place',
] as const satisfies readonly EntityKind[];

export const RELATION_STATUSES = ['holds', 'held', 'denied', 'sought'] as const satisfies readonly Relation['status'][];

export const RELATION_KINDS = [
  'alliance',
  'war',
  'hostility',
  'rivalry',
  'trade',
  'aid',
  'patronage',
  'membership',
  'office',
  'border',
  'territorial-claim',
  'occupation',
  'dependency',
  'recognition',
  'partnership',
  'military-cooperation',
  'sanctions',
  'treaty',
  'mediation',
  'kinship',
] as const satisfies readonly RelationKind[];
