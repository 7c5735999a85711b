"""model.pt → packages/model-en: encoder.onnx, labels.onnx (int8 weights, one scale a row), words and manifest.

/usr/bin/python3 training/2-sentences/export.py --work training/2-sentences/work --to packages/model-en --version en-2026.11

The recurrent layers run in int8 (quantize_recurrence); what the heads take from the states, too (quantize_states); the other int8 weights are expanded when
the session is made (DequantizeLinear of a constant), so that the rest of the heads runs in float32.
"""
import argparse, json, os, shutil, sys, hashlib
import numpy as np, torch, torch.nn as nn, onnx
from onnx import numpy_helper, helper, TensorProto
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import pins, train as T


class Encoder(nn.Module):
    """Word position × sentence, as the recurrence has it. What the heads take from the states is one product; the recurrence is pinned (pins.py), so that sentences may share a batch."""
    def __init__(self, net):
        super().__init__(); self.net = net; n = net; h = n.rnn.hidden_size; parts = [n.ah, n.ad, n.rh, n.rd, n.name[0]]
        for e in (n.fixed, n.trained, n.s3, n.s2, n.p3, n.shape): e.weight.data.clamp_(-1, 1)
        self.pins = nn.Embedding.from_pretrained(torch.tensor([[1.0, -1.0] * (pins.PINS // 2)] * T.SB))
        self.sizes = [p.out_features for p in parts]; self.split = [n.tag.out_features, sum(self.sizes)]
        states = nn.Linear(2 * h, sum(self.split)); self.tagged = nn.Linear(n.tag_back.out_features, sum(self.sizes), bias=False)
        states.weight.data = torch.cat([n.tag.weight.data] + [p.weight.data[:, :2 * h] for p in parts]); states.bias.data = torch.cat([n.tag.bias.data] + [p.bias.data for p in parts])
        self.tagged.weight.data = torch.cat([p.weight.data[:, 2 * h:] for p in parts])
        self.rnn, self.states = pins.Pinned(n.rnn), pins.head(states, h)
    def forward(self, x):
        n = self.net
        e = torch.cat([n.fixed(x[..., 0]), n.trained(x[..., 1]), n.s3(x[..., 2]), n.s2(x[..., 3]), n.p3(x[..., 4]), n.shape(x[..., 5])], -1)
        tl, joint = torch.split(self.states(self.rnn(e, self.pins(x[..., 5]))), self.split, -1)
        joint = joint + self.tagged(n.tag_back(torch.softmax(tl, -1)))
        ah, ad, rh, rd, nm = torch.split(nn.functional.leaky_relu(joint, 0.1), self.sizes, -1)
        ad, ah, half = (ad @ n.U[:-1] + n.U[-1]).transpose(0, 1), ah.permute(1, 2, 0), ah.shape[-1] // 2  # in halves: over 128 products are summed in an order that hangs on the length
        arc = ad[..., :half] @ ah[:, :half] + ad[..., half:] @ ah[:, half:]
        i = torch.arange(x.shape[0])
        arc = arc + n.distance((i[None, :] - i[:, None]).clamp(-20, 20) + 20).squeeze(-1)
        return tl.argmax(-1), torch.log_softmax(n.name[3](nm), -1), arc, rh, rd


class Labels(nn.Module):
    def __init__(self, net): super().__init__(); self.net = net
    def forward(self, rh, rd, heads):
        n = self.net
        return n.rel(n.rel_dep(rd) * torch.index_select(n.rel_head(rh), 0, heads)).argmax(-1)


def initialisers(graph): return {i.name: numpy_helper.to_array(i) for i in graph.initializer}


def quantize_recurrence(path, bits=7):
    """Each LSTM becomes ONNX Runtime's DynamicQuantizeLSTM: int8 weights with one scale a gate, states quantised as they come. Seven bits, not eight:
    processors without VNNI add products of eight bits in 16 and saturate, so that eight bits would give other bytes on other machines."""
    m = onnx.load(path); g = m.graph; raw = initialisers(g); nodes, gone, top = [], set(), 2 ** (bits - 1) - 1
    for n in g.node:
        if n.op_type != 'LSTM': nodes.append(n); continue
        inputs, scales = [n.input[0]], []
        for k in (1, 2):
            w = np.ascontiguousarray(raw[n.input[k]].transpose(0, 2, 1)); s = np.abs(w).max(1) / top + 1e-12; base = n.input[k]
            q = np.clip(np.round(w / s[:, None, :]), -top, top).astype(np.int8)
            g.initializer.extend([numpy_helper.from_array(q, base + '_q'), numpy_helper.from_array(s.astype(np.float32), base + '_s'), numpy_helper.from_array(np.zeros(s.shape, np.int8), base + '_z')])
            inputs.append(base + '_q'); scales += [base + '_s', base + '_z']; gone.add(base)
        hidden = next(a.i for a in n.attribute if a.name == 'hidden_size')
        nodes.append(helper.make_node('DynamicQuantizeLSTM', inputs + [n.input[3], 'lengths', '', '', ''] + scales, [n.output[0]], domain='com.microsoft', hidden_size=hidden, direction='bidirectional'))
    g.input.append(helper.make_tensor_value_info('lengths', TensorProto.INT32, ['batch']))
    prune(g, nodes, gone); m.opset_import.append(helper.make_opsetid('com.microsoft', 1)); onnx.save(m, path)


def quantize_states(path, bits=7):
    """The product of the states runs in int8, too. A state lies between -1 and 1, so its scale is known beforehand and hangs on no company."""
    m = onnx.load(path); g = m.graph; raw = initialisers(g); top = 2 ** (bits - 1) - 1
    k, n = next((k, n) for k, n in enumerate(g.node) if n.op_type == 'MatMul' and n.name.startswith('/states'))
    base, w = n.input[1], raw[n.input[1]]; s = np.abs(w).max(0) / top + 1e-12; q = np.clip(np.round(w / s), -top, top).astype(np.int8)
    constants = {'_q': q, '_s': s.astype(np.float32), '_z': np.zeros(s.shape, np.int8), '_as': np.float32(1 / 127), '_az': np.uint8(128)}
    g.initializer.extend([numpy_helper.from_array(np.array(v), base + e) for e, v in constants.items()])
    g.node.remove(n)
    g.node.insert(k, helper.make_node('QuantizeLinear', [n.input[0], base + '_as', base + '_az'], [base + '_a']))
    g.node.insert(k + 1, helper.make_node('MatMulIntegerToFloat', [base + '_a', base + '_q', base + '_as', base + '_s', base + '_az', base + '_z'], [n.output[0]], domain='com.microsoft', name='/states'))
    prune(g, list(g.node), {base}); onnx.save(m, path)


def prune(g, nodes, gone):
    """Keeps the nodes that an output needs."""
    wanted, kept = {o.name for o in g.output}, []
    for n in reversed(nodes):
        if any(o in wanted for o in n.output): kept.append(n); wanted.update(i for i in n.input if i)
    left = [i for i in g.initializer if i.name not in gone and i.name in wanted]
    del g.node[:]; g.node.extend(reversed(kept)); del g.initializer[:]; g.initializer.extend(left)


def plain_integers(path):
    """Feature numbers and heads are given as int32: half the bytes, and no BigInt in JavaScript."""
    m = onnx.load(path)
    for i in m.graph.input:
        if i.type.tensor_type.elem_type == TensorProto.INT64: i.type.tensor_type.elem_type = TensorProto.INT32
    onnx.save(m, path)


def squeeze_weights(path):
    """Every float initialiser of more than 4,096 values becomes int8 with one scale a row, expanded when the session is made."""
    m = onnx.load(path); g = m.graph; nodes = []
    for init in list(g.initializer):
        if init.data_type != TensorProto.FLOAT: continue
        w = numpy_helper.to_array(init)
        if w.size <= 4096 or w.ndim < 2 or init.name.endswith('_s'): continue
        flat = w.reshape(-1, w.shape[-1])
        scale = np.abs(flat).max(1) / 127 + 1e-12
        q = np.clip(np.round(flat / scale[:, None]), -127, 127).astype(np.int8)
        name = init.name; g.initializer.remove(init)
        g.initializer.extend([numpy_helper.from_array(q, name + '_q'), numpy_helper.from_array(scale.astype(np.float32), name + '_s'), numpy_helper.from_array(np.zeros(len(scale), np.int8), name + '_z'), numpy_helper.from_array(np.array(w.shape, np.int64), name + '_d')])
        nodes += [helper.make_node('DequantizeLinear', [name + '_q', name + '_s', name + '_z'], [name + '_f'], axis=0), helper.make_node('Reshape', [name + '_f', name + '_d'], [name])]
    old = list(g.node); del g.node[:]; g.node.extend(nodes + old)
    onnx.save(m, path)


if __name__ == '__main__':
    a = argparse.ArgumentParser(); a.add_argument('--work', default='training/2-sentences/work'); a.add_argument('--to', default='packages/model-en'); a.add_argument('--model', default='model.pt'); a.add_argument('--version', default='en-2026.11'); a.add_argument('--bits', type=int, default=7, help='of the recurrent weights')
    o = a.parse_args(); path = lambda f: os.path.join(o.work, f); to = lambda f: os.path.join(o.to, f)
    labels = json.load(open(path('labels.json'))); ck = torch.load(path(o.model))
    vectors = np.fromfile(path('vectors.f32'), dtype=np.float32).reshape(-1, 100) / 4.0
    n_trained = len(open(path('trained.txt'), encoding='utf8').read().split('\n'))
    net = T.Net(vectors, n_trained, len(labels['tags']), len(labels['relations']), len(labels['names']), ck['width'])
    net.load_state_dict(ck['state'], strict=False); net.eval()
    os.makedirs(o.to, exist_ok=True)
    x = torch.zeros(7, 2, 6, dtype=torch.long)
    enc, lab = Encoder(net).eval(), Labels(net).eval(); _, _, _, rh, rd = enc(x); B, L, N = {0: 'length', 1: 'batch'}, {0: 'batch', 1: 'length', 2: 'length'}, {0: 'length'}
    torch.onnx.export(enc, (x,), to('encoder.onnx'), input_names=['x'], output_names=['tag', 'name', 'arc', 'rh', 'rd'], dynamic_axes={'x': B, 'tag': B, 'name': B, 'arc': L, 'rh': B, 'rd': B}, opset_version=14)
    torch.onnx.export(lab, (rh[:, 0], rd[:, 0], torch.zeros(7, dtype=torch.long)), to('labels.onnx'), input_names=['rh', 'rd', 'heads'], output_names=['relation'], dynamic_axes={'rh': N, 'rd': N, 'heads': N, 'relation': N}, opset_version=14)
    quantize_recurrence(to('encoder.onnx'), o.bits); quantize_states(to('encoder.onnx'), o.bits)
    for f in ('encoder.onnx', 'labels.onnx'): squeeze_weights(to(f))
    for f in ('encoder.onnx', 'labels.onnx'): plain_integers(to(f))
    for f in ('fixed.txt', 'trained.txt'): shutil.copy(path(f), to(f))
    files = {f: {'bytes': os.path.getsize(to(f)), 'sha256': hashlib.sha256(open(to(f), 'rb').read()).hexdigest()} for f in ('encoder.onnx', 'labels.onnx', 'fixed.txt', 'trained.txt', 'names.json') if os.path.exists(to(f))}  # names.json is reading.py's: train it anew
    json.dump({'version': o.version, 'language': 'en', 'tags': labels['tags'], 'relations': labels['relations'], 'names': labels['names'], 'training': {'data': labels['data'], 'seed': ck['seed'], 'minutes': round(ck['minutes'], 1), 'epoch': ck['epoch'], 'development': ck['scores']}, 'files': files}, open(to('manifest.json'), 'w'), indent=1)
    print(json.dumps(files))
