"""Units and features that pin the range of the int8 recurrence, so that a sentence is parsed alike in any company.

DynamicQuantizeLSTM takes one scale for all that is multiplied at once: every input of a layer, and the states of a step over the batch. Were the
extremes set by whatever sentences share the batch, each would show in the others' parses. So each layer is given two units that always hold the
greatest and the least state there can be at their step (all gates open, cell growing by one a step: h = ±tanh(t); no unit's cell can grow faster),
and two constant features at ±1 after its input, to which range the features of words are cut (the states are in it). Their weights into everything else are zero. Integer products
are exact, so that a row of the batch depends on its own words alone, and sentences of one batch need not be of one length (sequence_lens).
"""
import torch, torch.nn as nn

PINS, OPEN = 2, 30.0  # sigmoid(30) and tanh(30) are 1 in float32


def wider(gates, hidden, pins, biases=None):
    """Rows of four gates (i f g o in torch) of `hidden` units each → the same with `pins` rows more a gate."""
    out = []
    for k, g in enumerate(gates.split(hidden, 0)):
        extra = torch.zeros((pins,) + g.shape[1:])
        if biases is not None: extra = torch.tensor([OPEN, -OPEN] * (pins // 2)) if k == 2 else torch.full((pins,), OPEN)
        out += [g, extra]
    return torch.cat(out, 0)


def columns(w, groups, pins):
    """Zero columns after each group of input columns."""
    out = []
    for g in w.split(groups, 1): out += [g, torch.zeros(w.shape[0], pins)]
    return torch.cat(out, 1)


class Pinned(nn.Module):
    """The same two-layer BiLSTM with PINS units more in each direction, position first; each layer takes PINS constant features after its input."""
    def __init__(self, rnn):
        super().__init__(); h = rnn.hidden_size; layers = []
        for layer in range(rnn.num_layers):
            size = rnn.input_size if layer == 0 else 2 * (h + PINS); new = nn.LSTM(size + PINS, h + PINS, 1, bidirectional=True); state = {}
            for end in ('', '_reverse'):
                ih, hh, bi, bh = (getattr(rnn, f'{k}_l{layer}{end}').detach() for k in ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'))
                ih = wider(ih, h, PINS) if layer == 0 else columns(wider(ih, h, PINS), h, PINS)
                state['weight_ih_l0' + end] = torch.cat([ih, torch.zeros(ih.shape[0], PINS)], 1); state['weight_hh_l0' + end] = columns(wider(hh, h, PINS), h, PINS)
                state['bias_ih_l0' + end] = wider(bi, h, PINS, True); state['bias_hh_l0' + end] = wider(bh, h, PINS)
            new.load_state_dict(state); layers.append(new)
        self.layers = nn.ModuleList(layers)
    def forward(self, x, ends):
        for layer in self.layers: x, _ = layer(torch.cat([x, ends], -1))
        return x


def head(linear, h, rest=0):
    """A layer over the states: zero columns for the pinned units; `rest` columns at the end are not states."""
    w = linear.weight.detach(); states, other = w[:, :2 * h], w[:, 2 * h:]
    new = nn.Linear(w.shape[1] + 2 * PINS, w.shape[0], bias=linear.bias is not None)
    new.weight.data = torch.cat([columns(states, h, PINS), other], 1)
    if linear.bias is not None: new.bias.data = linear.bias.detach()
    return new
