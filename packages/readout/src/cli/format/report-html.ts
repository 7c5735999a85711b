/** A comparison as one page that needs nothing else: no script, no address that it asks for, light and dark, every text escaped. */
import type { Account, Cell, Comparison, Framing, Record, Row, Story } from '../../model/index.ts';
import { searchedText } from './omission-text.ts';

const STYLE = `:root{color-scheme:light dark;--line:#8884;--soft:#8881;--gone:#b4530933}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top;min-width:9rem}
th{background:var(--soft)}q{quotes:"“" "”"}.gone{background:var(--gone)}small,.note{opacity:.75}
@media print{body{max-width:none}}`;

/** The page. The same comparison gives the same bytes. */
export function reportHtml(comparison: Comparison, records: readonly Record[], story: Story | undefined): string {
  const { accounts, rows, silences, framing } = comparison;
  const title = story?.title ?? records.map((r) => r.article.title ?? r.article.publisher?.name ?? 'a text').join(' / ');
  const days = [story?.start, story?.end].filter((d, i, all) => d !== undefined && all.indexOf(d) === i).join(' to ');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${safe(title)}</title><style>${STYLE}</style></head><body>
<h1>${safe(title)}</h1>
${story ? `<p>${safe(days)}${story.parties.length > 0 ? ` · ${safe(story.parties.join(', '))}` : ''} · <small>${safe(story.id)}</small></p>` : ''}
<h2>Reports</h2>
<ul>${records.map((r) => `<li>${reportLine(r, story)}</li>`).join('\n')}</ul>
<h2>What the accounts say</h2>
<div class="wide"><table><thead><tr><th scope="col">What</th>${accounts.map((a) => `<th scope="col">${accountName(a)}</th>`).join('')}<th scope="col">Alignment</th></tr></thead>
<tbody>${rows.map((row) => rowHtml(row, accounts)).join('\n')}</tbody></table></div>
${silences.length > 0 ? `<h2>Silences that the texts themselves report</h2><ul>${silences.map((s) => `<li>${safe(s.quote)}</li>`).join('\n')}</ul>` : ''}
<h2>Framing in facts</h2>
<p class="note">Counts of each account's own wording. No score is made of them.</p>
${framing.map((f) => framingHtml(f, accounts)).join('\n')}
<h2>How this was made</h2>
<p class="note">“Not in this text” is said only of whole texts, after every sentence was searched for the names that other accounts use; it says nothing about why.
Salience is 1 for what is told at the start of a text and 0 at its end. Engine ${safe(records[0]?.engine.version ?? '')}, model ${safe(records[0]?.engine.model ?? '')}, knowledge ${safe(records[0]?.engine.knowledge.slice(0, 19) ?? '')}.</p>
</body></html>
`;
}

function reportLine({ article }: Record, story: Story | undefined): string {
  const { publisher, published, title, id, url } = article;
  const copies = story?.copies.find((c) => c.articles.includes(id));
  const origin = copies && copies.origin !== id ? ` · a copy of ${copies.origin.slice(7, 19)}` : '';
  const parts = [publisher?.name, publisher?.state, published?.value, title, url].filter((x) => x !== undefined);
  return `${safe(parts.join(' · '))} <small>${safe(`${id.slice(7, 19)}${origin}`)}</small>`;
}

function rowHtml(row: Row, accounts: readonly Account[]): string {
  const differences = row.differences.map((d) => {
    const values = accounts.flatMap((a) => d.values[a.id] ?? []).filter((v, i, all) => all.indexOf(v) === i);
    const stronger = accounts.find((a) => a.id === d.stronger);
    return `${d.field}: ${values.join(' / ')}${stronger ? ` (stronger: ${stronger.voice.name})` : ''}`;
  });
  const alignment = `${row.alignment === 'only-here' ? 'only here' : row.alignment}${differences.length > 0 ? ` (${differences.join('; ')})` : ''}`;
  return `<tr><th scope="row">${safe(`${row.kind}: ${row.label}`)}<br><small>held by ${row.heldBy} of ${accounts.length}, salience ${row.salience}</small></th>${accounts
    .map((a) => cellHtml(row.cells[a.id]))
    .join('')}<td>${safe(alignment)}</td></tr>`;
}

function cellHtml(cell: Cell | undefined): string {
  if (!cell) return '<td></td>';
  if (cell.is === 'said')
    return `<td>${cell.sayings.map((s) => (s.as === 'quote' ? `<q>${safe(s.quote.replace(/^["“]|["”]$/g, ''))}</q>` : safe(s.quote))).join('<br>')}</td>`;
  if (cell.is === 'unclear') return `<td>unclear; nearest: ${safe(cell.nearest.quote)}</td>`;
  if (cell.is === 'not-said-here') return '<td>not in the words relayed</td>';
  const { names } = cell.omission.searched;
  const looked = names.length > 0 ? `; looked for ${names.join(', ')}` : '';
  return `<td class="gone">not in this text<br><small>${safe(`${searchedText(cell.omission)}${looked}`)}</small></td>`;
}

function framingHtml(framing: Framing, accounts: readonly Account[]): string {
  const account = accounts.find((a) => a.id === framing.account);
  const line = (what: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<li>${what}: ${safe(items.slice(0, 12).join('; '))}</li>`;
  return `<h3>${account ? accountName(account) : ''}</h3><ul>${[
    line(
      'who acts',
      framing.acts.map((x) => `${x.name} ${x.count}`),
    ),
    line(
      'who is acted on',
      framing.actedOn.map((x) => `${x.name} ${x.count}`),
    ),
    line(
      'quoted directly',
      framing.quoted.map((x) => `${x.name} ${x.count} times, ${x.words} words`),
    ),
    line(
      'how they are reported',
      framing.reported.map((x) => `${x.name} “${x.verb}” ${x.count}`),
    ),
    line(
      'called otherwise than in other accounts',
      framing.names.map((x) => `${x.name}: “${x.form}” ${x.count}`),
    ),
  ].join('')}</ul>`;
}

function accountName({ voice, partial }: Account): string {
  return safe(`${voice.name}${partial ? ' (relayed)' : ''}`);
}

/** Text as text: nothing in it can become markup. */
function safe(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
