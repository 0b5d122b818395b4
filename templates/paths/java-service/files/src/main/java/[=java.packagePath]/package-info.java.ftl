@NullMarked
package [=java.package];

import org.jspecify.annotations.NullMarked;
