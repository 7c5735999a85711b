/** What of a text shows an event: its words, who takes part, when and where. */
import { spanOf, type Tree } from '../2-sentences/syntax.ts';
import type { Evidence, Span } from '../model/index.ts';
import type { Act } from './act.ts';
import type { Parties } from './find-parties.ts';
import type { FoundParty } from './found-party.ts';
import type { Match } from './match.ts';
import type { Sides } from './sides.ts';

/** What an event is told with, besides its words. */
interface Shown {
  readonly sides: Sides;
  /** The parties beyond doubt. */
  readonly parties: Parties;
  readonly date: Span | undefined;
  readonly location: Span | undefined;
}

/** The evidence of an event: trigger, governor, parties, date, location. */
export function evidenceOf(tree: Tree, match: Match, act: Act, { sides, parties, date, location }: Shown): Evidence[] {
  const { words, trigger } = match;
  const evidence: Evidence[] = [{ span: spanOf(tree, words[0] ?? trigger, (words[words.length - 1] ?? trigger) + 1), as: 'trigger' }];
  if (act.governed) evidence.push({ span: spanOf(tree, act.governed.token, act.governed.token + 1), as: 'governor' });
  addParties(evidence, parties.actor, 'actor');
  addParties(evidence, parties.recipient, act.mutual ? 'actor' : 'recipient');
  // Words that name nobody still show what acted, or upon what.
  const { actorWords, recipientWords } = act.parties;
  if (sides.actor.length === 0 && actorWords) evidence.push({ span: actorWords, as: 'actor' });
  if (sides.recipient.length === 0 && !act.mutual && recipientWords) evidence.push({ span: recipientWords, as: 'recipient' });
  if (date) evidence.push({ span: date, as: 'date' });
  if (location) evidence.push({ span: location, as: 'location' });
  return evidence;
}

function addParties(evidence: Evidence[], parties: readonly FoundParty[], as: 'actor' | 'recipient'): void {
  for (const { mention } of parties) {
    const { start, end } = mention.span;
    if (!evidence.some((e) => e.span.start === start && e.span.end === end && e.as === as)) evidence.push({ span: mention.span, as });
  }
}
