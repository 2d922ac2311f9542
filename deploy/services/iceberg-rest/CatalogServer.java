package org.apache.iceberg.rest;

import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Catalog;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * Iceberg's REST catalog as its own tests have it, over a catalog in an SQLite file. Usage: {@code CatalogServer PORT FOLDER}.
 *
 * <p>In Iceberg's package, because the adapter is not public.
 */
public final class CatalogServer {

    public static void main(String... arguments) throws Exception {
        Map<String, String> properties = Map.of(
                "catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog",
                "uri", "jdbc:sqlite:" + arguments[1] + "/catalog.db",
                "jdbc.schema-version", "V1",
                "warehouse", "file:" + arguments[1] + "/warehouse",
                "io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
        Catalog catalog = CatalogUtil.buildIcebergCatalog("rest_backend", properties, new Configuration());
        RESTServerCatalogAdapter adapter =
                new RESTServerCatalogAdapter(new RESTCatalogServer.CatalogContext(catalog, properties));
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(new RESTCatalogServlet(adapter)), "/*");
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        server.setHandler(context);
        server.start();
        server.join();
    }
}
