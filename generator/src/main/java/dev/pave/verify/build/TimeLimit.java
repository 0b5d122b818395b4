package dev.pave.verify.build;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Ends the processes that were started since it began, with all that they started themselves, when their time is over. A build starts others, such as a database for
 * its tests, which would outlive it if only the first were ended.
 */
final class TimeLimit implements AutoCloseable {

    private final Set<ProcessHandle> before;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "build time limit");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean over;

    TimeLimit(Duration limit) {
        this.before = ProcessHandle.current().descendants().collect(Collectors.toSet());
        var unused = timer.schedule(this::end, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
        return over;
    }

    private void end() {
        over = true;
        ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
