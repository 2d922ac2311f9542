package io.sqe.catalog.iceberg;

import io.sqe.catalog.Catalog;
import io.sqe.catalog.CatalogException;
import io.sqe.catalog.CatalogException.AlreadyExists;
import io.sqe.catalog.CatalogException.NotEmpty;
import io.sqe.catalog.CatalogException.UnknownNamespace;
import io.sqe.catalog.CatalogException.UnknownTable;
import io.sqe.catalog.IfExists;
import io.sqe.catalog.IfMissing;
import io.sqe.catalog.NamespaceName;
import io.sqe.catalog.TableDefinition;
import io.sqe.catalog.TableMetadata;
import io.sqe.catalog.TableName;
import io.sqe.catalog.TableVersion;
import io.sqe.catalog.TableWrite;
import io.sqe.catalog.ViewMetadata;
import io.sqe.catalog.iceberg.AnswersUntilCommit.Kind;
import io.sqe.catalog.iceberg.AnswersUntilCommit.Question;
import io.sqe.catalog.iceberg.scan.KeptFileLists;
import io.sqe.catalog.iceberg.scan.ReadPoint;
import io.sqe.catalog.iceberg.scan.ScanPlanning;
import io.sqe.catalog.iceberg.table.CatalogFailures;
import io.sqe.catalog.iceberg.table.Identifiers;
import io.sqe.catalog.iceberg.table.TableState;
import io.sqe.catalog.scan.FileScan;
import io.sqe.catalog.scan.ScanRequest;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/** An Iceberg catalog. Safe for use by many threads; whoever opened it closes it. */
public final class IcebergCatalog implements Catalog, AutoCloseable {
    private final String name;
    private final Path folder;
    private final OpenedOnce opened;
    private final ScanPlanning planning = new ScanPlanning();

    /** The catalog is opened by the first question to it. */
    IcebergCatalog(String name, Path folder, Supplier<OpenedCatalog> opening) {
        this.name = name;
        this.folder = folder;
        this.opened = new OpenedOnce(opening);
    }

    @Override
    public String name() {
        return name;
    }

    /** The local folder that everything of this catalog lies in. */
    public Path folder() {
        return folder;
    }

    /** How the file lists of this catalog's snapshots have served. */
    public KeptFileLists fileLists() {
        return planning.kept();
    }

    @Override
    public List<NamespaceName> listNamespaces() {
        return asking(
                "list schemas",
                catalog -> catalog.answers()
                        .ask(
                                new Question(Kind.NAMESPACES, name),
                                () -> namespacesBelow(catalog, Namespace.empty())
                                        .map(namespace -> Identifiers.nameOf(name, namespace))
                                        .sorted(Comparator.comparing(NamespaceName::toString))
                                        .toList()));
    }

    @Override
    public boolean hasNamespace(NamespaceName namespace) {
        return asking(
                "look for schema " + namespace,
                catalog -> catalog.answers()
                        .ask(
                                new Question(Kind.NAMESPACE_EXISTS, namespace),
                                () -> catalog.namespaces().namespaceExists(Identifiers.of(namespace))));
    }

    @Override
    public List<TableName> listTables(NamespaceName namespace) {
        return list(Kind.TABLES, namespace, catalog -> catalog.tables().listTables(Identifiers.of(namespace)));
    }

    @Override
    public List<TableName> listViews(NamespaceName namespace) {
        return list(Kind.VIEWS, namespace, catalog -> catalog.views().listViews(Identifiers.of(namespace)));
    }

    @Override
    public Optional<TableMetadata> findTable(TableName table, TableVersion version) {
        return reading(
                table,
                catalog -> catalog.states()
                        .find(table)
                        .map(state -> ReadPoint.of(state, version).describe()));
    }

    @Override
    public Optional<ViewMetadata> findView(TableName view) {
        return reading(view, catalog -> catalog.states().findView(view));
    }

    @Override
    public Optional<String> stateToken(TableName table) {
        return reading(table, catalog -> catalog.states().token(table));
    }

    @Override
    public FileScan planScan(ScanRequest request) {
        return reading(request.table(), catalog -> {
            TableState state =
                    catalog.states().find(request.table()).orElseThrow(() -> new UnknownTable(request.table()));
            return planning.plan(ReadPoint.of(state, request.version()), request.predicate());
        });
    }

