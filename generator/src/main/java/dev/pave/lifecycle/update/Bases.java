package dev.pave.lifecycle.update;

import dev.pave.git.LineEndings;
import dev.pave.git.WorkRepository;
import dev.pave.lifecycle.DescriptionText;
import dev.pave.lifecycle.Generator;
import dev.pave.lock.Lock;
import dev.pave.lock.LockedFile;
import dev.pave.lock.Sha256;
import dev.pave.problem.InvalidInput;
import dev.pave.render.RenderedFile;
import dev.pave.render.Rendering;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.workspace.FileChange.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what a file was when it was generated. The lock's hash decides: what has another one is not the base of a merge, wherever it was found.
 */
final class Bases {

    /** Where an update keeps the text, as it was generated, of each file that the user has changed. */
    static final String FOLDER = Lock.BASES + "/base/";

    private static final int MOST_BYTES = 16 << 20;

    private final WorkRepository repository;
    private final WorkTree tree;
    private final Lock lock;
    private final Supplier<Generator> recorded;
    private Optional<Rendering> rendered = Optional.empty();
    private boolean isRendered;

    /** @param recorded from the templates of which the lock tells; asked for only where nothing else has the bytes */
    Bases(WorkRepository repository, WorkTree tree, Lock lock, Supplier<Generator> recorded) {
        this.repository = repository;
        this.tree = tree;
        this.lock = lock;
        this.recorded = recorded;
    }

    /** The bytes as generated; empty where they are nowhere to be found. */
    Optional<byte[]> find(LockedFile file) throws IOException {
        Held kept = tree.at(FOLDER + file.path());
        for (byte[] candidate : List.of(kept.bytes(), kept.text())) {
            if (isIt(file, candidate)) {
                return Optional.of(candidate);
            }
        }
        Optional<byte[]> stored = repository.blob(file.blob(), MOST_BYTES).filter(bytes -> isIt(file, bytes));
        if (stored.isPresent()) {
            return stored;
        }
        return recorded()
                .flatMap(rendering -> rendering.file(file.path()))
                .map(RenderedFile::bytes)
                .filter(bytes -> isIt(file, bytes));
    }

    private static boolean isIt(LockedFile file, byte[] bytes) {
        return Sha256.of(bytes).equals(file.sha256());
    }

    /** A render of the description as it was then. With templates as they were, it has the same bytes; else the hash tells. */
    private Optional<Rendering> recorded() throws IOException {
        if (!isRendered) {
            isRendered = true;
            rendered = render();
        }
        return rendered;
    }

    private Optional<Rendering> render() throws IOException {
        Optional<LockedFile> description = lock.file(Pairing.DESCRIPTION);
        if (description.isEmpty()) {
            return Optional.empty();
        }
        Held now = tree.at(Pairing.DESCRIPTION.value());
        Optional<byte[]> bytes = now.has(description.get().sha256())
                ? now.image().map(Image::bytes).map(LineEndings::toLf)
                : repository.blob(description.get().blob(), MOST_BYTES);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            DescriptionText text = DescriptionText.of("pave.yaml", new ByteArrayInputStream(bytes.get()));
            return Optional.of(recorded.get()
                    .generate(new ServiceDescriptionReader().read(text.source(), text.text()), text.text())
                    .rendering());
        } catch (InvalidInput e) {
            // The templates of then are gone, or those of today cannot make anything of the description of then.
            return Optional.empty();
        }
    }
}
