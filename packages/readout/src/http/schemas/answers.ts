/** What the API answers with, as types of its schemas: the page is checked against them. */
import type { z } from '@hono/zod-openapi';
import type * as events from './event-page.ts';
import type * as lists from './lists.ts';
import type * as measures from './measures.ts';

export type StatePage = z.infer<typeof measures.statePage>;
export type LeaderPage = z.infer<typeof measures.leaderPage>;
export type DyadPage = z.infer<typeof measures.dyadPage>;
export type SeriesRow = z.infer<typeof measures.seriesRow>;
export type Standing = z.infer<typeof measures.standing>;
export type Network = z.infer<typeof measures.network>;
export type MapPoints = z.infer<typeof measures.map>;
export type Timeline = z.infer<typeof measures.timeline>;
export type Coverage = z.infer<typeof measures.coverage>;
export type IngestHealth = z.infer<typeof measures.ingest>;
export type Method = z.infer<typeof measures.method>;
export type EntityPage = z.infer<typeof lists.entityPage>;
export type EventAlone = z.infer<typeof events.eventView>;
export type EventAccounts = z.infer<typeof events.eventAccounts>;
export type RecordAt = z.infer<typeof events.recordAt>;
type EventView = z.infer<typeof lists.eventPage>['items'][number];
type ClaimView = z.infer<typeof lists.claimPage>['items'][number];
type RelationView = z.infer<typeof lists.relationPage>['items'][number];
type SilenceView = z.infer<typeof lists.silencePage>['items'][number];
export type RecordView = EventView | ClaimView | RelationView | SilenceView;
