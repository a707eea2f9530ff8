/* Preloaded into a child: writes down, in order, what it does to the files below a folder, or lets a call fail.

   FAULTS_UNDER names the folder. Where FAULTS_LOG names a file, every change is a record in it, and what the child
   writes to its standard output is one too. A record is a header (kind, inode, number, two lengths) and two texts.
   faults_arm makes a call fail, half happen, or kill the process; it is called through ctypes. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENING = 1, WRITING = 2, TRUNCATING = 4, SYNCING = 8, NAMING = 16, READING = 32, HALF = 64, KILLING = 128 };

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

struct header {
    char kind;
    uint64_t inode;
    int64_t number;
    uint32_t first, second;
} __attribute__((packed));

static pthread_mutex_t one_at_a_time = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char under[PATH_MAX];
static size_t under_length;
static int log_file = -1;
static long armed, seen;
static int for_ever, with_error;
static unsigned these;

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("FAULTS_UNDER"), *log = getenv("FAULTS_LOG");
    if (folder) {
        snprintf(under, sizeof under, "%s/", folder);
        under_length = strlen(under);
    }
    if (log) {
        int opened = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        log_file = fcntl(opened, F_DUPFD_CLOEXEC, 700);
        close(opened);
    }
}

/* From now on, count the calls of these kinds, and let number `at` (and all after it, if `ever`) fail. */
void faults_arm(long at, int ever, int error, unsigned kinds) {
    seen = 0;
    armed = at;
    for_ever = ever;
    with_error = error;
    these = kinds;
}
long faults_seen(void) { return seen; }

static int lets_fail(unsigned kind) {
    if (!armed || !(these & kind)) return 0;
    seen++;
    if (seen != armed && !(for_ever && seen > armed)) return 0;
    if (these & KILLING) kill(getpid(), SIGKILL);
    errno = with_error;
    return 1;
}

static int is_under(const char *path) { return under_length && strncmp(path, under, under_length) == 0; }

static int path_at(int folder, const char *path, char *found) {
    ssize_t length = 0;
    if (path[0] != '/') {
        char link[64];
        if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
        else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = readlink(link, found, PATH_MAX - 1);
        if (length < 0) return 0;
        found[length++] = '/';
    }
    snprintf(found + length, PATH_MAX - length, "%s", path);
    return is_under(found);
}

static int path_of(int file, char *found) {
    char link[64];
    int error = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = under_length ? readlink(link, found, PATH_MAX - 2) : -1;
    errno = error;
    if (length < 0) return 0;
    found[length] = '/';
    found[length + 1] = 0;
    int ours = is_under(found);
    found[length] = 0;
    return ours;
}

static uint64_t inode_of(int file) {
    struct stat found;
    return fstat(file, &found) ? 0 : found.st_ino;
}

static void put_down(char kind, uint64_t inode, int64_t number, const void *first, size_t length, const void *second,
                     size_t rest) {
    if (log_file < 0) return;
    int error = errno;
    struct header header = {kind, inode, number, length, rest};
    struct iovec parts[] = {{&header, sizeof header}, {(void *)first, length}, {(void *)second, rest}};
    if (writev(log_file, parts, 3) < 0) abort();
    errno = error;
}

static int opening(int (*real)(int, const char *, int, ...), int folder, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX];
    if (!path_at(folder, path, full)) return real(folder, path, flags, mode);
    if (lets_fail(OPENING)) return -1;
    pthread_mutex_lock(&one_at_a_time);
    int there = faccessat(AT_FDCWD, full, F_OK, 0) == 0;
    int file = real(folder, path, flags, mode);
    if (file >= 0 && !there) put_down('C', inode_of(file), 0, full, strlen(full), "", 0);
    if (file >= 0 && there && (flags & O_TRUNC)) put_down('T', inode_of(file), 0, "", 0, "", 0);
    pthread_mutex_unlock(&one_at_a_time);
    return file;
}

#define OPEN(name, ...)                                                    \
    int name(__VA_ARGS__ const char *path, int flags, ...) {               \
        va_list more;                                                      \
        va_start(more, flags);                                             \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more);                                                      \
        return opening(REAL(openat), FOLDER, path, flags, mode);           \
    }
#define FOLDER AT_FDCWD
OPEN(open, )
OPEN(open64, )
#undef FOLDER
#define FOLDER folder
OPEN(openat, int folder, )
OPEN(openat64, int folder, )

