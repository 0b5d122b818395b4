package dev.pave.verify.validate;

import dev.pave.problem.Location;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every properties file has each key once and its escapes whole. */
final class PropertiesValidator implements Validator {

    private static final int HEX_DIGITS = 4;

    @Override
    public String id() {
        return "properties";
    }

    @Override
    public List<Finding> validate(RepositoryFiles files) {
        Report report = new Report(id());
        for (String path : files.paths()) {
            if (path.endsWith(".properties")) {
                Texts.read(files, path, report).ifPresent(text -> parse(path, text, report));
            }
        }
        return report.findings();
    }

    private static void parse(String path, String text, Report report) {
        Map<String, Integer> first = new HashMap<>();
        boolean continued = false;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Location place = Location.of(path, number);
            String content = line.stripLeading();
            boolean starts = !continued;
            if (starts && (content.isEmpty() || content.startsWith("#") || content.startsWith("!"))) {
                continue;
            }
            checkEscapes(content, place, report);
            if (starts) {
                String key = key(content);
                Integer earlier = first.putIfAbsent(key, number);
                if (earlier != null) {
                    report.add(
                            "duplicate-key",
                            place,
                            "'" + key + "' is given twice",
                            "first given in line " + earlier + "; keep one");
                }
            }
            continued = backslashesAtEnd(content) % 2 == 1;
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            int line = 1
                    + (int) text.substring(0, nul)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            report.add("syntax", Location.of(path, line), "not a text: it has the character U+0000", "");
        }
    }

    private static String key(String line) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '=' || c == ':' || c == ' ' || c == '\t') {
                break;
            }
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                key.append(line.charAt(i) == 'u' ? "\\u" : String.valueOf(line.charAt(i)));
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static void checkEscapes(String line, Location place, Report report) {
        for (int i = line.indexOf('\\'); i >= 0 && i + 1 < line.length(); i = line.indexOf('\\', i + 2)) {
            if (line.charAt(i + 1) == 'u') {
                int end = Math.min(line.length(), i + 2 + HEX_DIGITS);
                String digits = line.substring(i + 2, end);
                if (digits.length() < HEX_DIGITS || digits.chars().anyMatch(c -> Character.digit(c, 16) < 0)) {
                    report.add("syntax", place, "\\u" + digits + " is no character", "write four hexadecimal digits");
                }
            }
        }
    }

    private static int backslashesAtEnd(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(line.length() - 1 - count) == '\\') {
            count++;
        }
        return count;
    }
}
