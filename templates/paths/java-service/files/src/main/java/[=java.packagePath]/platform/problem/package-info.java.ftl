@NullMarked
package [=java.package].platform.problem;

import org.jspecify.annotations.NullMarked;
