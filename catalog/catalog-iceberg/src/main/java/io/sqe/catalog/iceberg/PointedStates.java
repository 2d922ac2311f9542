package io.sqe.catalog.iceberg;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sqe.catalog.TableName;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.iceberg.AnswersUntilCommit.Kind;
import io.sqe.catalog.iceberg.AnswersUntilCommit.Question;
import io.sqe.catalog.iceberg.MetadataPointers.Pointer;
import io.sqe.catalog.iceberg.MetadataPointers.PointerKind;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.TableState;
import io.sqe.catalog.iceberg.table.UnreadableFileException;
import io.sqe.catalog.iceberg.table.ViewDescription;
import java.util.Optional;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.catalog.ViewCatalog;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileIO;

/**
 * States of an embedded catalog's tables: the database is asked for the location of the metadata file, and a file that was read
 * once is kept, for it never changes.
 */
final class PointedStates implements TableStates {
    /** Parsed metadata files kept at most. */
    static final long STATES_MAX = 2_000;

    private final MetadataPointers pointers;
    private final AnswersUntilCommit answers;
    private final ViewCatalog views;
    private final FileIO io;
    private final Cache<String, TableMetadata> parsed =
            Caffeine.newBuilder().maximumSize(STATES_MAX).build();

    PointedStates(MetadataPointers pointers, AnswersUntilCommit answers, ViewCatalog views, FileIO io) {
        this.pointers = pointers;
        this.answers = answers;
        this.views = views;
        this.io = io;
    }

    @Override
    public Optional<TableState> find(TableName name) {
        return answers.ask(
                new Question(Kind.TABLE, name),
                () -> pointer(name, PointerKind.TABLE).map(location -> read(name, location)));
    }

    @Override
    public Optional<ViewMetadata> findView(TableName name) {
        return answers.ask(
                new Question(Kind.VIEW, name),
                () -> pointer(name, PointerKind.VIEW)
                        .map(_ -> ViewDescription.of(name, views.loadView(Identifiers.of(name)))));
    }

    @Override
    public Optional<String> token(TableName name) {
        return pointer(name).map(Pointer::location);
    }

    private Optional<String> pointer(TableName name, PointerKind kind) {
        return pointer(name).filter(found -> found.kind() == kind).map(Pointer::location);
    }

    private Optional<Pointer> pointer(TableName name) {
        return answers.ask(new Question(Kind.POINTER, name), () -> pointers.find(Identifiers.of(name)));
    }

    private TableState read(TableName name, String location) {
        return new TableState(name, parsed.get(location, this::parse), io);
    }

    /** Read here and not by Iceberg's table operations: those try a damaged file twenty times over minutes. */
    private TableMetadata parse(String location) {
        try {
            return TableMetadataParser.read(io, location);
        } catch (NotFoundException e) {
            throw new UnreadableFileException("metadata file %s does not exist".formatted(location), e);
        } catch (RuntimeException e) {
            throw new UnreadableFileException("metadata file %s cannot be read".formatted(location), e);
        }
    }
}
