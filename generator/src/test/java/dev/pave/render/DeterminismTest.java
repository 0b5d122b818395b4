package dev.pave.render;

import static dev.pave.testing.Generation.MINIMAL;
import static dev.pave.testing.Generation.generate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.testing.Generation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs give the same bytes, whatever the machine is set to and in whatever order its file system lists files. */
@Isolated("changes the locale and the time zone of the process")
class DeterminismTest {

    private static final Map<String, String> FILES = Map.of(
            "paths/service/path.yaml", """
                    id: service
                    title: Service
                    summary: S
                    facts: {port: 8080, ratio: 1234.5, big: 1234567}
                    slots: {lines: {keys: {says: required}}}
                    features: {required: [], default: [istio, audit]}
                    files: [{match: "[=resource.name.kebab].md.ftl", each: resource in resources}, {match: z.md.ftl, after: all}]
                    """,
            "features/istio/feature.yaml", """
                    id: istio
                    title: I
                    summary: S
                    contributes: {path.lines: [{says: istio}]}
                    """,
            "features/audit/feature.yaml", """
                    id: audit
                    title: A
                    summary: S
                    contributes: {path.lines: [{says: audit}]}
                    """,
            "paths/service/files/numbers.yaml.ftl", """
                    port: [=facts.port]
                    ratio: [=facts.ratio]
                    big: [=facts.big] [=facts.big?string] [=1/3]
                    sorted: [=["i", "b", "C", "z"]?sort?join(" ")]
                    case: [="TITLE I i"?lower_case] [="title i"?upper_case] [="istanbul"?cap_first]
                    truth: [=true?c]
                    """,
            "paths/service/files/[=resource.name.kebab].md.ftl", """
                    [=resource.java.className] [=resource.name.constant] [#list resource.fields as f][=f.samples.valid?join(" ")][/#list]
                    """,
            "paths/service/files/slots.md.ftl", "[#list slots[\"path.lines\"] as line][=line.says] [/#list].\n",
            "paths/service/files/b.yaml.ftl",
                    "[@practice id=\"linting\"]\nx: [=figure(\"coverage\", 1)]\n[/@practice]\n",
            "paths/service/files/z.md.ftl",
                    "[#list coverage.practices as p][=p.id] [=p.figure] [=p.status] [/#list].\n",
            "versions/pom.xml", "<properties><info.version>1.0</info.version></properties>");

    private static final Rendering EXPECTED =
            generation(new ArrayList<>(FILES.keySet())).rendering();

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void theProcessIsAsItWas() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-DE", "th-TH-u-ca-buddhist-nu-thai", "ko-KR"})
    void theLocaleChangesNothing(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        assertThat(rendering().files()).containsExactlyElementsOf(EXPECTED.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Seoul", "America/St_Johns", "Pacific/Kiritimati"})
    void theTimeZoneChangesNothing(String id) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));

        assertThat(rendering().files()).containsExactlyElementsOf(EXPECTED.files());
    }

    @Test
    void theOrderInWhichFilesAreFoundChangesNothing() {
        List<String> sorted = new ArrayList<>(FILES.keySet());
        Collections.sort(sorted);
        List<String> reversed = new ArrayList<>(sorted);
        Collections.reverse(reversed);

        assertThat(generation(sorted).rendering().files()).containsExactlyElementsOf(EXPECTED.files());
        assertThat(generation(reversed).rendering().files()).containsExactlyElementsOf(EXPECTED.files());
    }

    @Test
    void whatIsRenderedIsWhatIsWrittenHere() {
        assertThat(text(EXPECTED, "numbers.yaml")).isEqualTo("""
                port: 8080
                ratio: 1234.5
                big: 1234567 1234567 0.333333333333
                sorted: b C i z
                case: title i i TITLE I Istanbul
                truth: true
                """);
        assertThat(text(EXPECTED, "slots.md")).isEqualTo("audit istio .\n");
        assertThat(text(EXPECTED, "z.md")).isEqualTo("coverage 80 % not yet linting  in force .\n");
    }

    private static Rendering rendering() {
        return generation(new ArrayList<>(FILES.keySet())).rendering();
    }

    private static Generation generation(List<String> order) {
        Generation generation = generate(MINIMAL).persona("p", "linting", "coverage 80%");
        order.forEach(path -> generation.with(path, FILES.get(path)));
        return generation;
    }

    private static String text(Rendering rendering, String path) {
        return rendering.files().stream()
                .filter(file -> file.path().value().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
