package edu.example.studentrecords.platform.problem;

/** What is wrong with one property of the body, one parameter or one header. */
public record FieldError(String property, String code, String message) {}
