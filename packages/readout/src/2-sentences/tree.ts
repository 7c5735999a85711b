/**
 * The best tree over arc scores: Chu–Liu–Edmonds (Edmonds 1967), with one root as Universal Dependencies has it. Most sentences need
 * only the arg-max of each row; the algorithm runs where that has a cycle or several roots.
 */

/**
 * Heads for tokens 1 … n-1 (0 is the artificial root); `scores[dependent * n + head]`. The result holds the head of each dependent,
 * with 0 at index 0.
 */
export function bestTree(scores: Float32Array | Float64Array, n: number): Int32Array {
  const heads = greedyHeads(scores, n);
  if (rootsOf(heads).length === 1 && !findCycle(heads)) return heads;
  const tree = edmonds(Float64Array.from(scores.subarray(0, n * n)), n);
  const roots = rootsOf(tree);
  if (roots.length <= 1) return tree;
  // Several roots: try each as the only one, the others moved below the rest of the tree.
  let best = tree;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const root of roots) {
    const only = Float64Array.from(scores.subarray(0, n * n));
    for (let d = 1; d < n; d++) if (d !== root) only[d * n] = -1e6;
    const candidate = edmonds(only, n);
    let score = 0;
    for (let d = 1; d < n; d++) score += only[d * n + (candidate[d] ?? 0)] ?? 0;
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
}

function greedyHeads(scores: Float32Array | Float64Array, n: number): Int32Array {
  const heads = new Int32Array(n);
  for (let d = 1; d < n; d++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < n; h++) {
      const s = scores[d * n + h] ?? Number.NEGATIVE_INFINITY;
      if (h !== d && s > best) {
        best = s;
        heads[d] = h;
      }
    }
  }
  return heads;
}

function rootsOf(heads: Int32Array): number[] {
  const roots: number[] = [];
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots.push(d);
  return roots;
}

function findCycle(heads: Int32Array): number[] | undefined {
  const seen = new Int32Array(heads.length);
  for (let i = 1; i < heads.length; i++) {
    let j = i;
    while (j !== 0 && seen[j] === 0) {
      seen[j] = i;
      j = heads[j] ?? 0;
    }
    if (j !== 0 && seen[j] === i) {
      const cycle = [j];
      for (let k = heads[j] ?? 0; k !== j; k = heads[k] ?? 0) cycle.push(k);
      return cycle;
    }
  }
  return undefined;
}

function edmonds(scores: Float64Array, n: number): Int32Array {
  const heads = greedyHeads(scores, n);
  const cycle = findCycle(heads);
  if (!cycle) return heads;
  const at = (d: number, h: number): number => scores[d * n + h] ?? -1e9;
  const inCycle = new Set(cycle);
  const outside: number[] = [];
  for (let i = 0; i < n; i++) if (!inCycle.has(i)) outside.push(i);
  // Contract the cycle into one node, the last of the smaller graph.
  const m = outside.length + 1;
  const node = m - 1;
  const small = new Float64Array(m * m).fill(-1e9);
  const enters = new Int32Array(m);
  const leaves = new Int32Array(m);
  let total = 0;
  for (const c of cycle) total += at(c, heads[c] ?? 0);
  outside.forEach((x, a) => {
    outside.forEach((y, b) => {
      if (a !== b) small[a * m + b] = at(x, y);
    });
    let out = Number.NEGATIVE_INFINITY;
    let into = Number.NEGATIVE_INFINITY;
    for (const c of cycle) {
      if (at(x, c) > out) {
        out = at(x, c);
        leaves[a] = c;
      }
      const gain = at(c, x) - at(c, heads[c] ?? 0) + total;
      if (gain > into) {
        into = gain;
        enters[a] = c;
      }
    }
    small[a * m + node] = out;
    small[node * m + a] = into;
  });
  const inner = edmonds(small, m);
  const tree = new Int32Array(n);
  for (let a = 1; a < node; a++) {
    const h = inner[a] ?? 0;
    tree[outside[a] ?? 0] = h === node ? (leaves[a] ?? 0) : (outside[h] ?? 0);
  }
  for (const c of cycle) tree[c] = heads[c] ?? 0;
  const from = inner[node] ?? 0;
  tree[enters[from] ?? 0] = outside[from] ?? 0;
  return tree;
}
