[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

[@code.sorted]
import [=java.package].platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
[/@code.sorted]

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"3\"", "\"2\", \"3\""})
    void namesTheVersion(String header) {
        assertThatCode(() -> IfMatch.valueOf(header).require(3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"03\"", "W/\"3\"", "\"another\""})
    void namesAnotherVersion(String header) {
        assertThatThrownBy(() -> IfMatch.valueOf(header).require(3)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "nothing"})
    void namesNothing(String header) {
        assertThatThrownBy(() -> IfMatch.valueOf(header)).isInstanceOf(IllegalArgumentException.class);
    }
}
