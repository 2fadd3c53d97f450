package io.freshet.server.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The key with which commands on the same machine talk to the running server: `admin.key` in the
/// data directory, made at the first start, readable by its owner only (mode 0600).
final class AdminKey {
    private static final String FILE = "admin.key";
    private static final int BYTES = 32;

    private AdminKey() {}

    static String readOrCreate(Path dataDirectory, RandomGenerator random) throws IOException {
        Path file = dataDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] key = new byte[BYTES];
            random.nextBytes(key);
            write(file, HexFormat.of().formatHex(key));
        }
        return read(dataDirectory);
    }

    static String read(Path dataDirectory) throws IOException {
        String key = Files.readString(dataDirectory.resolve(FILE)).strip();
        if (key.length() != 2 * BYTES) {
            throw new IOException(FILE + " is damaged; delete it and start the server again");
        }
        return key;
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(file, ownerOnly);
        Files.writeString(file, text + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }
}
