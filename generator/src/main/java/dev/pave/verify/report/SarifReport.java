package dev.pave.verify.report;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.Verification.Waived;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A report as SARIF 2.1.0, which code hosts show at the lines it speaks of, as a tree of maps, lists, texts and numbers. Findings that a waiver accepts are in it as
 * suppressed.
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private final Report report;
    private final String paveVersion;
    /** The rules that found something, by id: their descriptions. */
    private final SortedMap<String, Map<String, Object>> rules = new TreeMap<>();

    private SarifReport(Report report, String paveVersion) {
        this.report = report;
        this.paveVersion = paveVersion;
        Stream.concat(
                        report.verification().findings().stream(),
                        report.verification().waived().stream().map(Waived::finding))
                .forEach(finding -> rules.computeIfAbsent(finding.rule(), id -> rule(finding)));
    }

    /** The same for the same report; keys in a fixed order. */
    public static Map<String, Object> tree(Report report, String paveVersion) {
        return new SarifReport(report, paveVersion).log();
    }

    private Map<String, Object> log() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Pave");
        driver.put("version", paveVersion);
        driver.put("rules", List.copyOf(rules.values()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put(
                "results",
                Stream.concat(
                                report.verification().findings().stream().map(this::result),
                                report.verification().waived().stream().map(this::suppressed))
                        .toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private Map<String, Object> rule(Finding finding) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", finding.rule());
        rule.put("shortDescription", text(finding.practice().map(report::title).orElse(finding.rule())));
        finding.practice().ifPresent(practice -> rule.put("properties", Map.of("tags", List.of(practice))));
        return rule;
    }

    private Map<String, Object> result(Finding finding) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", rules.headMap(finding.rule()).size());
        result.put("level", "error");
        String remedy = finding.remedy().isEmpty() ? "" : ". " + finding.remedy();
        result.put("message", text(finding.message() + remedy));
        result.put("locations", List.of(Map.of("physicalLocation", place(finding.place()))));
        result.put("partialFingerprints", Map.of("paveFinding/v1", fingerprint(finding)));
        return result;
    }

    private Map<String, Object> suppressed(Waived waived) {
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "external");
        suppression.put("status", "accepted");
        suppression.put("justification", waived.reason() + " (until " + waived.expires() + ")");
        Map<String, Object> result = result(waived.finding());
        result.put("suppressions", List.of(suppression));
        return result;
    }

    private static Map<String, Object> place(Location place) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(place.source()));
        artifact.put("uriBaseId", ROOT);
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        if (place.line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", place.line());
            if (place.column() > 0) {
                region.put("startColumn", place.column());
            }
            physical.put("region", region);
        }
        return physical;
    }

    /** A path as a relative reference: what a URI has no letter for is written in percents. A colon would make a scheme of what stands before it. */
    private static String uri(String path) {
        try {
            String raw = new URI(null, null, "/" + path, null).toASCIIString();
            return raw.substring(1).replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }

    /** By which a code host knows a finding again when lines were added above it. */
    private static String fingerprint(Finding finding) {
        String known = String.join("\0", finding.rule(), finding.place().source(), finding.message());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(known.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
