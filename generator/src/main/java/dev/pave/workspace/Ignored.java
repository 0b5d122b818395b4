package dev.pave.workspace;

/** Which files of a directory are nobody's work: build output, editor settings. Git's ignore rules say so, in {@code dev.pave.git}. */
@FunctionalInterface
public interface Ignored {

    /**
     * @param path relative to the directory, {@code /} between segments; its folders are not ignored themselves
     * @param directory whether the path is one
     */
    boolean test(String path, boolean directory);
}
