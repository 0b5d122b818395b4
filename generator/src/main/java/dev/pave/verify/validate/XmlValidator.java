package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Every XML file is well-formed; a document type is a finding, because entities read other files and grow without bound. */
final class XmlValidator implements Validator {

    private static final int DEEPEST = 200;
    private static final Pattern PLACE = Pattern.compile("ParseError at [^\\n]*\\nMessage: ");

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        for (String path : files.paths()) {
            if (path.endsWith(".xml") || path.endsWith(".xsd") || path.endsWith(".svg")) {
                Texts.read(files, path, report).ifPresent(text -> parse(path, text, report));
            }
        }
        return report.findings();
    }

    private static void parse(String path, String text, Report report) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(
                    new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                int line = Math.max(1, reader.getLocation().getLineNumber());
                if (event == XMLStreamConstants.DTD) {
                    report.add(
                            "document-type",
                            Location.of(path, line),
                            "a document type (DOCTYPE) is not read here",
                            "remove it; name a schema instead");
                    return;
                }
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (depth > DEEPEST) {
                    report.add("too-deep", Location.of(path, line), "nested deeper than " + DEEPEST + " elements", "");
                    return;
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            String message = PLACE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
            report.add("syntax", Location.of(path, line), "not XML: " + message, "");
        }
    }
}
