@NullMarked
package [=java.package].platform.web;

import org.jspecify.annotations.NullMarked;
