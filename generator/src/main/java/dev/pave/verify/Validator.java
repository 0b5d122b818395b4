package dev.pave.verify;

import java.util.List;

/** Looks at all files of one kind for what is wrong with them whatever anybody asks for: it does not parse, refers to nothing, has a field nobody knows. */
public interface Validator {

    /** First part of the ids of its checks, as {@code kubernetes}. */
    String id();

    /** What it found, in any order; empty where there is nothing of its kind. Never throws because of what is in a file. */
    List<Finding> validate(RepositoryFiles files);
}
