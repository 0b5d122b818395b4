package dev.pave.verify.sql;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL of this process, in a temporary folder, reached with a password that nobody else knows. */
final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** No query and no statement of a migration may keep the process longer, whatever it sets for itself. */
    private static final int LONGEST_ANSWER_SECONDS = 60;

    /** Roles are of the whole server: those that the migrations of one repository made must not be in the way of another's. */
    private static final String SET_ASIDE_ROLES = """
            do $$
            declare
                role record;
            begin
                for role in
                    select oid, rolname from pg_catalog.pg_roles
                    where oid >= 16384 and rolname not in ('pave_migrator', 'pave_reader') and rolname !~ '^pave_set_aside_'
                loop
                    execute format('alter role %I rename to pave_set_aside_%s', role.rolname, role.oid);
                end loop;
            end
            $$""";

    /** Who may do what. */
    enum Role {
        /** Owns a database and all that is in it; may make roles, as some migrations do, but read and run nothing outside. */
        MIGRATOR("login createrole", "set statement_timeout = '30s'"),
        /** Reads. */
        READER("login in role pg_read_all_data", "set default_transaction_read_only = on");

        private final String attributes;
        private final String setting;

        Role(String attributes, String setting) {
            this.attributes = attributes;
            this.setting = setting;
        }

        String sqlName() {
            return this == MIGRATOR ? "pave_migrator" : "pave_reader";
        }
    }

    private final EmbeddedPostgres postgres;
    private final String password;
    private int databases;

    private PostgresServer(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts a server, in about two seconds. */
    static PostgresServer start() {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        try (TemporaryFolder folder = TemporaryFolder.create("pave-password-")) {
            Path passwordFile = folder.write("password", password.getBytes(StandardCharsets.UTF_8));
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    // A folder within: the library lets everybody write into the one that it gets.
                    .setOverrideWorkingDirectory(TemporaryFolder.ofThisUser("pave-postgresql")
                            .resolve("server")
                            .toFile())
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setDataDirectoryCustomizer(data -> askForPasswords(data.toPath()))
                    .setConnectConfig("password", password)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("scram_iterations", "1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("shared_buffers", "16MB")
                    .setServerConfig("jit", "off")
                    .setPGStartupWait(LONGEST_START)
                    .start();
            PostgresServer server = new PostgresServer(postgres, password);
            server.makeRoles();
            return server;
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new InvalidInput(
                    new Problem(
                            "postgresql-does-not-start",
                            Location.of("<postgresql>"),
                            "the PostgreSQL that comes with Pave does not start: " + e.getMessage(),
                            "it needs about 100 MB in the folder for temporary files; as root it also needs the program unshare"));
        }
    }

    /** Who is on the same machine has not thereby a superuser who can start programs. */
    private static void askForPasswords(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 password\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeRoles() throws SQLException {
        for (Role role : Role.values()) {
            asSuperuser(
                    "create role " + role.sqlName() + " " + role.attributes,
                    "alter role " + role.sqlName() + " " + role.setting);
        }
        asSuperuser("revoke all on database postgres from public", "revoke all on database template1 from public");
    }

    /** A new, empty database; only the roles here may come in. */
    String createDatabase() throws SQLException {
        String name = "schema_" + ++databases;
        String migrator = Role.MIGRATOR.sqlName();
        asSuperuser(
                SET_ASIDE_ROLES,
                "alter role " + migrator + " password '" + password + "'",
                "alter role " + Role.READER.sqlName() + " password '" + password + "'",
                "create database " + name + " template template0 owner " + migrator + " strategy file_copy",
                "revoke all on database " + name + " from public",
                "grant connect on database " + name + " to " + Role.READER.sqlName());
        return name;
    }

    void dropDatabase(String name) throws SQLException {
        asSuperuser("drop database if exists " + name + " with (force)");
    }

    DataSource dataSource(String database, Role role) {
        return postgres.getDatabase(
                role.sqlName(),
                database,
                Map.of("password", password, "socketTimeout", String.valueOf(LONGEST_ANSWER_SECONDS)));
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = postgres.getDatabase(SUPERUSER, SUPERUSER, Map.of("password", password))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
