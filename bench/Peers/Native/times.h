// What every driver has in common: the options --bench N, --warmup N, --threads N, the input, and the line with the times, all as compile-model's own programs have them.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    int bench, warmup, threads;
} options;

static inline options options_of(int count, char **arguments, int from) {
    options o = {1, 0, 1};
    for (int i = from; i + 1 < count; i += 2) {
        int value = atoi(arguments[i + 1]);
        if (!strcmp(arguments[i], "--bench")) o.bench = value;
        else if (!strcmp(arguments[i], "--warmup")) o.warmup = value;
        else if (!strcmp(arguments[i], "--threads")) o.threads = value;
        else fprintf(stderr, "what is %s?\n", arguments[i]), exit(1);
    }
    return o;
}

static inline int64_t nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

// Values between -1 and 1.
static inline void fill(float *values, size_t count) {
    uint32_t state = 1;
    for (size_t i = 0; i < count; i++) {
        state = state * 1664525u + 1013904223u;
        values[i] = (int32_t)state / 2147483648.0f;
    }
}

static inline int by_value(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static inline void measure(options o, void (*infer)(void *), void *model) {
    int64_t *times = (int64_t *)malloc(sizeof(int64_t) * o.bench);
    for (int i = 0; i < o.warmup; i++) infer(model);
    for (int i = 0; i < o.bench; i++) {
        int64_t start = nanoseconds();
        infer(model);
        times[i] = nanoseconds() - start;
    }
    qsort(times, o.bench, sizeof *times, by_value);
    printf("inferences: %d after %d of warm-up, threads: %d, ms: min %.3f median %.3f max %.3f\n", o.bench, o.warmup, o.threads, times[0] / 1e6,
        (times[(o.bench - 1) / 2] + times[o.bench / 2]) / 2e6, times[o.bench - 1] / 1e6);
}
