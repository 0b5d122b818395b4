package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileValidatorTest {

    private static final String WHOLE = """
            # syntax=docker/dockerfile:1
            ARG TAG=1
            FROM maven:${TAG} AS build
            COPY pom.xml ./
            COPY src ./src
            RUN mvn package \\
                # why
                && true
            RUN <<EOT
            NONSENSE
            EOT
            FROM scratch
            COPY --from=build /a /b
            COPY --from=0 /a /b
            HEALTHCHECK --interval=1s CMD ["a"]
            ENTRYPOINT ["a", "b"]
            """;

    @Test
    void whatIsWholeIsNoFinding() {
        assertThat(repository(WHOLE).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '`', textBlock = """
            ARG TAG=1           ; ARG TUG=1             ; undeclared-argument ; 3
            AS build            ; build                 ; syntax              ; 3
            COPY pom.xml        ; COPPY pom.xml         ; unknown-instruction ; 4
            COPY pom.xml        ; COPY pam.xml          ; missing-source      ; 4
            COPY pom.xml        ; COPY ../pom.xml       ; missing-source      ; 4
            COPY src            ; COPY docs             ; ignored-source      ; 5
            COPY src ./src      ; COPY src              ; syntax              ; 5
            FROM scratch        ; FROM buidl            ; unknown-stage       ; 12
            FROM scratch        ; FROM a:1 AS build     ; duplicate-stage     ; 12
            --from=build        ; --from=biuld          ; unknown-stage       ; 13
            --from=0            ; --from=1              ; unknown-stage       ; 14
            CMD ["a"]           ; CMD ['a']             ; json-form           ; 15
            CMD ["a"]           ; ["a"]                 ; syntax              ; 15
            ["a", "b"]          ; ["a", "b"             ; json-form           ; 16
            ENTRYPOINT ["a", "b"];ENTRYPOINT            ; no-value            ; 16
            ARG TAG=1           ; ENV TAG=1             ; before-from         ; 2
            """)
    void aFaultIsFoundWhereItIs(String row) {
        String[] cells = row.split(" *; *", -1);
        assertThat(WHOLE).contains(cells[0]);

        String broken = WHOLE.replaceFirst(Pattern.quote(cells[0]), Matcher.quoteReplacement(cells[1]));

        assertThat(repository(broken).findings()).contains("dockerfile/" + cells[2] + " Dockerfile:" + cells[3]);
    }

    @Test
    void aFileWithoutStageIsNoDockerfile() {
        assertThat(repository("# nothing\n").findings()).containsExactly("dockerfile/no-stage Dockerfile:1");
    }

    private static Repository repository(String dockerfile) {
        return new Repository()
                .with("Dockerfile", dockerfile)
                .with(".dockerignore", "**\n!pom.xml\n!src\nsrc/**/*.tmp\n")
                .with("pom.xml", "<a/>")
                .with("docs/a.txt", "")
                .with("src/main/a.txt", "");
    }
}
