@NullMarked
package edu.example.studentrecords.platform.security;

import org.jspecify.annotations.NullMarked;
