"""model.pt → packages/model-en: encoder.onnx, labels.onnx (int8 weights, one scale a row), words and manifest.

/usr/bin/python3 training/2-sentences/export.py --work training/2-sentences/work --to packages/model-en --version en-2026.11

The int8 weights are expanded when the session is made (DequantizeLinear of a constant), so that run time is plain float32.
"""
import argparse, json, os, shutil, sys, hashlib
import numpy as np, torch, torch.nn as nn, onnx
from onnx import numpy_helper, helper, TensorProto
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import train as T


class Encoder(nn.Module):
    def __init__(self, net): super().__init__(); self.net = net
    def forward(self, x, mask):
        n = self.net
        e = torch.cat([n.fixed(x[..., 0]), n.trained(x[..., 1]), n.s3(x[..., 2]), n.s2(x[..., 3]), n.p3(x[..., 4]), n.shape(x[..., 5])], -1)
        h, _ = n.rnn(e)
        tl = n.tag(h); tp = torch.softmax(tl, -1)
        g = torch.cat([h, n.tag_back(tp)], -1); act = lambda v: nn.functional.leaky_relu(v, 0.1)
        ah, ad, rh, rd = act(n.ah(g)), act(n.ad(g)), act(n.rh(g)), act(n.rd(g))
        arc = ad @ n.U[:-1] @ ah.transpose(1, 2) + (n.U[-1] @ ah.transpose(1, 2)).unsqueeze(1)
        L = x.shape[1]; i = torch.arange(L)
        arc = arc + n.distance((i[None, :] - i[:, None]).clamp(-20, 20) + 20).squeeze(-1) - 1e4 * (1 - mask).unsqueeze(1)
        return tl.argmax(-1), torch.log_softmax(n.name(g), -1), arc, rh, rd


class Labels(nn.Module):
    def __init__(self, net): super().__init__(); self.net = net
    def forward(self, rh, rd, heads): return self.net.relations(rh, rd, heads).argmax(-1)


def squeeze_weights(path, keep_rows=()):
    """Every float initialiser of more than 4,096 values becomes int8 with one scale a row."""
    m = onnx.load(path); g = m.graph; nodes = []
    for init in list(g.initializer):
        if init.data_type != TensorProto.FLOAT: continue
        w = numpy_helper.to_array(init)
        if w.size <= 4096 or w.ndim < 2: continue
        flat = w.reshape(-1, w.shape[-1])
        # A matrix multiplied from the right ((in, out)) is scaled by column otherwise rows mix outputs; the smaller error wins.
        scale = np.abs(flat).max(1) / 127 + 1e-12
        q = np.clip(np.round(flat / scale[:, None]), -127, 127).astype(np.int8)
        name = init.name; g.initializer.remove(init)
        g.initializer.extend([numpy_helper.from_array(q, name + '_q'), numpy_helper.from_array(scale.astype(np.float32), name + '_s'), numpy_helper.from_array(np.zeros(len(scale), np.int8), name + '_z'), numpy_helper.from_array(np.array(w.shape, np.int64), name + '_d')])
        nodes += [helper.make_node('DequantizeLinear', [name + '_q', name + '_s', name + '_z'], [name + '_f'], axis=0), helper.make_node('Reshape', [name + '_f', name + '_d'], [name])]
    old = list(g.node); del g.node[:]; g.node.extend(nodes + old)
    onnx.checker.check_model(m); onnx.save(m, path)


if __name__ == '__main__':
    a = argparse.ArgumentParser(); a.add_argument('--work', default='training/2-sentences/work'); a.add_argument('--to', default='packages/model-en'); a.add_argument('--model', default='model.pt'); a.add_argument('--version', default='en-2026.11'); a.add_argument('--float', action='store_true')
    o = a.parse_args(); path = lambda f: os.path.join(o.work, f); to = lambda f: os.path.join(o.to, f)
    labels = json.load(open(path('labels.json'))); ck = torch.load(path(o.model))
    vectors = np.fromfile(path('vectors.f32'), dtype=np.float32).reshape(-1, 100) / 4.0
    n_trained = len(open(path('trained.txt'), encoding='utf8').read().split('\n'))
    net = T.Net(vectors, n_trained, len(labels['tags']), len(labels['relations']), len(labels['names']), ck['width'])
    net.load_state_dict(ck['state'], strict=False); net.eval()
    os.makedirs(o.to, exist_ok=True)
    x, m = torch.zeros(2, 7, 6, dtype=torch.long), torch.ones(2, 7)
    enc, lab = Encoder(net).eval(), Labels(net).eval(); _, _, _, rh, rd = enc(x, m); B, L = {0: 'batch', 1: 'length'}, {0: 'batch', 1: 'length', 2: 'length'}
    torch.onnx.export(enc, (x, m), to('encoder.onnx'), input_names=['x', 'mask'], output_names=['tag', 'name', 'arc', 'rh', 'rd'], dynamic_axes={'x': B, 'mask': B, 'tag': B, 'name': B, 'arc': L, 'rh': B, 'rd': B}, opset_version=14)
    torch.onnx.export(lab, (rh, rd, torch.zeros(2, 7, dtype=torch.long)), to('labels.onnx'), input_names=['rh', 'rd', 'heads'], output_names=['relation'], dynamic_axes={'rh': B, 'rd': B, 'heads': B, 'relation': B}, opset_version=14)
    if not o.float:
        for f in ('encoder.onnx', 'labels.onnx'): squeeze_weights(to(f))
    for f in ('fixed.txt', 'trained.txt'): shutil.copy(path(f), to(f))
    files = {f: {'bytes': os.path.getsize(to(f)), 'sha256': hashlib.sha256(open(to(f), 'rb').read()).hexdigest()} for f in ('encoder.onnx', 'labels.onnx', 'fixed.txt', 'trained.txt')}
    json.dump({'version': o.version, 'language': 'en', 'tags': labels['tags'], 'relations': labels['relations'], 'names': labels['names'], 'training': {'data': labels['data'], 'seed': ck['seed'], 'minutes': round(ck['minutes'], 1), 'epoch': ck['epoch'], 'development': ck['scores']}, 'files': files}, open(to('manifest.json'), 'w'), indent=1)
    print(json.dumps(files))
