package dev.pave.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * Talks to an ssh server by the {@code ssh} of the machine, as git does: the user's agent, keys, known hosts and configuration are what they are for
 * git, and Pave never sees a secret. It cannot ask, so that a run without a terminal ends instead of waiting.
 */
final class SystemSsh extends SshSessionFactory {

    private final String program;

    SystemSsh(String program) {
        this.program = program;
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider unused, FS fs, int milliseconds) {
        return new Session(uri);
    }

    @Override
    public String getType() {
        return "system";
    }

    private final class Session implements RemoteSession {

        private final URIish uri;

        Session(URIish uri) {
            this.uri = uri;
        }

        @Override
        public Process exec(String command, int timeoutSeconds) throws IOException {
            List<String> words = new ArrayList<>(List.of(program, "-o", "BatchMode=yes"));
            if (timeoutSeconds > 0) {
                words.addAll(List.of("-o", "ConnectTimeout=" + timeoutSeconds));
            }
            if (uri.getPort() > 0) {
                words.addAll(List.of("-p", Integer.toString(uri.getPort())));
            }
            // What follows is no option, whatever it looks like; GitUrl has refused what looks like one already.
            words.addAll(List.of("--", uri.getUser() == null ? uri.getHost() : uri.getUser() + "@" + uri.getHost()));
            words.add(command);
            return new ProcessBuilder(words).start();
        }

        @Override
        public void disconnect() {
            // each process ends with its command
        }
    }
}
