// A plugin for qemu-user 7.2: how often every block of a program ran, and, when it is asked for, how often a block missed the first and the second data cache.
//
//   qemu-aarch64 -plugin blocks.so,out=FILE[,l1=KILOBYTES:WAYS,l2=KILOBYTES:WAYS] PROGRAM ...
//
// FILE has one line a block: address (hexadecimal), executions, misses of the first and of the second cache (decimal), code (hexadecimal).
// Caches are set-associative with lines of 64 bytes, replace the line unused for longest, fill on writes too, and know nothing of prefetching.
// A block that QEMU translates again is counted where it was. The declarations are those of QEMU's qemu-plugin.h, which Debian ships in no package.
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t plugin_id;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
enum { INLINE_ADD_U64 = 0, NO_REGISTERS = 0, READS_AND_WRITES = 3, PLUGIN_API = 1 };

extern void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id, void (*)(plugin_id, struct qemu_plugin_tb *));
extern void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *, int, void *, uint64_t);
extern void qemu_plugin_register_vcpu_mem_cb(struct qemu_plugin_insn *, void (*)(unsigned, uint32_t, uint64_t, void *), int, int, void *);
extern void qemu_plugin_register_atexit_cb(plugin_id, void (*)(plugin_id, void *), void *);
extern size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
extern uint64_t qemu_plugin_tb_vaddr(const struct qemu_plugin_tb *);
extern struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
extern const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *);
extern unsigned qemu_plugin_mem_size_shift(uint32_t);

#define EXPORTED __attribute__((visibility("default")))
#define BUCKETS 65536
#define LONGEST_BLOCK 1024
EXPORTED int qemu_plugin_version = PLUGIN_API;

typedef struct block {
    uint64_t address, executions, misses[2];
    size_t bytes;
    struct block *next;
    uint8_t code[];
} block;

typedef struct cache {
    uint64_t sets, ways;
    uint64_t *lines; // sets x ways, the line used last first
} cache;

static block *blocks[BUCKETS];
static cache caches[2];
static bool with_caches;
static const char *output = "blocks.txt";
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void cache_open(cache *c, uint64_t kilobytes, uint64_t ways) {
    c->ways = ways;
    c->sets = kilobytes * 1024 / 64 / ways;
    c->lines = malloc(c->sets * ways * sizeof(uint64_t));
    memset(c->lines, 0xff, c->sets * ways * sizeof(uint64_t));
}

// Whether a line was there; it is afterwards, in front of its set.
static bool cache_touch(cache *c, uint64_t line) {
    uint64_t *set = c->lines + line % c->sets * c->ways, found = 0;
    if (set[0] == line) return true;
    while (found < c->ways && set[found] != line) found++;
    bool hit = found < c->ways;
    memmove(set + 1, set, (hit ? found : c->ways - 1) * sizeof(uint64_t));
    set[0] = line;
    return hit;
}

static void on_access(unsigned cpu, uint32_t info, uint64_t address, void *data) {
    block *b = data;
    uint64_t last = (address + (1u << qemu_plugin_mem_size_shift(info)) - 1) >> 6;
    pthread_mutex_lock(&lock);
    for (uint64_t line = address >> 6; line <= last; line++)
        for (int level = 0; level < 2 && !cache_touch(&caches[level], line); level++) b->misses[level]++;
    pthread_mutex_unlock(&lock);
}

static block *block_of(struct qemu_plugin_tb *tb, size_t count) {
    uint8_t code[LONGEST_BLOCK * 4];
    uint64_t address = qemu_plugin_tb_vaddr(tb);
    size_t bytes = 4 * (count < LONGEST_BLOCK ? count : LONGEST_BLOCK);
    for (size_t i = 0; i < bytes / 4; i++) memcpy(code + 4 * i, qemu_plugin_insn_data(qemu_plugin_tb_get_insn(tb, i)), 4);
    block **head = &blocks[address / 4 % BUCKETS];
    for (block *b = *head; b; b = b->next)
        if (b->address == address && b->bytes == bytes && !memcmp(b->code, code, bytes)) return b;
    block *b = calloc(1, sizeof(block) + bytes);
    b->address = address;
    b->bytes = bytes;
    b->next = *head;
    memcpy(b->code, code, bytes);
    return *head = b;
}

static void on_translation(plugin_id id, struct qemu_plugin_tb *tb) {
    size_t count = qemu_plugin_tb_n_insns(tb);
    pthread_mutex_lock(&lock);
    block *b = block_of(tb, count);
    pthread_mutex_unlock(&lock);
    qemu_plugin_register_vcpu_tb_exec_inline(tb, INLINE_ADD_U64, &b->executions, 1);
    if (!with_caches) return;
    for (size_t i = 0; i < count; i++)
        qemu_plugin_register_vcpu_mem_cb(qemu_plugin_tb_get_insn(tb, i), on_access, NO_REGISTERS, READS_AND_WRITES, b);
}

static void on_exit_write(plugin_id id, void *data) {
    FILE *file = fopen(output, "w");
    if (!file) return;
    for (size_t i = 0; i < BUCKETS; i++) {
        for (block *b = blocks[i]; b; b = b->next) {
            if (!b->executions) continue;
            fprintf(file, "%lx %lu %lu %lu ", b->address, b->executions, b->misses[0], b->misses[1]);
            for (size_t k = 0; k < b->bytes; k++) fprintf(file, "%02x", b->code[k]);
            fputc('\n', file);
        }
    }
    fclose(file);
}

EXPORTED int qemu_plugin_install(plugin_id id, const void *info, int count, char **arguments) {
    for (int i = 0; i < count; i++) {
        unsigned level, kilobytes, ways;
        if (!strncmp(arguments[i], "out=", 4)) output = strdup(arguments[i] + 4);
        else if (sscanf(arguments[i], "l%u=%u:%u", &level, &kilobytes, &ways) == 3 && level >= 1 && level <= 2 && kilobytes && ways)
            cache_open(&caches[level - 1], kilobytes, ways);
        else return fprintf(stderr, "blocks: what is %s?\n", arguments[i]), 1;
    }
    with_caches = caches[0].ways && caches[1].ways;
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
    qemu_plugin_register_atexit_cb(id, on_exit_write, NULL);
    return 0;
}
