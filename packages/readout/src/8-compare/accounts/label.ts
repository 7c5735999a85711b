/** A row in one line: who does, says or is what. */
import { speaksLast } from '../../4-claims/said-by.ts';
import type { Event } from '../../model/index.ts';
import type { Item } from './items.ts';

/** What a row of a comparison is about, in a line: kind of act or claim with its parties. */
export function labelOf(item: Item, nameOf: (entity: string) => string): string {
  if (item.kind === 'event') {
    const { of } = item;
    const names = (side: Event['actor']): string => side.map((p) => nameOf(p.entity)).join(', ');
    const note = of.modality === 'asserted' ? '' : ` (${of.modality})`;
    const to = of.recipient.length > 0 ? ` → ${names(of.recipient)}` : '';
    return `${names(of.actor) || 'somebody'} · ${of.polarity === 'negative' ? 'not ' : ''}${of.event}${note}${to}`;
  }
  if (item.kind === 'claim') {
    const { of } = item;
    const sources = speaksLast(of).map(nameOf);
    const about = item.parties.length > 0 ? ` · ${item.parties.map(nameOf).join(', ')}` : '';
    return `${sources.length === 0 ? 'somebody' : sources.join(', ')} · ${of.act}s${about}`.replace('denys', 'denies');
  }
  if (item.kind === 'relation') return `${item.of.kind} (${item.of.status}) · ${item.of.parties.map((p) => nameOf(p.entity)).join(', ')}`;
  return `${item.of.unit}`;
}
