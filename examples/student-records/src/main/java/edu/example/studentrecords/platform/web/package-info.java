@NullMarked
package edu.example.studentrecords.platform.web;

import org.jspecify.annotations.NullMarked;