    @Override
    public void createNamespace(NamespaceName namespace, Map<String, String> properties, IfExists ifExists) {
        Identifiers.checkCreatable(namespace);
        asking("create schema " + namespace, catalog -> {
            try {
                catalog.namespaces().createNamespace(Identifiers.of(namespace), properties);
            } catch (AlreadyExistsException e) {
                if (ifExists == IfExists.FAIL) {
                    throw new AlreadyExists("Schema " + namespace);
                }
            }
            return namespace;
        });
    }

    @Override
    public void dropNamespace(NamespaceName namespace, IfMissing ifMissing) {
        asking("drop schema " + namespace, catalog -> {
            try {
                boolean dropped = catalog.namespaces().dropNamespace(Identifiers.of(namespace));
                if (!dropped && ifMissing == IfMissing.FAIL) {
                    throw new UnknownNamespace(namespace);
                }
                return dropped;
            } catch (NamespaceNotEmptyException e) {
                throw new NotEmpty(namespace);
            }
        });
    }

    @Override
    public void createTable(TableDefinition definition, IfExists ifExists) {
        changing(definition.name(), catalog -> {
            new TableChanges(catalog).create(definition, ifExists);
            return definition;
        });
    }

    @Override
    public void dropTable(TableName table, IfMissing ifMissing) {
        changing(table, catalog -> {
            boolean dropped = new TableChanges(catalog).drop(table);
            if (!dropped && ifMissing == IfMissing.FAIL) {
                throw new UnknownTable(table);
            }
            return dropped;
        });
    }

    @Override
    public void createView(ViewMetadata view, IfExists ifExists) {
        changing(view.name(), catalog -> new ViewChanges(catalog).create(view, ifExists));
    }

    @Override
    public void replaceView(ViewMetadata view) {
        changing(view.name(), catalog -> new ViewChanges(catalog).replace(view));
    }

    @Override
    public void dropView(TableName view, IfMissing ifMissing) {
        changing(view, catalog -> {
            boolean dropped = catalog.views().dropView(Identifiers.of(view));
            if (!dropped && ifMissing == IfMissing.FAIL) {
                throw new UnknownTable(view);
            }
            return dropped;
        });
    }

    @Override
    public TableWrite openAppend(TableName table) {
        return changing(table, catalog -> new TableWrites(catalog).append(table));
    }

    @Override
    public TableWrite openCreate(TableDefinition definition) {
        return changing(definition.name(), catalog -> new TableWrites(catalog).create(definition));
    }

    @Override
    public TableWrite openReplace(TableDefinition definition) {
        return changing(definition.name(), catalog -> new TableWrites(catalog).replace(definition));
    }

    /** Closes the database. Writes still open lose their way to commit. */
    @Override
    public void close() {
        opened.close();
    }

    private static Stream<Namespace> namespacesBelow(OpenedCatalog catalog, Namespace parent) {
        return catalog.namespaces().listNamespaces(parent).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), namespacesBelow(catalog, child)));
    }

    private List<TableName> list(
            Kind kind, NamespaceName namespace, Action<List<org.apache.iceberg.catalog.TableIdentifier>> listing) {
        return asking(
                "list the tables of " + namespace,
                catalog -> catalog.answers().ask(new Question(kind, namespace), () -> {
                    try {
                        return listing.run(catalog).stream()
                                .map(identifier -> Identifiers.nameOf(name, identifier))
                                .sorted(Comparator.comparing(TableName::table))
                                .toList();
                    } catch (NoSuchNamespaceException e) {
                        throw new UnknownNamespace(namespace);
                    }
                }));
    }

    private <T> T asking(String task, Action<T> action) {
        try {
            return action.run(opened.catalog());
        } catch (CatalogException e) {
            throw e;
        } catch (RuntimeException e) {
            throw CatalogFailures.asking(task, e);
        }
    }

    private <T> T reading(TableName table, Action<T> action) {
        try {
            return action.run(opened.catalog());
        } catch (RuntimeException e) {
            throw CatalogFailures.reading(table, e);
        }
    }

    private <T> T changing(TableName table, Action<T> action) {
        try {
            return action.run(opened.catalog());
        } catch (RuntimeException e) {
            throw CatalogFailures.changing(table, e);
        }
    }

    /** What is done with the catalog once it is open. */
    private interface Action<T> {
        T run(OpenedCatalog catalog);
    }
}
