@NullMarked
package edu.example.studentrecords.platform;

import org.jspecify.annotations.NullMarked;
