@NullMarked
package edu.example.studentrecords;

import org.jspecify.annotations.NullMarked;
