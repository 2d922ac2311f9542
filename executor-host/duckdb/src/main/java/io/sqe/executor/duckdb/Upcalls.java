package io.sqe.executor.duckdb;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Collections;

/**
 * Makes functions that C can call. A Java exception must never leave them, for it would end the process: each becomes DuckDB's
 * error, or nothing where C accepts none. The functions live as long as the process.
 */
final class Upcalls {
    /** {@code ERROR_QUERY_EXECUTOR}: what a failure in Java is to SQL unless it is a {@link DuckDbException} itself. */
    private static final int EXECUTOR_FAILURE = 5007;

    private Upcalls() {}

    /** A function of one pointer, which cannot fail. */
    @FunctionalInterface
    interface Release {
        void release(MemorySegment struct) throws Exception;
    }

    /** A function of an info and a context. */
    @FunctionalInterface
    interface Phase {
        void run(MemorySegment info, MemorySegment context) throws Exception;
    }

    /** A function of two infos and a context. */
    @FunctionalInterface
    interface Bind {
        void run(MemorySegment info, MemorySegment result, MemorySegment context) throws Exception;
    }

    /** What C sees: pointers in, nothing out. */
    @FunctionalInterface
    interface OnePointer {
        void call(MemorySegment struct);
    }

    /** What C sees: pointers in, nothing out. */
    @FunctionalInterface
    interface ThreePointers {
        void call(MemorySegment info, MemorySegment context, MemorySegment err);
    }

    /** What C sees: pointers in, nothing out. */
    @FunctionalInterface
    interface FourPointers {
        void call(MemorySegment info, MemorySegment result, MemorySegment context, MemorySegment err);
    }

    /** {@code void (*)(void *)}. What the body throws goes to the thread's handler: C has nowhere to put it. */
    static MemorySegment release(Release body) {
        OnePointer guarded = struct -> {
            try {
                body.release(struct);
            } catch (Throwable failure) {
                ignore(failure);
            }
        };
        return stub(OnePointer.class, guarded, 1);
    }

    /** {@code void (*)(info, context, error_info_handle *)}. */
    static MemorySegment phase(CApi api, Phase body) {
        ThreePointers guarded = (info, context, err) -> {
            try {
                body.run(info, context);
            } catch (Throwable failure) {
                report(api, err, failure);
            }
        };
        return stub(ThreePointers.class, guarded, 3);
    }

    /** {@code void (*)(info, result, context, error_info_handle *)}. */
    static MemorySegment bind(CApi api, Bind body) {
        FourPointers guarded = (info, result, context, err) -> {
            try {
                body.run(info, result, context);
            } catch (Throwable failure) {
                report(api, err, failure);
            }
        };
        return stub(FourPointers.class, guarded, 4);
    }

    /** Tells DuckDB of a failure, in the live error slot that it passed. */
    private static void report(CApi api, MemorySegment err, Throwable failure) {
        try (Call call = new Call(api)) {
            MemorySegment info = Pointers.sized(err, ADDRESS.byteSize()).get(ADDRESS, 0);
            int code = failure instanceof DuckDbException known ? known.code() : EXECUTOR_FAILURE;
            String message = failure.getMessage();
            call.check(api.errorInfoSetCode(info, code));
            call.check(api.errorInfoSetText(
                    info, call.str(message == null ? failure.getClass().getSimpleName() : message)));
        } catch (Throwable unreported) {
            ignore(unreported);
        }
    }

    private static void ignore(Throwable failure) {
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        handler.uncaughtException(thread, failure);
    }

    // Restricted because a wrong descriptor breaks the process: all of ours take pointers and answer nothing.
    @SuppressWarnings("restricted")
    private static <T> MemorySegment stub(Class<T> shape, T target, int pointers) {
        MemoryLayout[] layouts = Collections.nCopies(pointers, ADDRESS).toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = FunctionDescriptor.ofVoid(layouts);
        try {
            MethodHandle handle = MethodHandles.lookup()
                    .findVirtual(shape, "call", descriptor.toMethodType())
                    .bindTo(target);
            return Linker.nativeLinker().upcallStub(handle, descriptor, Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("Every shape has a method call", impossible);
        }
    }
}
