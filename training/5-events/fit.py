"""Weights of the signs of an event: logistic regression on the events judged by eye.
  /usr/bin/python3 training/5-events/fit.py signs.tsv [--right 0.80]
Prints the rows of packages/knowledge/lexicon/event-signs.tsv (weights speak for right), and what cross-validation by article says of them: the area
under the curve, and the share right among the events above each confidence. --right moves the base so that the mean confidence is the share right of
what was judged in articles that nobody had read, since the judged ones had been mended for."""
import argparse, csv, sys
import torch

ap = argparse.ArgumentParser()
ap.add_argument('signs')
ap.add_argument('--right', type=float)
ap.add_argument('--penalty', type=float, default=4.0)
a = ap.parse_args()
rows = list(csv.reader(open(a.signs), delimiter='\t'))
names, rows = rows[0][2:], rows[1:]
articles = [r[0] for r in rows]
X = torch.tensor([[float(v) for v in r[2:]] for r in rows], dtype=torch.float64)
y = torch.tensor([1 - float(r[1]) for r in rows], dtype=torch.float64)


def fit(X, y):
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    opt = torch.optim.LBFGS([w, b], max_iter=200, line_search_fn='strong_wolfe')

    def closure():
        opt.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(X @ w + b, y, reduction='sum') + a.penalty / 2 * (w * w).sum()
        loss.backward()
        return loss

    opt.step(closure)
    return w.detach(), b.detach()


def shift(scores, share):
    low, high = -5.0, 5.0
    for _ in range(60):
        mid = (low + high) / 2
        if torch.sigmoid(scores + mid).mean() < share: low = mid
        else: high = mid
    return low


fold = {name: i % 10 for i, name in enumerate(sorted(set(articles)))}
held = torch.zeros(len(y), dtype=torch.float64)
for k in range(10):
    out = torch.tensor([fold[x] == k for x in articles])
    w, b = fit(X[~out], y[~out])
    held[out] = X[out] @ w + b
order = held.argsort()
rank = torch.empty(len(y)); rank[order] = torch.arange(1, len(y) + 1, dtype=torch.float32)
n1 = y.sum(); n0 = len(y) - n1
print(f'area under the curve {float((rank[y == 1].sum() - n1 * (n1 + 1) / 2) / (n1 * n0)):.3f}, {len(y)} events, {int(n0)} wrong', file=sys.stderr)
w, b = fit(X, y)
if a.right is not None:
    moved = shift(X @ w + b, a.right)
    b = b + moved
    held = held + moved
p = torch.sigmoid(held)
for t in (.6, .65, .7, .75, .8, .85, .9):
    kept = p >= t
    print(f'confidence >= {t}: {float(kept.double().mean()):.2f} of the events, right {float(y[kept].mean()):.3f}, wrong among the others {float(1 - y[~kept].mean()):.3f}', file=sys.stderr)
n = {s: (int(X[:, i].sum()), int((X[:, i] * (1 - y)).sum())) for i, s in enumerate(names)}
print('\t'.join(['sign', 'weight', 'right', 'wrong']))
for s, v, r, x in sorted([('base', float(b), int(n1), int(n0))] + [(s, float(w[i]), n[s][0] - n[s][1], n[s][1]) for i, s in enumerate(names)]):
    print(f'{s}\t{v:.2f}\t{r}\t{x}')
