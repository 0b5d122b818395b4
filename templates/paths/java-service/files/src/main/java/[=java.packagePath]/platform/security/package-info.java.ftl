@NullMarked
package [=java.package].platform.security;

import org.jspecify.annotations.NullMarked;
