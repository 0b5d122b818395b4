package dev.pave.verify.rule;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML as rules see it: an element is {@code {child: [elements], @attribute: text, #text: text}}; the document is {@code {root: [element]}}. */
final class XmlArtifact {

    private static final int DEEPEST = 60;

    private XmlArtifact() {}

    private static final class Element {
        private final int line;
        private final Map<String, List<Node>> children = new LinkedHashMap<>();
        private final Map<String, Node> attributes = new LinkedHashMap<>();
        private final StringBuilder text = new StringBuilder();

        Element(int line) {
            this.line = line;
        }

        Node node() {
            Map<String, Node> fields = new LinkedHashMap<>(attributes);
            fields.put("#text", Node.leaf(text.toString().strip(), line));
            children.forEach(
                    (name, nodes) -> fields.put(name, Node.list(nodes.get(0).line(), nodes)));
            return Node.map(line, fields);
        }
    }

    /** @return empty where it is not XML, has a document type or is nested too deep; a validator says so */
    static Optional<Node> read(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            Deque<Element> open = new ArrayDeque<>();
            open.push(new Element(1));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() > DEEPEST) {
                            return Optional.empty();
                        }
                        open.push(start(reader));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        open.element().text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element done = open.pop();
                        open.element()
                                .children
                                .computeIfAbsent(reader.getLocalName(), name -> new ArrayList<>())
                                .add(done.node());
                    }
                    default -> {
                        // Comments and processing instructions say nothing that a rule could ask for.
                    }
                }
            }
            return Optional.of(open.pop().node());
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Element start(XMLStreamReader reader) {
        Element element = new Element(reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attributes.put(
                    "@" + reader.getAttributeLocalName(i), Node.leaf(reader.getAttributeValue(i), element.line));
        }
        return element;
    }
}
