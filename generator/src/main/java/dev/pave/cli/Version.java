package dev.pave.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Pave's version, as the build wrote it into the jar. */
final class Version implements IVersionProvider {

    /** {@code 0.1.0}; {@code development} where Pave does not run from its jar. */
    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"pave " + current() + " (Java " + Runtime.version().feature() + ")"};
    }
}
