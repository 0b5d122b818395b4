@NullMarked
package [=java.package].[=resource.java.package];

import org.jspecify.annotations.NullMarked;
