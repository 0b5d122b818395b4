package dev.pave.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Few combinations in which every two values of different factors meet at least once. Most faults of interaction lie between two factors, and the number of
 * pairs grows with the square of the factors, not exponentially. Greedy and deterministic; not the smallest set, but near it.
 */
final class Pairwise {

    private final int[] sizes;
    private final int[] offsets;
    private final int total;
    private final BitSet uncovered;

    private Pairwise(int[] sizes) {
        this.sizes = sizes;
        this.offsets = new int[sizes.length];
        int sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            offsets[i] = sum;
            sum += sizes[i];
        }
        this.total = sum;
        this.uncovered = new BitSet(total * total);
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                for (int x = 0; x < sizes[a]; x++) {
                    for (int y = 0; y < sizes[b]; y++) {
                        uncovered.set(pair(a, x, b, y));
                    }
                }
            }
        }
    }

    /**
     * Combinations that cover all pairs.
     *
     * @param sizes how many values each factor has; at least one each
     * @return for each combination the index of the value of each factor
     */
    static List<int[]> combinations(int... sizes) {
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("a factor without a value: " + Arrays.toString(sizes));
        }
        if (sizes.length == 1) {
            List<int[]> all = new ArrayList<>();
            for (int value = 0; value < sizes[0]; value++) {
                all.add(new int[] {value});
            }
            return all;
        }
        return new Pairwise(sizes.clone()).cover();
    }

    private List<int[]> cover() {
        List<int[]> rows = new ArrayList<>();
        while (!uncovered.isEmpty()) {
            int[] row = new int[sizes.length];
            Arrays.fill(row, -1);
            seed(row);
            for (int factor = 0; factor < sizes.length; factor++) {
                if (row[factor] < 0) {
                    row[factor] = best(row, factor);
                }
            }
            mark(row);
            rows.add(row);
        }
        return rows;
    }

    /** Begins with the first pair that nobody covers yet, so that every row covers at least one. */
    private void seed(int[] row) {
        int first = uncovered.nextSetBit(0);
        int one = first / total;
        int other = first % total;
        for (int factor = 0; factor < sizes.length; factor++) {
            if (one >= offsets[factor] && one < offsets[factor] + sizes[factor]) {
                row[factor] = one - offsets[factor];
            }
            if (other >= offsets[factor] && other < offsets[factor] + sizes[factor]) {
                row[factor] = other - offsets[factor];
            }
        }
    }

    /** The value that covers most pairs with those already chosen. */
    private int best(int[] row, int factor) {
        int best = 0;
        int most = -1;
        for (int value = 0; value < sizes[factor]; value++) {
            int covered = 0;
            for (int other = 0; other < sizes.length; other++) {
                if (other != factor && row[other] >= 0 && uncovered.get(pair(factor, value, other, row[other]))) {
                    covered++;
                }
            }
            if (covered > most) {
                most = covered;
                best = value;
            }
        }
        return best;
    }

    private void mark(int[] row) {
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                uncovered.clear(pair(a, row[a], b, row[b]));
            }
        }
    }

    private int pair(int a, int x, int b, int y) {
        return a < b ? (offsets[a] + x) * total + offsets[b] + y : pair(b, y, a, x);
    }
}
