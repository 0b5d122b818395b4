@NullMarked
package edu.example.studentrecords.platform.problem;

import org.jspecify.annotations.NullMarked;
