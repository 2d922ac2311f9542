package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import javax.annotation.processing.Generated;

/**
 * The class that speaks C: one method for each function of DuckDB's C API v2 that SQE calls.
 *
 * <p>Generated from {@code duckdb_v2.h}, API version 2.0.0, SHA-256 {@code 73026a28e5b55952afb6e2e9ce80fd4f76614afedce329da895ccaf85a4a8be6}. Every function answers a status,
 * 0 for success; {@link Call} makes exceptions of the others.
 */
@Generated("io.sqe.executor.duckdb.BindingsGenerator")
final class CApi {
    /** The version of the C API that the header describes. */
    static final String HEADER_VERSION = "2.0.0";

    /** The checksum of the header that this class was generated from. */
    static final String HEADER_SHA256 = "73026a28e5b55952afb6e2e9ce80fd4f76614afedce329da895ccaf85a4a8be6";

    /** {@code DUCKDB_V2_ERROR_INPUT_INVALID}. */
    static final int ERROR_INPUT_INVALID = 2001;

    /** {@code DUCKDB_V2_ERROR_RUNTIME_INTERRUPT}. */
    static final int ERROR_RUNTIME_INTERRUPT = 8003;

    /** {@code DUCKDB_V2_VECTOR_TYPE_OTHER}. */
    static final int VECTOR_TYPE_OTHER = 0;

    /** {@code DUCKDB_V2_SETTING_SCOPE_SESSION}. */
    static final int SETTING_SCOPE_SESSION = 2;

    /** {@code DUCKDB_V2_ORDER_PRESERVATION_NO_ORDER}. */
    static final int ORDER_PRESERVATION_NO_ORDER = 0;

    /** {@code DUCKDB_V2_ORDER_PRESERVATION_INSERTION_ORDER}. */
    static final int ORDER_PRESERVATION_INSERTION_ORDER = 1;

    /** {@code DUCKDB_V2_FUNCTION_PARAMETER_KIND_STANDARD}. */
    static final int FUNCTION_PARAMETER_KIND_STANDARD = 1;

    /** {@code DUCKDB_V2_FUNCTION_PROPERTY_STABILITY}. */
    static final int FUNCTION_PROPERTY_STABILITY = 65536;

    /** {@code DUCKDB_V2_FUNCTION_PROPERTY_STABILITY_CONSISTENT}. */
    static final int FUNCTION_PROPERTY_STABILITY_CONSISTENT = 65536;

    /** {@code DUCKDB_V2_FUNCTION_PROPERTY_STABILITY_VOLATILE}. */
    static final int FUNCTION_PROPERTY_STABILITY_VOLATILE = 65537;

    /** {@code DUCKDB_V2_FUNCTION_PROPERTY_NULL_HANDLING}. */
    static final int FUNCTION_PROPERTY_NULL_HANDLING = 65792;

    /** {@code DUCKDB_V2_FUNCTION_PROPERTY_NULL_HANDLING_DEFAULT}. */
    static final int FUNCTION_PROPERTY_NULL_HANDLING_DEFAULT = 65792;

    /** {@code DUCKDB_V2_FUNCTION_PROPERTY_NULL_HANDLING_SPECIAL}. */
    static final int FUNCTION_PROPERTY_NULL_HANDLING_SPECIAL = 65793;

    private final MemorySegment libraryVersion;
    private final MemorySegment environmentCreate;
    private final MemorySegment environmentDestroy;
    private final MemorySegment environmentGetInstanceCount;
    private final MemorySegment instanceCreateWithOptions;
    private final MemorySegment instanceDestroy;
    private final MemorySegment instanceAttach;
    private final MemorySegment connectionCreate;
    private final MemorySegment connectionDestroy;
    private final MemorySegment connectionInterrupt;
    private final MemorySegment connectionProgressGet;
    private final MemorySegment connectionGetFactory;
    private final MemorySegment connectionGetConfig;
    private final MemorySegment configSetOptionText;
    private final MemorySegment connectionEnableProfiling;
    private final MemorySegment connectionGetQueryMetrics;
    private final MemorySegment parseSql;
    private final MemorySegment statementIteratorNext;
    private final MemorySegment statementIteratorDestroy;
    private final MemorySegment sqlStatementDestroy;
    private final MemorySegment statementExecute;
    private final MemorySegment resultDrain;
    private final MemorySegment resultDestroy;
    private final MemorySegment statementExecuteArrow;
    private final MemorySegment arrowResultGetSchema;
    private final MemorySegment arrowResultFetchArray;
    private final MemorySegment arrowResultDestroy;
    private final MemorySegment errorInfoGetCode;
    private final MemorySegment errorInfoGetRawText;
    private final MemorySegment errorInfoSetCode;
    private final MemorySegment errorInfoSetText;
    private final MemorySegment errorInfoDestroy;
    private final MemorySegment queryMetricsGetRoot;
    private final MemorySegment queryMetricsDestroy;
    private final MemorySegment queryMetricsNodeGetName;
    private final MemorySegment queryMetricsNodeGetChildCount;
    private final MemorySegment queryMetricsNodeGetChild;
    private final MemorySegment queryMetricsNodeGetMetricCount;
    private final MemorySegment queryMetricsNodeGetMetricName;
    private final MemorySegment queryMetricsNodeGetMetricValue;
    private final MemorySegment valueGetVarchar;
    private final MemorySegment valueToString;
    private final MemorySegment valueDestroy;
    private final MemorySegment factoryCreateTypeFromText;
    private final MemorySegment logicalTypeDestroy;
    private final MemorySegment schemaGetCount;
    private final MemorySegment schemaGetField;
    private final MemorySegment schemaDestroy;
    private final MemorySegment functionSignatureAddParameter;
    private final MemorySegment functionSignatureSetReturnType;
    private final MemorySegment functionBindSetBindData;
    private final MemorySegment functionBindGetUserData;
    private final MemorySegment functionBindGetArgValue;
    private final MemorySegment scalarFunctionCreate;
    private final MemorySegment scalarFunctionDestroy;
    private final MemorySegment scalarFunctionSetName;
    private final MemorySegment scalarFunctionGetSignature;
    private final MemorySegment scalarFunctionSetUserData;
    private final MemorySegment scalarFunctionSetProperty;
    private final MemorySegment scalarFunctionSetExecCallback;
    private final MemorySegment scalarFunctionExecGetUserData;
    private final MemorySegment scalarFunctionExecGetRowCount;
    private final MemorySegment scalarFunctionExecGetArg;
    private final MemorySegment scalarFunctionExecGetResult;
    private final MemorySegment connectionRegisterScalarFunction;
    private final MemorySegment tableFunctionCreate;
    private final MemorySegment tableFunctionDestroy;
    private final MemorySegment tableFunctionSetName;
    private final MemorySegment tableFunctionGetSignature;
    private final MemorySegment tableFunctionSetUserData;
    private final MemorySegment tableFunctionSetBindCallback;
    private final MemorySegment tableFunctionSetInitGlobalCallback;
    private final MemorySegment tableFunctionSetInitLocalCallback;
    private final MemorySegment tableFunctionSetExecCallback;
    private final MemorySegment tableFunctionSetProjectionPushdown;
    private final MemorySegment tableFunctionBindAddResultColumn;
    private final MemorySegment tableFunctionBindSetCardinality;
    private final MemorySegment tableFunctionBindSetOrderPreservation;
    private final MemorySegment tableFunctionInitGlobalGetBindData;
    private final MemorySegment tableFunctionInitGlobalSetGlobalState;
    private final MemorySegment tableFunctionInitGlobalSetMaxThreads;
    private final MemorySegment tableFunctionInitGlobalGetColumnCount;
    private final MemorySegment tableFunctionInitGlobalGetColumnIndex;
    private final MemorySegment tableFunctionInitLocalGetGlobalState;
    private final MemorySegment tableFunctionInitLocalSetLocalState;
    private final MemorySegment tableFunctionExecGetLocalState;
    private final MemorySegment tableFunctionExecGetOutputChunk;
    private final MemorySegment connectionRegisterTableFunction;
    private final MemorySegment arrowImporterCreate;
    private final MemorySegment arrowImporterGetSchema;
    private final MemorySegment arrowImporterAppend;
    private final MemorySegment arrowImporterNextChunk;
    private final MemorySegment arrowImporterDestroy;
    private final MemorySegment dataChunkGetSize;
    private final MemorySegment dataChunkGetCapacity;
    private final MemorySegment dataChunkGetVectorCount;
    private final MemorySegment dataChunkGetVector;
    private final MemorySegment dataChunkDestroy;
    private final MemorySegment vectorGetVectorType;
    private final MemorySegment vectorGetView;
    private final MemorySegment vectorFlatten;
    private final MemorySegment vectorSetSize;
    private final MemorySegment vectorReference;
    private final MemorySegment vectorGetDataMutable;
    private final MemorySegment vectorFlatGetValidityMutable;
    private final MemorySegment vectorGetArena;
    private final MemorySegment arenaAllocate;

