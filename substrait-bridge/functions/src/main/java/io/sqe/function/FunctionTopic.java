package io.sqe.function;

/** What clients that ask for functions sort them by; most functions are about something else. */
public enum FunctionTopic {
    NUMBERS,
    STRINGS,
    TIMES
}
