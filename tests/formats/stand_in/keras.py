"""Stands in for Keras 3, which Debian does not package: its recurrent cells, with NumPy inside.

Shapes, the order of the gates, that of the weights (kernel, recurrent kernel, bias) and what a call takes and
returns are those of keras/src/layers/rnn/lstm.py, gru.py and simple_rnn.py in Keras 3.
"""

import types

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


class Cell:
    gates = 1
    biases = ()

    def __init__(self, units, dtype):
        assert dtype == "float64"
        self.units = units

    def build(self, input_shape):
        _, self.features = input_shape
        width = self.gates * self.units
        self.shapes = [(self.features, width), (self.units, width), (*self.biases, width)]

    def set_weights(self, weights):
        assert [w.shape for w in weights] == self.shapes
        self.kernel, self.recurrent_kernel, self.bias = weights

    def __call__(self, inputs, states):
        assert inputs.shape == (1, self.features) and all(s.shape == (1, self.units) for s in states)
        return self.call(inputs, *states)


class LSTMCell(Cell):
    gates = 4  # i, f, c, o

    def call(self, inputs, h, c):
        z = inputs @ self.kernel + h @ self.recurrent_kernel + self.bias
        z_i, z_f, z_c, z_o = np.split(z, 4, axis=1)
        c = sigmoid(z_f) * c + sigmoid(z_i) * np.tanh(z_c)
        h = sigmoid(z_o) * np.tanh(c)
        return h, [h, c]


class GRUCell(Cell):
    gates = 3  # z, r, h

    def __init__(self, units, reset_after, dtype):
        super().__init__(units, dtype)
        self.reset_after = reset_after
        self.biases = (2,) if reset_after else ()

    def call(self, inputs, h):
        bias, recurrent_bias = self.bias if self.reset_after else (self.bias, 0 * self.bias)
        x_z, x_r, x_h = np.split(inputs @ self.kernel + bias, 3, axis=1)
        h_z, h_r, h_h = np.split(h @ self.recurrent_kernel + recurrent_bias, 3, axis=1)
        z, r = sigmoid(x_z + h_z), sigmoid(x_r + h_r)
        last = self.recurrent_kernel[:, -self.units :]
        candidate = np.tanh(x_h + (r * h_h if self.reset_after else (r * h) @ last))
        h = z * h + (1 - z) * candidate
        return h, [h]


class SimpleRNNCell(Cell):
    def call(self, inputs, h):
        h = np.tanh(inputs @ self.kernel + self.bias + h @ self.recurrent_kernel)
        return h, [h]


layers = types.SimpleNamespace(LSTMCell=LSTMCell, GRUCell=GRUCell, SimpleRNNCell=SimpleRNNCell)
ops = types.SimpleNamespace(convert_to_numpy=np.asarray)
