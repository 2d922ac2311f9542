package org.apache.iceberg.rest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.CloseableIterable;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * Iceberg's REST catalog as its own tests have it, over a catalog in an SQLite file. Usage: {@code CatalogServer PORT FOLDER
 * [TABLE=METADATA-FILE]…}.
 *
 * <p>A table whose metadata is given becomes {@code shared.TABLE}: of the very same data files, under addresses with a scheme, since
 * not every engine reads plain paths.
 *
 * <p>In Iceberg's package, because the adapter is not public.
 */
public final class CatalogServer {
    private static final Namespace SHARED = Namespace.of("shared");

    public static void main(String... arguments) throws Exception {
        Map<String, String> properties = Map.of(
                "catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog",
                "uri", "jdbc:sqlite:" + arguments[1] + "/catalog.db",
                "jdbc.schema-version", "V1",
                "warehouse", "file://" + arguments[1] + "/warehouse",
                "io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
        Catalog catalog = CatalogUtil.buildIcebergCatalog("rest_backend", properties, new Configuration());
        ((SupportsNamespaces) catalog).createNamespace(SHARED);
        for (int argument = 2; argument < arguments.length; argument++) {
            String[] nameAndMetadata = arguments[argument].split("=", 2);
            share(catalog, nameAndMetadata[0], nameAndMetadata[1]);
        }
        RESTServerCatalogAdapter adapter =
                new RESTServerCatalogAdapter(new RESTCatalogServer.CatalogContext(catalog, properties));
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(new RESTCatalogServlet(adapter)), "/*");
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        server.setHandler(context);
        server.start();
        server.join();
    }

    private static void share(Catalog catalog, String name, String metadata) throws IOException {
        HadoopFileIO files = new HadoopFileIO(new Configuration());
        Table source = new BaseTable(new StaticTableOperations(metadata, files), name);
        Table shared = catalog.createTable(TableIdentifier.of(SHARED, name), source.schema(), source.spec());
        AppendFiles append = shared.newAppend();
        try (CloseableIterable<FileScanTask> tasks = source.newScan().includeColumnStats().planFiles()) {
            for (FileScanTask task : tasks) {
                append.appendFile(DataFiles.builder(shared.spec())
                        .copy(task.file())
                        .withPath("file://" + task.file().location())
                        .build());
            }
        }
        append.commit();
    }
}