    CApi(Symbols symbols) {
        libraryVersion = symbols.address("duckdb_v2_library_version");
        environmentCreate = symbols.address("duckdb_v2_environment_create");
        environmentDestroy = symbols.address("duckdb_v2_environment_destroy");
        environmentGetInstanceCount = symbols.address("duckdb_v2_environment_get_instance_count");
        instanceCreateWithOptions = symbols.address("duckdb_v2_instance_create_with_options");
        instanceDestroy = symbols.address("duckdb_v2_instance_destroy");
        instanceAttach = symbols.address("duckdb_v2_instance_attach");
        connectionCreate = symbols.address("duckdb_v2_connection_create");
        connectionDestroy = symbols.address("duckdb_v2_connection_destroy");
        connectionInterrupt = symbols.address("duckdb_v2_connection_interrupt");
        connectionProgressGet = symbols.address("duckdb_v2_connection_progress_get");
        connectionGetFactory = symbols.address("duckdb_v2_connection_get_factory");
        connectionGetConfig = symbols.address("duckdb_v2_connection_get_config");
        configSetOptionText = symbols.address("duckdb_v2_config_set_option_text");
        connectionEnableProfiling = symbols.address("duckdb_v2_connection_enable_profiling");
        connectionGetQueryMetrics = symbols.address("duckdb_v2_connection_get_query_metrics");
        parseSql = symbols.address("duckdb_v2_parse_sql");
        statementIteratorNext = symbols.address("duckdb_v2_statement_iterator_next");
        statementIteratorDestroy = symbols.address("duckdb_v2_statement_iterator_destroy");
        sqlStatementDestroy = symbols.address("duckdb_v2_sql_statement_destroy");
        statementExecute = symbols.address("duckdb_v2_statement_execute");
        resultDrain = symbols.address("duckdb_v2_result_drain");
        resultDestroy = symbols.address("duckdb_v2_result_destroy");
        statementExecuteArrow = symbols.address("duckdb_v2_statement_execute_arrow");
        arrowResultGetSchema = symbols.address("duckdb_v2_arrow_result_get_schema");
        arrowResultFetchArray = symbols.address("duckdb_v2_arrow_result_fetch_array");
        arrowResultDestroy = symbols.address("duckdb_v2_arrow_result_destroy");
        errorInfoGetCode = symbols.address("duckdb_v2_error_info_get_code");
        errorInfoGetRawText = symbols.address("duckdb_v2_error_info_get_raw_text");
        errorInfoSetCode = symbols.address("duckdb_v2_error_info_set_code");
        errorInfoSetText = symbols.address("duckdb_v2_error_info_set_text");
        errorInfoDestroy = symbols.address("duckdb_v2_error_info_destroy");
        queryMetricsGetRoot = symbols.address("duckdb_v2_query_metrics_get_root");
        queryMetricsDestroy = symbols.address("duckdb_v2_query_metrics_destroy");
        queryMetricsNodeGetName = symbols.address("duckdb_v2_query_metrics_node_get_name");
        queryMetricsNodeGetChildCount = symbols.address("duckdb_v2_query_metrics_node_get_child_count");
        queryMetricsNodeGetChild = symbols.address("duckdb_v2_query_metrics_node_get_child");
        queryMetricsNodeGetMetricCount = symbols.address("duckdb_v2_query_metrics_node_get_metric_count");
        queryMetricsNodeGetMetricName = symbols.address("duckdb_v2_query_metrics_node_get_metric_name");
        queryMetricsNodeGetMetricValue = symbols.address("duckdb_v2_query_metrics_node_get_metric_value");
        valueGetVarchar = symbols.address("duckdb_v2_value_get_varchar");
        valueToString = symbols.address("duckdb_v2_value_to_string");
        valueDestroy = symbols.address("duckdb_v2_value_destroy");
        factoryCreateTypeFromText = symbols.address("duckdb_v2_factory_create_type_from_text");
        logicalTypeDestroy = symbols.address("duckdb_v2_logical_type_destroy");
        schemaGetCount = symbols.address("duckdb_v2_schema_get_count");
        schemaGetField = symbols.address("duckdb_v2_schema_get_field");
        schemaDestroy = symbols.address("duckdb_v2_schema_destroy");
        functionSignatureAddParameter = symbols.address("duckdb_v2_function_signature_add_parameter");
        functionSignatureSetReturnType = symbols.address("duckdb_v2_function_signature_set_return_type");
        functionBindSetBindData = symbols.address("duckdb_v2_function_bind_set_bind_data");
        functionBindGetUserData = symbols.address("duckdb_v2_function_bind_get_user_data");
        functionBindGetArgValue = symbols.address("duckdb_v2_function_bind_get_arg_value");
        scalarFunctionCreate = symbols.address("duckdb_v2_scalar_function_create");
        scalarFunctionDestroy = symbols.address("duckdb_v2_scalar_function_destroy");
        scalarFunctionSetName = symbols.address("duckdb_v2_scalar_function_set_name");
        scalarFunctionGetSignature = symbols.address("duckdb_v2_scalar_function_get_signature");
        scalarFunctionSetUserData = symbols.address("duckdb_v2_scalar_function_set_user_data");
        scalarFunctionSetProperty = symbols.address("duckdb_v2_scalar_function_set_property");
        scalarFunctionSetExecCallback = symbols.address("duckdb_v2_scalar_function_set_exec_callback");
        scalarFunctionExecGetUserData = symbols.address("duckdb_v2_scalar_function_exec_get_user_data");
        scalarFunctionExecGetRowCount = symbols.address("duckdb_v2_scalar_function_exec_get_row_count");
        scalarFunctionExecGetArg = symbols.address("duckdb_v2_scalar_function_exec_get_arg");
        scalarFunctionExecGetResult = symbols.address("duckdb_v2_scalar_function_exec_get_result");
        connectionRegisterScalarFunction = symbols.address("duckdb_v2_connection_register_scalar_function");
        tableFunctionCreate = symbols.address("duckdb_v2_table_function_create");
        tableFunctionDestroy = symbols.address("duckdb_v2_table_function_destroy");
        tableFunctionSetName = symbols.address("duckdb_v2_table_function_set_name");
        tableFunctionGetSignature = symbols.address("duckdb_v2_table_function_get_signature");
        tableFunctionSetUserData = symbols.address("duckdb_v2_table_function_set_user_data");
        tableFunctionSetBindCallback = symbols.address("duckdb_v2_table_function_set_bind_callback");
        tableFunctionSetInitGlobalCallback = symbols.address("duckdb_v2_table_function_set_init_global_callback");
        tableFunctionSetInitLocalCallback = symbols.address("duckdb_v2_table_function_set_init_local_callback");
        tableFunctionSetExecCallback = symbols.address("duckdb_v2_table_function_set_exec_callback");
        tableFunctionSetProjectionPushdown = symbols.address("duckdb_v2_table_function_set_projection_pushdown");
        tableFunctionBindAddResultColumn = symbols.address("duckdb_v2_table_function_bind_add_result_column");
        tableFunctionBindSetCardinality = symbols.address("duckdb_v2_table_function_bind_set_cardinality");
        tableFunctionBindSetOrderPreservation = symbols.address("duckdb_v2_table_function_bind_set_order_preservation");
        tableFunctionInitGlobalGetBindData = symbols.address("duckdb_v2_table_function_init_global_get_bind_data");
        tableFunctionInitGlobalSetGlobalState =
                symbols.address("duckdb_v2_table_function_init_global_set_global_state");
        tableFunctionInitGlobalSetMaxThreads = symbols.address("duckdb_v2_table_function_init_global_set_max_threads");
        tableFunctionInitGlobalGetColumnCount =
                symbols.address("duckdb_v2_table_function_init_global_get_column_count");
        tableFunctionInitGlobalGetColumnIndex =
                symbols.address("duckdb_v2_table_function_init_global_get_column_index");
        tableFunctionInitLocalGetGlobalState = symbols.address("duckdb_v2_table_function_init_local_get_global_state");
        tableFunctionInitLocalSetLocalState = symbols.address("duckdb_v2_table_function_init_local_set_local_state");
        tableFunctionExecGetLocalState = symbols.address("duckdb_v2_table_function_exec_get_local_state");
        tableFunctionExecGetOutputChunk = symbols.address("duckdb_v2_table_function_exec_get_output_chunk");
        connectionRegisterTableFunction = symbols.address("duckdb_v2_connection_register_table_function");
        arrowImporterCreate = symbols.address("duckdb_v2_arrow_importer_create");
        arrowImporterGetSchema = symbols.address("duckdb_v2_arrow_importer_get_schema");
        arrowImporterAppend = symbols.address("duckdb_v2_arrow_importer_append");
        arrowImporterNextChunk = symbols.address("duckdb_v2_arrow_importer_next_chunk");
        arrowImporterDestroy = symbols.address("duckdb_v2_arrow_importer_destroy");
        dataChunkGetSize = symbols.address("duckdb_v2_data_chunk_get_size");
        dataChunkGetCapacity = symbols.address("duckdb_v2_data_chunk_get_capacity");
        dataChunkGetVectorCount = symbols.address("duckdb_v2_data_chunk_get_vector_count");
        dataChunkGetVector = symbols.address("duckdb_v2_data_chunk_get_vector");
        dataChunkDestroy = symbols.address("duckdb_v2_data_chunk_destroy");
        vectorGetVectorType = symbols.address("duckdb_v2_vector_get_vector_type");
        vectorGetView = symbols.address("duckdb_v2_vector_get_view");
        vectorFlatten = symbols.address("duckdb_v2_vector_flatten");
        vectorSetSize = symbols.address("duckdb_v2_vector_set_size");
        vectorReference = symbols.address("duckdb_v2_vector_reference");
        vectorGetDataMutable = symbols.address("duckdb_v2_vector_get_data_mutable");
        vectorFlatGetValidityMutable = symbols.address("duckdb_v2_vector_flat_get_validity_mutable");
        vectorGetArena = symbols.address("duckdb_v2_vector_get_arena");
        arenaAllocate = symbols.address("duckdb_v2_arena_allocate");
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_library_version(duckdb_v2_str *out_version, duckdb_v2_error_info_handle *err)}. */
    int libraryVersion(MemorySegment outVersion, MemorySegment err) {
        try {
            return (int) PP.CALL.invokeExact(this.libraryVersion, outVersion, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_library_version does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_environment_create(duckdb_v2_environment_handle *out_env, duckdb_v2_error_info_handle *err)}. */
    int environmentCreate(MemorySegment outEnv, MemorySegment err) {
        try {
            return (int) PP.CALL.invokeExact(this.environmentCreate, outEnv, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_environment_create does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_environment_destroy(duckdb_v2_environment_handle *env)}. */
    int environmentDestroy(MemorySegment env) {
        try {
            return (int) P.CALL.invokeExact(this.environmentDestroy, env);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_environment_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_environment_get_instance_count(duckdb_v2_environment_handle env, idx_t *out_count, duckdb_v2_error_info_handle *err)}. */
    int environmentGetInstanceCount(MemorySegment env, MemorySegment outCount, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.environmentGetInstanceCount, env, outCount, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_environment_get_instance_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_instance_create_with_options(duckdb_v2_environment_handle env, const duckdb_v2_str *option_names, const duckdb_v2_str *option_values, idx_t option_count, duckdb_v2_instance_handle *out_instance, duckdb_v2_error_info_handle *err)}. */
    int instanceCreateWithOptions(
            MemorySegment env,
            MemorySegment optionNames,
            MemorySegment optionValues,
            long optionCount,
            MemorySegment outInstance,
            MemorySegment err) {
        try {
            return (int) PPPLPP.CALL.invokeExact(
                    this.instanceCreateWithOptions, env, optionNames, optionValues, optionCount, outInstance, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_instance_create_with_options does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_instance_destroy(duckdb_v2_instance_handle *instance)}. */
    int instanceDestroy(MemorySegment instance) {
        try {
            return (int) P.CALL.invokeExact(this.instanceDestroy, instance);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_instance_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_instance_attach(duckdb_v2_instance_handle instance, const duckdb_v2_identifier_t *name, const duckdb_v2_str *path, duckdb_v2_attach_options_handle options, bool make_default, duckdb_v2_error_info_handle *err)}. */
    int instanceAttach(
            MemorySegment instance,
            MemorySegment name,
            MemorySegment path,
            MemorySegment options,
            boolean makeDefault,
            MemorySegment err) {
        try {
            return (int) PPPPZP.CALL.invokeExact(this.instanceAttach, instance, name, path, options, makeDefault, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_instance_attach does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_create(duckdb_v2_instance_handle instance, duckdb_v2_connection_handle *out_conn, duckdb_v2_error_info_handle *err)}. */
    int connectionCreate(MemorySegment instance, MemorySegment outConn, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.connectionCreate, instance, outConn, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_create does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_destroy(duckdb_v2_connection_handle *conn)}. */
    int connectionDestroy(MemorySegment conn) {
        try {
            return (int) P.CALL.invokeExact(this.connectionDestroy, conn);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_interrupt(duckdb_v2_connection_handle conn, duckdb_v2_error_info_handle *err)}. */
    int connectionInterrupt(MemorySegment conn, MemorySegment err) {
        try {
            return (int) PP.CALL.invokeExact(this.connectionInterrupt, conn, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_interrupt does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_progress_get(duckdb_v2_connection_handle conn, double *out_percentage, uint64_t *out_rows_processed, uint64_t *out_total_rows_to_process, duckdb_v2_error_info_handle *err)}. */
    int connectionProgressGet(
            MemorySegment conn,
            MemorySegment outPercentage,
            MemorySegment outRowsProcessed,
            MemorySegment outTotalRowsToProcess,
            MemorySegment err) {
        try {
            return (int) PPPPP.CALL.invokeExact(
                    this.connectionProgressGet, conn, outPercentage, outRowsProcessed, outTotalRowsToProcess, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_progress_get does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_get_factory(duckdb_v2_connection_handle conn, duckdb_v2_factory_handle *out_factory, duckdb_v2_error_info_handle *err)}. */
    int connectionGetFactory(MemorySegment conn, MemorySegment outFactory, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.connectionGetFactory, conn, outFactory, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_get_factory does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_get_config(duckdb_v2_connection_handle conn, duckdb_v2_config_handle *out_config, duckdb_v2_error_info_handle *err)}. */
    int connectionGetConfig(MemorySegment conn, MemorySegment outConfig, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.connectionGetConfig, conn, outConfig, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_get_config does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_config_set_option_text(duckdb_v2_config_handle config, const duckdb_v2_identifier_t *name, const duckdb_v2_str *setting, DUCKDB_V2_SETTING_SCOPE scope, duckdb_v2_error_info_handle *err)}. */
    int configSetOptionText(
            MemorySegment config, MemorySegment name, MemorySegment setting, int scope, MemorySegment err) {
        try {
            return (int) PPPIP.CALL.invokeExact(this.configSetOptionText, config, name, setting, scope, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_config_set_option_text does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_enable_profiling(duckdb_v2_connection_handle conn, bool enabled, duckdb_v2_error_info_handle *err)}. */
    int connectionEnableProfiling(MemorySegment conn, boolean enabled, MemorySegment err) {
        try {
            return (int) PZP.CALL.invokeExact(this.connectionEnableProfiling, conn, enabled, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_enable_profiling does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_get_query_metrics(duckdb_v2_connection_handle conn, duckdb_v2_query_metrics_handle *metrics, duckdb_v2_error_info_handle *err)}. */
    int connectionGetQueryMetrics(MemorySegment conn, MemorySegment metrics, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.connectionGetQueryMetrics, conn, metrics, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_get_query_metrics does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_parse_sql(duckdb_v2_connection_handle conn, const char *sql, duckdb_v2_statement_iterator_handle *out_iterator, duckdb_v2_error_info_handle *err)}. */
    int parseSql(MemorySegment conn, MemorySegment sql, MemorySegment outIterator, MemorySegment err) {
        try {
            return (int) PPPP.CALL.invokeExact(this.parseSql, conn, sql, outIterator, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_parse_sql does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_statement_iterator_next(duckdb_v2_statement_iterator_handle iterator, duckdb_v2_sql_statement_handle *out_statement, duckdb_v2_error_info_handle *err)}. */
    int statementIteratorNext(MemorySegment iterator, MemorySegment outStatement, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.statementIteratorNext, iterator, outStatement, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_statement_iterator_next does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_statement_iterator_destroy(duckdb_v2_statement_iterator_handle *iterator)}. */
    int statementIteratorDestroy(MemorySegment iterator) {
        try {
            return (int) P.CALL.invokeExact(this.statementIteratorDestroy, iterator);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_statement_iterator_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_sql_statement_destroy(duckdb_v2_sql_statement_handle *statement)}. */
    int sqlStatementDestroy(MemorySegment statement) {
        try {
            return (int) P.CALL.invokeExact(this.sqlStatementDestroy, statement);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_sql_statement_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_statement_execute(duckdb_v2_connection_handle conn, duckdb_v2_sql_statement_handle statement, const duckdb_v2_identifier_t *parameter_names, const duckdb_v2_value_handle *parameter_values, idx_t parameter_count, duckdb_v2_result_handle *out_result, duckdb_v2_error_info_handle *err)}. */
    int statementExecute(
            MemorySegment conn,
            MemorySegment statement,
            MemorySegment parameterNames,
            MemorySegment parameterValues,
            long parameterCount,
            MemorySegment outResult,
            MemorySegment err) {
        try {
            return (int) PPPPLPP.CALL.invokeExact(
                    this.statementExecute,
                    conn,
                    statement,
                    parameterNames,
                    parameterValues,
                    parameterCount,
                    outResult,
                    err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_statement_execute does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_result_drain(duckdb_v2_result_handle result, idx_t *out_rows_changed, duckdb_v2_error_info_handle *err)}. */
    int resultDrain(MemorySegment result, MemorySegment outRowsChanged, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.resultDrain, result, outRowsChanged, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_result_drain does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_result_destroy(duckdb_v2_result_handle *result)}. */
    int resultDestroy(MemorySegment result) {
        try {
            return (int) P.CALL.invokeExact(this.resultDestroy, result);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_result_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_statement_execute_arrow(duckdb_v2_connection_handle conn, duckdb_v2_sql_statement_handle statement, const duckdb_v2_identifier_t *parameter_names, const duckdb_v2_value_handle *parameter_values, idx_t parameter_count, idx_t batch_size, duckdb_v2_arrow_result_handle *out_result, duckdb_v2_error_info_handle *err)}. */
    int statementExecuteArrow(
            MemorySegment conn,
            MemorySegment statement,
            MemorySegment parameterNames,
            MemorySegment parameterValues,
            long parameterCount,
            long batchSize,
            MemorySegment outResult,
            MemorySegment err) {
        try {
            return (int) PPPPLLPP.CALL.invokeExact(
                    this.statementExecuteArrow,
                    conn,
                    statement,
                    parameterNames,
                    parameterValues,
                    parameterCount,
                    batchSize,
                    outResult,
                    err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_statement_execute_arrow does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_result_get_schema(duckdb_v2_arrow_result_handle result, struct ArrowSchema *out_schema, duckdb_v2_error_info_handle *err)}. */
    int arrowResultGetSchema(MemorySegment result, MemorySegment outSchema, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.arrowResultGetSchema, result, outSchema, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_result_get_schema does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_result_fetch_array(duckdb_v2_arrow_result_handle result, struct ArrowArray *out_array, duckdb_v2_error_info_handle *err)}. */
    int arrowResultFetchArray(MemorySegment result, MemorySegment outArray, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.arrowResultFetchArray, result, outArray, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_result_fetch_array does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_result_destroy(duckdb_v2_arrow_result_handle *result)}. */
    int arrowResultDestroy(MemorySegment result) {
        try {
            return (int) P.CALL.invokeExact(this.arrowResultDestroy, result);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_result_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_error_info_get_code(duckdb_v2_error_info_handle info, DUCKDB_V2_ERROR *out_code)}. */
    int errorInfoGetCode(MemorySegment info, MemorySegment outCode) {
        try {
            return (int) PP.CALL.invokeExact(this.errorInfoGetCode, info, outCode);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_error_info_get_code does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_error_info_get_raw_text(duckdb_v2_error_info_handle info, duckdb_v2_str *out_raw_text)}. */
    int errorInfoGetRawText(MemorySegment info, MemorySegment outRawText) {
        try {
            return (int) PP.CALL.invokeExact(this.errorInfoGetRawText, info, outRawText);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_error_info_get_raw_text does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_error_info_set_code(duckdb_v2_error_info_handle info, DUCKDB_V2_ERROR code)}. */
    int errorInfoSetCode(MemorySegment info, int code) {
        try {
            return (int) PI.CALL.invokeExact(this.errorInfoSetCode, info, code);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_error_info_set_code does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_error_info_set_text(duckdb_v2_error_info_handle info, const duckdb_v2_str *text)}. */
    int errorInfoSetText(MemorySegment info, MemorySegment text) {
        try {
            return (int) PP.CALL.invokeExact(this.errorInfoSetText, info, text);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_error_info_set_text does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_error_info_destroy(duckdb_v2_error_info_handle *info)}. */
    int errorInfoDestroy(MemorySegment info) {
        try {
            return (int) P.CALL.invokeExact(this.errorInfoDestroy, info);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_error_info_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_get_root(duckdb_v2_query_metrics_handle metrics, duckdb_v2_query_metrics_node_handle *node, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsGetRoot(MemorySegment metrics, MemorySegment node, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.queryMetricsGetRoot, metrics, node, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_get_root does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_destroy(duckdb_v2_query_metrics_handle *metrics)}. */
    int queryMetricsDestroy(MemorySegment metrics) {
        try {
            return (int) P.CALL.invokeExact(this.queryMetricsDestroy, metrics);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_node_get_name(duckdb_v2_query_metrics_node_handle node, duckdb_v2_str *name, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsNodeGetName(MemorySegment node, MemorySegment name, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.queryMetricsNodeGetName, node, name, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_node_get_name does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_node_get_child_count(duckdb_v2_query_metrics_node_handle node, idx_t *count, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsNodeGetChildCount(MemorySegment node, MemorySegment count, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.queryMetricsNodeGetChildCount, node, count, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_node_get_child_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_node_get_child(duckdb_v2_query_metrics_node_handle node, idx_t index, duckdb_v2_query_metrics_node_handle *child, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsNodeGetChild(MemorySegment node, long index, MemorySegment child, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.queryMetricsNodeGetChild, node, index, child, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_node_get_child does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_node_get_metric_count(duckdb_v2_query_metrics_node_handle node, idx_t *count, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsNodeGetMetricCount(MemorySegment node, MemorySegment count, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.queryMetricsNodeGetMetricCount, node, count, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_node_get_metric_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_node_get_metric_name(duckdb_v2_query_metrics_node_handle node, idx_t index, duckdb_v2_str *name, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsNodeGetMetricName(MemorySegment node, long index, MemorySegment name, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.queryMetricsNodeGetMetricName, node, index, name, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_node_get_metric_name does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_query_metrics_node_get_metric_value(duckdb_v2_query_metrics_node_handle node, idx_t index, duckdb_v2_value_handle *value, duckdb_v2_error_info_handle *err)}. */
    int queryMetricsNodeGetMetricValue(MemorySegment node, long index, MemorySegment value, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.queryMetricsNodeGetMetricValue, node, index, value, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_query_metrics_node_get_metric_value does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_value_get_varchar(duckdb_v2_value_handle value, duckdb_v2_str *out, duckdb_v2_error_info_handle *err)}. */
    int valueGetVarchar(MemorySegment value, MemorySegment out, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.valueGetVarchar, value, out, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_value_get_varchar does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_value_to_string(duckdb_v2_value_handle value, char *out_string, idx_t out_capacity, idx_t *out_length, duckdb_v2_error_info_handle *err)}. */
    int valueToString(
            MemorySegment value,
            MemorySegment outString,
            long outCapacity,
            MemorySegment outLength,
            MemorySegment err) {
        try {
            return (int) PPLPP.CALL.invokeExact(this.valueToString, value, outString, outCapacity, outLength, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_value_to_string does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_value_destroy(duckdb_v2_value_handle *value)}. */
    int valueDestroy(MemorySegment value) {
        try {
            return (int) P.CALL.invokeExact(this.valueDestroy, value);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_value_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_factory_create_type_from_text(duckdb_v2_factory_handle factory, const duckdb_v2_str *text, duckdb_v2_logical_type_handle *out_type, duckdb_v2_error_info_handle *err)}. */
    int factoryCreateTypeFromText(MemorySegment factory, MemorySegment text, MemorySegment outType, MemorySegment err) {
        try {
            return (int) PPPP.CALL.invokeExact(this.factoryCreateTypeFromText, factory, text, outType, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_factory_create_type_from_text does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_logical_type_destroy(duckdb_v2_logical_type_handle *type)}. */
    int logicalTypeDestroy(MemorySegment type) {
        try {
            return (int) P.CALL.invokeExact(this.logicalTypeDestroy, type);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_logical_type_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_schema_get_count(duckdb_v2_schema_handle schema, idx_t *out_count, duckdb_v2_error_info_handle *err)}. */
    int schemaGetCount(MemorySegment schema, MemorySegment outCount, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.schemaGetCount, schema, outCount, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_schema_get_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_schema_get_field(duckdb_v2_schema_handle schema, idx_t index, duckdb_v2_identifier_t *out_name, duckdb_v2_logical_type_handle *out_type, duckdb_v2_error_info_handle *err)}. */
    int schemaGetField(
            MemorySegment schema, long index, MemorySegment outName, MemorySegment outType, MemorySegment err) {
        try {
            return (int) PLPPP.CALL.invokeExact(this.schemaGetField, schema, index, outName, outType, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_schema_get_field does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_schema_destroy(duckdb_v2_schema_handle *schema)}. */
    int schemaDestroy(MemorySegment schema) {
        try {
            return (int) P.CALL.invokeExact(this.schemaDestroy, schema);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_schema_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_function_signature_add_parameter(duckdb_v2_function_signature_handle sig, const duckdb_v2_identifier_t *name, duckdb_v2_logical_type_handle type, duckdb_v2_value_handle value, DUCKDB_V2_FUNCTION_PARAMETER_KIND kind, duckdb_v2_error_info_handle *err)}. */
    int functionSignatureAddParameter(
            MemorySegment sig,
            MemorySegment name,
            MemorySegment type,
            MemorySegment value,
            int kind,
            MemorySegment err) {
        try {
            return (int) PPPPIP.CALL.invokeExact(this.functionSignatureAddParameter, sig, name, type, value, kind, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_function_signature_add_parameter does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_function_signature_set_return_type(duckdb_v2_function_signature_handle sig, duckdb_v2_logical_type_handle type, duckdb_v2_error_info_handle *err)}. */
    int functionSignatureSetReturnType(MemorySegment sig, MemorySegment type, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.functionSignatureSetReturnType, sig, type, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_function_signature_set_return_type does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_function_bind_set_bind_data(duckdb_v2_function_bind_info_handle info, duckdb_v2_opaque *data, duckdb_v2_error_info_handle *err)}. */
    int functionBindSetBindData(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.functionBindSetBindData, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_function_bind_set_bind_data does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_function_bind_get_user_data(duckdb_v2_function_bind_info_handle info, void **data, duckdb_v2_error_info_handle *err)}. */
    int functionBindGetUserData(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.functionBindGetUserData, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_function_bind_get_user_data does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_function_bind_get_arg_value(duckdb_v2_function_bind_info_handle info, idx_t index, duckdb_v2_value_handle *value, duckdb_v2_error_info_handle *err)}. */
    int functionBindGetArgValue(MemorySegment info, long index, MemorySegment value, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.functionBindGetArgValue, info, index, value, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_function_bind_get_arg_value does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_create(duckdb_v2_factory_handle factory, duckdb_v2_scalar_function_handle *function, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionCreate(MemorySegment factory, MemorySegment function, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionCreate, factory, function, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_create does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_destroy(duckdb_v2_scalar_function_handle *function)}. */
    int scalarFunctionDestroy(MemorySegment function) {
        try {
            return (int) P.CALL.invokeExact(this.scalarFunctionDestroy, function);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_set_name(duckdb_v2_scalar_function_handle function, const duckdb_v2_identifier_t *name, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionSetName(MemorySegment function, MemorySegment name, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionSetName, function, name, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_set_name does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_get_signature(duckdb_v2_scalar_function_handle function, duckdb_v2_function_signature_handle *sig, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionGetSignature(MemorySegment function, MemorySegment sig, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionGetSignature, function, sig, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_get_signature does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_set_user_data(duckdb_v2_scalar_function_handle function, duckdb_v2_opaque *data, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionSetUserData(MemorySegment function, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionSetUserData, function, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_set_user_data does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_set_property(duckdb_v2_scalar_function_handle function, DUCKDB_V2_FUNCTION_PROPERTY_KEY key, DUCKDB_V2_FUNCTION_PROPERTY_VALUE value, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionSetProperty(MemorySegment function, int key, int value, MemorySegment err) {
        try {
            return (int) PIIP.CALL.invokeExact(this.scalarFunctionSetProperty, function, key, value, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_set_property does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_set_exec_callback(duckdb_v2_scalar_function_handle function, duckdb_v2_scalar_function_exec_callback_fn callback, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionSetExecCallback(MemorySegment function, MemorySegment callback, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionSetExecCallback, function, callback, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_set_exec_callback does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_exec_get_user_data(duckdb_v2_scalar_function_exec_info_handle info, void **data, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionExecGetUserData(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionExecGetUserData, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_exec_get_user_data does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_exec_get_row_count(duckdb_v2_scalar_function_exec_info_handle info, idx_t *count, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionExecGetRowCount(MemorySegment info, MemorySegment count, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionExecGetRowCount, info, count, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_exec_get_row_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_exec_get_arg(duckdb_v2_scalar_function_exec_info_handle info, idx_t index, duckdb_v2_vector_handle *vector, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionExecGetArg(MemorySegment info, long index, MemorySegment vector, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.scalarFunctionExecGetArg, info, index, vector, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_exec_get_arg does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_scalar_function_exec_get_result(duckdb_v2_scalar_function_exec_info_handle info, duckdb_v2_vector_handle *vector, duckdb_v2_error_info_handle *err)}. */
    int scalarFunctionExecGetResult(MemorySegment info, MemorySegment vector, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.scalarFunctionExecGetResult, info, vector, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_scalar_function_exec_get_result does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_register_scalar_function(duckdb_v2_connection_handle conn, duckdb_v2_scalar_function_handle function, duckdb_v2_error_info_handle *err)}. */
    int connectionRegisterScalarFunction(MemorySegment conn, MemorySegment function, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.connectionRegisterScalarFunction, conn, function, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_register_scalar_function does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_create(duckdb_v2_factory_handle factory, duckdb_v2_table_function_handle *function, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionCreate(MemorySegment factory, MemorySegment function, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionCreate, factory, function, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_create does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_destroy(duckdb_v2_table_function_handle *function)}. */
    int tableFunctionDestroy(MemorySegment function) {
        try {
            return (int) P.CALL.invokeExact(this.tableFunctionDestroy, function);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_name(duckdb_v2_table_function_handle function, const duckdb_v2_identifier_t *name, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetName(MemorySegment function, MemorySegment name, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionSetName, function, name, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_name does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_get_signature(duckdb_v2_table_function_handle function, duckdb_v2_function_signature_handle *sig, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionGetSignature(MemorySegment function, MemorySegment sig, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionGetSignature, function, sig, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_get_signature does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_user_data(duckdb_v2_table_function_handle function, duckdb_v2_opaque *data, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetUserData(MemorySegment function, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionSetUserData, function, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_user_data does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_bind_callback(duckdb_v2_table_function_handle function, duckdb_v2_table_function_bind_callback_fn callback, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetBindCallback(MemorySegment function, MemorySegment callback, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionSetBindCallback, function, callback, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_bind_callback does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_init_global_callback(duckdb_v2_table_function_handle function, duckdb_v2_table_function_init_global_callback_fn callback, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetInitGlobalCallback(MemorySegment function, MemorySegment callback, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionSetInitGlobalCallback, function, callback, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_init_global_callback does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_init_local_callback(duckdb_v2_table_function_handle function, duckdb_v2_table_function_init_local_callback_fn callback, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetInitLocalCallback(MemorySegment function, MemorySegment callback, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionSetInitLocalCallback, function, callback, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_init_local_callback does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_exec_callback(duckdb_v2_table_function_handle function, duckdb_v2_table_function_exec_callback_fn callback, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetExecCallback(MemorySegment function, MemorySegment callback, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionSetExecCallback, function, callback, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_exec_callback does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_set_projection_pushdown(duckdb_v2_table_function_handle function, bool enable, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionSetProjectionPushdown(MemorySegment function, boolean enable, MemorySegment err) {
        try {
            return (int) PZP.CALL.invokeExact(this.tableFunctionSetProjectionPushdown, function, enable, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_set_projection_pushdown does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_bind_add_result_column(duckdb_v2_table_function_bind_info_handle info, const duckdb_v2_identifier_t *name, duckdb_v2_logical_type_handle type, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionBindAddResultColumn(
            MemorySegment info, MemorySegment name, MemorySegment type, MemorySegment err) {
        try {
            return (int) PPPP.CALL.invokeExact(this.tableFunctionBindAddResultColumn, info, name, type, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_bind_add_result_column does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_bind_set_cardinality(duckdb_v2_table_function_bind_info_handle info, idx_t cardinality, bool is_exact, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionBindSetCardinality(MemorySegment info, long cardinality, boolean isExact, MemorySegment err) {
        try {
            return (int) PLZP.CALL.invokeExact(this.tableFunctionBindSetCardinality, info, cardinality, isExact, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_bind_set_cardinality does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_bind_set_order_preservation(duckdb_v2_table_function_bind_info_handle info, DUCKDB_V2_ORDER_PRESERVATION order, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionBindSetOrderPreservation(MemorySegment info, int order, MemorySegment err) {
        try {
            return (int) PIP.CALL.invokeExact(this.tableFunctionBindSetOrderPreservation, info, order, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_bind_set_order_preservation does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_global_get_bind_data(duckdb_v2_table_function_init_global_info_handle info, void **data, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitGlobalGetBindData(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionInitGlobalGetBindData, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_init_global_get_bind_data does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_global_set_global_state(duckdb_v2_table_function_init_global_info_handle info, duckdb_v2_opaque *data, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitGlobalSetGlobalState(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionInitGlobalSetGlobalState, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError(
                    "duckdb_v2_table_function_init_global_set_global_state does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_global_set_max_threads(duckdb_v2_table_function_init_global_info_handle info, idx_t max_threads, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitGlobalSetMaxThreads(MemorySegment info, long maxThreads, MemorySegment err) {
        try {
            return (int) PLP.CALL.invokeExact(this.tableFunctionInitGlobalSetMaxThreads, info, maxThreads, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_init_global_set_max_threads does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_global_get_column_count(duckdb_v2_table_function_init_global_info_handle info, idx_t *count, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitGlobalGetColumnCount(MemorySegment info, MemorySegment count, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionInitGlobalGetColumnCount, info, count, err);
        } catch (Throwable unexpected) {
            throw new AssertionError(
                    "duckdb_v2_table_function_init_global_get_column_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_global_get_column_index(duckdb_v2_table_function_init_global_info_handle info, idx_t index, idx_t *column_index, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitGlobalGetColumnIndex(
            MemorySegment info, long index, MemorySegment columnIndex, MemorySegment err) {
        try {
            return (int)
                    PLPP.CALL.invokeExact(this.tableFunctionInitGlobalGetColumnIndex, info, index, columnIndex, err);
        } catch (Throwable unexpected) {
            throw new AssertionError(
                    "duckdb_v2_table_function_init_global_get_column_index does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_local_get_global_state(duckdb_v2_table_function_init_local_info_handle info, void **data, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitLocalGetGlobalState(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionInitLocalGetGlobalState, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_init_local_get_global_state does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_init_local_set_local_state(duckdb_v2_table_function_init_local_info_handle info, duckdb_v2_opaque *data, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionInitLocalSetLocalState(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionInitLocalSetLocalState, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_init_local_set_local_state does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_exec_get_local_state(duckdb_v2_table_function_exec_info_handle info, void **data, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionExecGetLocalState(MemorySegment info, MemorySegment data, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionExecGetLocalState, info, data, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_exec_get_local_state does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_table_function_exec_get_output_chunk(duckdb_v2_table_function_exec_info_handle info, duckdb_v2_data_chunk_handle *chunk, duckdb_v2_error_info_handle *err)}. */
    int tableFunctionExecGetOutputChunk(MemorySegment info, MemorySegment chunk, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.tableFunctionExecGetOutputChunk, info, chunk, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_table_function_exec_get_output_chunk does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_connection_register_table_function(duckdb_v2_connection_handle conn, duckdb_v2_table_function_handle function, duckdb_v2_error_info_handle *err)}. */
    int connectionRegisterTableFunction(MemorySegment conn, MemorySegment function, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.connectionRegisterTableFunction, conn, function, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_connection_register_table_function does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_importer_create(duckdb_v2_context_handle context, struct ArrowSchema *schema, idx_t batch_size, duckdb_v2_arrow_importer_handle *out_importer, duckdb_v2_error_info_handle *err)}. */
    int arrowImporterCreate(
            MemorySegment context, MemorySegment schema, long batchSize, MemorySegment outImporter, MemorySegment err) {
        try {
            return (int) PPLPP.CALL.invokeExact(this.arrowImporterCreate, context, schema, batchSize, outImporter, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_importer_create does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_importer_get_schema(duckdb_v2_arrow_importer_handle importer, duckdb_v2_schema_handle *out_schema, duckdb_v2_error_info_handle *err)}. */
    int arrowImporterGetSchema(MemorySegment importer, MemorySegment outSchema, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.arrowImporterGetSchema, importer, outSchema, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_importer_get_schema does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_importer_append(duckdb_v2_arrow_importer_handle importer, struct ArrowArray *array, bool consume, bool flush, duckdb_v2_error_info_handle *err)}. */
    int arrowImporterAppend(
            MemorySegment importer, MemorySegment array, boolean consume, boolean flush, MemorySegment err) {
        try {
            return (int) PPZZP.CALL.invokeExact(this.arrowImporterAppend, importer, array, consume, flush, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_importer_append does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_importer_next_chunk(duckdb_v2_arrow_importer_handle importer, duckdb_v2_data_chunk_handle *out_chunk, duckdb_v2_error_info_handle *err)}. */
    int arrowImporterNextChunk(MemorySegment importer, MemorySegment outChunk, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.arrowImporterNextChunk, importer, outChunk, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_importer_next_chunk does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arrow_importer_destroy(duckdb_v2_arrow_importer_handle *importer)}. */
    int arrowImporterDestroy(MemorySegment importer) {
        try {
            return (int) P.CALL.invokeExact(this.arrowImporterDestroy, importer);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arrow_importer_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_data_chunk_get_size(duckdb_v2_data_chunk_handle chunk, idx_t *out_size, duckdb_v2_error_info_handle *err)}. */
    int dataChunkGetSize(MemorySegment chunk, MemorySegment outSize, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.dataChunkGetSize, chunk, outSize, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_data_chunk_get_size does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_data_chunk_get_capacity(duckdb_v2_data_chunk_handle chunk, idx_t *out_capacity, duckdb_v2_error_info_handle *err)}. */
    int dataChunkGetCapacity(MemorySegment chunk, MemorySegment outCapacity, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.dataChunkGetCapacity, chunk, outCapacity, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_data_chunk_get_capacity does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_data_chunk_get_vector_count(duckdb_v2_data_chunk_handle chunk, idx_t *out_count, duckdb_v2_error_info_handle *err)}. */
    int dataChunkGetVectorCount(MemorySegment chunk, MemorySegment outCount, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.dataChunkGetVectorCount, chunk, outCount, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_data_chunk_get_vector_count does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_data_chunk_get_vector(duckdb_v2_data_chunk_handle chunk, idx_t index, duckdb_v2_vector_handle *out_vector, duckdb_v2_error_info_handle *err)}. */
    int dataChunkGetVector(MemorySegment chunk, long index, MemorySegment outVector, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.dataChunkGetVector, chunk, index, outVector, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_data_chunk_get_vector does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_data_chunk_destroy(duckdb_v2_data_chunk_handle *chunk)}. */
    int dataChunkDestroy(MemorySegment chunk) {
        try {
            return (int) P.CALL.invokeExact(this.dataChunkDestroy, chunk);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_data_chunk_destroy does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_get_vector_type(duckdb_v2_vector_handle vector, DUCKDB_V2_VECTOR_TYPE *out_type, duckdb_v2_error_info_handle *err)}. */
    int vectorGetVectorType(MemorySegment vector, MemorySegment outType, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.vectorGetVectorType, vector, outType, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_get_vector_type does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_get_view(duckdb_v2_vector_handle vector, duckdb_v2_vector_view *out_view, duckdb_v2_error_info_handle *err)}. */
    int vectorGetView(MemorySegment vector, MemorySegment outView, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.vectorGetView, vector, outView, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_get_view does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_flatten(duckdb_v2_vector_handle vector, duckdb_v2_error_info_handle *err)}. */
    int vectorFlatten(MemorySegment vector, MemorySegment err) {
        try {
            return (int) PP.CALL.invokeExact(this.vectorFlatten, vector, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_flatten does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_set_size(duckdb_v2_vector_handle vector, idx_t size, duckdb_v2_error_info_handle *err)}. */
    int vectorSetSize(MemorySegment vector, long size, MemorySegment err) {
        try {
            return (int) PLP.CALL.invokeExact(this.vectorSetSize, vector, size, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_set_size does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_reference(duckdb_v2_vector_handle vector, duckdb_v2_vector_handle source, duckdb_v2_error_info_handle *err)}. */
    int vectorReference(MemorySegment vector, MemorySegment source, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.vectorReference, vector, source, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_reference does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_get_data_mutable(duckdb_v2_vector_handle vector, void **out_data, duckdb_v2_error_info_handle *err)}. */
    int vectorGetDataMutable(MemorySegment vector, MemorySegment outData, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.vectorGetDataMutable, vector, outData, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_get_data_mutable does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_flat_get_validity_mutable(duckdb_v2_vector_handle vector, uint64_t **out_validity, duckdb_v2_error_info_handle *err)}. */
    int vectorFlatGetValidityMutable(MemorySegment vector, MemorySegment outValidity, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.vectorFlatGetValidityMutable, vector, outValidity, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_flat_get_validity_mutable does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_vector_get_arena(duckdb_v2_vector_handle vector, duckdb_v2_arena_handle *out_arena, duckdb_v2_error_info_handle *err)}. */
    int vectorGetArena(MemorySegment vector, MemorySegment outArena, MemorySegment err) {
        try {
            return (int) PPP.CALL.invokeExact(this.vectorGetArena, vector, outArena, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_vector_get_arena does not throw", unexpected);
        }
    }

    /** {@code DUCKDB_V2_ERROR duckdb_v2_arena_allocate(duckdb_v2_arena_handle arena, idx_t byte_len, uint8_t **out_ptr, duckdb_v2_error_info_handle *err)}. */
    int arenaAllocate(MemorySegment arena, long byteLen, MemorySegment outPtr, MemorySegment err) {
        try {
            return (int) PLPP.CALL.invokeExact(this.arenaAllocate, arena, byteLen, outPtr, err);
        } catch (Throwable unexpected) {
            throw new AssertionError("duckdb_v2_arena_allocate does not throw", unexpected);
        }
    }

    /** Calls of the shape {@code int (ADDRESS)}, linked on first use. */
    private static final class P {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_INT)}, linked on first use. */
    private static final class PI {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_INT, JAVA_INT, ADDRESS)}, linked on first use. */
    private static final class PIIP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_INT, ADDRESS)}, linked on first use. */
    private static final class PIP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_LONG, ADDRESS)}, linked on first use. */
    private static final class PLP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PLPP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PLPPP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS)}, linked on first use. */
    private static final class PLZP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_BOOLEAN, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPLPP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS)}, linked on first use. */
    private static final class PPPIP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPPLPP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPPP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS)}, linked on first use. */
    private static final class PPPPIP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPPPLLPP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPPPLPP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS)}, linked on first use. */
    private static final class PPPPP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_BOOLEAN, ADDRESS)}, linked on first use. */
    private static final class PPPPZP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_BOOLEAN, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, ADDRESS, JAVA_BOOLEAN, JAVA_BOOLEAN, ADDRESS)}, linked on first use. */
    private static final class PPZZP {
        static final MethodHandle CALL =
                link(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_BOOLEAN, JAVA_BOOLEAN, ADDRESS));
    }

    /** Calls of the shape {@code int (ADDRESS, JAVA_BOOLEAN, ADDRESS)}, linked on first use. */
    private static final class PZP {
        static final MethodHandle CALL = link(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_BOOLEAN, ADDRESS));
    }

    // Restricted because a wrong descriptor breaks the process: these come from DuckDB's own header.
    @SuppressWarnings("restricted")
    private static MethodHandle link(FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(descriptor);
    }
}
