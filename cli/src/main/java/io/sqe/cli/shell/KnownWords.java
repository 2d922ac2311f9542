package io.sqe.cli.shell;

import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableName;
import io.sqe.gateway.query.QueryEngine;
import io.sqe.gateway.query.Session;
import io.sqe.gateway.query.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The words that a session may use, asked for in the background: whoever completes a line never waits longer than
 * {@link #PATIENCE}, and gets at the next key what came too late for this one.
 */
final class KnownWords {
    /** Longest time that one completion may take in all. */
    static final Duration PATIENCE = Duration.ofMillis(80);

    private final QueryEngine engine;
    private final Session session;
    private final Duration patience;
    private final Map<Object, FutureTask<? extends List<?>>> asked = new ConcurrentHashMap<>();

    KnownWords(QueryEngine engine, Session session) {
        this(engine, session, PATIENCE);
    }

    KnownWords(QueryEngine engine, Session session, Duration patience) {
        this.engine = engine;
        this.session = session;
        this.patience = patience;
    }

    /** Forgets what a statement may have changed. */
    void refresh() {
        asked.keySet().removeIf(question -> !(question instanceof Question));
    }

    Session session() {
        return session;
    }

    Look look() {
        return new Look(System.nanoTime() + patience.toNanos());
    }

    /** Questions whose answers no statement changes. */
    private enum Question {
        KEYWORDS,
        FUNCTIONS
    }

    /** One look at the words, with what is left of its patience. */
    final class Look {
        private final long deadlineNanos;

        private Look(long deadlineNanos) {
            this.deadlineNanos = deadlineNanos;
        }

        List<String> keywords() {
            return ask(Question.KEYWORDS, Vocabulary::keywords);
        }

        List<String> functions() {
            return ask(Question.FUNCTIONS, Vocabulary::functions);
        }

        List<String> catalogs() {
            return ask("catalogs", Vocabulary::catalogs);
        }

        List<NamespaceName> namespaces(String catalog) {
            return ask("namespaces of " + catalog, words -> words.namespaces(catalog));
        }

        List<TableName> tables(NamespaceName namespace) {
            return ask(namespace, words -> words.tables(namespace));
        }

        List<String> columns(TableName table) {
            return ask(table, words -> words.columns(table));
        }

        // The answer to a question is always of that question's type: each is asked in one place.
        @SuppressWarnings("unchecked")
        private <T> List<T> ask(Object question, Function<Vocabulary, List<T>> how) {
            FutureTask<? extends List<?>> answer = asked.computeIfAbsent(question, _ -> {
                FutureTask<List<T>> task = new FutureTask<>(() -> how.apply(engine.vocabulary(session)));
                Thread.ofVirtual().name("words").start(task);
                return task;
            });
            return (List<T>) await(question, answer);
        }

        private List<?> await(Object question, FutureTask<? extends List<?>> answer) {
            try {
                return answer.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                return List.of();
            } catch (ExecutionException failed) {
                asked.remove(question);
                return List.of();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
    }
}
