/** Toponyms against a gold standard: exact spans, and of those that overlap how many lie within 161 km (100 miles), as in the geoparsing literature. */
import { percent, type Report } from './events.ts';

interface GoldToponym {
  readonly start: number;
  readonly end: number;
  readonly lat?: number | string | null;
  readonly lon?: number | string | null;
  readonly bad_span?: boolean;
}
interface FoundToponym {
  readonly start: number;
  readonly end: number;
  readonly lat?: number;
  readonly lon?: number;
}

const WITHIN_KM = 161;

/** Exact F1 with precision and recall, and the accuracy at 161 km on gold toponyms that have coordinates and are met. */
export function scorePlaces(
  gold: readonly { readonly toponyms: readonly GoldToponym[] }[],
  predicted: readonly { readonly toponyms: readonly FoundToponym[] }[],
): Report {
  let tp = 0;
  let np = 0;
  let ng = 0;
  let near = 0;
  let met = 0;
  gold.forEach((doc, d) => {
    const found = predicted[d]?.toponyms ?? [];
    const wanted = doc.toponyms.filter((t) => !t.bad_span);
    const spans = new Set(wanted.map((t) => `${t.start}-${t.end}`));
    np += found.length;
    ng += wanted.length;
    tp += found.filter((t) => spans.has(`${t.start}-${t.end}`)).length;
    const used = new Set<FoundToponym>();
    for (const g of wanted) {
      const p = found.find((t) => !used.has(t) && t.start < g.end && t.end > g.start);
      if (!p) continue;
      used.add(p);
      const lat = Number.parseFloat(String(g.lat));
      const lon = Number.parseFloat(String(g.lon));
      if (Number.isNaN(lat)) continue;
      met++;
      if (p.lat !== undefined && p.lon !== undefined && haversine(lat, lon, p.lat, p.lon) <= WITHIN_KM) near++;
    }
  });
  return {
    f1: percent((2 * tp) / Math.max(1, np + ng)),
    precision: percent(tp / Math.max(1, np)),
    recall: percent(tp / Math.max(1, ng)),
    'accuracy 161 km': percent(near / Math.max(1, met)),
  };
}

function haversine(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const r = Math.PI / 180;
  const x = Math.sin(((lat2 - lat1) * r) / 2) ** 2 + Math.cos(lat1 * r) * Math.cos(lat2 * r) * Math.sin(((lon2 - lon1) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(x)));
}
