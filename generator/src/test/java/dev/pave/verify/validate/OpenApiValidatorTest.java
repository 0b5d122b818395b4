package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiValidatorTest {

    private static final String WHOLE = """
            openapi: 3.1.0
            info:
              title: shop
              version: "1"
            security:
              - login: [read]
            paths:
              /orders/{id}:
                parameters:
                  - $ref: "#/components/parameters/Id"
                get:
                  operationId: getOrder
                  responses:
                    "200":
                      description: The order.
                      content:
                        application/json:
                          schema:
                            $ref: "#/components/schemas/Order"
                          example:
                            code: AB
                            parts: [{code: CD}]
                delete:
                  operationId: deleteOrder
                  responses:
                    "204": {description: Gone.}
            components:
              parameters:
                Id: {name: id, in: path, required: true, schema: {type: string}}
              schemas:
                Order:
                  type: object
                  required: [code]
                  properties:
                    code: {type: string, pattern: "^[A-Z]+$", examples: [A]}
                    parts:
                      type: array
                      items: {$ref: "#/components/schemas/Order"}
              securitySchemes:
                login:
                  type: oauth2
                  flows:
                    clientCredentials:
                      tokenUrl: https://x.example/token
                      scopes: {read: Read}
            """;

    @Test
    void whatIsWholeIsNoFinding() {
        assertThat(new Repository().with("api.yaml", WHOLE).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\t', quoteCharacter = '`', textBlock = """
            description: The order.      ; descriptio: The order.    ; unknown-field           ; 15
            title: shop                  ; x-title: shop             ; missing-field           ; 2
            deleteOrder                  ; getOrder                  ; duplicate-operation-id  ; 24
            parameters/Id"               ; parameters/Ed"            ; unresolved-reference    ; 10
            schemas/Order"               ; schemas/Ordr"             ; unresolved-reference    ; 19
            /orders/{id}                 ; /orders/{key}             ; missing-path-parameter  ; 12
            /orders/{id}                 ; /orders/{key}             ; unknown-path-parameter  ; 10
            - login                      ; - logn                    ; unknown-security-scheme ; 6
            [read]                       ; [write]                   ; unknown-scope           ; 6
            {code: CD}                   ; {code: cd}                ; example                 ; 22
            code: AB                     ; cod: AB                   ; example                 ; 21
            examples: [A]                ; examples: [1]             ; example                 ; 35
            in: path                     ; in: nowhere               ; wrong-type              ; 29
            """)
    void aFaultIsFoundWhereItIs(String row) {
        String[] cells = row.split(" *; *", -1);
        assertThat(WHOLE).contains(cells[0]);

        String broken = WHOLE.replaceFirst(Pattern.quote(cells[0]), Matcher.quoteReplacement(cells[1]));

        assertThat(new Repository().with("api.yaml", broken).findings())
                .contains("openapi/" + cells[2] + " api.yaml:" + cells[3]);
    }
}
