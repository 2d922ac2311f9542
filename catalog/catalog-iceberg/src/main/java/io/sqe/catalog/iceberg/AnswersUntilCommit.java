package io.sqe.catalog.iceberg;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers what a catalog answered for as long as nothing is committed.
 *
 * <p>An answer is kept with the count of commits that was read before it was asked for: an answer that is older than a commit
 * is never given after it. Safe for use by many threads.
 */
final class AnswersUntilCommit {
    /** Answers kept at most; past it questions are asked anew. */
    static final int ANSWERS_MAX = 10_000;

    private final CommitCounter counter;
    private volatile Answers current = new Answers(OptionalLong.empty());

    AnswersUntilCommit(CommitCounter counter) {
        this.counter = counter;
    }

    /** The answer to a question, which is a value with {@code equals} that also tells what kind of answer is meant. */
    <T> T ask(Question question, Supplier<T> catalog) {
        Answers answers = answers();
        if (answers.asOf.isEmpty()) {
            return catalog.get();
        }
        // Questions of one kind all have answers of one type.
        @SuppressWarnings("unchecked")
        T known = (T) answers.byQuestion.get(question);
        if (known != null) {
            return known;
        }
        T answer = catalog.get();
        if (answers.byQuestion.size() < ANSWERS_MAX) {
            answers.byQuestion.put(question, answer);
        }
        return answer;
    }

    private Answers answers() {
        OptionalLong now = counter.commits();
        Answers answers = current;
        if (!now.equals(answers.asOf)) {
            answers = new Answers(now);
            current = answers;
        }
        return answers;
    }

    /**
     * What is asked.
     *
     * @param kind sets apart questions about one subject
     */
    record Question(Kind kind, Object subject) {}

    /** What is asked about a subject. */
    enum Kind {
        TABLE,
        VIEW,
        POINTER,
        NAMESPACE_EXISTS,
        NAMESPACES,
        TABLES,
        VIEWS
    }

    private record Answers(OptionalLong asOf, Map<Object, Object> byQuestion) {
        private Answers(OptionalLong asOf) {
            this(asOf, new ConcurrentHashMap<>());
        }
    }
}
