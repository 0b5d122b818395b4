package dev.pave.cli;

import picocli.CommandLine.Option;

/** For commands whose output a program would read. */
final class JsonOption {

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    boolean asked() {
        return json;
    }
}
