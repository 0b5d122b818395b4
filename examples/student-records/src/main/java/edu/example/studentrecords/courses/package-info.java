@NullMarked
package edu.example.studentrecords.courses;

import org.jspecify.annotations.NullMarked;
