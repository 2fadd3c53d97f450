package io.freshet.server.project;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.server.control.Project;
import io.freshet.server.control.ProjectDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// Projects and the console account in an embedded H2 file, `freshet.mv.db` in the data directory.
/// All projects are also in memory: authentication never waits for the disk. Safe for many threads.
///
/// The file holds secrets and is readable by its owner only.
public final class ProjectStore implements ProjectDirectory, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProjectStore.class.getName());
    private static final String DATABASE = "freshet";
    private static final String DEMO_PROJECT = "demo";

    /// How long closing may take to give free space back.
    private static final int MAX_COMPACT_MS = 1_000;

    private final JdbcDataSource source;
    private final Jdbi jdbi;
    private final SecretSource secrets;
    private final ConsoleAccounts accounts;
    private final Map<Long, ProjectRecord> projects = new ConcurrentHashMap<>();

    private ProjectStore(JdbcDataSource source, RandomGenerator random) {
        this.source = source;
        this.jdbi = Jdbi.create(source);
        this.secrets = new SecretSource(random);
        this.accounts = new ConsoleAccounts(jdbi, secrets);
    }

    /// Opens the database, makes it when it is missing and brings its tables up to date.
    ///
    /// @param random source of all secrets: cryptographically strong in production
    public static ProjectStore open(Path dataDirectory, RandomGenerator random)
            throws StoreException {
        prepareDirectory(dataDirectory);
        var source = new JdbcDataSource();
        source.setUser("sa");
        source.setURL(url(dataDirectory));
        try {
            migrate(source);
            var store = new ProjectStore(source, random);
            store.load();
            ownerOnly(dataDirectory.resolve(DATABASE + ".mv.db"));
            return store;
        } catch (SQLException | RuntimeException | IOException e) {
            throw explain(dataDirectory, e);
        }
    }

    /// The database itself, for the parts of the server that keep tables of their own in it.
    public Jdbi database() {
        return jdbi;
    }

    public ConsoleAccounts consoleAccounts() {
        return accounts;
    }

    /// Makes the demo project and the console account when there is no project yet; empty on every
    /// later start.
    public Optional<FirstStart> createDemoIfEmpty(Instant now) {
        if (!projects.isEmpty()) {
            return Optional.empty();
        }
        ProjectRecord project = newProject(DEMO_PROJECT, now);
        String password =
                jdbi.inTransaction(handle -> {
                    insert(handle, project);
                    return accounts.newPassword(handle, ConsoleAccounts.USER, now);
                });
        projects.put(project.appId(), project);
        return Optional.of(new FirstStart(project, ConsoleAccounts.USER, password));
    }

    /// Adds a project; the AppID must be free.
    public void add(ProjectRecord project) {
        jdbi.useTransaction(handle -> insert(handle, project));
        projects.put(project.appId(), project);
    }

    /// Makes a project with an AppID and secrets of its own.
    public ProjectRecord create(String name, Instant now) {
        ProjectRecord project = newProject(name, now);
        add(project);
        return project;
    }

    private ProjectRecord newProject(String name, Instant now) {
        long appId = secrets.appId();
        while (projects.containsKey(appId)) {
            appId = secrets.appId();
        }
        return new ProjectRecord(
                appId,
                name,
                secrets.appSign(),
                secrets.secret(),
                secrets.secret(),
                true,
                false,
                false,
                true,
                now);
    }

    /// Which secret of a project.
    public enum Secret {
        APP_SIGN,
        SERVER_SECRET,
        CALLBACK_SECRET
    }

    /// Gives a project another secret; the former one is good for nothing from now on.
    public Optional<ProjectRecord> rotate(long appId, Secret secret) {
        return change(
                appId,
                it ->
                        switch (secret) {
                            case APP_SIGN ->
                                    it.withSecrets(
                                            secrets.appSign(),
                                            it.serverSecret(),
                                            it.callbackSecret());
                            case SERVER_SECRET ->
                                    it.withSecrets(
                                            it.appSign(), secrets.secret(), it.callbackSecret());
                            case CALLBACK_SECRET ->
                                    it.withSecrets(
                                            it.appSign(), it.serverSecret(), secrets.secret());
                        });
    }

    /// Changes a project, for everything that asks from now on; empty if there is no such project.
    public Optional<ProjectRecord> change(long appId, UnaryOperator<ProjectRecord> change) {
        return Optional.ofNullable(
                projects.computeIfPresent(
                        appId,
                        (_, project) -> {
                            ProjectRecord changed = change.apply(project);
                            jdbi.useHandle(handle -> update(handle, changed));
                            return changed;
                        }));
    }

    public Optional<ProjectRecord> find(long appId) {
        return Optional.ofNullable(projects.get(appId));
    }

    @Override
    public Optional<Project> project(long appId) {
        return find(appId).map(ProjectStore::forRooms);
    }

    private static Project forRooms(ProjectRecord stored) {
        return new Project(
                stored.appId(),
                stored.appSign(),
                stored.serverSecret(),
                stored.online(),
                stored.tokenOnly(),
                ResourceMode.RTC,
                services(stored));
    }

    private static Set<Project.Service> services(ProjectRecord stored) {
        Set<Project.Service> services = EnumSet.noneOf(Project.Service.class);
        if (stored.l3Enabled()) {
            services.add(Project.Service.L3);
        }
        if (stored.loginEndsWithToken()) {
            services.add(Project.Service.LOGIN_ENDS_WITH_TOKEN);
        }
        return services;
    }

    /// The oldest first.
    public List<ProjectRecord> all() {
        return projects.values().stream()
                .sorted(
                        Comparator.comparing(ProjectRecord::createdAt)
                                .thenComparingLong(ProjectRecord::appId))
                .toList();
    }

    @Override
    public void close() {
        // Plain JDBC: after this statement the connection answers no question of Jdbi's.
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "the database did not close properly", e);
        }
    }

    private void load() {
        Collection<ProjectRecord> stored =
                jdbi.withHandle(handle ->
                        handle.createQuery("select * from project")
                                .map((row, context) -> read(row))
                                .list());
        stored.forEach(project -> projects.put(project.appId(), project));
    }

    private static void insert(Handle handle, ProjectRecord project) {
        bind(
                        handle.createUpdate(
                                "insert into project (app_id, name, app_sign, server_secret,"
                                        + " callback_secret, l3_enabled, token_only,"
                                        + " login_ends_with_token, online, created_at) values"
                                        + " (:appId, :name, :appSign, :serverSecret,"
                                        + " :callbackSecret, :l3Enabled, :tokenOnly,"
                                        + " :loginEndsWithToken, :online, :createdAt)"),
                        project)
                .bind("createdAt", OffsetDateTime.ofInstant(project.createdAt(), ZoneOffset.UTC))
                .execute();
    }

    private static void update(Handle handle, ProjectRecord project) {
        bind(
                        handle.createUpdate(
                                "update project set name = :name, app_sign = :appSign,"
                                        + " server_secret = :serverSecret, callback_secret ="
                                        + " :callbackSecret, l3_enabled = :l3Enabled,"
                                        + " token_only = :tokenOnly, login_ends_with_token ="
                                        + " :loginEndsWithToken, online = :online"
                                        + " where app_id = :appId"),
                        project)
                .execute();
    }

    private static Update bind(Update statement, ProjectRecord project) {
        return statement
                .bind("appId", project.appId())
                .bind("name", project.name())
                .bind("appSign", project.appSign())
                .bind("serverSecret", project.serverSecret())
                .bind("callbackSecret", project.callbackSecret())
                .bind("l3Enabled", project.l3Enabled())
                .bind("tokenOnly", project.tokenOnly())
                .bind("loginEndsWithToken", project.loginEndsWithToken())
                .bind("online", project.online());
    }

    private static ProjectRecord read(ResultSet row) throws SQLException {
        return new ProjectRecord(
                row.getLong("app_id"),
                row.getString("name"),
                row.getString("app_sign"),
                row.getString("server_secret"),
                row.getString("callback_secret"),
                row.getBoolean("l3_enabled"),
                row.getBoolean("token_only"),
                row.getBoolean("login_ends_with_token"),
                row.getBoolean("online"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static void migrate(JdbcDataSource source) throws SQLException {
        // Opened first, so that a locked file is told by H2's error code and not by Flyway's.
        source.getConnection().close();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:io/freshet/server/project/migration")
                .load()
                .migrate();
    }

    private static String url(Path dataDirectory) throws StoreException {
        String file = dataDirectory.toAbsolutePath().resolve(DATABASE).toString();
        if (file.contains(";")) {
            throw new StoreException(
                    "The data directory's path must not contain a semicolon: " + dataDirectory,
                    false,
                    new IllegalArgumentException(file));
        }
        // The file stays open between queries; the operating system's lock vanishes with us. What
        // is
        // committed is in the file when the commit returns, so that a kill loses nothing. For the
        // same reason freed space keeps H2's 45 s before it is used again: recovery counts on it.
        return "jdbc:h2:file:"
                + file
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;WRITE_DELAY=0"
                + ";MAX_COMPACT_TIME="
                + MAX_COMPACT_MS;
    }

    private static StoreException explain(Path dataDirectory, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return new StoreException(
                        "The data directory " + dataDirectory + " is in use by another process.",
                        true,
                        failure);
            }
        }
        return new StoreException(
                "The database in " + dataDirectory + " cannot be used: " + failure.getMessage(),
                false,
                failure);
    }

    private static void prepareDirectory(Path dataDirectory) throws StoreException {
        try {
            if (!Files.isDirectory(dataDirectory)) {
                Files.createDirectories(dataDirectory.toAbsolutePath());
                if (isPosix(dataDirectory)) {
                    Files.setPosixFilePermissions(
                            dataDirectory, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(
                    "The data directory " + dataDirectory + " is not a directory.", false, e);
        } catch (IOException e) {
            throw new StoreException(
                    "The data directory "
                            + dataDirectory
                            + " cannot be made: "
                            + e.getClass().getSimpleName()
                            + ".",
                    false,
                    e);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
