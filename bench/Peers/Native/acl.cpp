// Runs a network in Arm Compute Library through its graph interface, NHWC: acl NETWORK --bench N --warmup N --threads N.
#include <arm_compute/graph.h>
#include <arm_compute/graph/PassManager.h>
#include <arm_compute/graph/Utils.h>
#include <unistd.h>

#include "net.h"

using namespace arm_compute;
using namespace arm_compute::graph;

namespace {

// Fills a tensor, whatever its shape. The one of the input and the output lets one inference through.
struct Accessor final : ITensorAccessor {
    bool pours, more;
    Accessor(bool pours, bool more) : pours(pours), more(more) {}
    bool access_tensor(ITensor &tensor) override {
        if (pours) pour(tensor.buffer(), tensor.info()->total_size());
        pours = false;
        return more;
    }
};

layer layers[MOST_LAYERS];
NodeID values[MOST_LAYERS];
Graph network(0, "network");
int names;

ITensorAccessorUPtr weights() { return ITensorAccessorUPtr(new Accessor(true, true)); }

NodeParams params() { return {"layer" + std::to_string(names++), Target::NEON}; }

PadStrideInfo window(const layer &l) {
    return {(unsigned)l.stride, (unsigned)l.stride, (unsigned)l.padding, (unsigned)l.padding, l.ceil ? DimensionRoundingType::CEIL : DimensionRoundingType::FLOOR};
}

NodeID add(const layer &l) {
    NodeIdxPair in = {values[l.a], 0};
    Size2D kernel(l.kernel, l.kernel);
    if (is(&l, "conv") && l.groups > 1 && l.groups == l.channels)
        return GraphBuilder::add_depthwise_convolution_node(network, params(), in, kernel, window(l), 1, DepthwiseConvolutionMethod::Default, weights(), weights());
    if (is(&l, "conv"))
        return GraphBuilder::add_convolution_node(network, params(), in, kernel, l.channels, window(l), l.groups, graph::ConvolutionMethod::Default, FastMathHint::Disabled, weights(), weights());
    if (is(&l, "dense")) return GraphBuilder::add_fully_connected_layer(network, params(), in, l.channels, weights(), weights());
    if (is(&l, "pool")) return GraphBuilder::add_pooling_node(network, params(), in, PoolingLayerInfo(PoolingType::MAX, l.kernel, DataLayout::NHWC, window(l)));
    if (is(&l, "mean")) return GraphBuilder::add_flatten_node(network, params(), {GraphBuilder::add_pooling_node(network, params(), in, PoolingLayerInfo(PoolingType::AVG, DataLayout::NHWC)), 0});
    if (is(&l, "add")) return GraphBuilder::add_elementwise_node(network, params(), in, {values[l.b], 0}, EltwiseOperation::Add);
    if (is(&l, "concat")) return GraphBuilder::add_concatenate_node(network, params(), {in, {values[l.b], 0}}, descriptors::ConcatLayerDescriptor(DataLayoutDimension::CHANNEL));
    if (is(&l, "softmax")) return GraphBuilder::add_softmax_node(network, params(), in);
    fprintf(stderr, "no layer %s\n", l.kind);
    exit(1);
}

NodeID activated(const layer &l, NodeID value) {
    using Function = ActivationLayerInfo::ActivationFunction;
    if (l.activation == NO_ACTIVATION) return value;
    auto info = l.activation == RELU ? ActivationLayerInfo(Function::RELU) : ActivationLayerInfo(Function::BOUNDED_RELU, 6.f);
    return GraphBuilder::add_activation_node(network, params(), {value, 0}, info);
}

void infer(void *manager) { static_cast<GraphManager *>(manager)->execute_graph(network); }

}

int main(int count, char **arguments) {
    options o = options_of(count, arguments, 2);
    int n = read_network(arguments[1], layers);
    TensorShape shape(layers[0].channels, layers[0].width, layers[0].height, 1u);
    values[0] = GraphBuilder::add_input_node(network, params(), TensorDescriptor(shape, DataType::F32, QuantizationInfo(), DataLayout::NHWC), ITensorAccessorUPtr(new Accessor(true, true)));
    for (int i = 1; i < n; i++) values[i] = activated(layers[i], add(layers[i]));
    GraphBuilder::add_output_node(network, params(), {values[n - 1], 0}, ITensorAccessorUPtr(new Accessor(false, false)));

    GraphConfig config;
    config.num_threads = o.threads;
    GraphContext context;
    context.set_config(config);
    GraphManager manager;
    PassManager passes = create_default_pass_manager(Target::NEON, config);
    manager.finalize_graph(network, context, passes, Target::NEON);
    measure(o, infer, &manager);
    fflush(stdout);
    // Its destructors want an order of their own.
    _exit(0);
}
