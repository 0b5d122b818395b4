package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowValidatorTest {

    private static final String WHOLE = """
            on:
              push: {branches: [main]}
            permissions: {contents: read}
            jobs:
              build:
                runs-on: ubuntu-24.04
                outputs:
                  digest: ${{ steps.image.outputs.digest }}
                steps:
                  - uses: actions/checkout@v4
                  - id: image
                    run: |
                      echo one
                      ./scripts/a.sh
                  - if: steps.image.outcome == 'success'
                    uses: ./.github/actions/mine
              deploy:
                needs: build
                runs-on: [self-hosted]
                steps:
                  - run: echo ${{ needs.build.outputs.digest }}
              call:
                needs: [deploy]
                uses: ./.github/workflows/a.yml
            """;

    @Test
    void whatIsWholeIsNoFinding() {
        assertThat(repository(WHOLE).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '`', textBlock = """
            push:                     ; psuh:                     ; unknown-field  ; 2
            contents: read            ; contents: reed            ; wrong-value    ; 3
            runs-on: ubuntu-24.04     ; timeout-minutes: 4        ; missing-field  ; 5
            steps.image.outputs       ; steps.imge.outputs        ; unknown-step   ; 8
            checkout@v4               ; checkout                  ; no-ref         ; 10
            id: image                 ; name: image               ; unknown-step   ; 15
            ./scripts/a.sh            ; ./scripts/b.sh            ; missing-script ; 14
            actions/mine              ; actions/yours             ; missing-file   ; 16
            if: steps.image           ; if: steps.img             ; unknown-step   ; 15
            needs: build              ; needs: biuld              ; unknown-job    ; 18
            needs: build              ; needs: call               ; cyclic-needs   ; 23
            needs.build.outputs       ; needs.call.outputs        ; unknown-job    ; 21
            build.outputs.digest      ; build.outputs.digst       ; unknown-output ; 21
            - run: echo $             ; - name: echo $            ; wrong-value    ; 21
            workflows/a.yml           ; workflows/b.yml           ; missing-file   ; 24
            on:                       ; name:                     ; wrong-type     ; 2
            """)
    void aFaultIsFoundWhereItIs(String row) {
        String[] cells = row.split(" *; *", -1);
        assertThat(WHOLE).contains(cells[0]);

        String broken = WHOLE.replaceFirst(Pattern.quote(cells[0]), Matcher.quoteReplacement(cells[1]));

        assertThat(repository(broken).findings())
                .contains("workflow/" + cells[2] + " .github/workflows/a.yml:" + cells[3]);
    }

    private static Repository repository(String workflow) {
        return new Repository()
                .with(".github/workflows/a.yml", workflow)
                .with(".github/actions/mine/action.yml", "name: mine\n")
                .with("scripts/a.sh", "");
    }
}
