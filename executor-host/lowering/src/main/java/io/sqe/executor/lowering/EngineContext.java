package io.sqe.executor.lowering;

/**
 * What the lowering of one plan has around it.
 *
 * @param resources collects what the SQL needs beside itself
 * @param fileColumns asked only for files that may lack field ids
 */
record EngineContext(EngineResources resources, DataFileColumns fileColumns) {}
