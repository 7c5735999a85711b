/** Quad class and Goldstein value of a CAMEO code: one versioned table, knowledge/ontology/cameo.tsv (GDELT's values). */
import type { Knowledge } from '../knowledge.ts';
import type { EventType } from '../model/index.ts';

/** The tables of codes. A code that the table lacks counts as its first three digits, else two; Goldstein 0 and name '' where it has neither. */
export interface Codes {
  quad(event: EventType): 1 | 2 | 3 | 4;
  goldstein(cameo: string): number;
  name(cameo: string): string;
}

const QUADS: Readonly<Record<EventType, 1 | 2 | 3 | 4>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

/** The rows of ontology/cameo.tsv, made ready once. */
export function readCodes(knowledge: Knowledge): Codes {
  const rows = new Map(knowledge.ontology('cameo').map((r) => [r.code ?? '', r]));
  const row = (cameo: string) => rows.get(cameo) ?? rows.get(cameo.slice(0, 3)) ?? rows.get(cameo.slice(0, 2));
  return {
    quad: (event) => QUADS[event],
    goldstein: (cameo) => Number(row(cameo)?.goldstein ?? 0),
    name: (cameo) => row(cameo)?.name ?? '',
  };
}
