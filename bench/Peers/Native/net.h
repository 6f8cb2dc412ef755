// Reads a network as bench writes it: one line a layer, KIND A B KERNEL STRIDE PADDING GROUPS ACTIVATION CEIL CHANNELS HEIGHT WIDTH, where A and B are the values read (0 is the input, the
// first line; line i gives value i) and the last three the shape of the result. Weights are up to the driver: their values do not change how long fp32 takes.
#include "times.h"

typedef struct {
    char kind[16];
    int a, b, kernel, stride, padding, groups, activation, ceil, channels, height, width;
} layer;

enum { NO_ACTIVATION, RELU, RELU6 };
enum { MOST_LAYERS = 512 };

static inline int read_network(const char *path, layer *layers) {
    FILE *file = fopen(path, "r");
    int count = 0;
    if (!file) perror(path), exit(1);
    for (layer *l = layers; count < MOST_LAYERS; l++, count++)
        if (fscanf(file, "%15s %d %d %d %d %d %d %d %d %d %d %d", l->kind, &l->a, &l->b, &l->kernel, &l->stride, &l->padding, &l->groups, &l->activation, &l->ceil, &l->channels,
                &l->height, &l->width) != 12) break;
    fclose(file);
    return count;
}

static inline int is(const layer *l, const char *kind) { return !strcmp(l->kind, kind); }

// Small numbers of both signs in a buffer of any size.
static inline void pour(void *to, size_t bytes) {
    enum { BLOCK = 16384 };
    static float block[BLOCK];
    if (!block[0]) {
        fill(block, BLOCK);
        for (int i = 0; i < BLOCK; i++) block[i] /= 16;
    }
    for (size_t at = 0; at < bytes; at += sizeof block) memcpy((char *)to + at, block, bytes - at < sizeof block ? bytes - at : sizeof block);
}

static inline float *poured(size_t count) {
    float *values = (float *)malloc(count * sizeof(float) + 64);
    pour(values, count * sizeof(float));
    return values;
}
