// Runs a program and prints, after what it prints itself, how long it took from fork to exit and how much memory it had at most: peak PROGRAM ARGUMENT...
// A process of its own: the peak of a child counts what its parent had before exec.
#include <stdio.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

int main(int count, char **arguments) {
    struct rusage usage;
    int status;
    int64_t start = nanoseconds();
    pid_t child = fork();
    if (!child) execv(arguments[1], arguments + 1), _exit(127);
    wait4(child, &status, 0, &usage);
    printf("took %.3f ms, peak %ld KB\n", (nanoseconds() - start) / 1e6, usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
