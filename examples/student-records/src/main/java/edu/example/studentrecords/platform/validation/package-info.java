@NullMarked
package edu.example.studentrecords.platform.validation;

import org.jspecify.annotations.NullMarked;
