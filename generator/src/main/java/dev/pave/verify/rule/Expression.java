package dev.pave.verify.rule;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;

/** An expression in CEL, the language of Kubernetes admission policies: no loop without an end, and regular expressions in linear time. */
final class Expression {

    private static final int MOST_STEPS = 2_000_000;
    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(MOST_STEPS)
            .enableHeterogeneousNumericComparisons(true)
            .build();
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.strings(), CelExtensions.sets(OPTIONS), CelExtensions.bindings())
            .addVar("it", SimpleType.DYN)
            .addVar("doc", SimpleType.DYN)
            .addVar("file", SimpleType.STRING)
            .addVar("files", ListType.create(SimpleType.STRING))
            .addVar("figure", SimpleType.DOUBLE)
            .addVar("path", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.strings(), CelExtensions.sets(OPTIONS))
            .build();

    private final CelRuntime.Program program;

    private Expression(CelRuntime.Program program) {
        this.program = program;
    }

    /** An expression that cannot be read, or that has no answer for a value. */
    static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1L;

        Unanswered(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Expression compile(String text) throws Unanswered {
        try {
            return new Expression(RUNTIME.createProgram(COMPILER.compile(text).getAst()));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new Unanswered(firstLine(e), e);
        }
    }

    /** @throws Unanswered where a key is missing, types do not fit, or the answer is no truth value */
    boolean holds(Map<String, Object> variables) throws Unanswered {
        try {
            Object answer = program.eval(variables);
            if (answer instanceof Boolean truth) {
                return truth;
            }
            throw new Unanswered("the answer is no truth value", new IllegalArgumentException(String.valueOf(answer)));
        } catch (CelEvaluationException e) {
            throw new Unanswered(firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.replaceFirst("^(evaluation error at|ERROR:) <input>:\\d+(:\\d+)?: ", "");
    }
}
