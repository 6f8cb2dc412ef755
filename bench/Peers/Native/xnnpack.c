// Runs a network in XNNPACK: xnnpack NETWORK --bench N --warmup N --threads N.
#include <math.h>
#include <pthreadpool.h>
#include <xnnpack.h>

#include "net.h"

static layer layers[MOST_LAYERS];
static uint32_t values[MOST_LAYERS];
static xnn_subgraph_t graph;

static void check(enum xnn_status status, const char *what) {
    if (status != xnn_status_success) fprintf(stderr, "XNNPACK: %s failed with %d\n", what, status), exit(1);
}

static uint32_t tensor(size_t rank, const size_t *dims, const void *data, uint32_t external, uint32_t flags) {
    uint32_t id;
    check(xnn_define_tensor_value(graph, xnn_datatype_fp32, rank, dims, data, external, flags, &id), "a tensor");
    return id;
}

static uint32_t weights(size_t rank, size_t a, size_t b, size_t c, size_t d) {
    size_t dims[] = {a, b, c, d};
    return tensor(rank, dims, poured(a * (rank > 1 ? b * c * d : 1)), XNN_INVALID_VALUE_ID, 0);
}

static void add_layer(const layer *l, uint32_t out) {
    const layer *from = &layers[l->a];
    uint32_t in = values[l->a], p = l->padding, k = l->kernel, s = l->stride;
    float low = l->activation ? 0 : -INFINITY, high = l->activation == RELU6 ? 6 : INFINITY;
    if (is(l, "conv") && l->groups == from->channels && l->groups == l->channels && l->groups > 1)
        check(xnn_define_depthwise_convolution_2d(graph, p, p, p, p, k, k, s, s, 1, 1, 1, l->channels, low, high, in, weights(4, 1, k, k, l->channels), weights(1, l->channels, 1, 1, 1), out, 0), l->kind);
    else if (is(l, "conv"))
        check(xnn_define_convolution_2d(graph, p, p, p, p, k, k, s, s, 1, 1, l->groups, from->channels / l->groups, l->channels / l->groups, low, high, in,
            weights(4, l->channels, k, k, from->channels / l->groups), weights(1, l->channels, 1, 1, 1), out, 0), l->kind);
    else if (is(l, "dense")) check(xnn_define_fully_connected(graph, low, high, in, weights(2, l->channels, from->channels, 1, 1), weights(1, l->channels, 1, 1, 1), out, 0), l->kind);
    else if (is(l, "pool")) check(xnn_define_max_pooling_2d(graph, p, p, p, p, k, k, s, s, 1, 1, low, high, in, out, 0), l->kind);
    else if (is(l, "add")) check(xnn_define_add2(graph, low, high, in, values[l->b], out, 0), l->kind);
    else if (is(l, "mean")) check(xnn_define_global_average_pooling_2d(graph, low, high, in, out, 0), l->kind);
    else if (is(l, "softmax")) check(xnn_define_softmax(graph, in, out, 0), l->kind);
    else fprintf(stderr, "no layer %s\n", l->kind), exit(1);
}

static void infer(void *runtime) { check(xnn_invoke_runtime(runtime), "inference"); }

int main(int count, char **arguments) {
    options o = options_of(count, arguments, 2);
    int n = read_network(arguments[1], layers);
    check(xnn_initialize(NULL), "start");
    check(xnn_create_subgraph(2, 0, &graph), "a graph");
    for (int i = 0; i < n; i++) {
        layer *l = &layers[i];
        size_t dims[] = {1, l->height, l->width, l->channels};
        int last = i == n - 1, flat = l->height == 1 && l->width == 1 && i > 0 && !is(l, "conv") && !is(l, "mean");
        values[i] = tensor(flat ? 2 : 4, flat ? (size_t[]){1, l->channels} : dims, NULL, i == 0 ? 0 : last ? 1 : XNN_INVALID_VALUE_ID,
            i == 0 ? XNN_VALUE_FLAG_EXTERNAL_INPUT : last ? XNN_VALUE_FLAG_EXTERNAL_OUTPUT : 0);
        if (i > 0) add_layer(l, values[i]);
    }
    xnn_runtime_t runtime;
    check(xnn_create_runtime_v2(graph, o.threads > 1 ? pthreadpool_create(o.threads) : NULL, 0, &runtime), "a runtime");
    struct xnn_external_value externals[] = {{0, poured((size_t)layers[0].channels * layers[0].height * layers[0].width)},
        {1, poured((size_t)layers[n - 1].channels * layers[n - 1].height * layers[n - 1].width)}};
    check(xnn_setup_runtime(runtime, 2, externals), "setup");
    measure(o, infer, runtime);
    return 0;
}
