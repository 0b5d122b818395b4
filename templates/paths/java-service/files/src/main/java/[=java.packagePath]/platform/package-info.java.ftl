@NullMarked
package [=java.package].platform;

import org.jspecify.annotations.NullMarked;
