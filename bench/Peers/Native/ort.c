// Runs an ONNX model of one input and one output in ONNX Runtime: ort LIBRARY MODEL --bench N --warmup N --threads N.
// All graph optimizations, the threads given and no others. Functions are taken by their place in the table of the C API, which never changes; so no header is needed.
#include <dlfcn.h>

#include "times.h"

enum { API_VERSION = 16, ALL_OPTIMIZATIONS = 99, WARNING = 2, FLOAT = 1 };
enum {
    GET_ERROR_MESSAGE = 2, CREATE_ENV = 3, CREATE_SESSION = 7, RUN = 9, CREATE_SESSION_OPTIONS = 10, SET_OPTIMIZATION = 23, SET_INTRA_THREADS = 24, SET_INTER_THREADS = 25,
    GET_INPUT_TYPE = 33, GET_INPUT_NAME = 36, GET_OUTPUT_NAME = 37, CREATE_TENSOR = 49, CAST_TO_TENSOR_INFO = 55, GET_DIMENSIONS_COUNT = 61, GET_DIMENSIONS = 62,
    CREATE_CPU_MEMORY_INFO = 69, GET_ALLOCATOR = 78, RELEASE_VALUE = 96,
};

static void **api;

#define CALL(slot, ...) check(((void *(*)())api[slot])(__VA_ARGS__))

static void check(void *status) {
    if (!status) return;
    fprintf(stderr, "ONNX Runtime: %s\n", ((const char *(*)(void *))api[GET_ERROR_MESSAGE])(status));
    exit(1);
}

typedef struct {
    void *session, *input;
    const char *input_name, *output_name;
} model;

static void infer(void *data) {
    model *m = data;
    void *output = NULL;
    CALL(RUN, m->session, NULL, &m->input_name, &m->input, (size_t)1, &m->output_name, (size_t)1, &output);
    ((void (*)(void *))api[RELEASE_VALUE])(output);
}

static void *input_of(void *session) {
    void *type, *shape, *memory, *tensor;
    size_t rank, count = 1;
    int64_t dims[8];
    CALL(GET_INPUT_TYPE, session, (size_t)0, &type);
    CALL(CAST_TO_TENSOR_INFO, type, &shape);
    CALL(GET_DIMENSIONS_COUNT, shape, &rank);
    CALL(GET_DIMENSIONS, shape, dims, rank);
    for (size_t i = 0; i < rank; i++) count *= dims[i];
    float *values = malloc(count * sizeof(float));
    fill(values, count);
    CALL(CREATE_CPU_MEMORY_INFO, 0, 0, &memory);
    CALL(CREATE_TENSOR, memory, values, count * sizeof(float), dims, rank, FLOAT, &tensor);
    return tensor;
}

int main(int count, char **arguments) {
    void *library = dlopen(arguments[1], RTLD_NOW), *environment, *settings, *allocator;
    if (!library) return fprintf(stderr, "%s\n", dlerror()), 1;
    void **base = ((void **(*)(void))dlsym(library, "OrtGetApiBase"))();
    api = ((void **(*)(uint32_t))base[0])(API_VERSION);
    options o = options_of(count, arguments, 3);
    model m;
    CALL(CREATE_ENV, WARNING, "bench", &environment);
    CALL(CREATE_SESSION_OPTIONS, &settings);
    CALL(SET_OPTIMIZATION, settings, ALL_OPTIMIZATIONS);
    CALL(SET_INTRA_THREADS, settings, o.threads);
    CALL(SET_INTER_THREADS, settings, 1);
    CALL(CREATE_SESSION, environment, arguments[2], settings, &m.session);
    CALL(GET_ALLOCATOR, &allocator);
    CALL(GET_INPUT_NAME, m.session, (size_t)0, allocator, &m.input_name);
    CALL(GET_OUTPUT_NAME, m.session, (size_t)0, allocator, &m.output_name);
    m.input = input_of(m.session);
    measure(o, infer, &m);
    return 0;
}
