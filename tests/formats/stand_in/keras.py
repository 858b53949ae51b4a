"""Stands in for Keras 3, which Debian does not package: just LSTMCell, with NumPy inside.

Shapes, the order of the gates (i, f, c, o), that of the weights (kernel, recurrent kernel, bias) and what a
call takes and returns are those of keras/src/layers/rnn/lstm.py in Keras 3.
"""

import types

import numpy as np


class LSTMCell:
    def __init__(self, units, dtype):
        assert dtype == "float64"
        self.units = units

    def build(self, input_shape):
        _, features = input_shape
        self.shapes = [(features, 4 * self.units), (self.units, 4 * self.units), (4 * self.units,)]

    def set_weights(self, weights):
        assert [w.shape for w in weights] == self.shapes
        self.kernel, self.recurrent_kernel, self.bias = weights

    def __call__(self, inputs, states):
        h, c = states
        assert inputs.shape == (1, self.shapes[0][0]) and h.shape == c.shape == (1, self.units)
        z = inputs @ self.kernel + h @ self.recurrent_kernel + self.bias
        z_i, z_f, z_c, z_o = np.split(z, 4, axis=1)
        sigmoid = lambda x: 1 / (1 + np.exp(-x))
        c = sigmoid(z_f) * c + sigmoid(z_i) * np.tanh(z_c)
        h = sigmoid(z_o) * np.tanh(c)
        return h, [h, c]


layers = types.SimpleNamespace(LSTMCell=LSTMCell)
ops = types.SimpleNamespace(convert_to_numpy=np.asarray)
