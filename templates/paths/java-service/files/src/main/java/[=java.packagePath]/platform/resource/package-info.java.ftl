@NullMarked
package [=java.package].platform.resource;

import org.jspecify.annotations.NullMarked;
