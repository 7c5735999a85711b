import type { EventType, Modality, RelationKind } from '../model/index.ts';

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
