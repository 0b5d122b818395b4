package dev.pave.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** The other end of a fetch. Nothing is asked there but which refs there are, and for commits. */
final class TemplateRemote {

    private static final int TIMEOUT_SECONDS = 60;
    private static final int MOST_REFS = 100_000;
    private static final int MOST_WORK = 256 << 20;
    private static final String FETCHED = "refs/pave/fetched";

    private final URIish uri;
    private final String sshProgram;

    /** @throws IOException where JGit does not understand the address */
    TemplateRemote(GitUrl url, String sshProgram) throws IOException {
        IsolatedJGit.install();
        this.sshProgram = sshProgram;
        try {
            this.uri = new URIish(url.text());
        } catch (URISyntaxException e) {
            throw new NotSupportedException("not an address of a repository", e);
        }
    }

    /** Tags and branches with the commits that they name. */
    SortedMap<String, String> refs() throws IOException {
        try (Transport transport = prepared(Transport.open(uri));
                FetchConnection connection = transport.openFetch()) {
            Collection<Ref> advertised = connection.getRefs();
            if (advertised.size() > MOST_REFS) {
                throw new TransportException("has more than " + MOST_REFS + " refs");
            }
            SortedMap<String, String> refs = new TreeMap<>();
            for (Ref ref : advertised) {
                ObjectId commit = ref.getPeeledObjectId() == null ? ref.getObjectId() : ref.getPeeledObjectId();
                if (commit != null && TemplateRequest.isFullRef(ref.getName())) {
                    refs.put(ref.getName(), commit.name());
                }
            }
            return refs;
        }
    }

    /**
     * Brings a commit into a repository: by the ref that names it now, else by its id, which not every server gives away, else with the whole history.
     *
     * @throws IOException where the server cannot be reached or has no such commit
     */
    void fetch(TemplateVersion version, SortedMap<String, String> refs, Repository into) throws IOException {
        List<String> names = new ArrayList<>(refs.keySet());
        names.removeIf(name -> !version.commit().equals(refs.get(name)));
        if (!names.isEmpty()) {
            fetch(into, names.contains(version.ref()) ? version.ref() : names.get(0), true);
            return;
        }
        try {
            fetch(into, version.commit(), true);
        } catch (TransportException refused) {
            try {
                for (String name : refs.keySet()) {
                    fetch(into, name, false);
                }
            } catch (TransportException e) {
                e.addSuppressed(refused);
                throw e;
            }
        }
    }

    private void fetch(Repository into, String source, boolean shallow) throws TransportException {
        try (Transport transport = prepared(Transport.open(into, uri))) {
            transport.setTagOpt(TagOpt.NO_TAGS);
            if (shallow) {
                transport.setDepth(1);
            }
            transport.fetch(
                    new Bound(),
                    List.of(new RefSpec().setSourceDestination(source, FETCHED).setForceUpdate(true)));
        } catch (NotSupportedException e) {
            throw new TransportException(String.valueOf(e.getMessage()), e);
        }
    }

    private Transport prepared(Transport transport) {
        transport.setTimeout(TIMEOUT_SECONDS);
        if (transport instanceof SshTransport ssh) {
            ssh.setSshSessionFactory(new SystemSsh(sshProgram));
        } else {
            transport.setCredentialsProvider(new NetRCCredentialsProvider());
        }
        return transport;
    }

    /** Ends a fetch that brings more, in objects or bytes, than any template repository has. */
    private static final class Bound extends EmptyProgressMonitor {

        private long work;

        @Override
        public void update(int completed) {
            work += completed;
        }

        @Override
        public boolean isCancelled() {
            return work > MOST_WORK;
        }
    }
}
