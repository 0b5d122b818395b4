package dev.pave.verify.report;

import dev.pave.verify.Finding;
import dev.pave.verify.Verdict;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report in the XML that CI systems read of JUnit: a test case for each practice, one that cannot be judged is skipped; and one for each rule that found something
 * which no listed practice asks for.
 */
public final class JunitReport {

    private static final String SUITE = "pave verify";

    private final Report report;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JunitReport(Report report) throws XMLStreamException {
        this.report = report;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    private record Case(String group, String name, boolean skipped, List<Finding> findings) {}

    /** The same for the same report. */
    public static String text(Report report) {
        try {
            return new JunitReport(report).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text can always be written to", e);
        }
    }

    private String write() throws XMLStreamException {
        List<Case> cases = cases();
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        line();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(
                        cases.stream().filter(one -> !one.findings().isEmpty()).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "skipped", String.valueOf(cases.stream().filter(Case::skipped).count()));
        line();
        for (Case one : cases) {
            write(one);
        }
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
        return text.toString();
    }

    private List<Case> cases() {
        SortedMap<String, Verdict> practices = report.verification().practices();
        Map<String, List<Finding>> ofPractices = new TreeMap<>();
        Map<String, List<Finding>> others = new TreeMap<>();
        for (Finding finding : report.verification().findings()) {
            Optional<String> practice = finding.practice().filter(id -> practices.containsKey(id));
            (practice.isPresent() ? ofPractices : others)
                    .computeIfAbsent(practice.orElse(finding.rule()), key -> new ArrayList<>())
                    .add(finding);
        }
        List<Case> cases = new ArrayList<>();
        practices.forEach((id, verdict) -> {
            List<Finding> findings = ofPractices.getOrDefault(id, List.of());
            boolean skipped = verdict == Verdict.CANNOT_BE_JUDGED && findings.isEmpty();
            cases.add(new Case("practice", id + ": " + report.title(id), skipped, findings));
        });
        others.forEach((rule, findings) -> cases.add(new Case("check", rule, false, findings)));
        return cases;
    }

    private void write(Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", SUITE + "." + one.group());
        xml.writeAttribute("name", legal(one.name()));
        if (one.skipped()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", Verdict.CANNOT_BE_JUDGED.words());
        }
        if (!one.findings().isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", legal(one.findings().get(0).message()));
            xml.writeCharacters(
                    legal(one.findings().stream().map(JunitReport::words).collect(Collectors.joining("\n"))));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        line();
    }

    private static String words(Finding finding) {
        String first = finding.place() + ": " + finding.message();
        return finding.remedy().isEmpty() ? first : first + "\n  " + finding.remedy();
    }

    /** The text with the characters that XML cannot have (production 2 of XML 1.0) written as escapes. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean fits = c == '\t'
                    || c == '\n'
                    || (c >= ' ' && c < Character.MIN_SURROGATE)
                    || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                    || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
            if (fits) {
                legal.appendCodePoint(c);
            } else {
                legal.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return legal.toString();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
