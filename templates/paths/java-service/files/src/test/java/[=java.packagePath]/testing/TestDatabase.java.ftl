package [=java.package].testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL with the migrations applied by the owner; the service gets the role that cannot change the schema. */
public final class TestDatabase {

    public static final String SCHEMA = "[=service.snake]";
    public static final String OWNER = SCHEMA + "_owner";
    public static final String APPLICATION = SCHEMA + "_app";

    private static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres postgres;
    private final DataSource owner;
    private final Flyway flyway;

    private TestDatabase() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
        for (String role : List.of(OWNER, APPLICATION)) {
            superuser.sql("create role " + role + " login").update();
        }
        superuser.sql("create database \"%s\" owner %s".formatted(SCHEMA, OWNER)).update();
        owner = postgres.getDatabase(OWNER, SCHEMA);
        flyway = Flyway.configure()
                .dataSource(owner)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .placeholderReplacement(false)
                .load();
        flyway.migrate();
    }

    /** One for all tests of this JVM, which also ends it. */
    public static TestDatabase shared() {
        return SHARED;
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + SCHEMA;
    }

    public Flyway flyway() {
        return flyway;
    }

    public JdbcClient owner() {
        return JdbcClient.create(owner);
    }

    public JdbcClient application() {
        return JdbcClient.create(postgres.getDatabase(APPLICATION, SCHEMA));
    }

    public void clear() {
        String tables = owner().sql("select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables"
                + " where schemaname = :schema and tablename <> 'flyway_schema_history'")
                .param("schema", SCHEMA)
                .query(String.class)
                .single();
        owner().sql("truncate " + tables).update();
    }

    public static String quoted(String table) {
        return "\"%s\".\"%s\"".formatted(SCHEMA, table);
    }

    /** Does something while the service cannot write to the table of a resource. */
    public void whileLocked(Resource resource, Runnable action) {
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(transaction -> {
            owner().sql("lock table " + quoted(resource.table()) + " in exclusive mode")
                    .update();
            action.run();
        });
    }

    /** Does something while the table of a resource is away. */
    public void whileMissing(Resource resource, Runnable action) {
        rename(resource.table(), "away");
        try {
            action.run();
        } finally {
            rename("away", resource.table());
        }
    }

    private void rename(String table, String other) {
        owner().sql("alter table " + quoted(table) + " rename to \"" + other + "\"")
                .update();
    }

    public boolean hasWaitingRequest() {
        return owner().sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
