package dev.pave.catalogue;

import dev.pave.persona.NormalForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All phrases of the catalogue as one tree of words, so that a text is searched for all of them in one pass. */
final class PhraseIndex {

    private final Node root = new Node();
    private int longest;

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final List<Named> ends = new ArrayList<>();
    }

    /**
     * What a phrase names.
     *
     * @param entry a {@link Practice} or a {@link Technology}
     * @param exact the words as they must be written; empty where letter case does not matter
     */
    private record Named(Object entry, List<String> exact) {}

    /**
     * A phrase found.
     *
     * @param from index of its first word
     * @param to index behind its last
     */
    record Match(Object entry, int from, int to) {}

    void add(Object entry, Phrases phrases) {
        phrases.anyCase().forEach(phrase -> add(entry, phrase, false));
        phrases.exact().forEach(phrase -> add(entry, phrase, true));
    }

    private void add(Object entry, String phrase, boolean exact) {
        List<Words.Word> words = Words.of(NormalForm.of(phrase));
        longest = Math.max(longest, words.size());
        Node node = root;
        for (Words.Word word : words) {
            node = node.next.computeIfAbsent(word.form(), form -> new Node());
        }
        node.ends.add(
                new Named(entry, exact ? words.stream().map(Words.Word::exact).toList() : List.of()));
    }

    /** The phrases in a text, each entry once for each of its phrases, without technologies inside a longer name: {@code React Native} is not {@code React}. */
    List<Match> search(List<Words.Word> words) {
        List<Match> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            walk(root, words, from, from, found);
        }
        int[] ends = new int[words.size()];
        for (Match match : found) {
            ends[match.from] = Math.max(ends[match.from], match.to);
        }
        found.removeIf(match -> match.entry instanceof Technology && isInsideLonger(match, ends));
        return found;
    }

    /** Looks only as far back as a phrase can reach, so that a search stays linear. */
    private boolean isInsideLonger(Match match, int[] ends) {
        for (int from = Math.max(0, match.to - longest); from <= match.from; from++) {
            if (ends[from] >= match.to && ends[from] - from > match.to - match.from) {
                return true;
            }
        }
        return false;
    }

    private static void walk(Node node, List<Words.Word> words, int from, int at, List<Match> found) {
        if (at == words.size() || (at > from && words.get(at).first())) {
            return;
        }
        for (String form : words.get(at).forms()) {
            Node next = node.next.get(form);
            if (next != null) {
                for (Named named : next.ends) {
                    if (named.exact.isEmpty() || isWritten(named.exact, words, from)) {
                        found.add(new Match(named.entry, from, at + 1));
                    }
                }
                walk(next, words, from, at + 1, found);
            }
        }
    }

    private static boolean isWritten(List<String> exact, List<Words.Word> words, int from) {
        for (int i = 0; i < exact.size(); i++) {
            if (!words.get(from + i).exact().equals(exact.get(i))) {
                return false;
            }
        }
        return true;
    }
}
