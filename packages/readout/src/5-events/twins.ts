/** One act told by a verb and by the noun that it carries ("imposed sanctions", "attended the meeting") is one event. */
import { relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Event, Evidence, Party } from '../model/index.ts';
import type { Match } from './match.ts';
import { joinEvents } from './merge.ts';

/** An event with the match that it was read from. */
export interface Read {
  readonly event: Event;
  readonly match: Match;
}

/** The verb that a noun is object or passive subject of. */
function carrierOf(tree: Tree, { trigger, kind, light }: Match): number {
  if (kind !== 'noun') return -1;
  if (light !== undefined) return light;
  return /^(obj|nsubj:pass)$/.test(relationAt(tree, trigger)) ? (tree.tokens[trigger]?.head ?? -1) : -1;
}

const isSame = (a: Evidence, b: Evidence): boolean => a.span.start === b.span.start && a.span.end === b.span.end;

const holds = (all: readonly Party[], some: readonly Party[]): boolean => some.every((p) => all.some((q) => q.entity === p.entity));

/** The events of one sentence, a noun's joined to its verb's where they are of one type, told alike, and the parties of one are all the other's. */
export function withoutTwins(tree: Tree, reads: readonly Read[]): Event[] {
  const events = reads.map((r): Event | undefined => r.event);
  reads.forEach((noun, i) => {
    const verb = carrierOf(tree, noun.match);
    const j =
      verb < 0 ? -1 : reads.findIndex((r, k) => k !== i && r.match.trigger === verb && r.match.kind === 'verb' && isAlike(r.event, noun));
    const other = events[j];
    const own = events[i];
    if (!other || !own) return;
    const all =
      (noun.match.rule.mutual && holds(own.actor, [...other.actor, ...other.recipient])) ||
      (holds(own.actor, other.actor) && holds(own.recipient, other.recipient));
    const fuller = all ? own : other;
    // Where they differ in kind the noun says which: "imposed a ban", "imposed sanctions".
    const joined = own.cameo.slice(0, 3) === other.cameo.slice(0, 3) ? joinEvents(other, own) : joinEvents(own, other);
    // "announced a ceasefire with Y": whoever is an actor where the parties are kept stands at the other end of nothing.
    const evidence = joined.evidence.filter((x) => x.as !== 'recipient' || !fuller.evidence.some((f) => f.as === 'actor' && isSame(f, x)));
    events[Math.min(i, j)] = { ...joined, actor: fuller.actor, recipient: fuller.recipient, evidence };
    events[Math.max(i, j)] = undefined;
  });
  return events.flatMap((e) => e ?? []);
}

/** Whether a verb and its noun tell one act with the same parties; a noun of what several do alike may call any of them an actor. */
function isAlike(verb: Event, { event: noun, match }: Read): boolean {
  if (verb.event !== noun.event || verb.modality !== noun.modality || verb.polarity !== noun.polarity || verb.governor !== noun.governor)
    return false;
  if (match.rule.mutual && noun.recipient.length === 0 && holds([...verb.actor, ...verb.recipient], noun.actor)) return true;
  return (
    (holds(verb.actor, noun.actor) && holds(verb.recipient, noun.recipient)) ||
    (holds(noun.actor, verb.actor) && holds(noun.recipient, verb.recipient))
  );
}
