package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminKeyTest {
    @TempDir Path directory;

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        String key = AdminKey.readOrCreate(directory, new Random(1));
        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(AdminKey.readOrCreate(directory, new Random(2))).isEqualTo(key);
        assertThat(AdminKey.read(directory)).isEqualTo(key);
        var mode = Files.getPosixFilePermissions(directory.resolve("admin.key"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyIsNotUsed() throws Exception {
        Files.writeString(directory.resolve("admin.key"), "\n");
        assertThatThrownBy(() -> AdminKey.readOrCreate(directory, new Random(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }
}
