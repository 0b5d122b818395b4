package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Relative links of Markdown files, and the files that a Backstage catalogue takes in, exist. */
final class LinksValidator implements Validator {

    private static final int DEEPEST = 100;

    private final YamlFiles yaml;
    private final Parser parser = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    LinksValidator(YamlFiles yaml) {
        this.yaml = yaml;
    }

    @Override
    public String id() {
        return "links";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        for (String path : files.paths()) {
            if (path.toLowerCase(Locale.ROOT).endsWith(".md")) {
                Texts.read(files, path, report)
                        .ifPresent(text -> parser.parse(text).accept(new LinkVisitor(path, files, report)));
            }
        }
        yaml.of(files).forEach((path, parsed) -> {
            if (Paths.name(path).startsWith("catalog-info.")) {
                parsed.documents().forEach(root -> Nodes.walk(root, node -> catalogue(path, node, files, report)));
            }
        });
        return report.findings();
    }

    /** What Backstage replaces by a file's content: {@code $text: ./api/openapi.yaml}. */
    private static void catalogue(String path, YamlNode node, RepositoryFiles files, Report report) {
        for (String key : List.of("$text", "$json", "$yaml")) {
            Nodes.at(node, key)
                    .ifPresent(target ->
                            Nodes.text(target).ifPresent(text -> check(path, target.location(), text, files, report)));
        }
    }

    private static void check(String path, Location place, String target, RepositoryFiles files, Report report) {
        if (target.startsWith("#") || target.startsWith("/") || isAbsolute(target) || target.isEmpty()) {
            return;
        }
        int end = target.length();
        for (char c : new char[] {'#', '?'}) {
            int at = target.indexOf(c);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        Optional<String> file = decoded(target.substring(0, end)).flatMap(t -> Paths.resolve(Paths.folder(path), t));
        if (file.isEmpty()) {
            report.add("outside", place, "'" + target + "' leads out of the repository", "link a file of it, or a URL");
        } else if (!Paths.isFile(files, file.get()) && !Paths.isFolder(files, file.get())) {
            report.add("missing-file", place, "'" + target + "' is not in the repository", "correct the link");
        }
    }

    private static boolean isAbsolute(String target) {
        int colon = target.indexOf(':');
        return target.startsWith("//") || (colon > 0 && target.lastIndexOf('/', colon) < 0);
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.ofNullable(new URI(path).getPath());
        } catch (URISyntaxException e) {
            return Optional.of(path); // what is no escape stands for itself
        }
    }

    private static final class LinkVisitor extends AbstractVisitor {

        private final String path;
        private final RepositoryFiles files;
        private final Report report;

        LinkVisitor(String path, RepositoryFiles files, Report report) {
            this.path = path;
            this.files = files;
            this.report = report;
        }

        @Override
        public void visit(Link link) {
            check(path, place(link), link.getDestination(), files, report);
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            check(path, place(image), image.getDestination(), files, report);
            visitChildren(image);
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            check(path, place(definition), definition.getDestination(), files, report);
        }

        private Location place(Node node) {
            Node at = node;
            while (at.getSourceSpans().isEmpty() && at.getParent() != null) {
                at = at.getParent();
            }
            return at.getSourceSpans().isEmpty()
                    ? Location.of(path, 1)
                    : Location.of(path, at.getSourceSpans().get(0).getLineIndex() + 1);
        }
    }
}
