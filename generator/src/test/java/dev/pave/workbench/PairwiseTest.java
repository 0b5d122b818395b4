package dev.pave.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairwiseTest {

    @Property(tries = 200)
    void everyTwoValuesOfTwoFactorsMeet(
            @ForAll @Size(min = 2, max = 7) List<@IntRange(min = 1, max = 5) Integer> factors) {
        int[] sizes = factors.stream().mapToInt(Integer::intValue).toArray();

        List<int[]> rows = Pairwise.combinations(sizes);

        Set<List<Integer>> met = new HashSet<>();
        for (int[] row : rows) {
            for (int a = 0; a < sizes.length; a++) {
                assertThat(row[a]).isBetween(0, sizes[a] - 1);
                for (int b = a + 1; b < sizes.length; b++) {
                    met.add(List.of(a, row[a], b, row[b]));
                }
            }
        }
        int pairs = 0;
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                pairs += sizes[a] * sizes[b];
            }
        }
        assertThat(met).hasSize(pairs);
    }

    @Test
    void tenFactorsOfTwoNeedFarFewerThanAllCombinations() {
        assertThat(Pairwise.combinations(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void oneFactorIsTriedWithEveryValue() {
        assertThat(Pairwise.combinations(3)).containsExactly(new int[] {0}, new int[] {1}, new int[] {2});
    }

    @Test
    void aFactorWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Pairwise.combinations(2, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
