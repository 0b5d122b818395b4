package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            a.yaml,             'a: 1\\nb: [\\n',                    yaml/syntax, 3
            a.yaml,             'a: 1\\na: 2\\n',                    yaml/duplicate-key, 2
            a.yml,              'a: &x 1\\n',                        yaml/alias, 1
            a.json,             '{\\n\"a\": 1,\\n}',                 json/syntax, 3
            a.json,             '{\\n\"a\": 1,\\n\"a\": 2}',         json/duplicate-key, 3
            a.json,             '{}\\n// no',                        json/syntax, 2
            a.json,             '',                                  json/syntax, 1
            a.json,             '{}\\n{}',                           json/syntax, 2
            a.toml,             'a = 1\\nb = = 2\\n',                toml/syntax, 2
            a.toml,             'a = 1\\na = 2\\n',                  toml/duplicate-key, 2
            a.xml,              '<a>\\n<b></a>',                     xml/syntax, 2
            a.xml,              '<a x=\"1\"\\n x=\"2\"/>',           xml/syntax, 2
            a.xml,              '<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\\n<a>&e;</a>', xml/document-type, 1
            a.properties,       'a=1\\n# a\\na : 2\\n',              properties/duplicate-key, 3
            a.properties,       'a=1\\nb=\\\\u12',                   properties/syntax, 2
            a.md,               'x\\n\\n[a](missing.md)',            links/missing-file, 3
            docs/a.md,          'x\\n![a](../../a.png)',             links/outside, 2
            a.md,               '[a][b]\\n\\n[b]: b.md',             links/missing-file, 3
            catalog-info.yaml,  'x:\\n  $text: ./api.yaml',          links/missing-file, 2
            """)
    void aFaultIsFoundWhereItIs(String path, String text, String rule, int line) {
        String content = text.replace("\\n", "\n").replace("\\\\", "\\").replace("\\\"", "\"");

        assertThat(new Repository().with(path, content).findings()).contains(rule + " " + path + ":" + line);
    }

    @Test
    void whatIsAllowedIsNoFinding() {
        assertThat(new Repository()
                        .with(".devcontainer/devcontainer.json", "{\n  // why\n  \"a\": [1,],\n}\n")
                        .with("a.properties", "! x\na=1\\\n  a=2\nb\\=c=1\nb=2\n")
                        .with(
                                "docs/a b.md",
                                "[x](../a.properties#x) [y](#z) [z](https://x.example/y) [d](../.devcontainer)\n`[c](no)`\n")
                        .with("b.md", "[x](docs/a%20b.md)\n")
                        .with("chart/Chart.yaml", "name: x\n")
                        .with("chart/templates/a.yaml", "{{ .Values }}: {{\n")
                        .with("a.toml", "[a]\nb = 1\n[c]\nb = 1\n")
                        .findings())
                .isEmpty();
    }
}
