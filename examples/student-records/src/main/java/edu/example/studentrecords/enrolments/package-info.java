@NullMarked
package edu.example.studentrecords.enrolments;

import org.jspecify.annotations.NullMarked;
