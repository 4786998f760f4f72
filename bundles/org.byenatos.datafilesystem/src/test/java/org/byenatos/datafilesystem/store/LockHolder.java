package org.byenatos.datafilesystem.store;

import java.nio.file.Path;
import java.time.Duration;
import org.byenatos.datafilesystem.sql.FolderLock;

/** Another process that holds a lock until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (FolderLock lock = FolderLock.acquire(Path.of(arguments[0]), Duration.ofSeconds(5))) {
            System.out.println("locked");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
