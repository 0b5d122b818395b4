package dev.pave.render;

import dev.pave.catalogue.TemplateTree;
import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateExceptionHandler;
import java.util.Locale;
import java.util.TimeZone;

/**
 * FreeMarker as Pave uses it: square brackets, escaping by the target's format, and a sandbox. A template sees maps, lists, texts, numbers and truth values, no
 * Java object; it cannot load a class, read the environment or the clock, or include what is outside its root.
 */
final class TemplateEngine {

    private static final String TEMPLATE = ".ftl";

    private TemplateEngine() {}

    static Configuration configuration(TemplateTree tree) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateLoader(new TreeLoader(tree));
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setOutputFormat(new EscapingFormat(TargetFormat.PLAIN));
        configuration.setTemplateConfigurations(formats());
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("c");
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    /** By the name of a template without {@code .ftl}; what no format knows stays {@link TargetFormat#PLAIN}. */
    private static TemplateConfigurationFactory formats() {
        return new FirstMatchTemplateConfigurationFactory(TargetFormat.BY_SUFFIX.entrySet().stream()
                        .map(suffix -> whereNameEnds(suffix.getKey() + TEMPLATE, suffix.getValue()))
                        .toArray(TemplateConfigurationFactory[]::new))
                .allowNoMatch(true);
    }

    private static TemplateConfigurationFactory whereNameEnds(String suffix, TargetFormat format) {
        TemplateConfiguration configuration = new TemplateConfiguration();
        configuration.setOutputFormat(new EscapingFormat(format));
        return new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*" + suffix), configuration);
    }
}
