package io.sqe.gateway.trino.statement;

import io.sqe.gateway.trino.protocol.ResultPage;
import io.sqe.gateway.trino.protocol.ResultPage.PageData;
import io.sqe.gateway.trino.protocol.TrinoError;
import io.sqe.gateway.trino.statement.PagePosition.Stage;
import io.sqe.gateway.trino.statement.StatementWork.Made;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A statement and the client that follows it from page to page.
 *
 * <p>A page is made when it is asked for. The same page may be asked for again until the next one is: a client that has lost an
 * answer repeats its request. Safe for use by many threads.
 */
public final class FollowedStatement {
    private final String id;
    private final SubmittedStatement statement;
    private final StatementWork work;
    private final PageSlugs slugs = new PageSlugs();
    private final ReentrantLock requests = new ReentrantLock();

    private PagePosition expected = new PagePosition(Stage.QUEUED, 0);
    private @Nullable PagePosition served;
    private @Nullable ResultPage last;
    private volatile boolean isDelivered;
    private volatile long touchedNanos;

    FollowedStatement(String id, SubmittedStatement statement, StatementWork work) {
        this.id = id;
        this.statement = statement;
        this.work = work;
        touch();
    }

    public String id() {
        return id;
    }

    public SubmittedStatement statement() {
        return statement;
    }

    /** The answer to the request that has brought the statement. */
    ResultPage first(Duration wait) {
        requests.lock();
        try {
            ResultPage page = started(wait);
            isDelivered = page.nextPath().isEmpty();
            return page;
        } finally {
            requests.unlock();
        }
    }

    /**
     * The page at a position, waiting for news a while.
     *
     * @return empty if the slug is not the position's, or the position is not one that could be asked for
     */
    Optional<ResultPage> page(PagePosition position, String slug, Duration wait) {
        if (!slugs.isOf(position, slug)) {
            return Optional.empty();
        }
        requests.lock();
        try {
            touch();
            if (position.equals(served)) {
                return Optional.ofNullable(last);
            }
            if (!position.equals(expected)) {
                return Optional.empty();
            }
            ResultPage page = position.stage() == Stage.QUEUED ? started(wait) : executed(wait);
            served = position;
            last = page;
            isDelivered = page.nextPath().isEmpty();
            return Optional.of(page);
        } finally {
            touch();
            requests.unlock();
        }
    }

    boolean isSlugOf(PagePosition position, String slug) {
        return slugs.isOf(position, slug);
    }

    /** Ends the statement with an error; no effect once it has ended. */
    void fail(TrinoError reason) {
        work.fail(reason);
    }

    /** Ends the statement for its client, who wants none of its rows any more, whether it has ended or not. */
    void cancel(TrinoError reason) {
        work.fail(reason);
        work.abandonRows();
    }

    /** Gives up everything that is kept for a client that does not ask any more. */
    void forget() {
        forgetLastPage();
        if (!isDelivered) {
            work.abandonRows();
        }
    }

    /** Gives up the page that is kept in case it is asked for again. */
    void forgetLastPage() {
        if (requests.tryLock()) {
            try {
                if (isDelivered()) {
                    last = null;
                    served = null;
                    work.releasePage();
                }
            } finally {
                requests.unlock();
            }
        }
    }

    boolean isEnded() {
        return work.isEnded();
    }

    /** Whether the client has had the last page, or an error. */
    boolean isDelivered() {
        return isDelivered;
    }

    boolean isOverdue(long nowNanos) {
        return work.isOverdue(nowNanos);
    }

    Duration idle(long nowNanos) {
        return requests.isLocked() ? Duration.ZERO : Duration.ofNanos(nowNanos - touchedNanos);
    }

    private void touch() {
        touchedNanos = System.nanoTime();
    }

    private ResultPage started(Duration wait) {
        return switch (work.awaitStart(wait)) {
            case StatementWork.Start.Waiting() -> goOn(expected.next());
            case StatementWork.Start.Started() -> goOn(new PagePosition(Stage.EXECUTING, 0));
            case StatementWork.Start.Failed(var error) -> failed(error);
        };
    }

    private ResultPage executed(Duration wait) {
        return switch (work.awaitRows(wait)) {
            case Made.Waiting() -> goOn(expected.next());
            case Made.Rows(var data, boolean isLast) -> rows(data, isLast);
            case Made.Failed(var error) -> failed(error);
        };
    }

    private ResultPage goOn(PagePosition next) {
        expected = next;
        return new ResultPage(
                id,
                Optional.of(path(next)),
                Optional.empty(),
                new PageData.Nothing(),
                work.statistics(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of());
    }

    private ResultPage rows(PageData data, boolean isLast) {
        expected = expected.next();
        return new ResultPage(
                id,
                isLast ? Optional.empty() : Optional.of(path(expected)),
                work.columns(),
                data,
                work.statistics(),
                Optional.empty(),
                work.updateType(),
                work.updateCount(),
                work.changes());
    }

    private ResultPage failed(TrinoError error) {
        expected = expected.next();
        return ResultPage.failed(id, work.statistics(), error);
    }

    private String path(PagePosition position) {
        return "/v1/statement/%s/%s/%s/%d"
                .formatted(position.stage().pathName(), id, slugs.of(position), position.token());
    }
}
