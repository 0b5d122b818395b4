@NullMarked
package edu.example.studentrecords.platform.resource;

import org.jspecify.annotations.NullMarked;
