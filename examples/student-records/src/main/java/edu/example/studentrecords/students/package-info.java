@NullMarked
package edu.example.studentrecords.students;

import org.jspecify.annotations.NullMarked;
