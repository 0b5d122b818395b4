package dev.pave.workspace;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Settles who is first: the work, or the end of the process. When the process is told to end (Ctrl-C, SIGTERM), the work stops at the next
 * file and clears away after itself; the process waits for that.
 */
final class Preparation implements AutoCloseable {

    /** Then the process ends anyhow, and the next run clears away. */
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch cleared = new CountDownLatch(1);
    private final Thread hook = new Thread(this::abandon, "pave-clean-up");
    private boolean abandoned;

    /** @throws IOException where the process is ending already */
    Preparation() throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new IOException("interrupted", e);
        }
    }

    /** What must happen as a whole or not at all. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** @throws IOException where nobody waits for the result any more */
    synchronized void requireWanted() throws IOException {
        if (abandoned) {
            throw new IOException("interrupted");
        }
    }

    /** The last thing to do. The process does not end while it is done. */
    synchronized void finish(Action action) throws IOException {
        requireWanted();
        action.run();
    }

    private void abandon() {
        synchronized (this) {
            abandoned = true;
        }
        try {
            boolean inTime = cleared.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert inTime || abandoned;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called when all is cleared away, whatever came of it. */
    @Override
    public void close() {
        cleared.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook runs.
        }
    }
}
