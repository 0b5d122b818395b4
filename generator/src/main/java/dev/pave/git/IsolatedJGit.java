package dev.pave.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JGit off from the user's environment. What it takes from there is not what Pave needs ({@code core.autocrlf}, hooks, templates and
 * {@code GIT_DIR} must not change a generated repository), and what it does there is not wanted: on each new file system it measures the
 * resolution of time stamps for three seconds, leaves probe files next to what it looks at, and stores the result in the user's
 * {@code ~/.config/jgit}. It asks the user's configuration first whether the answer is known already, so here it always is.
 */
final class IsolatedJGit {

    private IsolatedJGit() {}

    /** Must be called before a repository is opened. JGit keeps this setting for the whole process; setting it twice is the same as once. */
    static void install() {
        FS.FileStoreAttributes.setBackground(true);
        if (!(SystemReader.getInstance() instanceof Reader)) {
            SystemReader.setInstance(new Reader(SystemReader.getInstance()));
        }
    }

    private static final class Reader extends SystemReader.Delegate {

        private final StoredConfig nothing = new Nothing();

        Reader(SystemReader system) {
            super(system);
        }

        @Override
        public StoredConfig getUserConfig() {
            return nothing;
        }

        @Override
        public StoredConfig getJGitConfig() {
            return nothing;
        }

        @Override
        public StoredConfig getSystemConfig() {
            return nothing;
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new NoFile(parent, fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new NoFile(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new NoFile(parent, fs);
        }

        @Override
        public @Nullable String getenv(String variable) {
            return null;
        }
    }

    /** An empty configuration, but for the answer that saves the measurement. */
    private static final class Nothing extends StoredConfig {

        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            boolean measured = section.equals("filesystem")
                    && (name.equals("timestampResolution") || name.equals("minRacyThreshold"));
            return measured ? "10 milliseconds" : super.getString(section, subsection, name);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // nor should there be one
        }
    }

    private static final class NoFile extends FileBasedConfig {

        NoFile(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // nor should there be one
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
