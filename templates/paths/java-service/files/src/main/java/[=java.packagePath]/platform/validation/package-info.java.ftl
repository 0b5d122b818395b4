@NullMarked
package [=java.package].platform.validation;

import org.jspecify.annotations.NullMarked;