static ssize_t writing(int file, const void *data, size_t length, off_t at, int placed) {
    char path[PATH_MAX];
    int ours = path_of(file, path), said = file == 1 && log_file >= 0;
    int fails = ours && lets_fail(WRITING);
    if (fails && !(these & HALF)) return -1;
    if (fails) length /= 2;
    pthread_mutex_lock(&one_at_a_time);
    if (said) put_down('A', 0, 0, "", 0, data, length);
    struct stat found;
    if (ours && !placed) {
        int appends = (fcntl(file, F_GETFL) & O_APPEND) && !fstat(file, &found);
        at = appends ? found.st_size : lseek(file, 0, SEEK_CUR);
    }
    ssize_t done = placed ? REAL(pwrite)(file, data, length, at) : REAL(write)(file, data, length);
    if (ours && done > 0) put_down('W', inode_of(file), at, "", 0, data, done);
    pthread_mutex_unlock(&one_at_a_time);
    if (fails) errno = with_error;
    return fails ? -1 : done;
}

ssize_t write(int file, const void *data, size_t length) { return writing(file, data, length, 0, 0); }
ssize_t pwrite(int file, const void *data, size_t length, off_t at) { return writing(file, data, length, at, 1); }
ssize_t pwrite64(int file, const void *data, size_t length, off64_t at) { return writing(file, data, length, at, 1); }

static int truncating(int file, off_t size) {
    char path[PATH_MAX];
    if (!path_of(file, path)) return REAL(ftruncate)(file, size);
    if (lets_fail(TRUNCATING)) return -1;
    pthread_mutex_lock(&one_at_a_time);
    int failed = REAL(ftruncate)(file, size);
    if (!failed) put_down('T', inode_of(file), size, "", 0, "", 0);
    pthread_mutex_unlock(&one_at_a_time);
    return failed;
}

int ftruncate(int file, off_t size) { return truncating(file, size); }
int ftruncate64(int file, off64_t size) { return truncating(file, size); }

static int syncing(int (*real)(int), int file) {
    char path[PATH_MAX];
    if (!path_of(file, path)) return real(file);
    if (lets_fail(SYNCING)) return -1;
    pthread_mutex_lock(&one_at_a_time);
    int failed = real(file);
    if (!failed) put_down('S', inode_of(file), 0, path, strlen(path), "", 0);
    pthread_mutex_unlock(&one_at_a_time);
    return failed;
}

int fsync(int file) { return syncing(REAL(fsync), file); }
int fdatasync(int file) { return syncing(REAL(fdatasync), file); }

static int naming(char kind, const char *one, const char *other, int (*real)(const char *, const char *)) {
    char full[PATH_MAX], another[PATH_MAX] = "";
    int ours = path_at(AT_FDCWD, one, full);
    if (other) ours = path_at(AT_FDCWD, other, another) || ours;
    if (ours && lets_fail(NAMING)) return -1;
    pthread_mutex_lock(&one_at_a_time);
    int failed = real(one, other);
    if (ours && !failed) put_down(kind, 0, 0, full, strlen(full), another, strlen(another));
    pthread_mutex_unlock(&one_at_a_time);
    return failed;
}

static int real_link(const char *one, const char *other) { return REAL(link)(one, other); }
static int real_rename(const char *one, const char *other) { return REAL(rename)(one, other); }
static int real_unlink(const char *one, const char *other) { (void)other; return REAL(unlink)(one); }
static int real_rmdir(const char *one, const char *other) { (void)other; return REAL(rmdir)(one); }
int link(const char *one, const char *other) { return naming('L', one, other, real_link); }
int rename(const char *one, const char *other) { return naming('R', one, other, real_rename); }
int unlink(const char *path) { return naming('U', path, NULL, real_unlink); }
int rmdir(const char *path) { return naming('U', path, NULL, real_rmdir); }

int mkdir(const char *path, mode_t mode) {
    char full[PATH_MAX];
    if (!path_at(AT_FDCWD, path, full)) return REAL(mkdir)(path, mode);
    if (lets_fail(NAMING)) return -1;
    pthread_mutex_lock(&one_at_a_time);
    int failed = REAL(mkdir)(path, mode);
    struct stat made;
    if (!failed && !stat(full, &made)) put_down('M', made.st_ino, 0, full, strlen(full), "", 0);
    pthread_mutex_unlock(&one_at_a_time);
    return failed;
}

static ssize_t reading(int file, void *data, size_t length, off_t at, int placed) {
    char path[PATH_MAX];
    if (armed && (these & READING) && path_of(file, path) && lets_fail(READING)) return -1;
    return placed ? REAL(pread)(file, data, length, at) : REAL(read)(file, data, length);
}

ssize_t read(int file, void *data, size_t length) { return reading(file, data, length, 0, 0); }
ssize_t pread(int file, void *data, size_t length, off_t at) { return reading(file, data, length, at, 1); }
ssize_t pread64(int file, void *data, size_t length, off64_t at) { return reading(file, data, length, at, 1); }

/* A copy inside the kernel would pass by; the standard library then copies by hand. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    char path[PATH_MAX];
    if (!path_of(to, path)) return REAL(sendfile)(to, from, at, length);
    errno = ENOTSOCK;
    return -1;
}
