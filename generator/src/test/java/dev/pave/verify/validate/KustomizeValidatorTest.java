package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizeValidatorTest {

    private static final String WHOLE = """
            kind: Kustomization
            resources:
              - pod.yaml
              - ../base
            components:
              - ../part
            images:
              - name: ghcr.io/acme/shop
                newTag: "2"
            configMapGenerator:
              - name: shop
                envs: [shop.properties]
                files: [key=shop.properties]
            patches:
              - path: patch.yaml
                target: {kind: Pod|Job, name: shop}
              - patch: |-
                  apiVersion: v1
                  kind: Pod
                  metadata: {name: shop}
            """;

    @Test
    void whatIsWholeIsNoFinding() {
        assertThat(repository(WHOLE).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '`', textBlock = """
            - pod.yaml                  ; - pad.yaml                ; missing-file       ; 3
            - ../base                   ; - ../bose                 ; missing-file       ; 4
            - ../base                   ; - ../empty                ; missing-file       ; 4
            - ../base                   ; - ../../base              ; missing-file       ; 4
            - ../part                   ; - ../base                 ; wrong-kind         ; 6
            - ../base                   ; - pod.yaml                ; duplicate-resource ; 4
            images:                     ; imags:                    ; unknown-field      ; 7
            ghcr.io/acme/shop           ; ghcr.io/acme/shp          ; unknown-image      ; 8
            "2"                         ; 2                         ; wrong-type         ; 9
            envs: [shop.properties]     ; envs: [shp.properties]    ; missing-file       ; 12
            files: [key=shop.properties]; files: [key=shp.properties]; missing-file      ; 13
            path: patch.yaml            ; path: ptch.yaml           ; missing-file       ; 15
            name: shop}                 ; name: shp}                ; missing-target     ; 16
            metadata: {name: shop}      ; metadata: {name: shp}     ; missing-target     ; 17
            """)
    void aFaultIsFoundWhereItIs(String row) {
        String[] cells = row.split(" *; *", -1);
        assertThat(WHOLE).contains(cells[0]);

        String broken = WHOLE.replaceFirst(Pattern.quote(cells[0]), Matcher.quoteReplacement(cells[1]));

        assertThat(repository(broken).findings())
                .contains("kustomize/" + cells[2] + " k/kustomization.yaml:" + cells[3]);
    }

    private static Repository repository(String kustomization) {
        return new Repository()
                .with("k/kustomization.yaml", kustomization)
                .with("k/pod.yaml", """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: shop}
                        spec:
                          containers: [{name: shop, image: "ghcr.io/acme/shop:1"}]
                        """)
                .with("k/patch.yaml", "- {op: remove, path: /spec}\n")
                .with("k/shop.properties", "a=1\n")
                .with("base/kustomization.yaml", "resources: []\n")
                .with("empty/a.txt", "")
                .with("part/kustomization.yaml", "kind: Component\n");
    }
}
